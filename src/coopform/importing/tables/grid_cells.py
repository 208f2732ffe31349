"""The cells of tables: which are labels, and which hold a label with its text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coopform.importing.blocks import Cell, TextLine
from coopform.importing.labels import rubric_labels
from coopform.importing.labels.guiding_questions import is_guiding_question
from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.rubric_labels import Label, Labels, label_of_question
from coopform.importing.labels.sheet_kinds import is_sheet_kind
from coopform.importing.lines.dress import dress_of
from coopform.text.folding import fold

CellRow = Sequence[Cell]
# « Total », « Sous-total Ardèche », « Total général (16 fiches) », « Moyenne par fiche »
_SUM = re.compile(
    r"(?:sous|sub)[- ]?tota(?:l|ux)\b.{0,40}"
    r"|(?:grand )?(?:total|totaux|moyennes?|average)(?: (?:general|generaux|de|des|du|par|of|per)\b.{0,40})?"
    r"(?:\s*[^\w\s].{0,40})?"
)


@dataclass(slots=True)
class GridRow:
    """A row of a grid.

    Attributes:
        label: of its rubric; None if it has none that is known.
        lines: its content.
        unknown: the words in the place of a label, if they are not a known one.
    """

    label: Label | None
    lines: list[TextLine]
    unknown: str = ""


@dataclass(slots=True)
class Grid:
    """A case in a table.

    Attributes:
        titles: the lines above its rows, one of which may be the title of the case.
        rows: its rows.
        above: the lines above a table of several cases.
        is_other: whether it is another case than the one before it in the same table.
    """

    titles: list[TextLine] = field(default_factory=list)
    rows: list[GridRow] = field(default_factory=list)
    is_other: bool = False
    above: list[TextLine] = field(default_factory=list)


@dataclass(slots=True)
class LaidOut:
    """A table that only sets texts side by side: the cells that have words, each to be read as a text."""

    cells: list[Cell]


def label_in(cell: Cell, labels: Labels) -> Label | None:
    """Return the label in a cell, alone or above other lines, as the guiding question of a blank sheet.

    Common words may be around it: « Quels sont les enjeux ? »
    """
    label, _ = label_and_rest(cell, labels)
    return label if label and label.is_plain else None


def label_and_rest(cell: Cell, labels: Labels) -> tuple[Label | None, list[TextLine]]:
    """Return the label in a cell that is in the place of labels, also with words around it, and its other lines.

    The guiding question of a blank sheet is left out.
    """
    if not cell.lines:
        return None, []
    words, first = cell.words, cell.lines[0].text
    whole = labels.find(words)
    label = whole or labels.find(first)
    if label is None:
        whole = labels.likely(words)
        label = whole or labels.likely(first)
    if label is None:
        whole = label = rubric_labels.sheet_title(words) if is_sheet_kind(words) else label_of_question(words)
    rest = [] if whole or label is None else [line for line in cell.lines[1:] if not is_guiding_question(line.text)]
    return label, rest


def holds_text_of_label(cell: Cell, labels: Labels) -> bool:
    """Return whether a cell has a label and the text that belongs to it."""
    if not cell.lines or labels.find(cell.words):
        return False
    first, *others = cell.lines
    if labels.find(first.text):
        return any(not is_guiding_question(line.text) for line in others)
    begun = label_begun(first.text, labels)
    if begun and begun[0].is_sure:
        return True
    return bool(others) and dress_of(first).is_set_off and labels.likely(first.text) is not None


def label_count(cells: Iterable[Cell], labels: Labels) -> int:
    """Return how many of some cells have a label."""
    return sum(label_in(cell, labels) is not None for cell in cells)


def is_sum(cell: Cell) -> bool:
    """Return whether a cell names a sum of the others, in the place of the name of a case: « Total »."""
    return _SUM.fullmatch(fold(cell.words).strip(" :.")) is not None


def filled(row: CellRow) -> list[int]:
    """Return the columns of a row that have words."""
    return [index for index, cell in enumerate(row) if cell.lines]
