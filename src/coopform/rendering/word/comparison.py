"""The synoptic table: the cases side by side, the synthesis, the words that several share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from coopform.comparing.comparison import Comparison, Excerpt
from coopform.handouts import phrases
from coopform.handouts.comparison import SideBySide
from coopform.handouts.documents import Document
from coopform.handouts.layout import columns as columns_of
from coopform.model import grid, vocabulary
from coopform.rendering.word import fact_lines, points, styles, tables
from coopform.rendering.word.page import A3_LANDSCAPE, A4_LANDSCAPE
from coopform.rendering.word.sheet import lettered
from coopform.rendering.word.words import numbered, one_line
from coopform.rendering.word.writer import Piece, Words, Writer
from coopform.text.quotation import inner_quotes, quotation_marks

_SIZES = {
    "a3": styles.Sizes(text=10.5, title=18, headings=(15, 10.5, 10.5), padding=3.5),
    "a4": styles.Sizes(text=9, title=15, headings=(12, 9, 9), padding=3),
}
_PAGES = {"a3": A3_LANDSCAPE, "a4": A4_LANDSCAPE}
_LABELS = {A3_LANDSCAPE: 33, A4_LANDSCAPE: 27}
_COLUMNS = {A3_LANDSCAPE: 5, A4_LANDSCAPE: 3}
_NONE = "–"

_Fill: TypeAlias = Callable[[_Cell, int], None]


@dataclass(frozen=True, slots=True)
class TableManner:
    """How the synoptic table is set: the style of its tables, those of the headings of parts and of shared words.

    `letters` are those of the cases, as in a pack; the rows of the grid have their numbers then. `explains_words`:
    whether acronyms and sources follow the table; the booklet has pages for them.
    """

    table: str
    heading: str
    word_heading: str
    letters: Sequence[str] = ()
    explains_words: bool = True


def make(document: Document[SideBySide]) -> Writer:
    """Return the synoptic table, on A3 or A4."""
    paper = document.content.paper
    writer = Writer(document, _PAGES[paper], _SIZES[paper])
    fact_lines.head(writer, writer.t("Synoptic table"))
    body(writer, document.content, TableManner(styles.TABLE, "heading 1", "heading 2", document.letters))
    fact_lines.small_print(writer, writer.docx, fact_lines.foot(writer))
    return writer


def body(writer: Writer, held: SideBySide, manner: TableManner) -> dict[str, Paragraph]:
    """Write the tables and the shared words; return the headings of the parts behind the table, by their names."""
    compared = held.comparison
    shared = {word.mot for word in compared.shared}
    for number, page in enumerate(held.groups):
        if number:
            _break_page(writer)
        _grid(writer, held, page, shared, manner)
    _legend(writer, compared, explains_words=manner.explains_words)
    headings = {}
    if compared.synthesis:
        headings["synthesis"] = _synthesis(writer, held, manner)
    if compared.shared:
        headings["shared"] = _shared(writer, compared, manner)
    return headings


def _grid(writer: Writer, held: SideBySide, page: range, shared: set[str], manner: TableManner) -> None:
    compared = held.comparison

    def label(cell: _Cell, row: int) -> None:
        rubric = compared.rows[row].rubric
        words = writer.t(rubric.label)
        writer.add(cell, "Row Label", numbered(rubric.key, words) if manner.letters else words)

    def fill(place: int) -> _Fill:
        def write(cell: _Cell, row: int) -> None:
            said = compared.rows[row].cells[place]
            if said:
                with writer.in_language(compared.cases[place].langue):
                    points.add(writer, cell, said, shared)
            elif compared.rows[row].rubric in grid.GRID:
                writer.add(cell, "To Fill In", writer.t("To be filled in"))
            else:
                writer.add(cell, "Normal", _NONE)

        return write

    columns = [label, *map(fill, page)]
    _table(writer, held, page, columns, len(compared.rows), writer.t("The grid"), manner, with_form=True)


def _table(
    writer: Writer,
    held: SideBySide,
    page: range,
    columns: Sequence[_Fill],
    rows: int,
    title: str,
    manner: TableManner,
    *,
    with_form: bool,
) -> Table:
    """Write a table of cases in columns, and an empty one for the group's own territory when asked for."""
    count = len(page) + held.with_us
    first = _LABELS[writer.page]
    widths = [first, *[(writer.page.measure - first) / count] * count]
    table = tables.add(writer, widths, title, has_head=True, style=manner.table)
    head = tables.add_row(table, is_head=True)
    for cell, place in zip(head[1:], page, strict=False):
        case = held.comparison.cases[place]
        letter = manner.letters[place] if manner.letters else ""
        with writer.in_language(case.langue):
            writer.add(cell, "Row Label", lettered(letter, case.short_title))
        if with_form:
            writer.add(cell, "Small Print", *fact_lines.spoken(phrases.spoken_forms(case, writer.t)))
    if held.with_us:
        writer.add(head[-1], "Row Label", writer.t("In our area"))
    for row in range(rows):
        for cell, fill in zip(tables.add_row(table), columns, strict=False):
            fill(cell, row)
    tables.rule_between_columns(table)
    tables.let_long_rows_split(table)
    return table


