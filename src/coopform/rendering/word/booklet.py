"""The booklet: cover, contents, definition, the sheets, the synoptic table, then glossary and sources."""

from collections.abc import Sequence

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from coopform.comparing.glossary import Form
from coopform.handouts.booklet import Booklet
from coopform.handouts.documents import Document
from coopform.model import vocabulary
from coopform.model.case import Case, Reference
from coopform.model.labels import KEY_LABELS
from coopform.model.sections import texts
from coopform.model.terms import shown_term
from coopform.rendering.word import comparison, contents, fact_lines, sheet, styles, tables
from coopform.rendering.word.page import A4, A4_LANDSCAPE
from coopform.rendering.word.words import one_line, paragraphs
from coopform.rendering.word.writer import Piece, Words, Writer
from coopform.text.i18n import CONTENT_LANGUAGE
from coopform.text.typography import stresses

_SIZES = styles.Sizes(text=11, title=30, headings=(17, 11.5, 10), padding=4.5)
_COVER = 70
_LINES = 3
_NAME = 50


def make(document: Document[Booklet]) -> Writer:
    """Return the booklet of a collection."""
    writer = Writer(document, A4, _SIZES)
    recueil = document.recueil
    writer.title = recueil.titre or writer.t("Co-operation sheets")
    _cover(writer)
    writer.footer(writer.section(A4), writer.title, on_first_page=True)
    parts = _parts(writer, document.content)
    contents.add(writer, parts)
    _definition(writer, parts)
    letters = _letters(document.cases, document.content)
    _sheets(writer, parts, letters)
    writer.footer(writer.section(A4_LANDSCAPE), writer.title, on_first_page=True)
    _mark(writer.add(writer.docx, "heading 1", writer.t("Synoptic table")), parts, "comparison")
    manner = comparison.TableManner(styles.SMALL_TABLE, "heading 1", "heading 2", letters, explains_words=False)
    for name, heading in comparison.body(writer, document.content, manner).items():
        _mark(heading, parts, name)
    if {"forms", "acronyms", "sources"} & parts.keys():
        writer.footer(writer.section(A4), writer.title, on_first_page=True)
    _forms(writer, document.content.forms, parts)
    _acronyms(writer, parts)
    _sources(writer, document.content.references, parts)
    return writer


def _parts(writer: Writer, held: Booklet) -> dict[str, str]:
    """Return the entries of the contents: the name of each part and its title."""
    document, t = writer.document, writer.t
    introduction = document.recueil.introduction
    parts: dict[str, str] = {}
    if introduction.paragraphes:
        parts["definition"] = introduction.titre or t("What we call co-operation")
    letters = _letters(document.cases, held)
    for number, case in enumerate(document.cases):
        parts[f"sheet{number}"] = sheet.lettered(letters[number] if letters else "", case.titre)
    parts["comparison"] = t("Synoptic table")
    if held.comparison.synthesis:
        parts["synthesis"] = t("Synthesis")
    if held.comparison.shared:
        parts["shared"] = t("What several have in common")
    if held.forms:
        parts["forms"] = t("Forms of agreement")
    if _found_acronyms(document.cases):
        parts["acronyms"] = t("Acronyms")
    if held.references:
        parts["sources"] = t(KEY_LABELS["sources"])
    return {name: one_line(title) for name, title in parts.items()}


def _mark(heading: Paragraph, parts: dict[str, str], name: str) -> None:
    contents.mark(heading, name, list(parts).index(name))


def _cover(writer: Writer) -> None:
    docx, t, recueil = writer.docx, writer.t, writer.document.recueil
    above = recueil.sous_titre or (t("Co-operation sheets") if recueil.titre else "")
    kicker = writer.add(docx, "Kicker", one_line(above))
    kicker.paragraph_format.space_before = Mm(_COVER)
    writer.add(docx, "Title", one_line(writer.title))
    fact_lines.facts(writer, docx, fact_lines.when_and_where(writer))
    for name in recueil.organisateurs:
        writer.add(docx, "Normal", one_line(name))
    fact_lines.small_print(writer, docx, fact_lines.foot(writer))


