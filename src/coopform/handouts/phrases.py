"""Short texts that the terminal and the handouts share: dates, the line of facts, a source."""

from collections.abc import Iterable

from coopform.comparing.synthesis import other_families
from coopform.model.case import Case, Reference
from coopform.model.terms import shown_term
from coopform.text.i18n import MONTHS, Translator
from coopform.text.languages import USAGE
from coopform.text.quotation import quotation
from coopform.text.typography import semicolon


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
    named = form(case, translate)
    parts = [case.territoire or "", "" if named == case.titre else named, shown_term(case.statut or "", translate)]
    if case.situation_au:
        month = "-".join(case.situation_au.split("-")[:2])
        parts.append(translate("as described in {date}", date=day(month, translate)))
    return [part for part in parts if part]


def named_forms(case: Case, translate: Translator) -> str:
    """Return the forms of agreement of a case in one line; « À préciser » where there is none."""
    return " + ".join(case.outil) or translate("To be specified")


def form(case: Case, translate: Translator) -> str:
    """Return the forms of agreement with their family: a family that the form names is not repeated."""
    named = named_forms(case, translate)
    others = [shown_term(family, translate) for family in other_families(case)]
    return f"{named} ({', '.join(others)})" if others else named


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
