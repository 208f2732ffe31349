"""Rows of points over pages: the size of the type that they hold, and which rows each page has.

Lengths are in millimetres, sizes of type in points.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coopform.handouts.layout import row_cells
from coopform.handouts.layout.even_pages import even_pages
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.row_cells import RowCells, cells_of
from coopform.model.case import Point

# Of the search for the height of alike parts: half a page to a line or two.
_HALVINGS = 4
# What each cell of a row says: one cell, or one for each case.
CellPoints = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class PagedRow:
    """A row on a page, or the part of it that the page holds.

    Attributes:
        place: of the row among those given.
        cells: what they say.
        continues: whether the page before has its beginning.
        height: its share of the page, in millimetres.
    """

    place: int
    cells: RowCells
    continues: bool
    height: float


@dataclass(frozen=True, slots=True)
class RowsPage:
    """A page of rows: the size of their type in points, and the height that they may take in millimetres."""

    size: float
    room: float
    rows: tuple[PagedRow, ...]


@dataclass(frozen=True, slots=True)
class RowsFrame:
    """The place for rows on the pages of a document.

    Attributes:
        room: the height of a page that rows may take.
        widths: of the words of each cell.
        padding: above and below the words of a row, its rule included.
        sizes: those to try, the largest first.
        leading: the height of a line, in sizes.
        language: of the document.
        label: the height of what is beside a row, by its place, whether it continues, and the size of the type.
        most: how many rows a page holds.
        most_spare: how much higher than its words a row may be, where a page has room left.
        most_larger: how many times larger than that of the other pages the type of a page with room left may be.
    """

    room: float
    widths: Sequence[float]
    padding: float
    sizes: Sequence[float]
    leading: float
    language: str
    label: Callable[[int, bool, float], float]
    most: int
    most_spare: float
    most_larger: float = 1.0

    def paged(self, rows: Sequence[CellPoints]) -> list[RowsPage]:
        """Return the rows on as few pages as the smallest type needs.

        The type is the largest that needs no more pages, divides no more rows and leaves no more of them alone.
        """
        pages = self._in_one_size(rows)
        if self.most_larger == 1:
            return pages
        largest = list(map(self._largest, pages))
        most = min(largest) * self.most_larger
        sizes = [max(one for one in self.sizes if one <= min(own, most)) for own in largest]
        return [self._in_size(page, size) for page, size in zip(pages, sizes, strict=True)]

    def _in_one_size(self, rows: Sequence[CellPoints]) -> list[RowsPage]:
        smallest = self._paged(rows, self.sizes[-1])
        for size in self.sizes[:-1]:
            pages = self._paged(rows, size, len(smallest))
            if len(pages) == len(smallest) and self._is_as_whole(pages, smallest):
                return pages
        return smallest

    @staticmethod
    def _is_as_whole(pages: Sequence[RowsPage], smallest: Sequence[RowsPage]) -> bool:
        """Return whether pages have no more parts of rows than those of the smallest type, and no more alone."""
        return _part_count(pages) <= _part_count(smallest) and _alone_count(pages) <= _alone_count(smallest)

    def _paged(self, rows: Sequence[CellPoints], size: float, most_pages: int | None = None) -> list[RowsPage]:
        """Return the pages at a size; none as soon as they are known to be more than wanted."""
        settings, most = self._settings(size), self.room * most_pages if most_pages else math.inf
        whole = list(map(cells_of, rows))
        # The parts of a row are together no lower than the row: where whole rows are too much, none is divided.
        if sum(self._height(settings, place, cells, continues=False) for place, cells in enumerate(whole)) > most:
            return []
        parts = [part for place, cells in enumerate(whole) for part in self._parts(settings, place, cells)]
        heights = [part.height for part in parts]
        if sum(heights) > most:
            return []
        pages = even_pages(heights, self.room, self.most)
        return [self._page(size, [parts[place] for place in page]) for page in pages]

    def _settings(self, size: float) -> list[Setting]:
        return [Setting(size, self.leading, width, self.language, hangs=True) for width in self.widths]

    def _largest(self, page: RowsPage) -> float:
        """Return the largest type in which a page holds its rows: that it has, or larger."""
        larger = (size for size in self.sizes if size > page.size and sum(self._heights(page, size)) <= self.room)
        return next(larger, page.size)

    def _in_size(self, page: RowsPage, size: float) -> RowsPage:
        """Return a page with its rows in another type."""
        heights = self._heights(page, size)
        return self._page(size, [replace(row, height=height) for row, height in zip(page.rows, heights, strict=True)])

    def _heights(self, page: RowsPage, size: float) -> list[float]:
        settings = self._settings(size)
        return [self._height(settings, row.place, row.cells, continues=row.continues) for row in page.rows]

    def _page(self, size: float, parts: Sequence[PagedRow]) -> RowsPage:
        left = self.room - sum(part.height for part in parts)
        spare = min(self.most_spare, max(0.0, left / len(parts)))
        rows = (PagedRow(part.place, part.cells, part.continues, round(part.height + spare, 2)) for part in parts)
        return RowsPage(size, round(self.room, 2), tuple(rows))

    def _parts(self, settings: Sequence[Setting], place: int, cells: RowCells) -> list[PagedRow]:
        """Return a row in parts, each of which a page holds: one, or several alike of a row higher than a page."""
        parts = self._divided(settings, place, cells, self.room)
        # The least height that needs no more parts: texts are not divided, so that it may be well above the mean.
        low, high = sum(part.height for part in parts) / len(parts), self.room
        for _ in range(_HALVINGS if len(parts) > 1 else 0):
            middle = (low + high) / 2
            even = self._divided(settings, place, cells, middle)
            if len(even) > len(parts):
                low = middle
            else:
                parts, high = even, middle
        return parts

    def _divided(self, settings: Sequence[Setting], place: int, cells: RowCells, most: float) -> list[PagedRow]:
        """Return a row in parts up to a height."""
        parts: list[PagedRow] = []
        while True:
            continues = bool(parts)
            height = self._height(settings, place, cells, continues=continues)
            halves = row_cells.divided(cells, settings, most - self.padding) if height > most else None
            if halves is None:
                return [*parts, PagedRow(place, cells, continues, height)]
            first, rest = halves
            parts.append(PagedRow(place, first, continues, self._height(settings, place, first, continues=continues)))
            cells = rest

    def _height(self, settings: Sequence[Setting], place: int, cells: RowCells, *, continues: bool) -> float:
        # A row that is still to be filled in says so, in one line.
        words = row_cells.words_height(cells, settings)
        return max(words, self._line(settings), self.label(place, continues, settings[0].size)) + self.padding

    def _line(self, settings: Sequence[Setting]) -> float:
        return self.leading * settings[0].em


def _part_count(pages: Sequence[RowsPage]) -> int:
    """Return how many rows and parts of rows are on some pages."""
    return sum(len(page.rows) for page in pages)


def _alone_count(pages: Sequence[RowsPage]) -> int:
    """Return how many pages have only one row, or a part of one."""
    return sum(len(page.rows) == 1 for page in pages)
