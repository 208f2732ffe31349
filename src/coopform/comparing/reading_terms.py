"""What the configurations and the degrees of integration of a reading mean."""

from coopform.text.i18n import mark

# By term of the vocabulary, as messages; other terms have no explanation.
CONFIGURATIONS = {
    "entre pairs": mark("authorities of the same kind, side by side"),
    "emboîtée": mark("nested areas, one within the other"),
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
