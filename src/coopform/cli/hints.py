"""When a filter finds nothing: what the user may have meant by its value."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from coopform.text import fold, nearest

if TYPE_CHECKING:
    from coopform.case import Case
    from coopform.i18n import Translator
    from coopform.searching import Query


def hints(query: "Query", read: Callable[[], "Sequence[Case]"], t: "Translator") -> Iterator[str]:
    """Yield a sentence for each value of a filter that no case and no vocabulary knows.

    Args:
        query: what was looked for.
        read: returns the cases; called where their words are needed, once.
        t: says it.
    """
    for option, values, known_to in _filters(query, cache(read)):
        words = sorted(set(known_to()), key=lambda word: (fold(word), word)) if values else []
        folded = {fold(word) for word in words}
        for value in values:
            if fold(value) in folded:
                continue
            said = t("“{value}” is not known to {option}.", value=value, option=option)
            near = nearest(value, words)
            if near:
                yield said + " " + t("The nearest: {names}.", names=near[0])
            elif words:
                yield said + " " + t("Known: {names}.", names=", ".join(words))
            else:
                yield said


_Known = Callable[[], Iterable[str]]


def _filters(query: "Query", read: Callable[[], "Sequence[Case]"]) -> Iterator[tuple[str, Iterable[str], _Known]]:
    from coopform import vocabulary
    from coopform.case import STATUSES

    words = vocabulary.load()
    forms = [name for outil in words.outils for name in (outil.nom, outil.famille)]
    types = [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    yield "--outil", query.outil, lambda: [*forms, *(name for case in read() for name in case.outil)]
    yield "--partenaire", query.partenaire, lambda: types
    yield "--theme", query.theme, lambda: [theme for case in read() for theme in case.themes]
    yield "--departement", query.departement, lambda: [code for case in read() for code in case.departements]
    yield "--statut", query.statut, lambda: STATUSES
    yield "--mot", query.mot, lambda: [mot.mot for mot in words.mots]
