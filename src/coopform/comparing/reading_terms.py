"""The terms of a reading as people read them: their labels, and what configurations and degrees of integration mean."""

from coopform.text.i18n import Translator, mark

# By term of the vocabulary, as messages: case files and exports hold the terms, people read the labels.
LABELS = {
    "appel à projets": mark("call for projects"),
    "planification": mark("planning"),
    "réforme": mark("reform"),
    "grand projet": mark("major project"),
    "antériorité": mark("earlier collaborations"),
    "expérience d’ailleurs": mark("example of another territory"),
    "entre pairs": mark("authorities of the same kind"),
    "emboîtée": mark("nested perimeters"),
    "ville-campagne": mark("town and country"),
    "secteur-territoire": mark("sectoral policy and territory"),
    "se connaître": mark("know each other"),
    "se coordonner": mark("coordinate"),
    "agir ensemble": mark("act together"),
    "mutualiser": mark("share resources"),
    "se doter d’une structure": mark("set up a joint body"),
}

# By term of the vocabulary, as messages; other terms have no explanation.
CONFIGURATIONS = {
    "entre pairs": mark("authorities of the same kind, side by side"),
    "emboîtée": mark("nested perimeters, one within the other"),
    "ville-campagne": mark("a town and the countryside around it"),
    "secteur-territoire": mark("a policy of one sector, such as water or energy, and a territory"),
}
# From the lightest to the closest.
DEGREES = {
    "se connaître": mark("they meet and share what they do"),
    "se coordonner": mark("each acts on its own, and takes account of the other"),
    "agir ensemble": mark("they carry out actions together"),
    "mutualiser": mark("they share resources: a post, a service, a budget"),
    "se doter d’une structure": mark("they entrust the work to a joint body"),
}


def shown_term(term: str, translate: Translator) -> str:
    """Return the label of a term of the vocabulary; other words as they are."""
    return translate(LABELS[term]) if term in LABELS else term
