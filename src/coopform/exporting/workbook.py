"""Cases as an XLSX workbook to read, sort, filter, edit and print; a second sheet describes their collection.

Every cell is a text, never a formula, and remains one when it is edited.
"""

import io
import re
import textwrap
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coopform.exporting import table
from coopform.exporting.failures import CellTooLong
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.outputs.office_zip import without_times
from coopform.text.i18n import Translator, mark

# Characters that a cell may hold; openpyxl drops the rest silently.
LONGEST_CELL = 32_767
CASES = mark("Cases")
COLLECTION = mark("Collection")

# In a workbook `_x0041_` is an « A »: where a text holds such letters, their underscore is escaped.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

# Columns that are never left out, even if empty in all cases: those to fill in first.
_ALWAYS = {"id", "titre", "outil", *(key for rubric in grid.GRID for key in rubric.keys)}
_LAST_PRINTED = grid.GRID[-1].keys[-1]
# In characters. The columns up to the end of the grid, which are printed, fit the width of an A3.
_WIDTHS = {"id": 14, "titre": 24, "titre_court": 14, "outil": 16, "territoire": 14, "echelle": 20}
_WIDTHS |= dict.fromkeys(("resume", "lecture", "sources"), 44)
_OUTLINE_WIDTH = 28
_WIDTH = 14
_COLLECTION_WIDTHS = (18, 100)
# In points. Some programs show a single line of a row whose height is not set.
_LINE_HEIGHT = 15
_HIGHEST_ROW = 409
_FONT = Font(name="Calibri", size=11)
_BOLD = Font(name="Calibri", size=11, bold=True)
_TEXT_FORMAT = "@"
_A3 = "8"
# Replaced by the real row and column when the row is appended.
_PLACED_BY_APPEND = (1, 1)
_COLOUR = "#0b4f6c"
_GREY = "A6A6A6"


def make(cases: Sequence[Case], recueil: Recueil) -> bytes:
    """Return a workbook of cases, in the language of their collection, with rules in its colour.

    Raises:
        CellTooLong: a text is longer than a cell may hold.
    """
    translate = Translator(recueil.langue)
    book = Workbook()
    book.properties.title = recueil.titre
    book.properties.creator = ", ".join(recueil.organisateurs) or None
    book.properties.language = recueil.langue
    sheet = book.worksheets[0]
    sheet.title = translate(CASES)
    _fill_cases(sheet, cases, _rule(recueil))
    _fill_collection(book.create_sheet(translate(COLLECTION)), recueil)
    stream = io.BytesIO()
    book.save(stream)
    return without_times(stream.getvalue())


def _rule(recueil: Recueil) -> Side:
    return Side("medium", color=(recueil.couleur or _COLOUR).removeprefix("#"))


def _fill_cases(sheet: Worksheet, cases: Sequence[Case], rule: Side) -> None:
    rows = table.rows(cases)
    kept = [index for index, heading in enumerate(rows[0]) if heading in _ALWAYS or any(row[index] for row in rows[1:])]
    headings = [rows[0][index] for index in kept]
    widths = [_width(heading) for heading in headings]
    _set_widths(sheet, widths)
    sheet.append([_heading(sheet, heading, rule) for heading in headings])
    for number, row in enumerate(rows[1:], 2):
        texts = [row[index] for index in kept]
        sheet.append([_cell(sheet, text, row[0], key) for key, text in zip(headings, texts, strict=True)])
        sheet.row_dimensions[number].height = _height(texts, widths)
    sheet.freeze_panes = f"{get_column_letter(headings.index('titre') + 2)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(kept))}{len(rows)}"
    _set_up_paper(sheet, headings.index(_LAST_PRINTED) + 1, len(rows))


def _fill_collection(sheet: Worksheet, recueil: Recueil) -> None:
    _set_widths(sheet, _COLLECTION_WIDTHS)
    for number, (key, text) in enumerate(table.recueil_rows(recueil), 1):
        sheet.append([_cell(sheet, key, sheet.title, key, _BOLD), _cell(sheet, text, sheet.title, key)])
        sheet.row_dimensions[number].height = _height((key, text), _COLLECTION_WIDTHS)
    _fit_width(sheet)


def _width(heading: str) -> int:
    return _WIDTHS.get(heading, _OUTLINE_WIDTH if table.is_outline(heading) else _WIDTH)


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return the height of a row, in points, that shows its longest text, up to the highest row possible."""
    lines = max(_line_count(text, width) for text, width in zip(texts, widths, strict=True))
    return min(lines * _LINE_HEIGHT, _HIGHEST_ROW)


def _line_count(text: str, width: int) -> int:
    return sum(len(textwrap.wrap(line, width)) or 1 for line in text.split("\n"))


def _heading(sheet: Worksheet, heading: str, rule: Side) -> Cell:
    cell = Cell(sheet, *_PLACED_BY_APPEND, value=heading)
    cell.font = _BOLD
    cell.alignment = Alignment(vertical="center")
    cell.border = Border(bottom=rule)
    return cell


def _cell(sheet: Worksheet, text: str, case: str, key: str, font: Font = _FONT) -> Cell:
    written = _ESCAPE.sub("_x005F_", text)
    if len(written) > LONGEST_CELL:
        raise CellTooLong(case, key, LONGEST_CELL)
    cell = Cell(sheet, *_PLACED_BY_APPEND, value=written or None)
    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side("thin", color=_GREY))
    if not table.is_outline(key):
        # « 07 » and « 2015-03 » typed here remain texts. Outlines do without: some programs show long ones as ####.
        cell.number_format = _TEXT_FORMAT
    if text:
        cell.data_type = "s"  # not openpyxl's guess: a formula for « =… », an error for « #N/A »
        cell.quotePrefix = True
    return cell


def _set_up_paper(sheet: Worksheet, columns: int, rows: int) -> None:
    """Print the grid on A3: as wide as one page, on as many as needed; headings on each page."""
    sheet.print_area = f"A1:{get_column_letter(columns)}{rows}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = _A3
    sheet.page_setup.orientation = "landscape"
    _fit_width(sheet)
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def _fit_width(sheet: Worksheet) -> None:
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
