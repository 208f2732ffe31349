"""Short texts that the terminal and the handouts share: dates, the line of facts, a source."""

from collections.abc import Iterable
from typing import NamedTuple

from coopform.comparing.synthesis import other_families
from coopform.model import vocabulary
from coopform.model.case import Case, Reference
from coopform.model.terms import shown_term
from coopform.text.dates import MONTHS
from coopform.text.i18n import Translator
from coopform.text.languages import USAGE
from coopform.text.quotation import quotation
from coopform.text.typography import semicolon


class SpokenPiece(NamedTuple):
    """A part of a text in one language, as a screen reader speaks it."""

    text: str
    language: str


def day(date: str, translate: Translator) -> str:
    """Return a year, month or day in words: `2015-03-05` gives « 5 mars 2015 »."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = translate(MONTHS[int(rest[0]) - 1])
    if len(rest) == 1:
        return translate("{month} {year}", month=month, year=year)
    number = int(rest[1])
    first = USAGE[translate.language].first
    return translate("{day} {month} {year}", day=first if number == 1 else number, month=month, year=year)


def facts(case: Case, translate: Translator) -> list[str]:
    """Return the parts of the line under the title: territory, form and family, status, date of the description.

    A form that equals the title is not repeated.
    """
    return ["".join(piece.text for piece in fact) for fact in spoken_facts(case, translate)]


def spoken_facts(case: Case, translate: Translator) -> list[list[SpokenPiece]]:
    """Return the facts of a case, each in pieces of one language: some are its own words, some those of the page."""
    page = translate.language
    territory = [SpokenPiece(case.territoire, case.langue)] if case.territoire else []
    named = _spoken_form(case, translate)
    status = shown_term(case.statut or "", translate)
    when = ""
    if case.situation_au:
        month = "-".join(case.situation_au.split("-")[:2])
        when = translate("as described in {date}", date=day(month, translate))
    parts = [
        territory,
        [] if "".join(piece.text for piece in named) == case.titre else named,
        *([SpokenPiece(text, page)] if text else [] for text in (status, when)),
    ]
    return [part for part in parts if part]


def named_forms(case: Case, translate: Translator) -> str:
    """Return the forms of agreement of a case in one line; « À préciser » where there is none."""
    return "".join(piece.text for piece in spoken_forms(case, translate))


def spoken_forms(case: Case, translate: Translator) -> list[SpokenPiece]:
    """Return what `named_forms` does, in pieces of one language: the forms of the vocabulary are French."""
    words = vocabulary.load()
    pieces: list[SpokenPiece] = []
    for name in case.outil:
        language = "fr" if words.outil(name) else case.langue
        pieces += [*([SpokenPiece(" + ", language)] if pieces else []), SpokenPiece(name, language)]
    return pieces or [SpokenPiece(translate("To be specified"), translate.language)]


def form(case: Case, translate: Translator) -> str:
    """Return the forms of agreement with their family: a family that the form names is not repeated."""
    return "".join(piece.text for piece in _spoken_form(case, translate))


def _spoken_form(case: Case, translate: Translator) -> list[SpokenPiece]:
    others = [shown_term(family, translate) for family in other_families(case)]
    families = [SpokenPiece(f" ({', '.join(others)})", translate.language)] if others else []
    return [*spoken_forms(case, translate), *families]


def source_line(source: Reference, translate: Translator) -> str:
    """Return a source in one line, without its address."""
    quoted = quotation(source.titre, translate.language)
    parts = [source.auteur, quoted, source.note, source.lieu, source.date and day(source.date, translate)]
    parts += [source.page and translate("p. {page}", page=source.page)]
    if source.consulte:
        parts.append(translate("read on {date}", date=day(source.consulte, translate)))
    return ", ".join(part for part in parts if part)


def sheet_line(case: Case, translate: Translator) -> str:
    """Return who wrote the sheet of a case, when, and under which licence; empty without a name."""
    fiche = case.fiche
    if not fiche.auteur:
        return ""
    parts = [fiche.auteur, day(fiche.date, translate) if fiche.date else "", fiche.licence or ""]
    return ", ".join(part for part in parts if part)


def signature(case: Case, translate: Translator) -> str:
    """Return who signs the reading of a case and when, or that it is unsigned."""
    name, date = case.signature
    if name is None:
        return translate("unsigned reading")
    return translate("reading by {name}", name=name) + (f", {day(date, translate)}" if date else "")


def source_lines(cases: Iterable[Case], translate: Translator) -> list[str]:
    """Return the sources of several cases in one line each, each source once."""
    return list(dict.fromkeys(source_line(source, translate) for case in cases for source in case.sources))


def signatures(cases: Iterable[Case], translate: Translator) -> str:
    """Return who signs the readings of several cases; one signature when all are the same, empty without a reading."""
    signed = {case.short_title: signature(case, translate) for case in cases if case.lecture}
    if len(set(signed.values())) < 2:
        return next(iter(signed.values()), "")
    return semicolon(translate.language).join(f"{title}, {words}" for title, words in signed.items())


def counted(what: str, count: int, translate: Translator) -> str:
    """Return a number of `pages`, `people` or `groups` in words: « 1 page », « 20 personnes »."""
    if what == "pages":
        return translate.plural("{count} page", "{count} pages", count)
    if what == "people":
        return translate.plural("{count} person", "{count} people", count)
    return translate.plural("{count} group", "{count} groups", count)
