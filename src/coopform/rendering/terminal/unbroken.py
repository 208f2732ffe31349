"""Columns of any width, for a pipe: no line is broken, so the slower tables of rich are not needed."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

# Between the columns of a table, as rich has it.
_GAP = 3


def table(rows: Sequence[Sequence[Text]], first: int) -> Iterator[Text]:
    """Yield the lines of a table: headings, a rule, the other rows separated by empty lines.

    `first` is the least width of the first column.
    """
    widths = _widths(rows)
    widths[0] = max(first, widths[0])
    yield from _row(rows[0], widths, _GAP)
    yield Text("─" * (sum(widths) + _GAP * (len(widths) - 1)), no_wrap=True, overflow="ignore")
    for number, row in enumerate(rows[1:]):
        if number:
            yield Text()
        yield from _row(row, widths, _GAP)


def columns(rows: Sequence[Sequence[Text]], gap: int) -> Iterator[Text]:
    """Yield the lines of rows of cells, each column as wide as its longest line, `gap` spaces between columns."""
    widths = _widths(rows)
    for row in rows:
        yield from _row(row, widths, gap)


def _widths(rows: Sequence[Sequence[Text]]) -> list[int]:
    return [max(max(map(cell_len, cell.plain.split("\n"))) for cell in column) for column in zip(*rows, strict=True)]


def _row(row: Sequence[Text], widths: Sequence[int], gap: int) -> Iterator[Text]:
    cells = [cell.split("\n", allow_blank=True) for cell in row]
    for number in range(max(map(len, cells))):
        yield _line([cell[number] if number < len(cell) else None for cell in cells], widths, gap)


def _line(cells: Sequence[Text | None], widths: Sequence[int], gap: int) -> Text:
    line = Text(no_wrap=True, overflow="ignore")
    spaces = 0
    for cell, width in zip(cells, widths, strict=True):
        if cell:
            line.append(" " * spaces).append_text(cell)
            spaces = 0
        spaces += width - (cell.cell_len if cell else 0) + gap
    return line
