"""Read back what coopform prints around the rubrics of a sheet: facts, sources, author, acronyms."""

import re
from functools import cache

from coopform.handouts.agreement import FULL_WARNING
from coopform.importing.cleaning import clean
from coopform.model import vocabulary
from coopform.model.case import Reference
from coopform.model.terms import term_of
from coopform.model.value_types import STATUSES
from coopform.text.characters import NBSP
from coopform.text.dates import read_date
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, translations
from coopform.text.quotation import quotation

Fields = dict[str, object]

_DOT = " · "
# Longer than any of these lines.
_LONGEST = 2000
_URL = re.compile(r"\s+–\s+<?(https?://\S+?)>?$")
_QUOTED = "|".join(quotation("(.+?)", language).replace(NBSP, " ") for language in LANGUAGES)
_TITLE = re.compile(rf"(?:(.+?), )?(?:{_QUOTED})(?:, (.+))?")
_PAGE = re.compile(r"p\. (.+)")
_PLACE = re.compile(r".+ \((?:\d{2,3}|2[ABab])\)")
_FAMILY = re.compile(r"(.+?) \(([^()]+)\)$")


def kicker(text: str) -> str | None:
    """Return the short title in « Fiche de coopération · TRIDAN », empty without one; None for another line."""
    first, _, rest = clean(text).partition(_DOT)
    return rest if fold(first) in _folded("Co-operation sheet") else None


def begins_agreement(text: str) -> bool:
    """Return whether a line is the one that a draft of an agreement begins with: no sheet, though it has its words."""
    return len(text) <= _LONGEST and fold(clean(text)) in _folded(FULL_WARNING)


def facts(text: str, title: str) -> Fields | None:
    """Return the fields in the line of facts: `territoire`, `outil`, `statut`, `situation_au`.

    Args:
        text: the line.
        title: of the case; a form of agreement that equals the title is left out of the line.

    Returns:
        The fields, or None if the line has no known form of agreement, status or date.
    """
    if len(text) > _LONGEST:
        return None
    parts = clean(text).split(_DOT)
    fields: Fields = {}
    date = _situation(parts[-1])
    if date:
        fields["situation_au"] = date
        parts.pop()
    status = term_of(parts[-1], STATUSES) if parts else None
    if status:
        fields["statut"] = status
        parts.pop()
    words = vocabulary.load()
    forms = _forms(parts[-1]) if parts else []
    if len(forms) == 1 and fold(forms[0]) in _folded("To be specified"):
        parts.pop()
        return {**fields, "territoire": _DOT.join(parts)} if parts else fields
    is_known = any(words.outil(form) for form in forms)
    if not fields and not is_known:
        return None
    if parts and (is_known or len(parts) > 1 or not words.outil(title)):
        fields["outil"] = forms
        parts.pop()
    elif words.outil(title):
        fields["outil"] = [title]
    if parts:
        fields["territoire"] = _DOT.join(parts)
    return fields


def reference(text: str) -> Fields:
    """Return the fields of a source from its line; parts that are not recognised become its note."""
    words = clean(text)
    fields: Fields = {}
    address = _URL.search(words)
    if address:
        fields["url"] = address[1]
        words = words[: address.start()]
    match = _TITLE.fullmatch(words) if len(words) <= _LONGEST else None
    if match is None:
        return {"titre": words, **fields}
    author, *quoted, after = match.groups()
    fields = {"titre": next(filter(None, quoted)), **({"auteur": author} if author else {}), **fields}
    rest = after.split(", ") if after else []
    rest = [part for part in rest if not _dated(part, fields)]
    if rest and _PLACE.fullmatch(rest[-1]):
        fields["lieu"] = rest.pop()
    if rest:
        fields["note"] = ", ".join(rest)
    return {name: fields[name] for name in Reference.model_fields if name in fields}


def signature(text: str) -> Fields:
    """Return the author, date and licence of a sheet from the line at its foot."""
    parts = clean(text).split(", ")
    for index, part in enumerate(parts):
        date = read_date(part)
        if date and index:
            found = {"auteur": ", ".join(parts[:index]), "date": date, "licence": ", ".join(parts[index + 1 :])}
            return {name: value for name, value in found.items() if value}
    return {"auteur": ", ".join(parts)}


def is_acronyms(text: str) -> bool:
    """Return whether a text is only a list of acronyms as the vocabulary explains them."""
    known = vocabulary.load().sigles
    pairs = (part.split(", ", 1) for part in re.split(r" ?; ", clean(text)))
    return all(len(pair) == 2 and fold(known.get(pair[0], "")) == fold(pair[1]) for pair in pairs)


def _dated(part: str, fields: Fields) -> bool:
    """Add a part of a source to `fields` if it is a date, a page or a date of access; return whether it is."""
    page = _PAGE.fullmatch(part)
    if page:
        fields["page"] = page[1]
        return True
    if "date" not in fields and read_date(part):
        fields["date"] = read_date(part)
        return True
    read = _after(part, "read on {date}")
    if read and read_date(read):
        fields["consulte"] = read_date(read)
        return True
    return False


def _situation(text: str) -> str | None:
    written = _after(text, "as described in {date}")
    return read_date(written) if written else None


def _forms(text: str) -> list[str]:
    """Return the forms of agreement of « Entente + convention (famille) »."""
    match = _FAMILY.fullmatch(text)
    families = {outil.famille for outil in vocabulary.load().outils}
    if match and all(term_of(part, families) for part in match[2].split(", ")):
        text = match[1]
    return text.split(" + ")


def _after(text: str, message: str) -> str | None:
    """Return what follows the beginning of a message in a text, in any language."""
    for said in translations(message):
        before = clean(said).partition("{")[0]
        if fold(text).startswith(fold(before)):
            return text[len(before) :]
    return None


@cache
def _folded(message: str) -> frozenset[str]:
    return frozenset(map(fold, translations(message)))
