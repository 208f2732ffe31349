"""The pages of the synoptic table: which cases and rows each has, in which size of type.

Lengths are in millimetres, sizes of type in points; those of `synoptic.css` are the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from coopform.comparing.comparison import Comparison
from coopform.comparing.synthesis import SynthesisRow
from coopform.handouts import phrases
from coopform.handouts.layout.column_widths import uneven_widths
from coopform.handouts.layout.paged_rows import CellPoints, RowsFrame, RowsPage
from coopform.handouts.layout.points_room import Setting
from coopform.model.case import Case, Point, Recueil
from coopform.text.i18n import Translator

# Above and below the words of a row, with its rule; beside the words of a cell, where bullets hang.
PADDING, SYNTHESIS_PADDING, GUTTER, HEAD_PADDING = 3.6, 2.6, 6.0, 4.6
LEADING = 1.26
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
SYNTHESIS_SIZES = (10.0,)
# Pages of the same cases lie side by side: their type is alike, a tenth larger at most where there is room.
MOST_LARGER = 1.1
NAME_SIZE, BACK_NAME_SIZE, FORM_SIZE, DISC, BESIDE_DISC = 11.5, 10.0, 9.0, 10.0, 13.0
NAME_LINES = 7
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


PAPERS = {"a3": Paper(394, 277.5, 36, 6, 5), "a4": Paper(275, 189.5, 36, 6, 3)}


class TableHead(NamedTuple):
    """What heads the columns of a table: the names of the cases, cut to some lines, and its height in millimetres."""

    names: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class TablePage:
    """A part of a table: the cases in its columns, and its rows.

    Attributes:
        places: of the cases.
        names: of the cases, cut to some lines.
        rows: the rows; their cells are in the order of `places`.
        is_first: whether it begins the table of these cases.
        height: of the table with its head, in millimetres.
        widths: of the columns of the cases; none where they are of one width.
    """

    places: range
    names: tuple[str, ...]
    rows: RowsPage
    is_first: bool
    height: float
    widths: tuple[float, ...] = ()


class Columns(NamedTuple):
    """The columns of a table.

    Attributes:
        paper: what it is printed on.
        number: of the columns.
        t: into the language of the document.
        uneven: the widths of the words of the cases, where they are not of one width.
    """

    paper: Paper
    number: int
    t: Translator
    uneven: tuple[float, ...] = ()

    @property
    def cell(self) -> float:
        """The width of the words of a cell, in columns of one width."""
        paper = self.paper
        return (paper.width - paper.label - paper.edge) / self.number - GUTTER

    @property
    def words(self) -> tuple[float, ...]:
        """The widths of the words of the cells."""
        return self.uneven or (self.cell,) * self.number

    def head(self, cases: Sequence[Case], *, with_form: bool, size: float = NAME_SIZE) -> TableHead:
        """Return what heads the columns of these cases, with or without their forms of agreement."""
        names, heights = [], [DISC]
        for case, cell in zip(cases, self.words, strict=False):
            width = cell - BESIDE_DISC
            name = Setting(size, 1.15, width, self.t.language)
            form = Setting(FORM_SIZE, 1.25, width, self.t.language)
            words = phrases.named_forms(case, self.t)
            names.append(name.cut(case.short_title, lines=NAME_LINES, is_strong=True))
            own = name.text_height(names[-1], is_strong=True)
            heights.append(own + (form.text_height(words) if with_form else 0.0))
        return TableHead(tuple(names), max(heights) + (HEAD_PADDING if with_form else SYNTHESIS_PADDING))

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
    labels = [t(row.rubric.label) for row in compared.rows]
    pages: list[TablePage] = []
    for group in groups:
        cases = [compared.cases[place] for place in group]
        cells = [tuple(row.cells[place] for place in group) for row in compared.rows]
        table = partial(_grid, cases=cases, group=group, room=room, labels=labels, cells=cells)
        columns = Columns(paper, len(group) + with_us, t)
        pages += _fewest(columns, table, cells)
    return pages


def _grid(
    columns: Columns,
    *,
    cases: Sequence[Case],
    group: range,
    room: float,
    labels: Sequence[str],
    cells: Sequence[CellPoints],
) -> list[TablePage]:
    head = columns.head(cases, with_form=True)
    return _table(columns, group, head, room, labels, cells, SIZES, PADDING, room)


def _fewest(
    columns: Columns, table: Callable[[Columns], list[TablePage]], cells: Sequence[CellPoints]
) -> list[TablePage]:
    """Return a table on as few pages as columns of one width or of several need, then with as few divided rows.

    Where one case says much more than the others, its column is wider.
    """
    pages = table(columns)
    if len(pages) == 1:
        return pages
    setting = Setting(SIZES[-1], LEADING, columns.cell, columns.t.language, hangs=True)
    heights = [sum(map(setting.height, column)) for column in zip(*cells, strict=True)]
    uneven = uneven_widths(heights, columns.cell * len(heights))
    return min([pages, *(table(columns._replace(uneven=widths)) for widths in uneven)], key=_cost)


def _cost(pages: Sequence[TablePage]) -> tuple[int, int]:
    """Return the number of pages, then that of rows and parts of rows."""
    return len(pages), sum(len(page.rows.rows) for page in pages)


def synthesis_tables(
    compared: Comparison, paper: Paper, groups: Sequence[range], room: float, t: Translator, *, with_us: bool
) -> list[TablePage]:
    """Return the tables of the synthesis, each as high as its words; `room` is what one may take."""
    tables: list[TablePage] = []
    for group in groups:
        columns = Columns(paper, len(group) + with_us, t)
        head = columns.head([compared.cases[place] for place in group], with_form=False, size=BACK_NAME_SIZE)
        labels = [_synthesis_label(row, t) for row in compared.synthesis]
        cells = [tuple(_points(row.cells[place]) for place in group) for row in compared.synthesis]
        tables += _table(columns, group, head, room, labels, cells, SYNTHESIS_SIZES, SYNTHESIS_PADDING, 0.0)
    return tables


def _table(
    columns: Columns,
    group: range,
    head: TableHead,
    room: float,
    labels: Sequence[str],
    cells: Sequence[CellPoints],
    sizes: Sequence[float],
    padding: float,
    most_spare: float,
) -> list[TablePage]:
    frame = RowsFrame(
        room=room - head.height,
        widths=columns.words[: len(group)],
        padding=padding,
        sizes=sizes,
        leading=LEADING,
        language=columns.t.language,
        label=lambda place, continues, size: columns.label(labels[place], size, continues=continues),
        most=len(cells),
        most_spare=most_spare,
        most_larger=MOST_LARGER,
    )
    pages = frame.paged(cells)
    heights = [head.height + sum(row.height for row in page.rows) for page in pages]
    widths = tuple(width + GUTTER for width in columns.uneven)
    both = enumerate(zip(pages, heights, strict=True))
    return [TablePage(group, head.names, page, number == 0, height, widths) for number, (page, height) in both]


def _synthesis_label(row: SynthesisRow, t: Translator) -> str:
    return " ".join([t(row.label), *([t("reading")] if row.is_reading else [])])


def _points(texts: Sequence[str]) -> tuple[Point, ...]:
    return tuple(Point(texte=text) for text in texts)
