"""The page and the open cells of its tables, with the blocks and the open lists in each of them."""

from dataclasses import dataclass, field

from coopform.importing.blocks import DocumentBlock
from coopform.importing.readers.html_elements import Attributes, whole_number
from coopform.importing.readers.numerals import numeral
from coopform.importing.readers.page_tables import WIDEST_SPAN, PageTable

# Tables within tables; deeper ones are lines.
_DEEPEST_TABLES = 20
_LARGEST_NUMBER = 999_999


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item, 0 if it has bullets, and how numbers are written."""

    number: int
    numerals: str
    delimiter: str


@dataclass(slots=True)
class _Cell:
    """The page, or the cell of a table that is open: its blocks so far, and its open lists."""

    blocks: list[DocumentBlock] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)


class PageCells:
    """The page, and in it the open cells, each in the one before.

    Attributes:
        _tables: the open tables, each in the one before; None is one that is read as lines.
    """

    def __init__(self) -> None:
        self._cells = [_Cell()]
        self._tables: list[PageTable | None] = []

    @property
    def blocks(self) -> list[DocumentBlock]:
        """The blocks of the innermost cell, to which others are added."""
        return self._cells[-1].blocks

    @property
    def list_level(self) -> int:
        """How many lists are open in the innermost cell."""
        return len(self._cells[-1].lists)

    def begin_list(self, values: Attributes, *, has_numbers: bool) -> None:
        """Begin a list with numbers or bullets."""
        first = whole_number(values.get("start"), 1, _LARGEST_NUMBER) if has_numbers else 0
        self._cells[-1].lists.append(_List(first, values.get("type", "1"), values.get("delimiter", ".")))

    def end_list(self) -> None:
        """End a list; nothing happens where none is open."""
        if self._cells[-1].lists:
            self._cells[-1].lists.pop()

    def next_number(self, values: Attributes) -> str:
        """Return the number of the next item as it is written; empty where it has none."""
        lists = self._cells[-1].lists
        if not lists or not lists[-1].number:
            return ""
        number = whole_number(values.get("value"), lists[-1].number, _LARGEST_NUMBER)
        lists[-1].number = number + 1
        return numeral(number, lists[-1].numerals) + lists[-1].delimiter

    def begin(self, tag: str, values: Attributes) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self._tables.append(PageTable() if len(self._tables) < _DEEPEST_TABLES else None)
            return
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        self._close_cell(table)
        if tag == "tr":
            table.begin_row()
            return
        across, down = (whole_number(values.get(name), 1, WIDEST_SPAN) for name in ("colspan", "rowspan"))
        table.spans = (across, down)
        table.in_cell = True
        self._cells.append(_Cell())

    def end(self, tag: str, place: str) -> None:
        """End a table, which begins at a place, or a row or a cell.

        Raises:
            TooBig: the table has more than `limits.MAX_CELLS` cells.
        """
        table = self._tables[-1] if self._tables else None
        if table:
            self._close_cell(table)
        if tag == "table" and self._tables:
            self._tables.pop()
            self.blocks.extend(table.blocks(place) if table else ())

    def finish(self, place: str) -> list[DocumentBlock]:
        """End the tables that are open, and return the blocks of the page.

        Raises:
            TooBig: a table has more than `limits.MAX_CELLS` cells.
        """
        while self._tables:
            self.end("table", place)
        return self._cells[0].blocks

    def _close_cell(self, table: PageTable) -> None:
        if table.in_cell:
            table.in_cell = False
            table.add(self._cells.pop().blocks)
