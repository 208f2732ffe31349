"""The synoptic table of the booklet, then the synthesis: facing pages, up to three cases on each, rows at one height.

Lengths are in millimetres; `booklet.css` has the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from coopform.comparing.comparison import Comparison
from coopform.comparing.synthesis import SynthesisRow
from coopform.handouts import booklet_frame as frame
from coopform.handouts.booklet_spreads import LEADING, SIZE, TableRow, column_width, on_spreads
from coopform.handouts.layout import columns
from coopform.handouts.layout.even_pages import even_pages
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.row_cells import cells_of
from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.text.i18n import Translator, mark

TABLE, SYNTHESIS = mark("Synoptic table"), mark("Synthesis")
# Above a table below another one; the title of the page; the names of the cases.
_ABOVE = 8.0
_TITLE, _NAMES, _NAME_LINES = 11.0, 4.4, 5


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
    parts = on_spreads(rows, half, frame.HEIGHT - _TITLE - head, translate)
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
    part = slice(first, first + len(side))
    of_side = tuple(
        replace(row, cells=row.cells[part], languages=row.languages[part], spoken=row.spoken[part]) for row in rows
    )
    return BookletTable(side, _names(cases, side, translate), of_side, head)


def _names(cases: Sequence[Case], side: Sequence[int], translate: Translator) -> list[str]:
    """Return the names of the cases of a page, with room for a letter before them."""
    setting = _name_setting(side, translate)
    return [setting.cut(cases[place].short_title, lines=_NAME_LINES, is_strong=True) for place in side]


def _head(cases: Sequence[Case], side: Sequence[int], translate: Translator) -> float:
    setting = _name_setting(side, translate)
    return _NAMES + max(setting.text_height(name, is_strong=True) for name in _names(cases, side, translate))


def _name_setting(side: Sequence[int], translate: Translator) -> Setting:
    return Setting(SIZE, LEADING, column_width(len(side)) - 1.5 * SIZE * MM_PER_PT, translate.language)


def _grid_rows(compared: Comparison, places: Sequence[int]) -> list[TableRow]:
    rows = []
    languages = [compared.cases[place].langue for place in places]
    for number, row in enumerate(compared.rows, start=1):
        cells = cells_of([row.cells[place] for place in places])
        shown_number = number if row.rubric in grid.GRID else 0
        rows.append(TableRow(row.rubric.label, shown_number, False, cells, languages, [{}] * len(places)))
    return rows


def _synthesis_rows(compared: Comparison, places: Sequence[int]) -> list[TableRow]:
    """Return what the synthesis says of some cases; the booklet is read, so that what none of them says is left out."""
    rows = []
    for row in compared.synthesis:
        cells = cells_of([tuple(Point(texte=text) for text in row.cells[place]) for place in places])
        if any(cell.points for cell in cells):
            said = [_spoken(row, compared.cases[place], row.cells[place]) for place in places]
            languages = [_only_one({language for _, language in cell}) for cell in said]
            spoken = [{text: language for text, language in cell if language} for cell in said]
            rows.append(TableRow(row.label, 0, row.is_reading, cells, languages, spoken))
    return rows


def _spoken(row: SynthesisRow, case: Case, cell: Sequence[str]) -> list[tuple[str, str | None]]:
    return [(text, row.language_of(text, case)) for text in cell]


def _only_one(languages: set[str | None]) -> str | None:
    return languages.pop() if len(languages) == 1 else None
