"""Find grids in a table: with labels in the first row or column, for one case or for one case per row or column."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coopform.importing import rubric_labels
from coopform.importing.blocks import Cell, Table, TextLine
from coopform.importing.rubric_labels import DECOR, Label

_Row = Sequence[Cell]

# A table with fewer labels in its first row may be about anything.
_FEWEST_ACROSS = 3


@dataclass(slots=True)
class GridRow:
    """A row of a grid.

    Attributes:
        label: of its rubric; None if it continues the row above.
        unknown: the words in the place of a label, if they are not a known one.
        lines: its content.
    """

    label: Label | None
    lines: list[TextLine]
    unknown: str = ""


@dataclass(slots=True)
class Grid:
    """A case in a table; `titles` are the lines above its rows."""

    titles: list[TextLine] = field(default_factory=list)
    rows: list[GridRow] = field(default_factory=list)


def grids(table: Table) -> list[Grid]:
    """Return the grids in a table; none if it is a table about something else."""
    rows = [row for row in table.rows if any(cell.lines for cell in row)]
    if not rows:
        return []
    if _is_across(rows):
        return _across(rows)
    known = sum(_label(row[0]) is not None for row in rows)
    if known < (2 if len(rows) > 1 else 1) or len(rows[0]) < 2:
        return []
    if not _has_heads(rows):
        return _down(rows)
    # A table of several columns whose rows are mostly unknown is not about the grid.
    return _columns(rows) if 2 * known >= sum(bool(row[0].lines) for row in rows) else []


def _is_across(rows: Sequence[_Row]) -> bool:
    keys = {label.key for label in map(_label, rows[0]) if label}
    return len(rows) > 1 and len(keys) >= _FEWEST_ACROSS


def _across(rows: Sequence[_Row]) -> list[Grid]:
    """Return one grid per row; the first row has the labels."""
    heads = [(_label(cell), _words(cell)) for cell in rows[0]]
    found = []
    for row in rows[1:]:
        grid = Grid()
        for (label, words), cell in zip(heads, row, strict=True):
            if not cell.lines:
                continue
            if label is None and not words and not grid.titles:
                grid.titles = list(cell.lines)
            else:
                grid.rows.append(GridRow(label, list(cell.lines), "" if label else words))
        found.append(grid)
    return found


def _has_heads(rows: Sequence[_Row]) -> bool:
    """Return whether the first row has the titles of cases, one per column."""
    first, *others = rows[0]
    label = _label(first)
    is_corner = not first.lines or (label is not None and label.key in (DECOR, "titre", "titre_court"))
    return is_corner and len(others) > 1 and sum(bool(cell.lines) for cell in others) > 1


def _columns(rows: Sequence[_Row]) -> list[Grid]:
    """Return one grid per column."""
    found = []
    for index in range(1, len(rows[0])):
        grid = Grid()
        below = rows
        label = _label(rows[0][0])
        if label is None or label.key == DECOR:
            grid.titles = list(rows[0][index].lines)
            below = rows[1:]
        for row in below:
            _add(grid, row[0], [row[index]])
        if any(row.lines for row in grid.rows):
            found.append(grid)
    return found


def _down(rows: Sequence[_Row]) -> list[Grid]:
    """Return the grids of a table of labels and contents, one after the other; each title begins a grid."""
    grid = Grid()
    found = [grid]
    for row in rows:
        first, *others = row
        label = _label(first)
        if label is None and _is_title(row) and (not grid.rows or _is_full(grid)):
            if grid.rows:
                grid = Grid()
                found.append(grid)
            grid.titles.extend(line for cell in row for line in cell.lines)
        elif label and label.key == DECOR and not grid.rows:
            # « Rubrique | Entente TRIDAN »: the cell next to the heading of the labels has the title.
            titles = [line for cell in others for line in cell.lines if rubric_labels.find(line.text) is None]
            grid.titles.extend(titles)
        else:
            _add(grid, first, others)
    return found


def _is_title(row: _Row) -> bool:
    """Return whether a row has a single filled cell: across its columns, or after an empty first cell."""
    return sum(bool(cell.lines) for cell in row) == 1 and (bool(row[0].lines) or not row[0].merged)


def _is_full(grid: Grid) -> bool:
    return len({row.label.key for row in grid.rows if row.label}) >= _FEWEST_ACROSS and bool(grid.rows)


def _add(grid: Grid, first: Cell, others: Sequence[Cell]) -> None:
    lines = [line for cell in others for line in cell.lines]
    label = _label(first)
    if not first.lines and grid.rows:
        grid.rows[-1].lines.extend(lines)
        return
    others_in_cell = _below_label(first, label)
    unknown = "" if label else _words(first)
    grid.rows.append(GridRow(label, [*others_in_cell, *lines], unknown))


def _label(cell: Cell) -> Label | None:
    """Return the label in a cell, alone or above the guiding question of a blank sheet."""
    if not cell.lines:
        return None
    return rubric_labels.find(_words(cell)) or rubric_labels.find(cell.lines[0].text)


def _below_label(cell: Cell, label: Label | None) -> list[TextLine]:
    """Return the other lines in the cell of a label, without the guiding question of a blank sheet."""
    if label is None or rubric_labels.find(_words(cell)):
        return []
    return [line for line in cell.lines[1:] if not rubric_labels.is_question(line.text)]


def _words(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines)
