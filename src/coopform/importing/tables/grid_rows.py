"""Tables of labels and texts for one case, or for cases one after the other: beside, above, or in pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopform.importing.blocks import Cell, TextLine, lines_of
from coopform.importing.labels.guiding_questions import is_guiding_question
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

# A case with fewer rubrics goes on after a row that may be a title.
_FULL = 3
_FEWEST_QUESTIONS = 2
_LONGEST_LABEL = 40


def read_rows(rows: Sequence[CellRow], labels: Labels) -> list[Grid] | None:
    """Return the cases of a table of labels and texts; None if it has too few labels."""
    columns = _label_columns(rows, labels)
    known = label_count((row[column] for row in rows for column in columns), labels)
    fewest = 2 if len(rows) > 1 and not _is_headed(rows[0]) else 1
    if known < fewest or (len(rows[0]) > 2 and not _is_mostly_known(rows, columns, labels)):
        return None
    reader = _Reader(columns, labels, _questions(rows, columns))
    afters = (*rows[1:], None)
    for row, after, rest in zip(rows, afters, _keys_below(rows, columns, labels), strict=True):
        reader.take(row, after, rest)
    return reader.found


@dataclass(frozen=True, slots=True)
class _Below:
    """The keys of the labels below a row: that of the next one, empty without one, and all of them."""

    first: str = ""
    all: frozenset[str] = frozenset()


def _keys_below(rows: Sequence[CellRow], columns: Sequence[int], labels: Labels) -> list[_Below]:
    """Return the keys of the labels below each row."""
    found = [_Below()]
    for row in reversed(rows[1:]):
        keys = [label.key for column in columns if (label := label_in(row[column], labels))]
        below = found[-1]
        found.append(_Below(keys[0], below.all.union(keys)) if keys else below)
    return found[::-1]


def _label_columns(rows: Sequence[CellRow], labels: Labels) -> list[int]:
    """Return the columns in which at least half of the words are labels; else the first."""
    found = []
    for column in range(len(rows[0])):
        cells = [row[column] for row in rows if row[column].lines]
        # Beside a label in the last column there is no text: it is a word, or is above its text.
        is_last = 0 < column == len(rows[0]) - 1
        known = sum(_are_labels(row, column, labels) for row in rows) if is_last else label_count(cells, labels)
        if known and 2 * known >= len(cells):
            found.append(column)
    return found if found and found[0] < 2 else [0, *found]


def _are_labels(row: CellRow, column: int, labels: Labels) -> bool:
    """Return whether a cell of a row is a label, as all others with words are."""
    return bool(row[column].lines) and all(label_in(row[index], labels) for index in filled(row))


def _questions(rows: Sequence[CellRow], columns: Sequence[int]) -> dict[int, str]:
    """Return the columns of the questions that a facilitator asks, between labels and answers, with their headings."""
    found = {}
    for column in range(columns[0] + 1, len(rows[0]) - 1):
        words = [row[column].words for row in rows if row[column].lines]
        asked = [text for text in words if text.endswith("?")]
        if column not in columns and len(asked) >= _FEWEST_QUESTIONS and len(words) - len(asked) <= 1:
            found[column] = "" if len(words) == len(asked) else words[0]
    return found


def _is_mostly_known(rows: Sequence[CellRow], columns: Sequence[int], labels: Labels) -> bool:
    """Return whether a wide table is about the grid: one whose first words are mostly unknown is not."""
    firsts = [row[columns[0]] for row in rows if row[columns[0]].lines]
    return 2 * label_count(firsts, labels) >= len(firsts)


class _Reader:
    """Reads row by row; `_heads` are the rows of the grid whose labels are above the next rows, by column."""

    def __init__(self, columns: Sequence[int], labels: Labels, questions: Mapping[int, str]) -> None:
        self._columns = columns
        self._labels = labels
        self._heads: dict[int, GridRow] = {}
        # The headings of columns beside that of the texts: « Commentaires », « Question ».
        self._notes = dict(questions)
        self.found = [Grid()]

    def take(self, row: CellRow, after: CellRow | None, below: _Below) -> None:
        """Take a row; `after` is the next one, `below` the keys of all those below."""
        cells = filled(row)
        known = [column for column in self._columns if column in cells and label_in(row[column], self._labels)]
        # Below « Partenaires | Rôle », « Pilotage » is a text.
        is_below_heads = len(self._heads) > 1 and cells == sorted(self._heads) and cells[0] not in known
        if self._heads and (not known or is_below_heads):
            self._fill_heads(row)
            return
        self._heads = {}
        within = self._own_label_within(cells, row) if len(known) < 2 else None
        if within is not None:
            self._take_within(row, within)
            return
        is_headed = bool(after) and (_is_headed(row) or _is_even(row, cells))
        if known and ((known == cells and self._are_above(cells, after)) or (is_headed and known[0] == cells[0])):
            for column in cells:
                self._heads[column] = self._add(row[column], [])
            return
        pairs = [column for column in self._columns if column in known or (known and _is_in_pair(row, column))]
        if len(pairs) > 1:
            self._take_pairs(row, pairs)
        else:
            self._take_one(row, known[0] if known else None, below)

    def _own_label_within(self, cells: Sequence[int], row: CellRow) -> int | None:
        """Return the column of a label of the grid in a group of rows, with a text after it; None without one.

        « Enjeux et ambitions | Enjeux | L’eau », and the next row, whose first cell is merged with that one.
        """
        inside = [column for column in cells[:-1] if column not in self._columns]
        labels = ((column, self._labels.find(row[column].words)) for column in inside)
        return next((column for column, label in labels if label and label.is_of_grid and label.key != DECOR), None)

    def _take_within(self, row: CellRow, column: int) -> None:
        unknown = [cell for cell in row[:column] if label_and_rest(cell, self._labels)[0] is None]
        if name := lines_of(unknown):
            self.found[-1].rows.append(GridRow(None, name))
        self._add(row[column], lines_of(row[column + 1 :]))

    def _are_above(self, cells: Sequence[int], after: CellRow | None) -> bool:
        """Return whether the labels of a row are above their texts: the next row has no label, and words below."""
        if after is None or any(label_in(after[column], self._labels) for column in self._columns):
            return False
        below = filled(after)
        return set(below) <= set(cells) if len(cells) == 1 else bool(set(below) & set(cells))

    def _fill_heads(self, row: CellRow) -> None:
        columns = sorted(self._heads)
        for column in filled(row):
            nearest = max((head for head in columns if head <= column), default=columns[0])
            self._heads[nearest].lines += row[column].lines

    def _take_pairs(self, row: CellRow, known: Sequence[int]) -> None:
        ends = [*known[1:], len(row)]
        if row[0].lines and known[0] != 0:
            self.found[-1].rows.append(GridRow(None, lines_of(row[: known[0]])))
        for column, end in zip(known, ends, strict=True):
            self._add(row[column], lines_of(row[column + 1 : end]))

    def _take_one(self, row: CellRow, column: int | None, below: _Below) -> None:
        grid = self.found[-1]
        if column is None:
            self._take_unknown(row, below)
            return
        before = lines_of(row[:column])
        if before:
            # The name of a group of rows.
            grid.rows.append(GridRow(None, before))
        label = label_in(row[column], self._labels)
        if label and label.key == DECOR and not grid.rows:
            # « Rubrique | Entente TRIDAN »: the cell next to the heading of the labels has the title.
            self._take_headings(row, column)
            return
        self._add(row[column], lines_of([cell for i, cell in enumerate(row) if i > column and i not in self._notes]))
        for index, words in self._notes.items():
            if row[index].lines:
                grid.rows.append(GridRow(None, list(row[index].lines), words))

    def _take_headings(self, row: CellRow, column: int) -> None:
        others = [index for index in filled(row) if index > column]
        others = [index for index in others if index not in self._notes]
        contents = [index for index in others if self._labels.is_no_name(row[index].words)]
        titles = [line for index in others if index not in contents for line in row[index].lines]
        self.found[-1].titles += [line for line in titles if self._labels.find(line.text) is None]
        if contents and not self._labels.is_content(row[contents[0]].words):
            self.found[-1].rows.append(GridRow(None, list(row[contents[0]].lines)))
        if len(contents) > 1 and not titles:
            self._notes.update({index: row[index].words for index in contents[1:]})

    def _take_unknown(self, row: CellRow, below: _Below) -> None:
        grid = self.found[-1]
        if _may_be_title(row) and not self._is_likely(row) and (not grid.rows or _is_whole(grid, row, below)):
            if grid.rows:
                grid = Grid()
                self.found.append(grid)
            grid.titles.extend(lines_of(row))
            return
        first = row[self._columns[0]]
        if not first.lines and grid.rows:
            grid.rows[-1].lines.extend(lines_of(row))
            return
        self._add(first, lines_of([cell for index, cell in enumerate(row) if index != self._columns[0]]))

    def _is_likely(self, row: CellRow) -> bool:
        return label_and_rest(row[0], self._labels)[0] is not None

    def _add(self, first: Cell, lines: list[TextLine]) -> GridRow:
        label, rest = label_and_rest(first, self._labels)
        lines = [line for line in lines if not is_guiding_question(line.text)]
        row = GridRow(label, [*rest, *lines], "" if label else first.words)
        self.found[-1].rows.append(row)
        return row


def _is_headed(row: CellRow) -> bool:
    """Return whether the first cell of a row is merged with all the others."""
    return len(row) > 1 and all(cell.merged for cell in row[1:])


def _is_even(row: CellRow, cells: Sequence[int]) -> bool:
    """Return whether the filled cells of a row are each merged with as many others: heads over a row of texts."""
    widths = {end - start for start, end in zip(cells, [*cells[1:], len(row)], strict=True)}
    return (
        len(cells) > 1
        and len(widths) == 1
        and widths != {1}
        and not any(row[index].merged is (index in cells) for index in range(cells[0], len(row)))
    )


def _is_in_pair(row: CellRow, column: int) -> bool:
    """Return whether a cell in a column of labels, which is none that is known, has a text of its own beside it."""
    cell, after = row[column], row[column + 1 : column + 2]
    return column > 0 and len(cell.lines) == 1 and len(cell.words) <= _LONGEST_LABEL and bool(after and after[0].lines)


def _may_be_title(row: CellRow) -> bool:
    """Return whether a row has a single filled cell, which is no sum: across its columns, or after an empty one."""
    cells = filled(row)
    return len(cells) == 1 and (bool(row[0].lines) or not row[0].merged) and not is_sum(row[cells[0]])


def _is_whole(grid: Grid, row: CellRow, below: _Below) -> bool:
    """Return whether a case ends above a row that may be a title: it has rubrics enough, and some of them come again.

    Below a row whose first cell is empty, which may go on with the text above it, the very next one does.
    """
    keys = {found.label.key for found in grid.rows if found.label}
    again = below.all if row[0].lines else {below.first}
    return len(keys) >= _FULL and not keys.isdisjoint(again)
