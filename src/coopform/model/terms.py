"""The terms of closed lists as people read them: case files and exports hold the terms, pages show their labels."""

from collections.abc import Iterable
from functools import cache

from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, Translator, mark

# By term of a status, a role, a family of forms of agreement or a reading, as messages.
LABELS = {
    "en projet": mark("planned"),
    "en cours": mark("under way"),
    "en sommeil": mark("dormant"),
    "achevée": mark("completed"),
    "remplacée": mark("replaced"),
    "abandonnée": mark("abandoned"),
    "signataire": mark("signatory"),
    "associé": mark("associate"),
    "financeur": mark("funder"),
    "bénéficiaire": mark("beneficiary"),
    "feuille de route": mark("roadmap"),
    "convention": mark("agreement"),
    "entente": mark("entente"),
    "contrat": mark("contract"),
    "prestation / mutualisation": mark("service / pooling"),
    "structure": mark("joint body"),
    "appel à projets": mark("call for projects"),
    "planification": mark("planning"),
    "réforme": mark("reform"),
    "grand projet": mark("major project"),
    "antériorité": mark("earlier collaborations"),
    "expérience d’ailleurs": mark("example of another territory"),
    "entre pairs": mark("authorities of the same kind"),
    "emboîtée": mark("nested areas"),
    "ville-campagne": mark("town and country"),
    "secteur-territoire": mark("sectoral policy and territory"),
    "se connaître": mark("know each other"),
    "se coordonner": mark("coordinate"),
    "agir ensemble": mark("act together"),
    "mutualiser": mark("share resources"),
    "se doter d’une structure": mark("set up a joint body"),
}


def shown_term(term: str, translate: Translator) -> str:
    """Return the label of a term; other words as they are."""
    return translate(LABELS[term]) if term in LABELS else term


def term_of(words: str, terms: Iterable[str]) -> str | None:
    """Return which of some terms words are, as a term or as its label in any language; None for other words."""
    folded = fold(words)
    return next((term for term in terms if folded in _names(term)), None)


@cache
def _names(term: str) -> frozenset[str]:
    return frozenset((fold(term), *(fold(shown_term(term, Translator(language))) for language in LANGUAGES)))
