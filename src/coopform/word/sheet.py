"""The sheet of a case."""

from docx.table import Table, _Cell

from coopform import grid, labels, phrases
from coopform.case import Case
from coopform.documents import Document
from coopform.word import around, points, styles, tables
from coopform.word.page import A4
from coopform.word.words import one_line, paragraphs
from coopform.word.writer import Words, Writer

_SIZES = styles.Sizes(text=12, title=22, headings=(12, 12, 12), padding=5.5)
_LABEL = 44
_EMPTY_LINES = 3
# What is left of the page is for writing: a line less for so many characters of the sheet.
_MOST_LINES = 9
_LEAST_LINES = 3
_CHARACTERS_A_LINE = 180
_CHARACTERS_FREE = 500


def make(document: Document) -> Writer:
    """Return the sheet of one case."""
    case = document.cases[0]
    writer = Writer(document, A4, _SIZES, case.titre)
    writer.footer(writer.docx.sections[0], case.short_title)
    body(writer, case, "Title", "heading 1", document.values.get("rows") or ())
    return writer


def body(writer: Writer, case: Case, title: str, label: str, rows: tuple[grid.Rubric, ...] = ()) -> None:
    """Write what a sheet shows, on a page of its own or in the booklet.

    Args:
        writer: of the document.
        case: whose sheet it is.
        title: the style of its title.
        label: the style of the rubrics' labels.
        rows: the only rubrics to show, when some were named.
    """
    docx, t = writer.docx, writer.t
    named = [case.short_title] if case.short_title != case.titre else []
    writer.add(docx, "Kicker", " · ".join([t("Co-operation sheet"), *named]))
    writer.add(docx, title, one_line(case.titre))
    around.facts(writer, docx, phrases.facts(case, t))
    if case.resume:
        points.texts(writer, docx, "Normal", case.resume)
    table = tables.add(writer, (_LABEL, writer.page.measure - _LABEL), t("The grid"))
    for rubric in rows or grid.GRID:
        _rubric(writer, table, label, case, rubric)
    if not rows:
        _learnt(writer, table, label, case)
        _around(writer, table, label, case)
    tables.let_long_rows_split(table)
    if rows:
        return
    tables.gap(writer, docx)
    writer.add(docx, label, t("What could be carried over to our place?"))
    writer.lines(docx, _lines_left(case))
    tables.gap(writer, docx)
    around.case_acronyms(writer, docx, case)
    around.sources(writer, docx, case)
    around.author(writer, docx, case)
    around.foot(writer, docx)


def _rubric(writer: Writer, table: Table, style: str, case: Case, rubric: grid.Rubric) -> None:
    name, cell = tables.add_row(table)
    writer.add(name, style, writer.t(rubric.label))
    if case.is_filled(rubric.key):
        points.add(writer, cell, case.row(rubric.key))
    else:
        points.to_fill(writer, cell, _EMPTY_LINES)


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


def _lines_left(case: Case) -> int:
    length = sum(len(text) for row in grid.ROWS.values() for point in case.row(row.key) for text in point.texts())
    return max(_LEAST_LINES, min(_MOST_LINES, _MOST_LINES - (length - _CHARACTERS_FREE) // _CHARACTERS_A_LINE))