def _legend(writer: Writer, compared: Comparison, *, explains_words: bool) -> None:
    docx = writer.docx
    tables.gap(writer, docx)
    if compared.shared:
        writer.add(docx, "Small Print", writer.t("Underlined: a word that several of these co-operations use."))
    if not explains_words:
        return
    keys = [row.rubric.key for row in compared.rows]
    shown = (text for case in compared.cases for key in keys for text in case.row_texts(key))
    fact_lines.small_print(writer, docx, fact_lines.acronyms(writer, vocabulary.load().sigles_in(shown)))
    fact_lines.small_print(writer, docx, fact_lines.shared_sources(writer, compared.cases))


def _synthesis(writer: Writer, held: SideBySide, manner: TableManner) -> Paragraph:
    compared = held.comparison

    def label(cell: _Cell, row: int) -> None:
        synthesis = compared.synthesis[row]
        writer.add(cell, "Row Label", writer.t(synthesis.label))
        if synthesis.is_reading:
            writer.add(cell, "Small Print", writer.t("reading"))

    def fill(place: int) -> _Fill:
        def write(cell: _Cell, row: int) -> None:
            said = compared.synthesis[row]
            for text in said.cells[place] or (_NONE,):
                with writer.in_language(said.language_of(text, compared.cases[place]) or writer.language):
                    points.texts(writer, cell, "Normal", text)

        return write

    heading = writer.add(writer.docx, manner.heading, writer.t("Synthesis"))
    heading.paragraph_format.page_break_before = True
    title = writer.t("How each co-operation is organised")
    for number, page in enumerate(_synthesis_columns(writer, held)):
        if number:
            tables.gap(writer, writer.docx)
        columns = [label, *map(fill, page)]
        table = _table(writer, held, page, columns, len(compared.synthesis), title, manner, with_form=False)
        tables.keep_together(table)
    tables.gap(writer, writer.docx)
    signed = phrases.signatures(compared.cases, writer.t)
    if signed:
        said = writer.t(
            "Rows marked “reading”: a proposed interpretation, in the words of the sheet, to be discussed "
            "({signatures}).",
            signatures=signed,
        )
        writer.add(writer.docx, "Small Print", one_line(said))
    return heading


def _synthesis_columns(writer: Writer, held: SideBySide) -> Sequence[range]:
    """Return the cases of each table of the synthesis, whose texts are short: on A4 more of them than of the grid."""
    if writer.page is A3_LANDSCAPE:
        return held.groups
    return columns_of.split(len(held.comparison.cases), "synthesis", extra=held.with_us)


def _shared(writer: Writer, compared: Comparison, manner: TableManner) -> Paragraph:
    page, t = writer.page, writer.t
    # On A4 a page with a table has no room for them.
    on_new_page = page is A4_LANDSCAPE or None
    heading = writer.add(writer.docx, manner.heading, t("What several have in common"))
    heading.paragraph_format.page_break_before = on_new_page
    writer.section(page, _COLUMNS[page], on_new_page=False)
    opening, closing = quotation_marks(writer.language)
    for word in compared.shared:
        writer.add(writer.docx, manner.word_heading, word.mot)
        for excerpt in word.excerpts:
            before, after = excerpt.text[: excerpt.start], excerpt.text[excerpt.end :]
            quoted: list[Piece] = [
                opening + inner_quotes(one_line(before)),
                Words(excerpt.text[excerpt.start : excerpt.end], is_underlined=True),
                inner_quotes(one_line(after)) + closing,
                *_place(compared, excerpt, manner),
                Words(f" {excerpt.case.short_title}, {t(excerpt.rubric.label)}", is_muted=True),
            ]
            with writer.in_language(excerpt.case.langue):
                writer.add(writer.docx, "Quote", *quoted)
    writer.section(page, on_new_page=False)
    return heading


def _place(compared: Comparison, excerpt: Excerpt, manner: TableManner) -> list[Words]:
    """Return where a quotation is: the letter of its case and the number of its row, as in « A1 »."""
    if not manner.letters or excerpt.rubric not in grid.GRID:
        return []
    letter = manner.letters[compared.cases.index(excerpt.case)]
    return [Words(f" {letter}{grid.GRID.index(excerpt.rubric) + 1}", is_bold=True)] if letter else []


def _break_page(writer: Writer) -> None:
    paragraph = writer.add(writer.docx, "Normal")
    paragraph.paragraph_format.page_break_before = True
    tables.shrink(paragraph)
