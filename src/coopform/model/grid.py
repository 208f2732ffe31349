"""The rows of a case: the six rubrics of the grid, the lessons learnt, the means.

Labels and questions are messages, which `i18n.Translator` translates.
"""

from typing import NamedTuple

from coopform.model.keys import CASE
from coopform.text.folding import fold
from coopform.text.i18n import mark


class Rubric(NamedTuple):
    """A row of the grid.

    Attributes:
        key: its name everywhere: YAML, model, JSON, options.
        label: its heading.
        question: the guiding question printed under it on a blank sheet.
        keys: the keys of a case that fill it, in the order in which they are shown.
    """

    key: str
    label: str
    question: str
    keys: tuple[str, ...]


GRID: tuple[Rubric, ...] = (
    Rubric("declencheurs", mark("Triggers"), CASE["declencheurs"].help, ("declencheurs",)),
    Rubric("partenaires", mark("Partners / scale"), mark("Who commits? On what scale?"), ("partenaires", "echelle")),
    Rubric("enjeux", mark("Stakes"), CASE["enjeux"].help, ("enjeux",)),
    Rubric("ambitions", mark("Ambitions"), CASE["ambitions"].help, ("ambitions",)),
    Rubric("objet", mark("Purpose"), CASE["objet"].help, ("objet",)),
    Rubric("acteurs", mark("Actors"), CASE["acteurs"].help, ("acteurs",)),
)

LEARNT: tuple[Rubric, ...] = (
    Rubric("resultats", mark("Results"), "", ("resultats",)),
    Rubric("leviers", mark("Success factors"), "", ("leviers",)),
    Rubric("vigilances", mark("Points to watch"), "", ("vigilances",)),
    Rubric("enseignements", mark("Lessons"), "", ("enseignements",)),
)

# Rows besides these, shown on a sheet when a case has them.
AROUND: tuple[Rubric, ...] = (Rubric("moyens", mark("Resources"), "", ("moyens",)),)

ROWS: dict[str, Rubric] = {rubric.key: rubric for rubric in (*GRID, *LEARNT, *AROUND)}


def keys_of(key: str) -> tuple[str, ...]:
    """Return the keys of a case that fill a row; a key that is no row fills itself."""
    return ROWS[key].keys if key in ROWS else (key,)


def find_row(word: str) -> Rubric | None:
    """Return the row that a key of a case belongs to, ignoring case and accents; None for another word."""
    key = fold(word)
    return next((rubric for rubric in ROWS.values() if key in rubric.keys), None)
