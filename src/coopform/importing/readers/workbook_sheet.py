"""Read the XML of a sheet of Excel, cell by cell: its table, formulas without a value, texts under merged cells.

A sheet is streamed, and only cells that it holds use memory: one line of XML can merge seventeen thousand million.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, TypeVar

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from coopform.importing.blocks import AsideKind, Cell, TextLine
from coopform.importing.failures import TooBig
from coopform.importing.readers.number_formats import iso_date, shown
from coopform.importing.readers.table_cells import EMPTY, MERGED, Cells, cell_of, require_few
from coopform.importing.readers.workbook_styles import CellStyle, S

_ROW, _CELL, _MERGED_RANGE, _HEADINGS = f"{S}row", f"{S}c", f"{S}mergeCell", f"{S}headerFooter"
_FORMULA, _VALUE, _INLINE, _PHONETIC, _TEXT = f"{S}f", f"{S}v", f"{S}is", f"{S}rPh", f"{S}t"
# The limit of Excel itself.
_MOST_ROWS = 1_048_576
# Merged ranges are cut here: some people merge a whole row or column.
_LONGEST_RANGE = 1_000
_TRUE = ("1", "true")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a workbook share.

    Attributes:
        strings: the shared texts.
        styles: of cells, by number.
        epoch: the day from which dates are counted.
    """

    strings: Sequence[str]
    styles: Sequence[CellStyle]
    epoch: datetime.datetime


@dataclass(slots=True)
class WorkbookSheet:
    """A sheet, read.

    Attributes:
        rows: the cells with a text, by row and column from 1.
        merged: the cells that a merged one covers: the columns by row.
        formulas: those without a value, each with its cell: `B3`.
        headings: the codes of headers and footers, each with its kind.
    """

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: dict[int, set[int]] = field(default_factory=dict)
    formulas: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[AsideKind, str]] = field(default_factory=list)

    def table(self) -> Cells:
        """Return its cells; one empty row is given for several."""
        cells = Cells()
        last = 0
        for number in sorted(self.rows):
            if number > last + 1:
                cells.add(self._runs(last + 1))
            cells.add(self._runs(number))
            last = number
        return cells

    def _runs(self, number: int) -> Iterator[tuple[int, Cell]]:
        """Yield the cells of a row, the empty ones between two others at once."""
        found, covered = self.rows.get(number, {}), self.merged.get(number, set())
        last = 0
        for column in sorted({*found, *covered}):
            yield column - last - 1, EMPTY
            yield 1, MERGED if column in covered else found[column]
            last = column

    def covered(self) -> Iterator[tuple[str, tuple[TextLine, ...]]]:
        """Yield the texts under merged cells, each with its cell."""
        for number, row in self.rows.items():
            for column in self.merged.get(number, set()).intersection(row):
                yield f"{get_column_letter(column)}{number}", row[column].lines


def read_sheet(part: IO[bytes], book: Workbook) -> WorkbookSheet:
    """Return the sheet of a part.

    Raises:
        TooBig: too many rows, cells or merged cells.
    """
    sheet = WorkbookSheet()
    number = cells = covered = 0
    for _, element in etree.iterparse(part, tag=(_ROW, _MERGED_RANGE, _HEADINGS)):
        if element.tag == _ROW:
            number = _number(element.get("r"), number + 1)
            if number > _MOST_ROWS:
                raise TooBig("rows", _MOST_ROWS)
            cells += _add(sheet, element, number, book)
            require_few(cells)
            element.clear()
        elif element.tag == _MERGED_RANGE:
            covered += _merge(sheet, element.get("ref", ""))
            require_few(covered)
        else:
            sheet.headings += [(_heading_kind(one), one.text or "") for one in element]
    return sheet


def texts(element: Any) -> str:
    """Return the text of a shared or inline string, without the phonetic guide."""
    return "".join(
        text.text or ""
        for text in element.iter(_TEXT)
        if not any(parent.tag == _PHONETIC for parent in text.iterancestors())
    )


def _add(sheet: WorkbookSheet, element: Any, number: int, book: Workbook) -> int:
    """Add the cells of a row that have a text, and return how many they are."""
    row: dict[int, Cell] = {}
    column = 0
    for cell in element.iterchildren(_CELL):
        column = _column(cell.get("r"), column + 1)
        style = _nth(book.styles, cell.get("s"), CellStyle())
        inner = {child.tag: child for child in cell}
        text = _text(cell.get("t", "n"), inner, style, book)
        if text.strip():
            row[column] = cell_of(text, bold=style.bold)
        elif _FORMULA in inner and (inner[_FORMULA].text or "").strip():
            sheet.formulas.append((f"{get_column_letter(column)}{number}", f"={inner[_FORMULA].text.strip()}"))
    if row:
        sheet.rows[number] = {**sheet.rows.get(number, {}), **row}
    return len(row)


def _text(kind: str, inner: dict[str, Any], style: CellStyle, book: Workbook) -> str:
    """Return the text of a cell.

    Args:
        kind: of its value, `n` for a number.
        inner: the elements in it by their tag.
        style: of the cell.
        book: of the sheet.
    """
    if _INLINE in inner:
        return texts(inner[_INLINE])
    value: str = (inner[_VALUE].text or "") if _VALUE in inner else ""
    if not value:
        return ""
    if kind == "s":
        return _nth(book.strings, value.strip(), "")
    if kind == "b":
        return str(value.strip() in _TRUE)
    if kind == "d":
        return iso_date(value)
    return value if kind in ("str", "e") else shown(value, style.number_format, book.epoch)


def _merge(sheet: WorkbookSheet, reference: str) -> int:
    """Add the cells that a merged one covers, and return how many they are at most."""
    span = CellRange(reference)
    columns = range(span.min_col, min(span.max_col, span.min_col + _LONGEST_RANGE) + 1)
    rows = range(span.min_row, min(span.max_row, span.min_row + _LONGEST_RANGE) + 1)
    require_few(len(rows) * len(columns))
    for row in rows:
        sheet.merged.setdefault(row, set()).update(columns[row == span.min_row :])
    return len(rows) * len(columns)


def _heading_kind(element: Any) -> AsideKind:
    return AsideKind.FOOTER if element.tag.endswith("Footer") else AsideKind.HEADER


def _number(typed: str | None, otherwise: int) -> int:
    return int(typed) if typed and typed.isdecimal() else otherwise


def _column(reference: str | None, otherwise: int) -> int:
    letters = (reference or "").rstrip("0123456789").replace("$", "")
    return column_index_from_string(letters) if letters.isalpha() else otherwise


def _nth(values: Sequence[T], index: str | None, otherwise: T) -> T:
    position = _number(index, len(values))
    return values[position] if position < len(values) else otherwise
