"""When a filter finds nothing: what the user may have meant by its value."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coopform.text import fold, nearest

if TYPE_CHECKING:
    from coopform.collection import Collection
    from coopform.i18n import Translator
    from coopform.searching import Query


def hints(query: "Query", collection: "Collection", t: "Translator") -> Iterator[str]:
    """Yield a sentence for each value of a filter that no case and no vocabulary knows."""
    for option, values, known in _filters(query, collection):
        words = sorted(set(known), key=fold)
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


def _filters(query: "Query", collection: "Collection") -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    from coopform import vocabulary
    from coopform.case import STATUSES

    words, cases = vocabulary.load(), collection.cases
    forms = [name for outil in words.outils for name in (outil.nom, outil.famille)]
    types = [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    yield "--outil", query.outil, [*forms, *(name for case in cases for name in case.outil)]
    yield "--partenaire", query.partenaire, types
    yield "--theme", query.theme, [theme for case in cases for theme in case.themes]
    yield "--departement", query.departement, [code for case in cases for code in case.departements]
    yield "--statut", query.statut, STATUSES
    yield "--mot", query.mot, [mot.mot for mot in words.mots]
