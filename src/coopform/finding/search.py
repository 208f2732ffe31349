"""Search cases by words and filters."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from coopform.model import grid, sections, vocabulary
from coopform.model.case import Case
from coopform.model.terms import term_of
from coopform.text.folding import fold

_Terms = Sequence[str]

# Separates the texts of a case that are searched as one string; neither files nor queries can contain it.
_SEPARATOR = "\1"


class Query(NamedTuple):
    """Search terms: the case must contain every phrase of `words` and match each filter.

    A filter with several values matches if any of them does.
    """

    words: _Terms = ()
    outil: _Terms = ()
    partenaire: _Terms = ()
    theme: _Terms = ()
    departement: _Terms = ()
    statut: _Terms = ()
    mot: _Terms = ()


# By filter, the key of a case that it compares with.
KEYS = {
    "outil": "outil",
    "partenaire": "partenaires",
    "theme": "themes",
    "departement": "departements",
    "statut": "statut",
}


def search(cases: Iterable[Case], query: Query) -> list[Case]:
    """Find cases by words and by filters.

    Args:
        cases: the cases to search.
        query: the search terms.

    Returns:
        The matching cases, in the same order.
    """
    return list(matching(cases, query))


def matching(cases: Iterable[Case], query: Query) -> Iterator[Case]:
    """Yield the matching cases one by one; see `search`."""
    phrases = [fold(word) for word in query.words]
    filters = [(asked, matches) for asked, matches in _filters(query) if asked]
    for case in cases:
        if all(any(matches(case, value) for value in asked) for asked, matches in filters) and (
            _has_phrases(case, phrases)
        ):
            yield case


def _has_phrases(case: Case, phrases: Sequence[str]) -> bool:
    if not phrases:
        return True
    text = _searched_text(case)
    return all(_has_phrase(phrase, text) for phrase in phrases)


def _searched_text(case: Case) -> str:
    """Return the folded text of a case in which phrases are looked for."""
    return fold(_SEPARATOR.join((case.id, *sections.texts(case))))


def searched_texts(case: Case) -> list[str]:
    """Return the folded texts of a case in which phrases are looked for, one by one."""
    return _searched_text(case).split(_SEPARATOR)


def _has_phrase(phrase: str, text: str) -> bool:
    """Return whether `text` contains `phrase` at the start of a word; both are folded."""
    place = text.find(phrase)
    while place > 0 and text[place - 1].isalnum() and phrase:
        place = text.find(phrase, place + 1)
    return place >= 0


Matcher = Callable[[Case, str], bool]


def _filters(query: Query) -> tuple[tuple[_Terms, Matcher], ...]:
    return (
        (query.outil, lambda case, value: any(is_form(name, value) for name in case.outil)),
        (query.partenaire, _matches_partner),
        (query.theme, lambda case, value: any(is_theme(theme, value) for theme in case.themes)),
        (query.departement, lambda case, value: value.upper().zfill(2) in case.departements),
        (query.statut, lambda case, value: case.statut is not None and fold(case.statut) == fold(value)),
        (query.mot, _matches_mot),
    )


def is_form(name: str, asked: str) -> bool:
    """Return whether a form of agreement is the one asked for: by its name, a word of it, its variant or its family."""
    words = vocabulary.load()
    known, folded = words.outil(name), fold(asked)
    return _has_phrase(folded, fold(name)) or bool(
        known and (known == words.outil(asked) or term_of(asked, [known.famille]))
    )


def is_theme(theme: str, asked: str) -> bool:
    """Return whether a theme has the words asked for."""
    return _has_phrase(fold(asked), fold(theme))


def partner_words(case: Case) -> set[str]:
    """Return the types of a case's partners and the families of these types."""
    words = vocabulary.load()
    found: set[str] = set()
    for partner in case.partenaires:
        for name in partner.type:
            known = words.partner_type(name)
            found.update((known.sigle, *known.familles) if known else (name,))
    return found


def _matches_partner(case: Case, value: str) -> bool:
    known = vocabulary.load().partner_type(value)
    asked = fold(known.sigle if known else value)
    return any(fold(word) == asked for word in partner_words(case))


def _matches_mot(case: Case, value: str) -> bool:
    words = vocabulary.load()
    asked = next(words.spot(value), None)
    name = fold(asked.mot if asked else value)
    return any(fold(mot) == name for mot in _recurring_words(case))


def recurring_words(case: Case) -> set[str]:
    """Return the recurring words that a case uses in any of its rows."""
    return set(_recurring_words(case))


def _recurring_words(case: Case) -> Iterator[str]:
    words = vocabulary.load()
    return (
        spotted.mot for row in grid.ROWS.values() for text in case.row_texts(row.key) for spotted in words.spot(text)
    )
