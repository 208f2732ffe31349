"""The keys of a case file and of `_recueil.yaml`, and the shape of what stands under each.

One table a mapping. `reading` follows these tables; `case` holds the same names as attributes.
"""

from enum import Enum, auto
from functools import lru_cache

from coopform.text import fold


class Shape(Enum):
    """What may stand under a key."""

    TEXT = auto()  # one text
    TEXTS = auto()  # one text, or a list of texts
    PARAGRAPHS = auto()  # texts whose emphasis is kept
    POINTS = auto()  # an outline of texts and labels
    PARTNERS = auto()
    STEPS = auto()
    REFERENCES = auto()
    LECTURE = auto()
    INSTANCES = auto()
    FICHE = auto()
    INTRODUCTION = auto()


Keys = dict[str, Shape]


@lru_cache(maxsize=1024)
def fold_key(word: str) -> str:
    """Return a key as the tables name it, from what was typed: `Titre court` and `titre-court` are `titre_court`."""
    return fold(word).replace(" ", "_").replace("-", "_")


CASE: Keys = {
    "titre": Shape.TEXT,
    "titre_court": Shape.TEXT,
    "outil": Shape.TEXTS,
    "territoire": Shape.TEXT,
    "declencheurs": Shape.POINTS,
    "partenaires": Shape.PARTNERS,
    "echelle": Shape.POINTS,
    "enjeux": Shape.POINTS,
    "ambitions": Shape.POINTS,
    "objet": Shape.POINTS,
    "acteurs": Shape.POINTS,
    "resultats": Shape.POINTS,
    "leviers": Shape.POINTS,
    "vigilances": Shape.POINTS,
    "enseignements": Shape.POINTS,
    "resume": Shape.TEXT,
    "themes": Shape.TEXTS,
    "etapes": Shape.STEPS,
    "statut": Shape.TEXT,
    "situation_au": Shape.TEXT,
    "suite_de": Shape.TEXT,
    "departements": Shape.TEXTS,
    "moyens": Shape.POINTS,
    "a_verifier": Shape.POINTS,
    "lecture": Shape.LECTURE,
    "sources": Shape.REFERENCES,
    "fiche": Shape.FICHE,
    "langue": Shape.TEXT,
}

PARTNER: Keys = {
    "texte": Shape.TEXT,
    "type": Shape.TEXTS,
    "nombre": Shape.TEXT,
    "nom": Shape.TEXT,
    "precision": Shape.TEXT,
    "role": Shape.TEXT,
}

STEP: Keys = {"quand": Shape.TEXT, "quoi": Shape.TEXT}

LECTURE: Keys = {
    "par": Shape.TEXT,
    "date": Shape.TEXT,
    "declenchement": Shape.TEXTS,
    "instances": Shape.INSTANCES,
    "configuration": Shape.TEXT,
    "integration": Shape.TEXT,
}

INSTANCES: Keys = {
    "politique": Shape.TEXTS,
    "technique": Shape.TEXTS,
    "mixte": Shape.TEXTS,
    "animation": Shape.TEXTS,
}

REFERENCE: Keys = {
    "titre": Shape.TEXT,
    "auteur": Shape.TEXT,
    "date": Shape.TEXT,
    "lieu": Shape.TEXT,
    "url": Shape.TEXT,
    "page": Shape.TEXT,
    "consulte": Shape.TEXT,
    "note": Shape.TEXT,
}

FICHE: Keys = {"auteur": Shape.TEXT, "date": Shape.TEXT, "licence": Shape.TEXT}

RECUEIL: Keys = {
    "titre": Shape.TEXT,
    "sous_titre": Shape.TEXT,
    "date": Shape.TEXT,
    "lieu": Shape.TEXT,
    "langue": Shape.TEXT,
    "organisateurs": Shape.TEXTS,
    "introduction": Shape.INTRODUCTION,
    "couleur": Shape.TEXT,
    "logo": Shape.TEXT,
    "pied_de_page": Shape.TEXT,
}

INTRODUCTION: Keys = {"titre": Shape.TEXT, "paragraphes": Shape.PARAGRAPHS}

# The keys whose text names something, and what stands there when no name was found yet: it is no title.
TITLES = ("titre", "titre_court")
NO_TITLE = frozenset(("~", "null", "Null", "NULL", "..."))

# The keys that stand at the margin of a file.
AT_MARGIN = frozenset((*CASE, *RECUEIL))

# Every key of a case file, whatever it stands under.
NAMES = frozenset(name for table in (CASE, PARTNER, STEP, LECTURE, INSTANCES, REFERENCE, FICHE) for name in table)

# For a key that stands under others only: the keys of a case that it may stand under.
PARENTS: dict[str, list[str]] = {}
for _parent, _table in (
    ("partenaires", PARTNER),
    ("etapes", STEP),
    ("lecture", LECTURE),
    ("lecture: instances", INSTANCES),
    ("sources", REFERENCE),
    ("fiche", FICHE),
):
    for _name in _table:
        PARENTS.setdefault(_name, []).append(_parent)
