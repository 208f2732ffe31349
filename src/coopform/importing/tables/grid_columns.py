"""Comparison grids: the labels are in a column, and each other column is a case."""

from collections.abc import Sequence

from coopform.importing.blocks import Cell, TextLine, lines_of
from coopform.importing.labels.own_parts import is_own_territory
from coopform.importing.labels.rubric_labels import DECOR, Labels
from coopform.importing.tables.grid_cells import (
    CellRow,
    Grid,
    GridRow,
    filled,
    is_sum,
    label_and_rest,
    label_count,
    label_in,
)
from coopform.model.placeholder import says_nothing

_FEWEST = 2


def read_columns(rows: Sequence[CellRow], labels: Labels) -> list[Grid] | None:
    """Return a case for each column beside that of the labels; None if the table is no comparison grid."""
    column = _label_column(rows, labels)
    if column is None:
        return None
    top = _head(rows, column, labels)
    if top is None:
        return None
    above = lines_of(cell for row in rows[:top] for cell in row)
    is_named = label_in(rows[top][column], labels) is not None and not _is_corner(rows[top][column], labels)
    heads, below = (None, rows[top:]) if is_named else (rows[top], rows[top + 1 :])
    notes = [] if heads is None else _notes(heads, column, labels)
    places = [index for index in range(column + 1, len(rows[top])) if index not in notes]
    found = [_case(index, column, heads, below, labels) for index in places]
    found = [grid for grid in found if _says_something(grid)]
    for grid in found[1:]:
        grid.is_other = bool(grid.titles) or any(row.lines for row in grid.rows)
    if found:
        found[0].above = above
        aside = [*_before(rows[top:], column), *([] if is_named else _corner(rows[top][column], labels))]
        found[0].rows += [GridRow(None, lines) for lines in aside]
        for index in notes:
            lines = lines_of(row[index] for row in below)
            found[0].rows += [GridRow(None, lines, rows[top][index].words)] if lines else []
    return found


def _notes(heads: CellRow, column: int, labels: Labels) -> list[int]:
    """Return the columns beside those of the cases: « Observations », « Total »."""
    return [
        index
        for index in filled(heads)
        if index > column and (labels.is_no_name(heads[index].words) or is_sum(heads[index]))
    ]


def _says_something(grid: Grid) -> bool:
    """Return whether a column has a name or words; the column « Chez nous » that nobody filled in says nothing."""
    title = " ".join(line.text for line in grid.titles)
    if not title or is_own_territory(title):
        return not all(says_nothing(line.text) for row in grid.rows for line in row.lines)
    return True


def _label_column(rows: Sequence[CellRow], labels: Labels) -> int | None:
    """Return the column of a table that is the grid, the first or the second; None if neither is."""
    counts = []
    for column in range(min(2, len(rows[0]))):
        cells = [row[column] for row in rows if row[column].lines]
        known = label_count(cells, labels)
        counts.append(known if known >= _FEWEST and 2 * known >= len(cells) - 1 else 0)
    return counts.index(max(counts)) if any(counts) else None


def _head(rows: Sequence[CellRow], column: int, labels: Labels) -> int | None:
    """Return the index of the row with the names of the cases, None without one."""
    for index, row in enumerate(rows):
        others = [cell for cell in row[column + 1 :] if cell.lines]
        label = label_in(row[column], labels)
        if label is not None and label.key in ("titre", "titre_court") and len(others) > 1:
            return index if index == 0 else 0
        if index and label_in(rows[index - 1][column], labels) and label is None:
            continue
        is_first = all(len(filled(before)) == 1 for before in rows[:index])
        is_name = _are_names(others, labels)
        if is_first and len(others) > 1 and _is_corner(row[column], labels) and is_name:
            return index
    return None


def _are_names(cells: Sequence[Cell], labels: Labels) -> bool:
    """Return whether the cells beside the corner are the names of cases; beside two of them there may be notes.

    A case may be named « Territoires partenaires ».
    """
    others = [cell for cell in cells if not (labels.is_no_name(cell.words) or is_sum(cell))]
    found = [label_in(cell, labels) for cell in others]
    is_alone = len(others) < len(cells) and len(others) < _FEWEST
    return not is_alone and not any(label and label.is_sure for label in found)


def _is_corner(cell: Cell, labels: Labels) -> bool:
    """Return whether a cell heads the labels: empty, « Rubrique », « Thème », or any word that is no label."""
    label = label_in(cell, labels)
    return label is None or label.key == DECOR or labels.is_axis(cell.words)


def _corner(cell: Cell, labels: Labels) -> list[list[TextLine]]:
    """Return the lines of the cell above the labels, if it says more than « Rubrique » or « Thème »."""
    words = cell.words
    is_said = label_in(cell, labels) is not None or labels.is_axis(words) or labels.is_content(words)
    return [list(cell.lines)] if words and not is_said else []


def _case(index: int, column: int, heads: CellRow | None, rows: Sequence[CellRow], labels: Labels) -> Grid:
    grid = Grid(list(heads[index].lines) if heads else [])
    for row in rows:
        first, lines = row[column], list(row[index].lines)
        if not first.lines and grid.rows:
            grid.rows[-1].lines.extend(lines)
            continue
        label, rest = label_and_rest(first, labels)
        lines = [*rest, *lines]
        if label or lines:
            grid.rows.append(GridRow(label, lines, "" if label else first.words))
    return grid


def _before(rows: Sequence[CellRow], column: int) -> list[list[TextLine]]:
    """Return the lines before the column of the labels: names of groups of rows."""
    return [list(row[index].lines) for row in rows for index in range(column) if row[index].lines]
