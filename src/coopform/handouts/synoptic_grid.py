"""The pages of the synoptic table: which cases and rows each has, in which size of type.

Lengths are in millimetres, sizes of type in points; those of `synoptic.css` are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coopform.comparing.comparison import Comparison
from coopform.comparing.synthesis import SynthesisRow
from coopform.handouts.paged_rows import CellPoints, RowsFrame, RowsPage
from coopform.handouts.points_room import Setting
from coopform.model.case import Case, Point, Recueil
from coopform.text.i18n import Translator

# Above and below the words of a row, with its rule; beside the words of a cell, where bullets hang.
PADDING, SYNTHESIS_PADDING, GUTTER, HEAD_PADDING = 3.6, 2.6, 6.0, 4.6
LEADING = 1.26
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
SYNTHESIS_SIZES = (10.0,)
NAME_SIZE, FORM_SIZE, DISC, BESIDE_DISC = 11.5, 9.0, 10.0, 13.0
TITLE_SIZE, KICKER, RULE, FOOT, BACK_HEAD = 20.0, 5.0, 3.0, 7.0, 7.0


class Paper(NamedTuple):
    """A paper without its margins, and how the table is set on it.

    Attributes:
        width: of the table.
        height: of a page.
        label: the width of the labels of the rows, their numbers included.
        edge: the width of the numbers at the other edge.
        quotations: how many columns the quotations of shared words have.
    """

    width: float
    height: float
    label: float
    edge: float
    quotations: int


PAPERS = {"a3": Paper(394, 277.5, 36, 6, 5), "a4": Paper(275, 189.5, 33, 6, 3)}


@dataclass(frozen=True, slots=True)
class TablePage:
    """A part of a table: the cases in its columns, and its rows.

    Attributes:
        places: of the cases.
        rows: the rows; their cells are in the order of `places`.
        is_first: whether it begins the table of these cases.
        height: of the table with its head, in millimetres.
    """

    places: range
    rows: RowsPage
    is_first: bool
    height: float


class Columns(NamedTuple):
    """The columns of a table: the paper, how many they are, the language of the document."""

    paper: Paper
    number: int
    t: Translator

    @property
    def cell(self) -> float:
        """The width of the words of a cell."""
        paper = self.paper
        return (paper.width - paper.label - paper.edge) / self.number - GUTTER

    def head(self, cases: Sequence[Case], *, with_form: bool) -> float:
        """Return the height of the names of the cases, and of their forms of agreement."""
        width = self.cell - BESIDE_DISC
        name = Setting(NAME_SIZE, 1.15, width, self.t.language)
        form = Setting(FORM_SIZE, 1.25, width, self.t.language)
        heights = [DISC]
        for case in cases:
            words = " + ".join(case.outil) or self.t("To be specified")
            own = name.text_height(case.short_title, is_strong=True)
            heights.append(own + (form.text_height(words) if with_form else 0.0))
        return max(heights) + (HEAD_PADDING if with_form else SYNTHESIS_PADDING)

    def label(self, text: str, size: float, *, continues: bool) -> float:
        """Return the height of the label of a row at a size of the type, with a line more where the row continues."""
        setting = Setting(size, LEADING, self.paper.label - 8, self.t.language)
        return setting.text_height(text, is_strong=True) + (setting.text_height("") if continues else 0.0)


def room_of_page(recueil: Recueil, paper: Paper, t: Translator) -> float:
    """Return the height of a page between its head and its foot."""
    return paper.height - _title_height(recueil, paper, t) - FOOT


def room_of_back(paper: Paper) -> float:
    """Return the height of a page behind the grid, between its head of one line and its foot."""
    return paper.height - BACK_HEAD - FOOT


def _title_height(recueil: Recueil, paper: Paper, t: Translator) -> float:
    """Return the height of what heads each page."""
    title = recueil.titre or t("Co-operations side by side")
    facts = recueil.sous_titre or recueil.date or recueil.lieu
    lines = Setting(TITLE_SIZE, 1.15, paper.width - 50, t.language).text_height(title, is_strong=True)
    return KICKER + lines + (KICKER if facts else 0.0) + RULE


def grid_pages(
    compared: Comparison, recueil: Recueil, paper: Paper, groups: Sequence[range], *, with_us: bool
) -> list[TablePage]:
    """Return the pages of the grid, those of each group of cases in turn.

    Args:
        compared: the cases side by side.
        recueil: the collection, whose title heads each page.
        paper: what they are printed on.
        groups: the places of the cases that are on the same pages.
        with_us: whether there is an empty last column.
    """
    t = Translator(recueil.langue)
    room = room_of_page(recueil, paper, t)
    rows = [(row.rubric, row.cells) for row in compared.rows]
    pages: list[TablePage] = []
    for group in groups:
        columns = Columns(paper, len(group) + with_us, t)
        head = columns.head([compared.cases[place] for place in group], with_form=True)
        labels = [t(rubric.label) for rubric, _ in rows]
        cells = [tuple(of_row[place] for place in group) for _, of_row in rows]
        pages += _table(columns, group, head, room, labels, cells, SIZES, PADDING, room)
    return pages


def synthesis_tables(
    compared: Comparison, paper: Paper, groups: Sequence[range], room: float, t: Translator, *, with_us: bool
) -> list[TablePage]:
    """Return the tables of the synthesis, each as high as its words; `room` is what one may take."""
    tables: list[TablePage] = []
    for group in groups:
        columns = Columns(paper, len(group) + with_us, t)
        head = columns.head([compared.cases[place] for place in group], with_form=False)
        labels = [_synthesis_label(row, t) for row in compared.synthesis]
        cells = [tuple(_points(row.cells[place]) for place in group) for row in compared.synthesis]
        tables += _table(columns, group, head, room, labels, cells, SYNTHESIS_SIZES, SYNTHESIS_PADDING, 0.0)
    return tables


def _table(
    columns: Columns,
    group: range,
    head: float,
    room: float,
    labels: Sequence[str],
    cells: Sequence[CellPoints],
    sizes: Sequence[float],
    padding: float,
    most_spare: float,
) -> list[TablePage]:
    frame = RowsFrame(
        room=room - head,
        width=columns.cell,
        padding=padding,
        sizes=sizes,
        leading=LEADING,
        language=columns.t.language,
        label=lambda place, continues, size: columns.label(labels[place], size, continues=continues),
        most=len(cells),
        most_spare=most_spare,
    )
    pages = frame.paged(cells)
    heights = [head + sum(row.height for row in page.rows) for page in pages]
    return [TablePage(group, page, number == 0, heights[number]) for number, page in enumerate(pages)]


def _synthesis_label(row: SynthesisRow, t: Translator) -> str:
    return " ".join([t(row.label), *([t("reading")] if row.is_reading else [])])


def _points(texts: Sequence[str]) -> tuple[Point, ...]:
    return tuple(Point(texte=text) for text in texts)
