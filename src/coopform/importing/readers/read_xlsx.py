"""Read workbooks of Excel with openpyxl: for each sheet a break with its name, and a table of its texts.

Sheets are streamed row by row. Otherwise openpyxl creates every cell that a merged range or a link spans: one line of
XML can ask for seventeen thousand million.
"""

import datetime
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet.cell_range import CellRange

from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.sheet_rows import EMPTY, MERGED, Cells, TooBig, cell_of, require_few

_MERGED_RANGE = "{*}mergeCell"
# The limit of Excel itself.
_MOST_ROWS = 1_048_576
# Merged ranges are cut here: some people merge a whole row or column.
_LONGEST_RANGE = 1_000
# Includes empty cells: a cell at the far right of a row makes sixteen thousand of them.
_MOST_STEPS = 1_000_000
_MIDNIGHT = datetime.time()


def read(path: Path) -> SourceDocument:
    """Read a workbook, with or without macros, which are not run.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    reader = _open(stream)
    parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    for sheet in reader.wb.worksheets:
        with reader.archive.open(parts[sheet.title]) as part:
            merged = _merged(part)
        # The dimensions that a sheet declares may be wrong.
        sheet.reset_dimensions()
        yield Break(sheet.title)
        table = _cells(sheet.iter_rows(), merged).filled()
        if table.rows:
            yield table


def _open(stream: io.BytesIO) -> ExcelReader:
    """Open a workbook as openpyxl does, without the parts that cells do not need: properties, theme, names."""
    reader = ExcelReader(stream, read_only=True, data_only=True)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    reader.read_worksheets()
    return reader


def _merged(part: IO[bytes]) -> dict[int, set[int]]:
    """Return the cells of a sheet that a merged cell covers: the columns, from 1, by row."""
    merged: defaultdict[int, set[int]] = defaultdict(set)
    count = 0
    for _, element in etree.iterparse(part, tag=_MERGED_RANGE):
        span = CellRange(element.get("ref"))
        columns = range(span.min_col, min(span.max_col, span.min_col + _LONGEST_RANGE) + 1)
        for row in range(span.min_row, min(span.max_row, span.min_row + _LONGEST_RANGE) + 1):
            count += len(columns)
            require_few(count)
            merged[row].update(columns[row == span.min_row :])
    return merged


def _cells(rows: Iterator[tuple[Any, ...]], merged: dict[int, set[int]]) -> Cells:
    cells = Cells()
    steps, was_filled = 0, False
    for number, row in enumerate(rows, 1):
        steps += len(row)
        if number > _MOST_ROWS or steps > _MOST_STEPS:
            raise TooBig
        # A cell far below comes after a million empty rows; one empty row separates as well as many.
        if row or was_filled:
            covered = merged.get(number, set())
            # A row in the file may end before the cells that a merged one covers.
            covers = [
                MERGED if column in covered else EMPTY for column in range(len(row) + 1, max(covered, default=0) + 1)
            ]
            found = [MERGED if column in covered else _cell(cell) for column, cell in enumerate(row, 1)]
            cells.add((1, cell) for cell in [*found, *covers])
        was_filled = bool(row)
    return cells


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return EMPTY
    return cell_of(_shown(cell.value, cell.number_format), bold=bool(cell.font and cell.font.b))


def _shown(value: Any, number_format: str) -> str:
    """Return a value as text: dates as in case files, numbers without rounding errors."""
    if isinstance(value, datetime.datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if "%" in number_format:
        return f"{value * 100:.12g} %"
    return f"{value:.15g}"
