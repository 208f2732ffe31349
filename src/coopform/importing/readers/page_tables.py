"""Gather the cells of a page's table, with those that span columns or rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coopform.importing.blocks import Aside, Cell, DocumentBlock, Table, TextLine
from coopform.importing.readers.table_cells import table_of

# More columns or rows than any cell spans; a page may ask for millions.
WIDEST_SPAN = 200
# A table with fewer rows of several filled cells is only the layout of the tables in its cells.
_FEWEST_ROWS = 3


@dataclass(slots=True)
class PageTable:
    """A table as it is read.

    Attributes:
        spans: the columns and the rows that the current cell covers.
        in_cell: whether a cell is open.
    """

    spans: tuple[int, int] = (1, 1)
    in_cell: bool = False
    _rows: list[list[Cell]] = field(default_factory=list)
    # By column, how many rows a cell above still covers.
    _below: dict[int, int] = field(default_factory=dict)
    # What is in the cells, in order.
    _contents: list[list[DocumentBlock]] = field(default_factory=list)

    def begin_row(self) -> None:
        """Begin a row."""
        self._rows.append([])
        self._cover()

    def add(self, content: list[DocumentBlock]) -> None:
        """Add a cell with these blocks."""
        if not self._rows:
            self._rows.append([])
        self._contents.append(content)
        cell = Cell(tuple(_lines(content)))
        row = self._rows[-1]
        across, down = self.spans
        for index in range(across if len(row) < WIDEST_SPAN else 1):
            if down > 1:
                self._below[len(row)] = down - 1
            row.append(Cell(merged=True) if index else cell)
        self._cover()

    def blocks(self, place: str) -> list[DocumentBlock]:
        """Return the table and the asides in its cells; for the layout of a page, what is in the cells.

        Raises:
            TooBig: more than `limits.MAX_CELLS` cells.
        """
        if self._is_layout():
            return [block for content in self._contents for block in content]
        table = table_of([row for row in self._rows if row], place)
        asides = [block for content in self._contents for block in content if isinstance(block, Aside)]
        return [table, *asides] if table else list(asides)

    def _is_layout(self) -> bool:
        if not any(isinstance(block, Table) for content in self._contents for block in content):
            return False
        return sum(sum(bool(cell.lines) for cell in row) > 1 for row in self._rows) < _FEWEST_ROWS

    def _cover(self) -> None:
        row = self._rows[-1]
        while self._below.get(len(row), 0):
            self._below[len(row)] -= 1
            row.append(Cell(merged=True))


def _lines(content: list[DocumentBlock]) -> list[TextLine]:
    """Return the lines of a cell; several cells of a table in it are one line."""
    found: list[TextLine] = []
    for block in content:
        if isinstance(block, TextLine):
            found.append(block)
        elif isinstance(block, Table):
            found += (line for row in block.rows for line in _row_lines(row, block.place))
    return found


def _row_lines(row: Sequence[Cell], place: str) -> Sequence[TextLine]:
    filled = [cell for cell in row if cell.lines]
    if len(filled) == 1:
        return filled[0].lines
    return [TextLine(" | ".join(cell.words for cell in filled), level=1, place=place)] if filled else ()