def _definition(writer: Writer, parts: dict[str, str]) -> None:
    if "definition" not in parts:
        return
    heading = writer.add(writer.docx, "heading 1", parts["definition"])
    heading.paragraph_format.space_before = Mm(12)
    _mark(heading, parts, "definition")
    for text in writer.document.recueil.introduction.paragraphes:
        for paragraph in paragraphs(text):
            pieces: list[Piece] = [Words(part, is_bold=is_stressed) for part, is_stressed in stresses(paragraph)]
            writer.add(writer.docx, "Body Text", *pieces)


def _sheets(writer: Writer, parts: dict[str, str], letters: Sequence[str]) -> None:
    for number, case in enumerate(writer.document.cases):
        letter = letters[number] if letters else ""
        manner = sheet.Manner(
            "heading 1", "heading 2", _LINES, on_new_page=True, has_numbers=bool(letters), letter=letter
        )
        _mark(sheet.body(writer, case, manner), parts, f"sheet{number}")


def _letters(cases: Sequence[Case], held: Booklet) -> list[str]:
    """Return the letters of the cases, in their order, empty for those that the day does not read.

    None outside a pack.
    """
    return [held.letter_of.get(case.id, "") for case in cases] if held.letter_of else []


def _forms(writer: Writer, forms: Sequence[Form], parts: dict[str, str]) -> None:
    if "forms" not in parts:
        return
    t = writer.t
    _mark(writer.add(writer.docx, "heading 1", parts["forms"]), parts, "forms")
    writer.add(
        writer.docx,
        "Small Print",
        t("The forms that these co-operations use. Legal references are second-hand and need checking."),
    )
    table = tables.add(writer, (_NAME, writer.page.measure - _NAME), t("Forms of agreement"))
    for form in forms:
        name, cell = tables.add_row(table)
        known = form.known
        # The vocabulary is French in every language.
        with writer.in_language(CONTENT_LANGUAGE):
            writer.add(name, "Row Label", one_line(form.nom))
            if known:
                writer.add(cell, "Normal", known.definition)
        if known and known.famille != form.nom.lower():
            writer.add(name, "Small Print", shown_term(known.famille, writer.t))
        users = ", ".join(case.short_title for case in form.cases)
        writer.add(cell, "Normal", t("Used by:") + f" {one_line(users)}")
        if known and known.reference:
            writer.add(cell, "Small Print", t("Reference, to be checked:") + f" {known.reference}")
        if known:
            writer.add(cell, "Small Print", t("Source:") + " ", Words(known.source, link=known.source))


def _found_acronyms(cases: Sequence[Case]) -> dict[str, str]:
    return vocabulary.load().sigles_in(text for case in cases for text in texts(case))


def _acronyms(writer: Writer, parts: dict[str, str]) -> None:
    if "acronyms" not in parts:
        return
    heading = _heading(writer, parts["acronyms"])
    heading.paragraph_format.page_break_before = "forms" in parts
    _mark(heading, parts, "acronyms")
    table = tables.add(writer, (_NAME, writer.page.measure - _NAME), parts["acronyms"])
    for sigle, words in _found_acronyms(writer.document.cases).items():
        name, cell = tables.add_row(table)
        with writer.in_language(CONTENT_LANGUAGE):
            writer.add(name, "Row Label", sigle)
            writer.add(cell, "Normal", words)


def _sources(writer: Writer, references: Sequence[Reference], parts: dict[str, str]) -> None:
    if "sources" not in parts:
        return
    _mark(_heading(writer, parts["sources"]), parts, "sources")
    for source in references:
        writer.add(writer.docx, "List Bullet", *map(fact_lines.in_one_line, fact_lines.reference(writer, source)))


def _heading(writer: Writer, words: str) -> Paragraph:
    heading = writer.add(writer.docx, "heading 1", words)
    heading.paragraph_format.space_before = Mm(9)
    return heading
