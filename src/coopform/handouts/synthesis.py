"""The synthesis: how each co-operation is organised, on one A3; and the same to fill in.

Lengths are in millimetres, sizes of type in points; those of `synthesis.css` are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing import synthesis
from coopform.comparing.synthesis import SynthesisRow
from coopform.handouts.documents import Content, Document
from coopform.handouts.layout import columns
from coopform.handouts.layout.paged_rows import RowsFrame, RowsPage
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.render_run import RenderRun
from coopform.handouts.small_print import labelled_source, signed_readings
from coopform.handouts.synoptic_grid import PAPERS, Columns
from coopform.model.case import Case, Point, Recueil
from coopform.text.i18n import Translator, mark

PAPER = PAPERS["a3"]
HEAD, PADDING, LEADING = 18.0, 3.0, 1.26
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
LABEL, NOTE_SIZE, SMALL_SIZE, GAP = 39.0, 9.0, 9.0, 2.0
# After a paragraph, in sizes of the text. Two lines to write on; beside a box; the rails of the ladder and their ends,
# and what a step takes besides its words.
AFTER, LINES, BOX, RAIL, ENDS, STEP = 0.2, 15.5, 6.0, 5.0, 2.0, 0.9
LADDER = "integration"
NOTES = {
    "configuration": mark("Who co-operates with whom."),
    LADDER: mark("How far the partners commit themselves: five steps, from the lightest to the closest."),
}


@dataclass(frozen=True, slots=True)
class SynthesisPage:
    """A page of the synthesis.

    Attributes:
        places: of its cases.
        names: of its cases, cut to some lines.
        rows: its rows.
        is_first: whether it begins the table of these cases.
    """

    places: range
    names: tuple[str, ...]
    rows: RowsPage
    is_first: bool


@dataclass(frozen=True, slots=True)
class Synthesis(Content):
    """What the synthesis holds."""

    rows: Sequence[SynthesisRow]
    pages: Sequence[SynthesisPage]
    empty: bool  # whether it is to be filled in
    notes: dict[str, str]  # by key of a row, what its terms mean, as a message


def synthesis_of(cases: Sequence[Case], recueil: Recueil, *, empty: bool = False) -> Document[Synthesis]:
    """Return the synthesis: how each case is organised, as its signed reading says, or with all boxes empty."""
    t = Translator(recueil.langue)
    rows = [row.labelled(t) for row in synthesis.page_rows(cases, empty=empty)]
    groups = columns.split(len(cases), "a3")
    pages = [page for group in groups for page in _pages(cases, recueil, rows, group, t, empty=empty)]
    content = Synthesis(rows, pages, empty, NOTES)
    return Document("synthesis", recueil.langue, recueil, cases, content, "empty" if empty else "")


def documents_of(run: RenderRun) -> Iterator[Document[Synthesis]]:
    """Yield the synthesis, then the one to fill in."""
    yield synthesis_of(run.cases, run.recueil)
    yield synthesis_of(run.cases, run.recueil, empty=True)


def has_boxes(row: SynthesisRow, cell: Sequence[str]) -> bool:
    """Return whether a cell shows the terms of its row as boxes: nothing is said, or one of them."""
    is_choice = row.key in NOTES and all(text in row.options for text in cell)
    return bool(row.options) and (is_choice or not cell)


def _pages(
    cases: Sequence[Case], recueil: Recueil, rows: Sequence[SynthesisRow], group: range, t: Translator, *, empty: bool
) -> Iterator[SynthesisPage]:
    shown = [cases[place] for place in group]
    table = Columns(PAPER, len(group), t)
    head = table.head(shown, with_form=False)
    frame = RowsFrame(
        room=PAPER.height - HEAD - head.height - _legend(shown, recueil, t, empty=empty),
        widths=table.words,
        padding=PADDING,
        sizes=SIZES,
        leading=LEADING,
        language=t.language,
        label=lambda place, _, size: _least(rows[place], group, table, size, is_named=not empty),
        most=len(rows),
        most_spare=PAPER.height,
    )
    said = [tuple(_said(row, row.cells[place]) for place in group) for row in rows]
    for number, page in enumerate(frame.paged(said)):
        yield SynthesisPage(group, head.names, page, number == 0)


def _said(row: SynthesisRow, cell: Sequence[str]) -> tuple[Point, ...]:
    return () if has_boxes(row, cell) else tuple(Point(texte=text) for text in cell)


def _least(row: SynthesisRow, group: range, table: Columns, size: float, *, is_named: bool) -> float:
    """Return the height of a row without its words: of its label, its boxes, its lines to write on.

    With `is_named` a form that is missing is to be specified, above its lines.
    """
    t = table.t
    small = Setting(NOTE_SIZE, LEADING, LABEL, t.language)
    words = Setting(size, LEADING, LABEL, t.language)
    line = words.text_height("")
    label = words.text_height(t(row.label), is_strong=True)
    label += small.text_height(t(NOTES[row.key])) if row.key in NOTES else 0.0
    label += small.text_height(t("reading")) if row.is_reading else 0.0
    heights = [label]
    for place in group:
        cell = row.cells[place]
        if has_boxes(row, cell):
            heights.append(_boxes(row, table, size))
        elif not cell:
            heights.append(LINES + (line + AFTER * size * MM_PER_PT if is_named and row.key == "outil" else 0.0))
    return max(heights)


def _boxes(row: SynthesisRow, table: Columns, size: float) -> float:
    rails = RAIL if row.key == LADDER else 0.0
    ends = ENDS if row.key == LADDER else 0.0
    setting = Setting(size, LEADING, table.cell - BOX - rails, table.t.language)
    heights = [setting.text_height(option, is_strong=True) + STEP for option in row.options]
    # The last box of an open list has a line to write on.
    other = 2 * setting.text_height("") if row.key not in NOTES else 0.0
    return sum(heights) + other + ends


def _legend(cases: Sequence[Case], recueil: Recueil, t: Translator, *, empty: bool) -> float:
    setting = Setting(SMALL_SIZE, 1.3, PAPER.width - 20, t.language)
    lines = [t("The empty boxes and lines are for the group to fill in."), recueil.pied_de_page]
    if not empty:
        lines += [signed_readings(cases, t)]
        lines += dict.fromkeys(labelled_source(source, t) for case in cases for source in case.sources)
    return GAP + sum(setting.text_height(line) for line in lines if line)
