"""The text of a new case file: a case laid out for reading, or every key with its explanation, to fill in."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from coopform.authoring.schema.files import schema_line
from coopform.casefile.writer import write_case
from coopform.casefile.yaml_text import as_yaml
from coopform.model import grid, keys
from coopform.model.case import Case
from coopform.model.keys import Shape
from coopform.model.labels import label_of
from coopform.model.value_types import STATUSES
from coopform.text.i18n import Translator, mark

_WIDTH = 100
# Placeholder for a text to type; a row with nothing else counts as empty.
_DOTS = "…"
# Examples for the keys whose values are checked.
_EXAMPLES = {
    "statut": "en cours",
    "situation_au": "2015-03",
    "departements": "[07, 2A]",
    "langue": "fr",
}
_MAPPINGS = {
    Shape.STEPS: ("- quand: 2015", "  quoi: …"),
    Shape.REFERENCES: ("- titre: …", "  url: https://…"),
    Shape.LECTURE: ("par: …", "date: 2015-03-05", "instances:", "  politique: …", "  technique: …"),
    Shape.FICHE: ("auteur: …", "date: 2015-03-05"),
}
# A blank line goes before each row and each group of keys around the grid. Only keys are at the margin.
_SECTION = re.compile(
    rf"^({'|'.join(row.keys[0] for row in grid.ROWS.values())}|resume|etapes|a_verifier|lecture|sources|fiche):",
    re.MULTILINE,
)
_FILLED = ("titre", "outil", *(key for rubric in grid.GRID for key in rubric.keys))


def case_text(case: Case, path: Path, cases: Path) -> str:
    """Return the text of a case file in a folder of cases; its first line names the schema for editors."""
    return schema_line("case", path, cases) + _SECTION.sub(r"\n\g<0>", write_case(case))


def blank_text(title: str, path: Path, cases: Path, translate: Translator) -> str:
    """Return the text of a file to fill in: each key below its explanation, optional keys commented out."""
    lines = list(
        comment_lines(translate(mark("Replace each “…” with your text. A line that begins with # is a note.")))
    )
    lines += comment_lines(translate(mark("To use a key that follows a #, delete the # of each of its lines.")))
    for key, known in keys.CASE.items():
        lines += ["", *comment_lines(_explained(translate(label_of(key)), translate(known.help)))]
        if key == "statut":
            lines += comment_lines(", ".join(STATUSES))
        typed = as_yaml({"titre": title}).splitlines() if key == "titre" else list(_key(key, known.shape))
        lines += typed if key in _FILLED else [f"#{line}" for line in typed]
    return schema_line("case", path, cases) + "\n".join(lines) + "\n"


def _explained(label: str, sentence: str) -> str:
    return f"{label} – {sentence}" if label else sentence


def comment_lines(text: str) -> Iterator[str]:
    """Yield a sentence as the lines of a YAML comment."""
    yield from textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False)


def _key(key: str, shape: Shape) -> Iterator[str]:
    """Yield the lines of a key with a placeholder."""
    if shape in _MAPPINGS:
        yield f"{key}:"
        yield from (f"  {line}" for line in _MAPPINGS[shape])
    elif shape in (Shape.POINTS, Shape.PARTNERS):
        yield f"{key}:"
        yield f"  - {_DOTS}"
    else:
        yield f"{key}: {_EXAMPLES.get(key, _DOTS)}"
