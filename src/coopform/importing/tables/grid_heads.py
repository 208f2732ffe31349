"""Tables whose columns are headed by labels: a case per row, or one case over several rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coopform.importing.blocks import Cell, TextLine, lines_of
from coopform.importing.labels.rubric_labels import DECOR, OTHER, Label, Labels
from coopform.importing.tables.grid_cells import CellRow, Grid, GridRow, filled, is_sum, label_count, label_in

_FEWEST = 2
# What a whole co-operation has once: with a column of one of these, each row is a case.
_OF_A_CASE = ("outil", "partenaires", "territoire")

# What several cases may share.
_SHARED_FACTS = ("departements", "territoire", "outil", "statut", "themes", "echelle")


@dataclass(frozen=True, slots=True)
class _Heads:
    """The first row: the label of each column, its words, the column of names and that of the parts of one case."""

    labels: Sequence[Label | None]
    words: Sequence[str]
    name: int | None
    axis: int | None


def read_heads(rows: Sequence[CellRow], labels: Labels) -> list[Grid] | None:
    """Return the cases under the labels of the first row that has several cells; None if it has no labels."""
    top = next((index for index, row in enumerate(rows) if len(filled(row)) > 1), len(rows))
    if top + 1 >= len(rows):
        return None
    # A table over several pages may have its heads on each.
    row, below = rows[top], [other for other in rows[top + 1 :] if not _is_same(other, rows[top])]
    above = lines_of(cell for row in rows[:top] for cell in row)
    if not below:
        return None
    if _is_second_head(row, below, labels):
        above += _unsaid(row, below[0], labels)
        row, below = _both_heads(row, below[0], labels), below[1:]
    if not _are_heads(row, below, labels):
        return None
    heads = _heads(row, labels)
    if heads.name is None and not _is_case_per_row(heads):
        grid = _one_case(heads, below)
        grid.titles = above
        return [grid]
    found = _cases(heads, below)
    if found:
        found[0].above = above
    return found


def _is_same(row: CellRow, other: CellRow) -> bool:
    return all(cell.words == under.words for cell, under in zip(row, other, strict=True))


def _is_second_head(row: CellRow, below: Sequence[CellRow], labels: Labels) -> bool:
    """Return whether the row below the heads has heads too: labels, and nothing below the first column."""
    second = below[0]
    if len(below) < _FEWEST or not row[0].lines or second[0].lines:
        return False
    return label_count(second, labels) >= _FEWEST


def _unsaid(row: CellRow, second: CellRow, labels: Labels) -> list[TextLine]:
    """Return the lines of heads that are no labels, where the row below has a label instead."""
    pairs = zip(row, second, strict=True)
    return lines_of(cell for cell, under in pairs if label_in(under, labels) and label_in(cell, labels) is None)


def _both_heads(row: CellRow, second: CellRow, labels: Labels) -> list[Cell]:
    """Return two rows of heads as one: the label of the second row, or else the words of both."""
    found: list[Cell] = []
    over = Cell()
    for cell, under in zip(row, second, strict=True):
        # A head of the first row may be over several columns.
        over = cell if cell.lines or not under.lines else over
        found.append(under if label_in(under, labels) else Cell((*over.lines, *under.lines)))
    return found


def _are_heads(row: CellRow, below: Sequence[CellRow], labels: Labels) -> bool:
    found = [index for index in filled(row) if label_in(row[index], labels)]
    keys = {label.key for index in found if (label := label_in(row[index], labels))}.difference((DECOR, OTHER))
    if len(keys) < _FEWEST or (len(keys) == _FEWEST and len(found) * 2 <= len(filled(row))):
        return False
    # Where the rows below have labels too, they are beside or above their texts.
    return not any(2 * label_count((one[index] for index in found), labels) >= len(found) for one in below)


def _heads(row: CellRow, labels: Labels) -> _Heads:
    found = [label_in(cell, labels) or labels.likely(cell.words) for cell in row]
    words = [cell.words for cell in row]
    keys = [label.key if label else "" for label in found]
    name = next((keys.index(key) for key in ("titre", "titre_court") if key in keys), None)
    axis = None
    if name is None and labels.is_axis(words[0]):
        axis = 0
    elif name is None and keys[0] in ("", DECOR):
        is_name = not words[0] or keys[0] == DECOR or any(key in keys for key in _OF_A_CASE)
        name, axis = (0, None) if is_name else (None, 0)
    return _Heads(found, words, name, axis)


def _is_case_per_row(heads: _Heads) -> bool:
    return heads.axis is None and any(label is not None and label.key == "outil" for label in heads.labels)


def _cases(heads: _Heads, rows: Sequence[CellRow]) -> list[Grid]:
    """Return one case per row; a row without a name goes on with the case above, a row of sums belongs to no case."""
    found: list[Grid] = []
    sums: list[GridRow] = []
    for row in _with_facts_of_several(heads, rows):
        first = next(cell for cell in row if cell.lines)
        if is_sum(first):
            sums.append(GridRow(None, _sums(heads, row, first), first.words))
            continue
        is_more = bool(found) and heads.name is not None and not row[heads.name].lines
        grid = found[-1] if is_more else Grid(is_other=bool(found))
        for index, cell in enumerate(row):
            if not cell.lines:
                continue
            label = heads.labels[index]
            if index == heads.name and (label is None or label.key == DECOR):
                grid.titles = list(cell.lines)
            else:
                _add(grid, label, heads.words[index], list(cell.lines))
        if not is_more:
            found.append(grid)
    if found:
        found[-1].rows += sums
    return found


def _with_facts_of_several(heads: _Heads, rows: Sequence[CellRow]) -> Iterator[CellRow]:
    """Yield rows in which a fact whose cell goes over several rows, as a department does, is in each of them."""
    above: CellRow = ()
    for row in rows:
        if above and (heads.name is None or row[heads.name].lines):
            labels = zip(heads.labels, row, above, strict=True)
            row = [
                over if cell.merged and label and label.key in _SHARED_FACTS else cell for label, cell, over in labels
            ]
        yield row
        above = row


def _sums(heads: _Heads, row: CellRow, first: Cell) -> list[TextLine]:
    """Return the lines of a row of sums, each with the head of its column; `first` says that it is one."""
    return [
        replace(line, text=f"{words} : {line.text}" if words else line.text)
        for words, cell in zip(heads.words, row, strict=True)
        for line in cell.lines
        if cell is not first
    ]


def _one_case(heads: _Heads, rows: Sequence[CellRow]) -> Grid:
    """Return the case whose parts are the rows: under each label, the words of each part."""
    grid = Grid()
    for row in rows:
        part = row[heads.axis].words if heads.axis is not None else ""
        for index, cell in enumerate(row):
            if cell.lines and index != heads.axis:
                label = heads.labels[index]
                # Partners have no parts.
                has_parts = bool(part) and not (label and label.key == "partenaires")
                _add(grid, label, heads.words[index], _under(part, cell) if has_parts else list(cell.lines))
    return grid


def _under(part: str, cell: Cell) -> list[TextLine]:
    head = TextLine(f"{part.rstrip(' :')} :", level=1, place=cell.lines[0].place)
    return [head, *(replace(line, level=line.level + 2) for line in cell.lines)]


def _add(grid: Grid, label: Label | None, words: str, lines: list[TextLine]) -> None:
    """Add lines to the row of a label, which several rows of the table may fill."""
    same = next((row for row in grid.rows if row.label is label and (label or row.unknown == words)), None)
    if same:
        same.lines += lines
    else:
        grid.rows.append(GridRow(label, lines, "" if label else words))
