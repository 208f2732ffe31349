"""Read plain text: lines, rows of cells separated by tabs, and fragments of HTML that some programs leave in it."""

import re
from pathlib import Path

from coopform.importing.blocks import Cell, DocumentBlock, SourceDocument, Table, TextLine
from coopform.importing.readers import read_html
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.sheet_rows import require_few
from coopform.text.bullets import NUMBER, without_arrow, without_bullet

_TAB_WIDTH = 4
_TAGS = re.compile(r"</?(?:p|ul|ol|li|br|div|b|strong|table)\b[^>]*>", re.IGNORECASE)
_RULE = re.compile(r"[-=_*]{3,}")


def read(path: Path) -> SourceDocument:
    """Read a text file.

    Raises:
        UnreadableDocument: it is not text or is empty.
        OSError: it cannot be read.
    """
    return SourceDocument(path.name, tuple(blocks(decoded(path))))


def blocks(text: str) -> list[DocumentBlock]:
    """Return the blocks of a text: lines with a tab between words are the rows of a table."""
    found: list[DocumentBlock] = []
    rows: list[list[list[TextLine]]] = []
    indents: list[int] = []
    place = ""

    def end_table() -> None:
        if rows:
            widest = max(map(len, rows))
            require_few(widest * len(rows))
            padded = (row + [[] for _ in range(widest - len(row))] for row in rows)
            found.append(Table(tuple(tuple(Cell(tuple(cell)) for cell in row) for row in padded), place))
            rows.clear()

    for number, line in enumerate(text.split("\n"), start=1):
        here = f"line {number}"
        cells = _cells(line)
        if len(cells) > 1:
            place = place if rows else here
            rows.append([_lines(cell, here, []) for cell in cells])
        elif not line.strip() or _RULE.fullmatch(line.strip()):
            end_table()
        elif rows:
            # The last cell of the row has several lines.
            rows[-1][-1].extend(_lines(line, here, indents))
        else:
            found.extend(_lines(line, here, indents))
    end_table()
    return found


def _cells(line: str) -> list[str]:
    """Return the cells of a row; a bullet or a number before a tab is not a cell."""
    first, tab, rest = line.partition("\t")
    if not tab or not first.strip() or not rest.strip():
        return [line]
    bare, had_bullet = without_bullet(first + " ")
    if (had_bullet and not bare.strip()) or NUMBER.fullmatch(first + " "):
        return [line]
    return line.split("\t")


def _lines(text: str, place: str, indents: list[int]) -> list[TextLine]:
    if _TAGS.search(text):
        return read_html.lines(text, place)
    if not text.strip():
        return []
    match = NUMBER.match(text)
    # An arrow at the margin may point to a title.
    is_arrow = without_arrow(text)[1] and text == text.lstrip()
    is_item = not is_arrow and (without_bullet(text)[1] or match is not None)
    return [TextLine(text.strip(), level=_level(text, indents) if is_item else 0, place=place)]


def _level(text: str, indents: list[int]) -> int:
    """Return the level of an item by its indentation; `indents` are those of the items above it."""
    expanded = text.expandtabs(_TAB_WIDTH)
    indent = len(expanded) - len(expanded.lstrip())
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
