"""A draft of the agreement of a case: numbered articles, its words beside a rule, what is to write highlighted."""

from docx.shared import Pt

from coopform.handouts.agreement import Agreement
from coopform.handouts.agreement_articles import AgreementArticle, AgreementGap
from coopform.handouts.case_words import CaseWords
from coopform.handouts.documents import Document
from coopform.model.sections import SectionKind
from coopform.rendering.word import draft_styles, fact_lines, points, styles, tables
from coopform.rendering.word.draft_styles import CASE_LABEL, CASE_WORDS, QUESTION, WARNING
from coopform.rendering.word.page import Page
from coopform.rendering.word.words import one_line
from coopform.rendering.word.writer import Piece, Words, Writer, add_box
from coopform.text.typography import colon

_PAGE = Page(210, 297, (19, 16, 17, 20))
_SIZES = styles.Sizes(text=10.5, title=20, headings=(13, 11, 10.5), padding=3)
# In points.
_BEFORE_HEADING, _BEFORE_GAP = 12, 4
# The columns of the tables, in millimetres.
_PARTNER = 60
_MISSING = (39, 50, 64, 21)


def make(document: Document[Agreement]) -> Writer:
    """Return the draft of the agreement of a case."""
    content = document.content
    case = content.case
    writer = Writer(document, _PAGE, _SIZES)
    label = writer.t(content.label)
    writer.title = f"{label} – {case.titre}"
    draft_styles.install(writer, article="%1." if content.is_note else f"{writer.t('Article {number}', number='%1')} –")
    section = writer.docx.sections[0]
    writer.header(section, writer.t(content.warning))
    writer.footer(section, content.foot, on_first_page=True)
    _head(writer, content, label)
    for article in content.articles:
        _article(writer, article, is_note=content.is_note)
    if content.annex:
        _heading(writer, writer.t("Annex: what the sheet says besides"))
        for words in content.annex:
            _words(writer, words)
    if content.sources:
        _sources(writer, content)
    _missing(writer, content)
    fact_lines.small_print(writer, writer.docx, fact_lines.foot(writer))
    return writer


def _head(writer: Writer, content: Agreement, label: str) -> None:
    docx, t, case = writer.docx, writer.t, content.case
    named = [case.short_title] if case.short_title != case.titre else []
    writer.add(docx, "Kicker", one_line(" · ".join([label, *named])))
    writer.add(docx, "Title", one_line(case.titre))
    fact_lines.facts_of_case(writer, docx, case)
    writer.add(docx, WARNING, Words(t(content.full_warning), is_bold=True))
    writer.add(
        docx, WARNING, f"{content.skeleton}{colon(writer.language)} {t(content.what_it_is)} {t(content.how_to_read)}"
    )


def _heading(writer: Writer, title: str, *, level: int = 1, has_number: bool = False) -> None:
    heading = writer.add(writer.docx, f"heading {level}", title)
    heading.paragraph_format.space_before = Pt(_BEFORE_HEADING)
    if not has_number:
        draft_styles.without_number(heading)


def _article(writer: Writer, article: AgreementArticle, *, is_note: bool) -> None:
    docx = writer.docx
    _heading(writer, article.title, level=max(1, article.level), has_number=bool(article.number))
    writer.add(docx, QUESTION, article.question)
    for words in article.words:
        _words(writer, words)
    if article.partners:
        _partners(writer, article)
    for gap in article.gaps:
        _gap(writer, gap, has_box=is_note)
    for note in article.notes:
        numbers = "".join(f" [{number}]" for number in note.sources)
        said = fact_lines.spoken(note.pieces)
        paragraph = writer.add(docx, "Small Print", Words(writer.t("Note:"), is_bold=True), " ", *said, numbers)
        paragraph.paragraph_format.space_before = Pt(_BEFORE_GAP)


def _words(writer: Writer, words: CaseWords) -> None:
    writer.add(writer.docx, CASE_LABEL, writer.t(words.label))
    if words.kind is SectionKind.SOURCES:
        for line in fact_lines.sources(writer, writer.document.cases[0]):
            writer.add(writer.docx, CASE_WORDS.alone, *map(fact_lines.in_one_line, line))
    elif words.kind is SectionKind.STEPS:
        for step in words.points:
            time = Words(one_line(step.libelle or ""), is_bold=True)
            writer.add(writer.docx, CASE_WORDS.item, time, f" {one_line(step.texte or '')}")
    else:
        points.add(writer, writer.docx, words.points, named=CASE_WORDS, languages=words.languages)


def _gap(writer: Writer, gap: AgreementGap, *, has_box: bool) -> None:
    paragraph = writer.add(writer.docx, "Normal")
    paragraph.paragraph_format.space_before = Pt(_BEFORE_GAP)
    if has_box:
        add_box(paragraph)
        writer.write(paragraph, "\u00a0")
    writer.write(paragraph, Words(gap.place, is_bold=True), " ", _to_write(gap), *_asked(gap))


def _to_write(gap: AgreementGap) -> Words:
    return Words(gap.text, is_to_write=True)


def _asked(gap: AgreementGap) -> list[Piece]:
    return [] if gap.is_asked else [" ", Words(gap.question, is_italic=True, is_muted=True)]


def _partners(writer: Writer, article: AgreementArticle) -> None:
    t = writer.t
    width = (writer.page.measure - _PARTNER) / len(article.columns)
    table = tables.add(writer, [_PARTNER, *[width] * len(article.columns)], article.title, has_head=True)
    first, *others = tables.add_row(table, is_head=True)
    writer.add(first, "Row Label", t("Partner"))
    for cell, gap in zip(others, article.columns, strict=True):
        writer.add(cell, "Row Label", gap.what[0].upper() + gap.what[1:])
        writer.add(cell, "Small Print", Words(gap.place, is_bold=True), *_asked(gap))
    for partner in article.partners:
        name, *cells = tables.add_row(table)
        points.texts(writer, name, CASE_WORDS.alone, partner.full_text(writer.language))
        for cell, gap in zip(cells, article.columns, strict=True):
            writer.add(cell, "Normal", _to_write(gap))
    tables.gap(writer, writer.docx)


def _sources(writer: Writer, content: Agreement) -> None:
    t = writer.t
    _heading(writer, t("Where the notes were seen"))
    writer.add(writer.docx, QUESTION, t("Pages read second-hand, to be checked in the official texts."))
    for number, address in enumerate(content.sources, 1):
        writer.add(writer.docx, "Small Print", f"[{number}] ", Words(address, link=address))


def _missing(writer: Writer, content: Agreement) -> None:
    t, docx = writer.t, writer.docx
    title = t(content.list_label)
    heading = writer.add(docx, "heading 1", title)
    heading.paragraph_format.page_break_before = True
    draft_styles.without_number(heading)
    writer.add(docx, QUESTION, content.summary)
    table = tables.add(writer, _MISSING, title, has_head=True, style=styles.SMALL_TABLE)
    heads = (t("Article"), t("To be specified"), t("Question"), t("When"))
    for cell, head in zip(tables.add_row(table, is_head=True), heads, strict=True):
        writer.add(cell, "Row Label", head)
    for article in content.articles:
        for number, gap in enumerate(article.missing):
            place, what, question, when = tables.add_row(table)
            named = f" {article.title}" if article.number and not number else ""
            writer.add(place, "Normal", Words(gap.place, is_bold=True), named)
            writer.add(what, "Normal", _to_write(gap))
            writer.add(question, "Normal", gap.question)
            writer.add(when, "Normal", t("before signing") if gap.blocks else "")
    tables.end(writer, docx, table)
