"""Hints on the values of filters when `coopform list` finds nothing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coopform.cli.failure_words.by_class import nearest_of
from coopform.text.characters import shown_name
from coopform.text.folding import fold

if TYPE_CHECKING:
    from coopform.collection.search import Query
    from coopform.model.case import Case
    from coopform.text.i18n import Translator


def hints(query: "Query", cases: "Iterable[Case]", t: "Translator") -> Iterator[str]:
    """Yield a sentence for each value of a filter that is in no case and not in the vocabulary.

    `cases` are read once, and only for filters on words of the cases.
    """
    used: dict[str, set[str]] = {key: set() for key in ("outil", "themes", "departements")}
    if query.outil or query.theme or query.departement:
        for case in cases:
            for key, found in used.items():
                found.update(getattr(case, key))
    for option, values, known in _filters(query, used):
        words = sorted(set(known), key=lambda word: (fold(word), word))
        folded = {fold(word) for word in words}
        for value in values:
            if fold(value) in folded:
                continue
            said = t("“{value}” is not known to {option}.", value=shown_name(value), option=option)
            known_words = " " + t("Known: {names}.", names=", ".join(words)) if words else ""
            yield said + (nearest_of(value, words, t) or known_words)


def _filters(query: "Query", used: Mapping[str, set[str]]) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    from coopform.model import vocabulary
    from coopform.model.case import STATUSES

    words = vocabulary.load()
    forms = [name for outil in words.outils for name in (outil.nom, outil.famille)]
    types = [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    yield "--outil", query.outil, [*forms, *used["outil"]]
    yield "--partenaire", query.partenaire, types
    yield "--theme", query.theme, used["themes"]
    yield "--departement", query.departement, used["departements"]
    yield "--statut", query.statut, STATUSES
    yield "--mot", query.mot, [mot.mot for mot in words.mots]
