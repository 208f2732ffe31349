"""The synoptic table of the booklet, then the synthesis: facing pages, up to three cases on each, rows at one height.

Lengths are in millimetres; `booklet.css` has the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from coopform.comparing.comparison import Comparison
from coopform.handouts import booklet_frame as frame
from coopform.handouts import columns, row_cells
from coopform.handouts.even_pages import even_pages
from coopform.handouts.points_room import MM_PER_PT, Setting
from coopform.handouts.row_cells import RowCells, cells_of
from coopform.handouts.text_widths import shortened
from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

TABLE, SYNTHESIS = mark("Synoptic table"), mark("Synthesis")
_SIZE, _LEADING = 9.5, 1.28
# The column of labels, and the gap before each other column, in which bullets hang.
LABEL, _GAP = 27.0, 5.0
_PADDING = 3.0
# What a label leaves free on its right, with its number on its left.
_BESIDE, _BESIDE_NUMBERED = 3.0, 9.0
# Above a table below another one; the title of the page; the names of the cases.
_ABOVE = 8.0
_TITLE, _NAMES, _NAME_LINES = 11.0, 4.4, 5
# A row is divided only if at least this much of it is on the first page.
_LEAST = 14.0
# So many spreads of the same cases are filled one after another: one of them matters less than the time to find others.
_MANY = 9
# A row as high is divided to fill the pages.
_HIGH = frame.HEIGHT / 2
_NEARLY_EMPTY = frame.HEIGHT / 4
# How much of the pages to fill, where the last ones would be nearly empty.
_SHARES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table on facing pages.

    Attributes:
        label: as a message.
        number: of a rubric of the grid; 0 for a row of the synthesis.
        is_reading: whether it is an author's reading.
        cells: of the cases of both pages.
        height: on both pages.
        goes_on: whether it began on the pages before.
    """

    label: str
    number: int
    is_reading: bool
    cells: RowCells
    height: float = 0.0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class BookletTable:
    """The part of a table that a page has.

    Attributes:
        places: of its cases.
        names: of its cases, cut to some lines.
        rows: with the cells of its cases.
        head: the height of the names.
    """

    places: Sequence[int]
    names: Sequence[str]
    rows: tuple[TableRow, ...]
    head: float

    @property
    def height(self) -> float:
        """How high it is, with the space above it."""
        return _ABOVE + self.head + sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class BookletTablePage:
    """A page of the synoptic table, or of the synthesis.

    Attributes:
        title: of the page, as a message.
        tables: one below the other: low ones of further cases share a page.
        number: among the pages of the same title, from 1.
    """

    title: str
    tables: tuple[BookletTable, ...]
    number: int = 0


def table_pages(compared: Comparison, translate: Translator) -> list[BookletTablePage]:
    """Return the pages of the table, then those of the synthesis; more than three cases face each other."""
    return [
        *_titled(TABLE, _grid_rows, compared, translate),
        *_titled(SYNTHESIS, _synthesis_rows, compared, translate),
    ]


def _titled(
    title: str,
    rows_of: Callable[[Comparison, Sequence[int]], list[TableRow]],
    compared: Comparison,
    translate: Translator,
) -> list[BookletTablePage]:
    """Return the pages with a title, numbered from 1."""
    parts = [
        tables
        for places in columns.split(len(compared.cases), "spread")
        for tables in _facing(compared, places, rows_of(compared, places), translate)
    ]
    heights = [tables[0].height for tables in parts]
    pages = [
        BookletTablePage(title, side)
        for spread in even_pages(heights, frame.HEIGHT - _TITLE + _ABOVE, len(parts))
        for side in zip(*(parts[place] for place in spread), strict=True)
    ]
    return [replace(page, number=number) for number, page in enumerate(pages, start=1)]


def _facing(
    compared: Comparison, places: range, rows: Sequence[TableRow], translate: Translator
) -> list[list[BookletTable]]:
    """Return the parts of the table of some cases: for each pair of facing pages, or for each page, what it has.

    Of an odd number of cases, the left page has one more; one less, if that takes fewer pages: those on it say more.
    """
    if not rows:
        return []
    laid = partial(_laid, compared, places, rows, translate)
    if not face_each_other(compared):
        return laid(len(places))
    left = ceil(len(places) / 2)
    return min(laid(left), laid(len(places) - left), key=len)


def _laid(
    compared: Comparison, places: range, rows: Sequence[TableRow], translate: Translator, half: int
) -> list[list[BookletTable]]:
    """Return what `_facing` does, with so many cases on the left page."""
    sides = [side for side in (places[:half], places[half:]) if side]
    head = max(_head(compared.cases, side, translate) for side in sides)
    parts = _on_spreads(rows, half, frame.HEIGHT - _TITLE - head, translate)
    return [[_table(compared.cases, side, places, part, head, translate) for side in sides] for part in parts]


def face_each_other(compared: Comparison) -> bool:
    """Return whether the table is on facing pages, of which the first is a left one."""
    return len(compared.cases) > columns.MOST["a4"]


