"""The working pages for subgroups: the definition of co-operation as questions to a case, one page per case.

The boxes are ticked by a click. What HTML draws, a triangle and a ruler, is boxes too: it stays easy to edit.
"""

from docx.shared import Pt
from docx.table import Table, _Cell

from coopform.handouts import phrases
from coopform.handouts.documents import Content, Document
from coopform.model.case import Case
from coopform.model.handout_kinds import document_label
from coopform.rendering.word import fact_lines, styles, tables
from coopform.rendering.word.page import A4
from coopform.rendering.word.words import one_line
from coopform.rendering.word.writer import Words, Writer, add_box

_SIZES = styles.Sizes(text=11, title=20, headings=(18, 11, 11), padding=4)
# Up to this many partners have a line each; more are listed and share lines.
_MOST_PARTNERS = 6
_SHARED_LINES = 3
# Extra lines for each partner, by the number of partners.
_SPARE_LINES = {1: 2, 2: 1}
_STEPS = 5


def make(document: Document[Content]) -> Writer:
    """Return one working page for each case."""
    writer = Writer(document, A4, _SIZES)
    label = writer.t(document_label("analysis"))
    writer.title = f"{label} – {document.recueil.titre}" if document.recueil.titre else label
    for number, case in enumerate(document.cases):
        _page(writer, case, is_first=not number)
    return writer


def _page(writer: Writer, case: Case, *, is_first: bool) -> None:
    docx, t = writer.docx, writer.t
    kicker = writer.add(docx, "Kicker", t("Analysis page"))
    kicker.paragraph_format.page_break_before = None if is_first else True
    writer.add(docx, "heading 1", one_line(case.titre))
    fact_lines.facts(writer, docx, phrases.facts(case, t))
    writer.add(docx, "Writing Line", Words(t("Group"), is_muted=True))
    tables.gap(writer, docx)
    half = writer.page.measure / 2
    table = tables.add(writer, (half, half), t("Analysis page"))
    _wanted(writer, *tables.add_row(table))
    _gains(writer, table, case)
    _shape(writer, *tables.add_row(table))
    _work(writer, *tables.add_row(table))
    tables.gap(writer, docx)
    fact_lines.small_print(writer, docx, fact_lines.foot(writer))


def _wanted(writer: Writer, left: _Cell, right: _Cell) -> None:
    t = writer.t
    _ask(writer, left, 1, t("Was this co-operation wanted, or needed?"))
    writer.boxes(left, [t("wanted"), t("needed"), t("both")])
    _proof(writer, left, 3)
    _ask(writer, right, 2, t("Which new direct relations, between which actors?"))
    _proof(writer, right, 4)


def _gains(writer: Writer, table: Table, case: Case) -> None:
    t = writer.t
    left, right = tables.add_row(table)
    cell = left.merge(right)
    _ask(writer, cell, 3, t("What does each one gain?"))
    writer.add(cell, "Small Print", t("Each partner, and the general interest: what shows it on the sheet?"))
    partners = [one_line(partner.texte) for partner in case.partenaires]
    if len(partners) > _MOST_PARTNERS:
        for partner in partners:
            writer.add(cell, "List Bullet", partner)
        partners = []
    for partner in partners:
        writer.add(cell, "Writing Line", Words(partner, is_muted=True))
        writer.lines(cell, _SPARE_LINES.get(len(partners), 0))
    if not partners:
        writer.lines(cell, _SHARED_LINES)
    writer.add(cell, "Writing Line", Words(t("the general interest"), is_muted=True))


def _shape(writer: Writer, left: _Cell, right: _Cell) -> None:
    t = writer.t
    _ask(writer, left, 4, t("Convergence, complementarity, solidarity?"))
    writer.boxes(left, [t("convergence"), t("complementarity"), t("solidarity")])
    _proof(writer, left, 3)
    _ask(writer, right, 5, t("A more or less formal organisation?"))
    scale = writer.add(right, "Normal", t("little formal"))
    for _ in range(_STEPS):
        writer.write(scale, "  ")
        add_box(scale)
    writer.write(scale, "  ", t("very formal"))
    _proof(writer, right, 4)


def _work(writer: Writer, left: _Cell, right: _Cell) -> None:
    t = writer.t
    _ask(writer, left, 6, t("To do what, with what?"))
    for word in (t("make the most of"), t("develop"), t("manage"), t("preserve")):
        writer.add(left, "Row Label", word).paragraph_format.space_before = Pt(3)
        writer.boxes(left, [t("resources"), t("potentials"), t("services")])
    writer.boxes(left, [t("in common"), t("complementary")])
    _ask(writer, right, 7, t("Is it a co-operation, or a service bought?"))
    writer.boxes(right, [t("co-operation"), t("service bought"), t("something of each")])
    _proof(writer, right, 4)


def _ask(writer: Writer, cell: _Cell, number: int, question: str) -> None:
    writer.add(cell, "heading 2", f"{number}. {question}").paragraph_format.space_before = 0


def _proof(writer: Writer, cell: _Cell, lines: int) -> None:
    writer.add(cell, "Small Print", writer.t("What shows it on the sheet?"))
    writer.lines(cell, lines)
