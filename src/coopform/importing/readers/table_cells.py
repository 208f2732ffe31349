"""Gather rows of cells into a table, even if a sheet has a million rows with few filled cells."""

from collections.abc import Iterable, Sequence

from coopform.importing.blocks import Cell, Table, TextLine
from coopform.importing.failures import TooBig
from coopform.model.limits import MAX_CELLS, MAX_GRID

EMPTY = Cell()
MERGED = Cell(merged=True)


def require_few(cells: int) -> None:
    """Refuse a table that would have too many cells.

    Raises:
        TooBig: more than `limits.MAX_CELLS`.
    """
    if cells > MAX_CELLS:
        raise TooBig("cells", MAX_CELLS)


def cell_of(text: str, *, bold: bool = False) -> Cell:
    """Return the cell of a text, without lines if the text is blank."""
    return Cell(tuple(TextLine(line, bold=bold) for line in text.split("\n"))) if text.strip() else EMPTY


def table_of(rows: Sequence[Sequence[Cell]], place: str = "") -> Table | None:
    """Return rows as a table, shorter ones with empty cells at their end; None without rows.

    Raises:
        TooBig: more than `limits.MAX_CELLS` cells.
    """
    widest = max(map(len, rows), default=0)
    require_few(widest * len(rows))
    return Table(tuple((*row, *(EMPTY,) * (widest - len(row))) for row in rows), place) if rows else None


class Cells:
    """Gathers the rows of a table; only filled and merged cells use memory."""

    def __init__(self) -> None:
        self._rows: list[dict[int, Cell]] = []
        self._width = 0
        self._count = 0

    def add(self, runs: Iterable[tuple[int, Cell]], times: int = 1) -> None:
        """Add a row.

        Args:
            runs: the cells, each with how often it is repeated in the row.
            times: how often the row is repeated; an empty row is added once.

        Raises:
            TooBig: more than `limits.MAX_CELLS` cells.
        """
        row: dict[int, Cell] = {}
        column = 0
        for repeated, cell in runs:
            if cell.lines or cell.merged:
                self._reserve(repeated)
                row.update(dict.fromkeys(range(column, column + repeated), cell))
            column += repeated
        if not _is_filled(row):
            times = 1
        self._reserve(len(row) * (times - 1) + 1)
        self._width = max(self._width, column)
        self._rows += [row] * times

    def _reserve(self, cells: int) -> None:
        self._count += cells
        require_few(self._count)

    def all(self, place: str = "") -> Table | None:
        """Return every row and column, as in a text document; None without rows.

        Raises:
            TooBig: more than `limits.MAX_GRID` cells.
        """
        return _table(self._rows, range(self._width), place)

    def filled(self, place: str = "") -> Table | None:
        """Return a sheet without empty columns, without empty rows around, and with one for several empty rows within.

        None without words.

        Raises:
            TooBig: more than `limits.MAX_GRID` cells.
        """
        columns = sorted({column for row in self._rows for column, cell in row.items() if cell.lines})
        rows: list[dict[int, Cell]] = []
        for row in self._rows:
            if _is_filled(row) or (rows and _is_filled(rows[-1])):
                rows.append(row)
        while rows and not _is_filled(rows[-1]):
            rows.pop()
        return _table(rows, columns, place)


def _is_filled(row: dict[int, Cell]) -> bool:
    return any(cell.lines for cell in row.values())


def _table(rows: list[dict[int, Cell]], columns: Sequence[int], place: str) -> Table | None:
    if len(rows) * len(columns) > MAX_GRID:
        raise TooBig("cells", MAX_GRID)
    return Table(tuple(tuple(row.get(column, EMPTY) for column in columns) for row in rows), place) if rows else None
