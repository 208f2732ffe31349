"""Read plain text: lines, rows of cells separated by tabs, and fragments of HTML that some programs leave in it."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from coopform.importing.blocks import Aside, Cell, DocumentBlock, SourceDocument, TextLine, flat
from coopform.importing.failures import TooBig
from coopform.importing.readers import html_fragments, quoted_lines, typed_lists, wrapped_lines
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.table_cells import table_of
from coopform.model.limits import MAX_TEXT_BYTES, MAX_TEXT_LINES
from coopform.text.bullets import NUMBER, without_bullet

_TAGS = re.compile(
    r"</?(?:p|ul|ol|li|br|div|span|a|b|i|u|em|strong|font|h[1-6]|img|table|tr|td|th)\b[^<>]*>|<!--", re.IGNORECASE
)
_RULE = re.compile(r"[-=_*]{3,}")


def read(path: Path) -> SourceDocument:
    """Read a text file.

    Raises:
        UnreadableDocument: it is not text, is empty, or is too large.
        TooBig: it is over a limit.
        OSError: it cannot be read.
    """
    return SourceDocument(path.name, tuple(blocks(decoded(path, MAX_TEXT_BYTES))))


def blocks(text: str) -> list[DocumentBlock]:
    """Return the blocks of a text: lines with a tab between words are the rows of a table.

    Raises:
        TooBig: more than `limits.MAX_TEXT_LINES` lines, or `limits.MAX_CELLS` cells in a table.
    """
    lines = text.split("\n")
    if len(lines) > MAX_TEXT_LINES:
        raise TooBig("lines", MAX_TEXT_LINES)
    found: list[DocumentBlock] = []
    rows = _Rows()
    indents: list[int] = []
    for number, line in enumerate(wrapped_lines.joined(quoted_lines.without_marks(lines)), start=1):
        here = f"line {number}"
        cells = _cells(line)
        if len(cells) > 1:
            rows.add([_lines(cell, here, []) for cell in cells], here)
        elif not line.strip() or _RULE.fullmatch(line.strip()):
            found += rows.blocks()
            rows = _Rows()
        elif rows.rows:
            # The last cell of the row has several lines.
            rows.extend(_lines(line, here, indents))
        else:
            found += _lines(line, here, indents)
    return [*found, *rows.blocks()]


@dataclass(slots=True)
class _Rows:
    """The rows of a table, each cell with its lines, and the asides in them; `place` is that of the first row."""

    rows: list[list[list[TextLine]]] = field(default_factory=list)
    asides: list[DocumentBlock] = field(default_factory=list)
    place: str = ""

    def add(self, cells: list[list[DocumentBlock]], place: str) -> None:
        """Add a row."""
        self.place = self.place or place
        self.rows.append([])
        for cell in cells:
            self.rows[-1].append([])
            self.extend(cell)

    def extend(self, content: list[DocumentBlock]) -> None:
        """Add to the last cell of the last row."""
        self.rows[-1][-1] += flat(content)
        self.asides += [block for block in content if isinstance(block, Aside)]

    def blocks(self) -> list[DocumentBlock]:
        """Return the table with its asides; nothing without rows."""
        table = table_of([[Cell(tuple(cell)) for cell in row] for row in self.rows], self.place)
        return [table, *self.asides] if table else []


def _cells(line: str) -> list[str]:
    """Return the cells of a row; a bullet or a number before a tab is not a cell."""
    first, tab, rest = line.partition("\t")
    if not tab or not first.strip() or not rest.strip():
        return [line]
    bare, had_bullet = without_bullet(first + " ")
    if (had_bullet and not bare.strip()) or NUMBER.fullmatch(first + " "):
        return [line]
    return line.split("\t")


def _lines(text: str, place: str, indents: list[int]) -> list[DocumentBlock]:
    if _TAGS.search(text):
        return html_fragments.blocks(text, place)
    if not text.strip():
        return []
    level = typed_lists.level(text, indents) if typed_lists.begins_item(text) else 0
    return [TextLine(text.strip(), level=level, place=place)]
