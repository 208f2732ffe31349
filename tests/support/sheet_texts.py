"""The texts of a case that its sheet shows, on paper and in the terminal."""

from collections.abc import Iterator, Sequence

from coopform.model.case import Case, Point
from coopform.model.grid import ROWS


def sheet_paragraphs(case: Case) -> Iterator[str]:
    """Yield the paragraphs that the sheet of a case shows, as they are typed."""
    typed = [case.titre, *case.outil, *case.themes, case.resume, case.territoire, case.suite_de]
    typed += [text for step in case.etapes for text in (step.quand, step.quoi)]
    for source in case.sources:
        typed += [source.titre, source.auteur, source.note, source.lieu, source.page, source.url]
    for key in ROWS:
        if case.is_filled(key):
            typed += _of_points(case.row(key))
    for text in filter(None, (*typed, case.fiche.auteur, case.fiche.licence)):
        yield from text.split("\n\n")


def _of_points(points: Sequence[Point]) -> Iterator[str | None]:
    for point in points:
        yield from (point.libelle, point.texte, *_of_points(point.points))
