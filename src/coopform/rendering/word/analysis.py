"""The working pages for subgroups: the definition of co-operation as questions to a case, one page per case.

The boxes are ticked by a click; the triangle and the scale are marked on paper.
"""

from collections.abc import Sequence
from math import ceil

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from coopform.handouts import phrases
from coopform.handouts.analysis_pages import QUESTIONS
from coopform.handouts.documents import Content, Document
from coopform.model.case import Case
from coopform.model.grid import GRID
from coopform.rendering.word import drawings, fact_lines, styles, tables
from coopform.rendering.word.page import A4
from coopform.rendering.word.words import one_line
from coopform.rendering.word.writer import Words, Writer
from coopform.text.typography import shorten

_SIZES = styles.Sizes(text=10, title=18, headings=(16, 10.5, 10), padding=2.5)
# More partners are in two columns; further ones are left to the last line.
_MOST_IN_A_COLUMN, _MOST_PARTNERS = 4, 9
# Characters of a partner on a line of the page, and on one of half the page.
_LONGEST, _LONGEST_IN_HALF = 80, 36
# Characters of a title on three lines of its page, and on two.
_LONGEST_TITLE, _TWO_LINES = 160, 110
# Lines to write an answer on, where the partners of the case leave room for more and where they do not.
_LINES, _FEWER_LINES = 5, 4
# Those under the triangle, where the title takes two lines of the page at most and the partners few.
_UNDER_TRIANGLE, _FEW_PARTNERS = 2, 6
# Width and height, in millimetres.
_TRIANGLE, _SCALE = (40.0, 24.0), (76.0, 4.0)
_STEPS = 5


def make(document: Document[Content]) -> Writer:
    """Return one working page for each case."""
    writer = Writer(document, A4, _SIZES)
    for number, case in enumerate(document.cases):
        letter = document.letters[number] if document.letters else ""
        _page(writer, case, letter, is_first=not number)
    return writer


def _page(writer: Writer, case: Case, letter: str, *, is_first: bool) -> None:
    docx, t = writer.docx, writer.t
    kicker = writer.add(docx, "Kicker", " · ".join(filter(None, [t("Analysis page"), letter])))
    kicker.paragraph_format.page_break_before = None if is_first else True
    title = shorten(one_line(case.titre), _LONGEST_TITLE)
    with writer.in_language(case.langue):
        writer.add(docx, "heading 1", title)
    fact_lines.facts(writer, docx, [shorten(" · ".join(phrases.facts(case, t)), _LONGEST_TITLE)])
    _who(writer)
    tables.gap(writer, docx)
    half = writer.page.measure / 2
    table = tables.add(writer, (half, half), t("Analysis page"))
    lines = _FEWER_LINES if len(case.partenaires) > 2 else _LINES
    _wanted(writer, tables.add_row(table), lines)
    _gains(writer, table, case)
    has_room = len(title) <= _TWO_LINES and len(case.partenaires) <= _FEW_PARTNERS
    _shape(writer, tables.add_row(table), lines, _UNDER_TRIANGLE if has_room else 0)
    _work(writer, *tables.add_row(table))
    tables.gap(writer, docx)


def _who(writer: Writer) -> None:
    """Add the line on which the group, who writes and who reports are named."""
    t = writer.t
    names = "\t".join([t("Group"), t("Who writes"), t("Who reports")])
    line = writer.add(writer.docx, "Writing Line", Words(names, is_muted=True))
    for place in (1, 2):
        line.paragraph_format.tab_stops.add_tab_stop(Mm(writer.page.measure * place / 3))


def _wanted(writer: Writer, cells: Sequence[_Cell], lines: int) -> None:
    t, (left, right) = writer.t, cells
    _ask(writer, left, 1)
    writer.boxes(left, [t("wanted"), t("needed"), t("both")])
    _proof(writer, left, lines - 1)
    _ask(writer, right, 2)
    _proof(writer, right, lines)


def _gains(writer: Writer, table: Table, case: Case) -> None:
    t = writer.t
    cells = tables.add_row(table)
    partners = [one_line(partner.texte).rstrip(".") for partner in case.partenaires]
    more = len(partners) - _MOST_PARTNERS
    named = [*partners[:_MOST_PARTNERS], *([t.plural("{count} other", "{count} others", more)] if more > 0 else [])]
    free = [""] * (_FEWER_LINES - len(named) - 1)
    lines = [*named, *free, t("the general interest")]
    longest = _LONGEST_IN_HALF
    if len(partners) <= _MOST_IN_A_COLUMN:
        cells, longest = [cells[0].merge(cells[1])], _LONGEST
    _ask(writer, cells[0], 3)
    writer.add(cells[0], "Small Print", t("Each partner, and the general interest: what shows it on the sheet?"))
    in_first = ceil(len(lines) / len(cells)) - (len(cells) > 1)
    for cell, shown in zip(cells, (lines[:in_first], lines[in_first:]), strict=False):
        for line in lines if len(cells) == 1 else shown:
            writer.add(cell, "Writing Line", Words(shorten(line, longest), is_muted=True))


def _shape(writer: Writer, cells: Sequence[_Cell], lines: int, under_triangle: int) -> None:
    t, (left, right) = writer.t, cells
    _ask(writer, left, 4)
    _centred(writer, left, t("convergence"))
    width, height = _TRIANGLE
    middle, top, ends = (width / 2, height * 2 / 3), (width / 2, 0.0), ((0.0, height), (width, height))
    strokes = [(top, *ends, top), *((middle, corner) for corner in (top, *ends))]
    drawings.add(writer, _centred(writer, left), strokes, _TRIANGLE, t("A triangle, to mark with a cross"))
    _centred(writer, left, t("complementarity") + " " * 12 + t("solidarity"))
    _proof(writer, left, under_triangle)
    _ask(writer, right, 5)
    width, height = _SCALE
    ticks = [width * number / (_STEPS - 1) for number in range(_STEPS)]
    scale = [((0.0, height / 2), (width, height / 2)), *(((tick, 0.0), (tick, height)) for tick in ticks)]
    drawings.add(writer, writer.add(right, "Normal"), scale, _SCALE, t("A scale, to mark with a cross"))
    ends_of_scale = writer.add(right, "Normal", t("informal"), "\t", t("very formal"))
    ends_of_scale.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    _proof(writer, right, lines - 1)


def _centred(writer: Writer, cell: _Cell, words: str = "") -> Paragraph:
    paragraph = writer.add(cell, "Normal", words) if words else writer.add(cell, "Normal")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _work(writer: Writer, left: _Cell, right: _Cell) -> None:
    t = writer.t
    _ask(writer, left, 6)
    for word in (t("make the most of"), t("develop"), t("manage"), t("preserve")):
        writer.add(left, "Row Label", word).paragraph_format.space_before = Pt(3)
        writer.boxes(left, [t("resources"), t("potentials"), t("services")])
    writer.boxes(left, [t("in common"), t("complementary")])
    _ask(writer, right, 7)
    writer.boxes(right, [t("co-operation"), t("purchase"), t("something of each")])
    _proof(writer, right, 4)


def _ask(writer: Writer, cell: _Cell, number: int) -> None:
    named = " ".join([writer.t("Q{number}", number=number), writer.t(QUESTIONS[number - 1])])
    writer.add(cell, "heading 2", named).paragraph_format.space_before = 0


def _proof(writer: Writer, cell: _Cell, lines: int) -> None:
    rows = "   ".join(str(number) for number in range(1, len(GRID) + 1))
    writer.add(cell, "Small Print", " ".join([writer.t("What shows it, row:"), rows]))
    writer.lines(cell, lines)
