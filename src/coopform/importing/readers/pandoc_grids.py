"""Grid tables of pandoc's Markdown: each cell is drawn with rules and bars around it."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from coopform.importing.readers.pandoc_lines import PandocCell, PandocLines, PandocRows

_GRID_RULE = re.compile(r"\+(?:[-=:]+\+)+\s*")
_RULE_PART = re.compile(r"[-=:]+")


def grid_table(lines: PandocLines) -> tuple[PandocRows, int] | None:
    """Return the rows of a grid table that begins at the first line, and how many lines it has."""
    if not _GRID_RULE.fullmatch(lines.get(0)) or not lines.get(1).startswith(("|", "+")):
        return None
    drawn = []
    for _, line in lines.rest(0):
        if not line.startswith(("|", "+")):
            break
        drawn.append(line.rstrip())
    grid = _Grid({at for line in drawn if line[0] == "+" for at, sign in enumerate(line) if sign == "+"})
    for line in drawn:
        grid.add(line)
    return [row for row in grid.rows if row], len(drawn)


class _Grid:
    """The cells between the borders: a rule under a column ends its cell, a missing bar joins two.

    Attributes:
        rows: the cells so far, in the rows that they begin in.
        _spans: by column, its borders.
        _open: by column, the cell that is open.
    """

    def __init__(self, borders: Iterable[int]) -> None:
        self.rows: PandocRows = []
        self._spans = list(pairwise(sorted(borders)))
        self._open: list[PandocCell | None] = [None] * len(self._spans)

    def add(self, line: str) -> None:
        """Take a line, which may be a rule under some columns and text in the others."""
        parts = [line[left + 1 : right].strip() for left, right in self._spans]
        ended = [bool(_RULE_PART.fullmatch(part)) for part in parts]
        if any(ended):
            self._begin_row(ended)
            if "=" in line:
                self._make_heading()
        column = 0
        while column < len(self._spans):
            column = column + 1 if ended[column] else self._add_text(line, column)

    def _begin_row(self, ended: Sequence[bool]) -> None:
        """Begin a row under a rule; the cells under which there is no rule go on in it."""
        self._open = [None if over else cell for cell, over in zip(self._open, ended, strict=True)]
        self.rows.append([])
        for cell in {id(cell): cell for cell in self._open if cell}.values():
            cell.down += 1

    def _make_heading(self) -> None:
        """Make all cells so far headings: a rule of equals signs is under them."""
        for cell in (cell for row in self.rows for cell in row):
            cell.is_heading = True

    def _add_text(self, line: str, column: int) -> int:
        """Add what a line has up to the next bar to its cell, and return the column after it."""
        last = column
        while last + 1 < len(self._spans) and line[self._spans[last][1] : self._spans[last][1] + 1] not in ("|", "+"):
            last += 1
        cell = self._open[column]
        if cell is None:
            cell = PandocCell(across=last - column + 1)
            if self.rows:
                self.rows[-1].append(cell)
            self._open[column : last + 1] = [cell] * (last - column + 1)
        # A line may be longer than the rules.
        end = self._spans[last][1] if last + 1 < len(self._spans) else len(line)
        cell.lines.append(line[self._spans[column][0] + 1 : end].rstrip().removesuffix("|"))
        return last + 1
