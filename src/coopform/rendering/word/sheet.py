"""The sheet of a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from coopform.handouts.documents import Document
from coopform.handouts.sheet import Sheet
from coopform.model import grid, labels
from coopform.model.case import Case
from coopform.rendering import phrases, ruled_lines
from coopform.rendering.word import fact_lines, points, styles, tables
from coopform.rendering.word.page import A4
from coopform.rendering.word.words import one_line, paragraphs
from coopform.rendering.word.writer import Words, Writer

_SIZES = styles.Sizes(text=12, title=22, headings=(12, 12, 12), padding=5.5)
_LABEL = 44
# The estimate is that of HTML, whose lines are wider apart.
_MORE_LINES = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sheet is set.

    Attributes:
        title: the style of its title.
        label: the style of the rubrics' labels.
        lines: how many there are to write on; as many as its page has room for when not said.
        on_new_page: whether it begins a page.
    """

    title: str
    label: str
    lines: int | None = None
    on_new_page: bool = False


def make(document: Document[Sheet]) -> Writer:
    """Return the sheet of one case."""
    case = document.content.case
    writer = Writer(document, A4, _SIZES, case.titre)
    writer.footer(writer.docx.sections[0], case.short_title)
    body(writer, case, Manner("Title", "heading 1"), document.content.rows)
    return writer


def body(writer: Writer, case: Case, style: Manner, rows: Sequence[grid.Rubric] = ()) -> Paragraph:
    """Write what a sheet shows, on a page of its own or in the booklet; return its title.

    Args:
        writer: of the document.
        case: whose sheet it is.
        style: how it is set.
        rows: the only rubrics to show, when some were named.
    """
    docx, t = writer.docx, writer.t
    named = [case.short_title] if case.short_title != case.titre else []
    kicker = writer.add(docx, "Kicker", " · ".join([t("Co-operation sheet"), *named]))
    kicker.paragraph_format.page_break_before = style.on_new_page or None
    heading = writer.add(docx, style.title, one_line(case.titre))
    fact_lines.facts(writer, docx, phrases.facts(case, t))
    if case.resume:
        points.texts(writer, docx, "Normal", case.resume)
    table = tables.add(writer, (_LABEL, writer.page.measure - _LABEL), t("The grid"))
    for rubric in rows or grid.GRID:
        _rubric(writer, table, style.label, case, rubric)
    if not rows:
        _learnt(writer, table, style.label, case)
        _around(writer, table, style.label, case)
    tables.let_long_rows_split(table)
    if not rows:
        _notes(writer, case, style.label, style.lines)
    return heading


def _notes(writer: Writer, case: Case, label: str, lines: int | None) -> None:
    """Write what follows the grid: room to write, and the small print."""
    docx = writer.docx
    foot = fact_lines.case_foot(writer, case)
    if lines is None:
        lines = ruled_lines.ruled_lines(case, ["x" * fact_lines.length(line) for line in foot]) + _MORE_LINES
    tables.gap(writer, docx)
    writer.add(docx, label, writer.t("What could be carried over to our place?"))
    writer.lines(docx, lines)
    tables.gap(writer, docx)
    fact_lines.small_print(writer, docx, foot)


def _rubric(writer: Writer, table: Table, style: str, case: Case, rubric: grid.Rubric) -> None:
    name, cell = tables.add_row(table)
    writer.add(name, style, writer.t(rubric.label))
    if case.is_filled(rubric.key):
        points.add(writer, cell, case.row(rubric.key))
    else:
        points.to_fill(writer, cell, ruled_lines.EMPTY_LINES)


def _learnt(writer: Writer, table: Table, style: str, case: Case) -> None:
    shown = [rubric for rubric in (*grid.LEARNT, *grid.AROUND) if case.row(rubric.key)]
    for rubric in shown:
        name, cell = cells = tables.add_row(table)
        if rubric is shown[0]:
            tables.rule_above(cells, writer.accent)
        writer.add(name, style, writer.t(rubric.label))
        points.add(writer, cell, case.row(rubric.key))


def _around(writer: Writer, table: Table, style: str, case: Case) -> None:
    entries = [
        ("themes", ", ".join(case.themes)),
        ("departements", ", ".join(case.departements)),
        ("suite_de", case.suite_de or ""),
    ]
    if case.etapes:
        _steps(writer, _entry(writer, table, style, "etapes"), case)
    for key, words in entries:
        if words:
            points.texts(writer, _entry(writer, table, style, key), "Normal", words)


def _entry(writer: Writer, table: Table, style: str, key: str) -> _Cell:
    name, cell = tables.add_row(table)
    writer.add(name, style, writer.t(labels.KEY_LABELS[key]))
    return cell


def _steps(writer: Writer, cell: _Cell, case: Case) -> None:
    for step in case.ordered_steps():
        first, *others = paragraphs(step.quoi)
        writer.add(cell, "Normal", Words(one_line(step.quand), is_bold=True), f" {first}")
        for other in others:
            writer.add(cell, "Normal", other)
