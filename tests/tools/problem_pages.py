"""The pages that list every problem code, in both languages, from the catalogue and its examples.

python -m tests.tools.problem_pages

writes `docs/problems.md` and `docs/problemes.md`.
"""

from pathlib import Path

from coopform.checking import explain
from coopform.problems.catalogue import CATALOGUE
from coopform.problems.examples import EXAMPLES
from coopform.text.escaping import markdown
from coopform.text.i18n import Translator
from tests.support.places import ROOT

DOCS = ROOT / "docs"

_PAGES = {
    "en": (
        "problems.md",
        "# The problems that `coopform check` names",
        "Generated from the catalogue. `coopform check --explain CODE` shows one of them.",
        ("Incorrect:", "Correct:"),
    ),
    "fr": (
        "problemes.md",
        "# Les problèmes que signale `coopform check`",
        "Page produite à partir du catalogue. `coopform check --explain CODE` en montre un.",
        ("Incorrect\u00a0:", "Correct\u00a0:"),
    ),
}


def path(language: str) -> Path:
    return DOCS / _PAGES[language][0]


def page(language: str) -> str:
    _, title, opening, labels = _PAGES[language]
    parts = [title, opening, *(_section(code, language, labels) for code in CATALOGUE)]
    return "\n\n".join(parts) + "\n"


def _section(code: str, language: str, labels: tuple[str, str]) -> str:
    explained = explain.explain(code, Translator(language))
    parts = [f"## {code}", f"*{explained.severity}*", markdown(explained.message), markdown(explained.help)]
    for label, text in zip(labels, (explained.wrong, explained.right), strict=True):
        parts += [label, markdown(text) if EXAMPLES[code].is_sentence else f"```yaml\n{text}\n```"]
    return "\n\n".join(parts)


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for code in _PAGES:
        path(code).write_text(page(code), encoding="utf-8", newline="\n")
