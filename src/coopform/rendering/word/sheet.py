"""Draws a sheet as DOCX: a table with a row for each section, lines to write on, the small print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docx.table import _Cell
from docx.text.paragraph import Paragraph

from coopform.handouts import sheet_pages
from coopform.handouts.documents import Document
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.sheet import Sheet
from coopform.handouts.sheet_frame import FEWEST_LINES, LABEL, LEADING, LINES_TO_FILL, SheetFrame
from coopform.handouts.sheet_pages import SheetPlan
from coopform.model.case import Case
from coopform.model.grid import GRID, Rubric
from coopform.model.sections import Medium, Part, Section, SectionKind, sections_of, sigles_of
from coopform.rendering.word import fact_lines, points, styles, tables
from coopform.rendering.word.page import A4
from coopform.rendering.word.words import numbered, one_line, paragraphs
from coopform.rendering.word.writer import Words, Writer

_SIZES = styles.Sizes(text=12, title=22, headings=(12, 12, 12), padding=5.5)
_LABEL = 44
# What Word lays out itself, as far as it can be known: its labels are wider than those of the sheet, and its lines are
# lower, so that a page holds more.
_LEADING = 1.33
_FRAME = SheetFrame(
    width=A4.measure - _LABEL + LABEL,
    height=(A4.height - A4.margins[0] - A4.margins[2]) * LEADING / _LEADING,
    sizes=(_SIZES.text,),
    divides=True,
)
# How much more Word takes for a row that is still to be filled in, and for each line of the title after the first.
_MORE_TO_FILL, _MORE_TITLE = 0.9, 1.8
# After so many pages, where Word is on the next one is not known well enough to fill what is left of it with lines.
_FAR = 2
_IN_TABLE = (Part.GRID, Part.LEARNT, Part.AROUND)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sheet is set: the styles of its title and of its labels, and whether it begins a page.

    `lines` are those to write on; None for as many as its page has room for. `has_numbers`: whether the rows of the
    grid have their numbers, as in a pack. `letter` is before the title, where no page of its own has it in its head.
    """

    title: str
    label: str
    lines: int | None = None
    on_new_page: bool = False
    has_numbers: bool = False
    letter: str = ""


def make(document: Document[Sheet]) -> Writer:
    """Return the sheet of one case."""
    case = document.content.case
    writer = Writer(document, A4, _SIZES, case.titre)
    first = writer.docx.sections[0]
    writer.footer(first, case.short_title)
    if letter := document.content.letter:
        # In the head of the page, which is not read when a sheet is imported: what was edited can be read back.
        writer.header(first, letter, style="Case Letter")
    body(writer, case, Manner("Title", "heading 1", has_numbers=bool(letter)), document.content.rows)
    return writer


def body(writer: Writer, case: Case, style: Manner, rows: Sequence[Rubric] = ()) -> Paragraph:
    """Write what a sheet shows, or some rows only, on a page of its own or in the booklet; return its title."""
    shown = sections_of(case, Medium.PAPER, rows)
    foot = _foot(writer, case, shown)
    heading = _head(writer, case, style, shown)
    _table(writer, case, style, [section for section in shown if section.part in _IN_TABLE])
    for section in shown:
        if section.kind is SectionKind.NOTES:
            _notes(writer, section, style, case)
    if not rows and foot:
        # The small print is not alone on a page: the lines above go with it.
        tables.gap(writer, writer.docx).paragraph_format.keep_with_next = True
        fact_lines.small_print(writer, writer.docx, foot)
    return heading


def lettered(letter: str, title: str) -> str:
    """Return the title of a case with its letter: « A – Entente »."""
    return f"{letter} – {title}" if letter else title


