"""A value of a case in a cell of a spreadsheet, and back: the outline that people type, without loss and easy to read.

A text is written as it is; points, partners and all that has a structure as in a case file, but with « – » for hyphens,
which a spreadsheet would take for the beginning of a formula, and French colons:

    – Pilotage : conférence des présidents
    – 3 axes prioritaires :
        – Développement économique
"""

import re
from typing import Any

from coopform.casefile.source import Source
from coopform.casefile.yaml import nodes, parser
from coopform.casefile.yaml_text import YamlStyle, as_yaml
from coopform.model.keys import Shape
from coopform.problems import catalogue
from coopform.text.languages import FALLBACK, USAGE

# A hyphen of an outline, as it is written in a cell or as people type it there.
_BULLET = re.compile(r"^( *)[-–•] ", re.MULTILINE)
# A double line break is between paragraphs of a text, a single one between items.
_ITEM_END = re.compile(r"(?<!\n)\n(?!\n)")
_TEXTS = (Shape.TEXT, Shape.TEXTS)
_OUTLINES = (Shape.POINTS, Shape.PARTNERS, Shape.STEPS, Shape.REFERENCES)


def _is_quoted(text: str) -> bool:
    """Return whether a line of a text could be read as one of the outline."""
    return "\n" in text and _BULLET.search(text) is not None


# Spreadsheets take a line that begins with a hyphen for a formula.
_STYLES = {language: YamlStyle("–", usage.colon, _is_quoted) for language, usage in USAGE.items()}


def to_cell(value: Any, shape: Shape, language: str) -> str:
    """Return the text of the cell of a value.

    Args:
        value: as it is typed in a case file (see `writer.typed_case`); None when there is none.
        shape: of its key.
        language: of the case.

    Returns:
        One or several lines, of which `from_cell` makes the same value.
    """
    if value is None:
        return ""
    if isinstance(value, str) and shape in _TEXTS and (shape is Shape.TEXT or _stays_text(value)):
        return value
    if isinstance(value, str):
        value = [value]
    return as_yaml(value, _STYLES.get(language, _STYLES[FALLBACK])).rstrip("\n")


def _stays_text(text: str) -> bool:
    """Return whether a text alone in a cell is read back as it is, not as an outline nor as a number without its 0."""
    return not _BULLET.match(text) and not text.isdigit()


def from_cell(cell: str, shape: Shape) -> Any:
    """Return the value of a cell, as it is typed in a case file.

    Args:
        cell: made by `to_cell` or typed by hand: lines with or without hyphens.
        shape: of the key of its column.

    Returns:
        The value; None when the cell is empty. An outline that cannot be read becomes a list of its lines.
    """
    text = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return None
    if shape is Shape.TEXT:
        return text
    if not _BULLET.match(text) and shape is Shape.TEXTS:
        lines = _lines(text)
        return lines[0] if len(lines) == 1 else lines
    if not _BULLET.match(text) and shape in _OUTLINES:
        text = "\n".join(f"- {line}" for line in _lines(text))
    parsed = parser.parse(Source("", _BULLET.sub(r"\1- ", text)))
    if parsed.root is not None and not any(map(catalogue.is_error, parsed.problems)):
        try:
            return nodes.plain(parsed.root)
        except ValueError:
            pass
    return [_BULLET.sub("", line.strip()) for line in _lines(text)] if _BULLET.match(text) else text


def _lines(text: str) -> list[str]:
    return [line for line in _ITEM_END.split(text) if line.strip()]
