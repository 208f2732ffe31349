"""Lines that several documents share: facts, acronyms, sources, the foot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from coopform.handouts import phrases
from coopform.model.case import Case, Reference
from coopform.rendering.word.words import one_line
from coopform.rendering.word.writer import Piece, Place, Words, Writer
from coopform.text.i18n import CONTENT_LANGUAGE
from coopform.text.typography import semicolon

# The pieces of a paragraph.
Pieces: TypeAlias = list[Piece]


def facts(writer: Writer, place: Place, parts: Iterable[str]) -> None:
    """Add the line under a title."""
    if filled := [part for part in parts if part]:
        writer.add(place, "Subtitle", one_line(" · ".join(filled)))


def facts_of_case(writer: Writer, place: Place, case: Case) -> None:
    """Add the line of facts of a case, each part of it in its language."""
    pieces: Pieces = []
    for fact in phrases.spoken_facts(case, writer.t):
        pieces += [" · "] if pieces else []
        pieces += spoken(fact)
    if pieces:
        writer.add(place, "Subtitle", *pieces)


def spoken(pieces: Iterable[phrases.SpokenPiece]) -> Pieces:
    """Return pieces of a line, each in its language."""
    return [Words(one_line(piece.text), language=piece.language) for piece in pieces]


def head(writer: Writer, label: str) -> None:
    """Begin a document on a collection: its name and footer, what it is, and the title of the collection."""
    recueil, docx, t = writer.document.recueil, writer.docx, writer.t
    writer.name(label)
    writer.footer(docx.sections[0], writer.title)
    writer.add(docx, "Kicker", label)
    writer.add(docx, "Title", one_line(recueil.titre or t("Co-operations side by side")))
    facts(writer, docx, [recueil.sous_titre or "", *when_and_where(writer)])


def when_and_where(writer: Writer) -> list[str]:
    """Return the day and the place of a collection, each empty when it is not given."""
    recueil = writer.document.recueil
    return [phrases.day(recueil.date, writer.t) if recueil.date else "", recueil.lieu or ""]


def acronyms(writer: Writer, found: Mapping[str, str]) -> list[Pieces]:
    """Return the line that explains acronyms, which are French in every language; none without any."""
    french = CONTENT_LANGUAGE
    pieces: list[Piece] = []
    for sigle, words in found.items():
        pieces += [
            semicolon(writer.language) if pieces else " ",
            Words(sigle, is_bold=True, language=french),
            Words(f", {words}", language=french),
        ]
    return [[Words(writer.t("Acronyms:"), is_bold=True), *pieces]] if pieces else []


def sources(writer: Writer, case: Case) -> list[Pieces]:
    """Return the sources of a case, one per line."""
    return [[Words(writer.t("Source:"), is_bold=True), " ", *reference(writer, source)] for source in case.sources]


def fiche(writer: Writer, case: Case) -> list[Pieces]:
    """Return the line that names the author of a sheet."""
    return [[Words(writer.t("Sheet:"), is_bold=True), f" {phrases.sheet_line(case, writer.t)}"]]


def reference(writer: Writer, source: Reference) -> Pieces:
    """Return a source with its address."""
    line: Pieces = [phrases.source_line(source, writer.t)]
    return [*line, " – ", Words(source.url, link=source.url)] if source.url else line


def shared_sources(writer: Writer, cases: Sequence[Case]) -> list[Pieces]:
    """Return the sources of several cases, each once."""
    return [[Words(writer.t("Source:"), is_bold=True), f" {line}"] for line in phrases.source_lines(cases, writer.t)]


def foot(writer: Writer) -> list[Pieces]:
    """Return the line that the collection puts at the foot of its documents."""
    words = writer.document.recueil.pied_de_page
    return [[words]] if words else []


def small_print(writer: Writer, place: Place, lines: Iterable[Pieces]) -> None:
    """Add lines in small print."""
    for line in lines:
        writer.add(place, "Small Print", *map(in_one_line, line))


def in_one_line(piece: Piece) -> Piece:
    """Return a piece of a line without the breaks of paragraphs."""
    return one_line(piece) if isinstance(piece, str) else replace(piece, text=one_line(piece.text))