def _head(writer: Writer, case: Case, style: Manner, shown: Sequence[Section]) -> Paragraph:
    docx, t = writer.docx, writer.t
    named = [case.short_title] if case.short_title != case.titre else []
    kicker = writer.add(docx, "Kicker", " · ".join([t("Co-operation sheet"), *named]))
    kicker.paragraph_format.page_break_before = style.on_new_page or None
    with writer.in_language(case.langue):
        heading = writer.add(docx, style.title, one_line(lettered(style.letter, case.titre)))
    for section in shown:
        if section.kind is SectionKind.FACTS:
            fact_lines.facts_of_case(writer, docx, case)
        elif section.part is Part.HEAD and section.kind is SectionKind.TEXT:
            with writer.in_language(case.langue):
                points.texts(writer, docx, "Normal", section.text(case))
    return heading


def _table(writer: Writer, case: Case, style: Manner, shown: Sequence[Section]) -> None:
    table = tables.add(writer, (_LABEL, writer.page.measure - _LABEL), writer.t("The grid"))
    part = Part.GRID
    for section in shown:
        name, cell = cells = tables.add_row(table)
        if part is Part.GRID and section.part is Part.LEARNT:
            tables.rule_above(cells, writer.accent)
        part = section.part
        # A heading in a row would keep it with the next row, and all rows with the first on one page.
        label = writer.t(section.label)
        label = numbered(section.key, label) if style.has_numbers else label
        writer.add(name, style.label, label).paragraph_format.keep_with_next = False
        _content(writer, cell, case, section)
    tables.let_long_rows_split(table)


def _content(writer: Writer, cell: _Cell, case: Case, section: Section) -> None:
    filled = case.filled_row(section.key) if section.kind is SectionKind.POINTS else ()
    if section.kind is SectionKind.POINTS and not filled:
        points.to_fill(writer, cell, LINES_TO_FILL)
        return
    with writer.in_language(case.langue):
        if section.kind is SectionKind.STEPS:
            _steps(writer, cell, case)
        elif section.kind is SectionKind.TEXT:
            points.texts(writer, cell, "Normal", section.text(case))
        else:
            points.add(writer, cell, filled)


def _steps(writer: Writer, cell: _Cell, case: Case) -> None:
    for step in case.ordered_steps():
        first, *others = paragraphs(step.quoi)
        writer.add(cell, "Normal", Words(one_line(step.quand), is_bold=True), f" {first}")
        for other in others:
            writer.add(cell, "Normal", other)


def _notes(writer: Writer, section: Section, style: Manner, case: Case) -> None:
    """Write the lines to write on: as many as there is room for under the grid, or on a page of their own."""
    tables.gap(writer, writer.docx)
    heading = writer.add(writer.docx, style.label, writer.t(section.label))
    lines = style.lines
    if lines is None:
        to_fill = sum(not case.filled_row(rubric.key) for rubric in GRID)
        title = Setting(_SIZES.title, 1.0, A4.measure, case.langue).line_count(case.titre, is_strong=True)
        more = _MORE_TO_FILL * to_fill + _MORE_TITLE * (title - 1)
        frame = replace(_FRAME, height=_FRAME.height - more)
        *before, last = sheet_pages.lay_out(SheetPlan(case, writer.document.recueil, frame=frame))
        heading.paragraph_format.page_break_before = not last.rows or None
        is_far = last.rows and len(before) >= _FAR
        lines = min(last.lines, FEWEST_LINES) if is_far else last.lines
    writer.lines(writer.docx, lines, together=FEWEST_LINES)


def _foot(writer: Writer, case: Case, shown: Sequence[Section]) -> list[fact_lines.Pieces]:
    """Return the small print of a sheet: acronyms, sources, who wrote it, the line of the collection."""
    lines: list[fact_lines.Pieces] = []
    for section in shown:
        match section.kind:
            case SectionKind.SIGLES:
                lines += fact_lines.acronyms(writer, sigles_of(case))
            case SectionKind.SOURCES:
                lines += fact_lines.sources(writer, case)
            case SectionKind.FICHE:
                lines += fact_lines.fiche(writer, case)
    return [*lines, *fact_lines.foot(writer)]
