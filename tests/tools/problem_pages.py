"""The pages that list every problem code, in both languages, from the catalogue, its groups and its examples.

    python -m tests.tools.problem_pages

writes `docs/problems.md` and `docs/fr/problemes.md`.
"""

from dataclasses import dataclass
from pathlib import Path

from coopform.checking import explain
from coopform.problems.examples import EXAMPLES
from coopform.problems.groups import GROUPS, ProblemGroup
from coopform.text.escaping import markdown
from coopform.text.i18n import Translator
from tests.support.markdown_pages import anchor, typeset_page
from tests.support.places import ROOT


@dataclass(frozen=True)
class Words:
    """What a page says besides the catalogue."""

    path: str
    opening: str
    contents: str
    wrong: str
    right: str


_PAGES = {
    "en": Words(
        "docs/problems.md",
        "# The problems that `coopform check` reports\n\n"
        "[En français](fr/problemes.md) · [Documentation](README.md)\n\n"
        "`coopform check` gives each problem with its file, its line, its code and what to type. This page has an\n"
        "example of each; `coopform check --explain CODE` shows one in the terminal. An *error* keeps the case out of\n"
        "lists and handouts until it is fixed, a *warning* does not. `coopform check --fix` fixes what has a single\n"
        "safe fix.",
        "Contents",
        "Incorrect:",
        "Correct:",
    ),
    "fr": Words(
        "docs/fr/problemes.md",
        "# Les problèmes que signale `coopform check`\n\n"
        "[In English](../problems.md) · [Documentation](README.md)\n\n"
        "`coopform check` donne, pour chaque problème, le fichier, la ligne, un code et ce qu’il faut écrire. Cette\n"
        "page montre un exemple de chacun ; `coopform check --explain CODE` en affiche un dans le terminal. Une\n"
        "*erreur* écarte la fiche des listes et des documents jusqu’à sa correction ; un *avertissement*, non.\n"
        "`coopform check --fix` corrige automatiquement ce qui peut l’être sans risque.",
        "Sommaire",
        "Incorrect :",
        "Correct :",
    ),
}


def path(language: str) -> Path:
    return ROOT / _PAGES[language].path


def page(language: str) -> str:
    words, translate = _PAGES[language], Translator(language)
    contents = "\n".join(line for group in GROUPS for line in _contents(group, translate))
    parts = [words.opening, f"## {words.contents}", contents]
    for group in GROUPS:
        parts += [
            f"## {translate(group.title)}",
            *(_section(code, title, language) for code, title in group.titles.items()),
        ]
    text = "\n\n".join(parts) + "\n"
    return typeset_page(text) if language == "fr" else text


def _contents(group: ProblemGroup, translate: Translator) -> list[str]:
    lines = [f"- {_link(translate(group.title))}"]
    return lines + [f"  - {_link(translate(title))} (`{code}`)" for code, title in group.titles.items()]


def _link(title: str) -> str:
    return f"[{title}](#{anchor(title)})"


def _section(code: str, title: str, language: str) -> str:
    words, translate = _PAGES[language], Translator(language)
    explained = explain.explain(code, translate)
    parts = [f"### {translate(title)}", f"`{code}` · *{explained.severity}*"]
    parts += [markdown(explained.message), markdown(explained.help)]
    for label, text in ((words.wrong, explained.wrong), (words.right, explained.right)):
        parts += [label, markdown(text) if EXAMPLES[code].is_sentence else f"```yaml\n{text}\n```"]
    return "\n\n".join(parts)


if __name__ == "__main__":
    for code in _PAGES:
        path(code).parent.mkdir(parents=True, exist_ok=True)
        path(code).write_text(page(code), encoding="utf-8", newline="\n")
