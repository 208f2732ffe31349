"""Which rows of a table each pair of facing pages of the booklet has. Lengths are in millimetres.

`booklet.css` has the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coopform.handouts import booklet_frame as frame
from coopform.handouts.layout import row_cells
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.row_cells import RowCells
from coopform.text.i18n import Translator

SIZE, LEADING = 9.5, 1.28
# The column of labels, and the gap before each other column, in which bullets hang.
_LABEL, _GAP = 27.0, 5.0
_PADDING = 3.0
# What a label leaves free on its right, with its number on its left.
_BESIDE, _BESIDE_NUMBERED = 3.0, 9.0
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
        languages: of the words of each cell; none where they are in that of the page, or in several.
        spoken: for each cell, the language of its texts that are not in that of the page; empty for a rubric.
        height: on both pages.
        goes_on: whether it began on the pages before.
    """

    label: str
    number: int
    is_reading: bool
    cells: RowCells
    languages: Sequence[str | None]
    spoken: Sequence[Mapping[str, str]]
    height: float = 0.0
    goes_on: bool = False


def column_width(count: int) -> float:
    """Return the width of the words of a case, where a page has so many."""
    return (frame.WIDTH - _LABEL) / count - _GAP


def on_spreads(rows: Sequence[TableRow], half: int, room: float, translate: Translator) -> list[list[TableRow]]:
    """Return the rows of each pair of facing pages, with `half` cases on the left one, up to a height `room`.

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
    return [Setting(SIZE, LEADING, column_width(count), language, hangs=True) for count in counts]


def _measured(row: TableRow, half: int, translate: Translator) -> TableRow:
    label = Setting(SIZE, LEADING, _LABEL - (_BESIDE_NUMBERED if row.number else _BESIDE), translate.language)
    lines = label.text_height(translate(row.label), is_strong=True)
    lines += label.text_height("x") * (row.is_reading + row.goes_on)
    words = row_cells.words_height(row.cells, _settings(row, half, translate.language))
    return replace(row, height=max(words, lines, label.text_height("x")) + _PADDING)


def _split(row: TableRow, room: float, half: int, translate: Translator) -> tuple[TableRow, TableRow] | None:
    """Return the part of a row that fits into a height, and the rest; None where nothing fits."""
    parts = row_cells.divided(row.cells, _settings(row, half, translate.language), room - _PADDING - SIZE * MM_PER_PT)
    if parts is None:
        return None
    return (
        _measured(replace(row, cells=parts[0]), half, translate),
        _measured(replace(row, cells=parts[1], goes_on=True), half, translate),
    )
