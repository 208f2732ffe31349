"""What several documents show in the same way: the line of facts, acronyms, sources, the foot."""

from collections.abc import Iterable, Sequence

from coopform import phrases, vocabulary
from coopform.case import Case, Recueil
from coopform.searching import case_texts
from coopform.text import semicolon
from coopform.word.writer import Piece, Place, Words, Writer


def facts(writer: Writer, place: Place, parts: Iterable[str]) -> None:
    """Add the line under a title."""
    said = [part for part in parts if part]
    if said:
        writer.add(place, "Subtitle", " · ".join(said))


def recueil_facts(recueil: Recueil, writer: Writer) -> list[str]:
    """Return what stands under the title of a collection."""
    return [recueil.sous_titre or "", phrases.day(recueil.date, writer.t) if recueil.date else "", recueil.lieu or ""]


def acronyms(writer: Writer, place: Place, texts: Iterable[str]) -> None:
    """Add the acronyms of some texts, with what they stand for."""
    found = vocabulary.load().sigles_in(texts)
    if not found:
        return
    pieces: list[Piece] = [Words(writer.t("Acronyms:"), is_bold=True)]
    for index, (sigle, words) in enumerate(found.items()):
        pieces += [" " if not index else semicolon(writer.language), Words(sigle, is_bold=True), f", {words}"]
    writer.add(place, "Small Print", *pieces)


def case_acronyms(writer: Writer, place: Place, case: Case) -> None:
    """Add the acronyms of a case."""
    acronyms(writer, place, case_texts(case))


def sources(writer: Writer, place: Place, case: Case) -> None:
    """Add the sources of a case, each with its address."""
    for source in case.sources:
        line = f" {phrases.source_line(source, writer.t)}"
        pieces: list[Piece] = [Words(writer.t("Source:"), is_bold=True), line]
        if source.url:
            pieces += [" – ", Words(source.url, link=source.url)]
        writer.add(place, "Small Print", *pieces)


def shared_sources(writer: Writer, place: Place, cases: Sequence[Case]) -> None:
    """Add the sources of several cases, each once."""
    for line in phrases.source_lines(cases, writer.t):
        writer.add(place, "Small Print", Words(writer.t("Source:"), is_bold=True), f" {line}")


def author(writer: Writer, place: Place, case: Case) -> None:
    """Add who wrote the sheet."""
    fiche = case.fiche
    if fiche.auteur:
        parts = [fiche.auteur, phrases.day(fiche.date, writer.t) if fiche.date else "", fiche.licence or ""]
        words = ", ".join(part for part in parts if part)
        writer.add(place, "Small Print", Words(writer.t("Sheet:"), is_bold=True), f" {words}")


def foot(writer: Writer, place: Place) -> None:
    """Add the words that the collection puts at the foot of its documents."""
    if writer.document.recueil.pied_de_page:
        writer.add(place, "Small Print", writer.document.recueil.pied_de_page)