def _table(
    cases: Sequence[Case],
    side: Sequence[int],
    places: range,
    rows: Sequence[TableRow],
    head: float,
    translate: Translator,
) -> BookletTable:
    first = side[0] - places[0]
    of_side = tuple(replace(row, cells=row.cells[first : first + len(side)]) for row in rows)
    return BookletTable(side, _names(cases, side, translate), of_side, head)


def _names(cases: Sequence[Case], side: Sequence[int], translate: Translator) -> list[str]:
    """Return the names of the cases of a page, with room for a letter before them."""
    width = _width(len(side)) / (_SIZE * MM_PER_PT) - 1.5
    names = [shown(cases[place].short_title, translate.language) for place in side]
    return [shortened(name, width, lines=_NAME_LINES, is_strong=True) for name in names]


def _head(cases: Sequence[Case], side: Sequence[int], translate: Translator) -> float:
    setting = Setting(_SIZE, _LEADING, _width(len(side)) - 1.5 * _SIZE * MM_PER_PT, translate.language)
    return _NAMES + max(setting.text_height(name, is_strong=True) for name in _names(cases, side, translate))


def _width(count: int) -> float:
    return (frame.WIDTH - LABEL) / count - _GAP


def _grid_rows(compared: Comparison, places: Sequence[int]) -> list[TableRow]:
    rows = []
    for number, row in enumerate(compared.rows, start=1):
        cells = cells_of([row.cells[place] for place in places])
        rows.append(TableRow(row.rubric.label, number if row.rubric in grid.GRID else 0, is_reading=False, cells=cells))
    return rows


def _synthesis_rows(compared: Comparison, places: Sequence[int]) -> list[TableRow]:
    """Return what the synthesis says of some cases; the booklet is read, so that what none of them says is left out."""
    rows = []
    for row in compared.synthesis:
        cells = cells_of([tuple(Point(texte=text) for text in row.cells[place]) for place in places])
        if any(cell.points for cell in cells):
            rows.append(TableRow(row.label, 0, row.is_reading, cells))
    return rows


def _on_spreads(rows: Sequence[TableRow], half: int, room: float, translate: Translator) -> list[list[TableRow]]:
    """Return the rows of each pair of facing pages.

    They follow one another as in a text, in one size, and high ones are divided to fill the pages. On a wall each page
    is read alone (`paged_rows`): its rows are whole and in larger type, which takes up to half as many pages more.
    Of the ways that take as few pages, that is taken whose last page is not nearly empty, then that which divides the
    fewest rows, then that which fills pages evenly.
    """
    measured = [_measured(row, half, translate) for row in rows]
    full = _filled(measured, half, room, translate)
    if not 1 < len(full) < _MANY:
        return full
    return min([full, *(_filled(measured, half, share * room, translate) for share in _SHARES)], key=_cost)


def _cost(spreads: Sequence[Sequence[TableRow]]) -> tuple[int, bool, int, float]:
    """Return what makes a way dear: spreads, a last one nearly empty, rows and parts of rows, the fullest spread."""
    heights = [sum(row.height for row in spread) for spread in spreads]
    return len(spreads), heights[-1] < _NEARLY_EMPTY, sum(map(len, spreads)), max(heights)


def _filled(rows: Sequence[TableRow], half: int, room: float, translate: Translator) -> list[list[TableRow]]:
    """Return the rows of each spread, filled one after another up to a height."""
    spreads: list[list[TableRow]] = [[]]
    left = room
    for row in rows:
        while row.height > left:
            parts = _split(row, left, half, translate) if left > _LEAST + _PADDING else None
            if spreads[-1] and parts and row_cells.divides_text(parts[1].cells):
                parts = None
            if parts is None and not spreads[-1]:
                break
            if parts and (row.height > _HIGH or not spreads[-1]):
                spreads[-1].append(parts[0])
                row = parts[1]
            spreads.append([])
            left = room
        spreads[-1].append(row)
        left -= row.height
    return spreads


def _settings(row: TableRow, half: int, language: str) -> list[Setting]:
    """Return how the cells of a row are set: those of the left page, then those of the right one."""
    counts = [half if place < half else len(row.cells) - half for place in range(len(row.cells))]
    # The bullets of a list hang in the gap.
    return [Setting(_SIZE, _LEADING, _width(count), language, hangs=True) for count in counts]


def _measured(row: TableRow, half: int, translate: Translator) -> TableRow:
    label = Setting(_SIZE, _LEADING, LABEL - (_BESIDE_NUMBERED if row.number else _BESIDE), translate.language)
    lines = label.text_height(translate(row.label), is_strong=True)
    lines += label.text_height("x") * (row.is_reading + row.goes_on)
    words = row_cells.words_height(row.cells, _settings(row, half, translate.language))
    return replace(row, height=max(words, lines, label.text_height("x")) + _PADDING)


def _split(row: TableRow, room: float, half: int, translate: Translator) -> tuple[TableRow, TableRow] | None:
    """Return the part of a row that fits into a height, and the rest; None where nothing fits."""
    parts = row_cells.divided(row.cells, _settings(row, half, translate.language), room - _PADDING - _SIZE * MM_PER_PT)
    if parts is None:
        return None
    return (
        _measured(replace(row, cells=parts[0]), half, translate),
        _measured(replace(row, cells=parts[1], goes_on=True), half, translate),
    )
