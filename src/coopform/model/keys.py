"""The keys of a case file and of `_recueil.yaml`, and the shape of what stands under each.

One table a mapping. `reading` follows these tables; `case` holds the same names as attributes.
"""

from enum import Enum, auto
from functools import lru_cache

from coopform.text.folding import fold


class Shape(Enum):
    """What may be under a key."""

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
# Every key of a case file or of `_recueil.yaml`.
KNOWN = frozenset((*NAMES, *RECUEIL, *INTRODUCTION))


def _parents(*tables: tuple[str, Keys]) -> dict[str, list[str]]:
    """Return, for each key of some tables, the keys that it may stand under."""
    parents: dict[str, list[str]] = {}
    for parent, table in tables:
        for name in table:
            parents.setdefault(name, []).append(parent)
    return parents


# For a key that stands under others only: the keys of a case, or of a collection, that it may stand under.
PARENTS = _parents(
    ("partenaires", PARTNER),
    ("etapes", STEP),
    ("lecture", LECTURE),
    ("lecture: instances", INSTANCES),
    ("sources", REFERENCE),
    ("fiche", FICHE),
)
RECUEIL_PARENTS = _parents(("introduction", INTRODUCTION))

# How long a key must be for a slip to be sure: « part » is none for `par`, « plage » none for `page`, « lien » none for
# `lieu`, « litre » none for `titre`.
_LONG_FOR_A_SLIP = 4
_LONG_FOR_A_LETTER_MORE = 5
_LONG_FOR_ANOTHER_LETTER = 6


def misspelling(name: str, table: Keys) -> str | None:
    """Return the key of a table that a key is a sure misspelling of: no other key, of whatever table, is as near.

    Args:
        name: the key as `fold_key` returns it; none of the table.
        table: the keys that may stand in its place.
    """
    alike = [key for key in KNOWN if _differs_in_number(name, key)] or [key for key in KNOWN if _is_slip(name, key)]
    return alike[0] if len(alike) == 1 and alike[0] in table else None


def _differs_in_number(name: str, key: str) -> bool:
    """Return whether two words are the same but for the s or the x of a plural."""
    longer, shorter = (name, key) if len(name) > len(key) else (key, name)
    return len(longer) == len(shorter) + 1 and longer[:-1] == shorter and longer[-1] in "sx"


def _is_slip(name: str, key: str) -> bool:
    """Return whether a key was typed with one letter too few or too many, two swapped, or another one; never the first.

    The two differ.
    """
    if name[:1] != key[:1] or abs(len(name) - len(key)) > 1 or len(key) < _LONG_FOR_A_SLIP:
        return False
    same = next(
        (i for i, (typed, meant) in enumerate(zip(name, key, strict=False)) if typed != meant), min(len(name), len(key))
    )
    typed, meant = name[same:], key[same:]
    if len(typed) < len(meant):
        return typed == meant[1:]
    if len(typed) > len(meant):
        return len(key) >= _LONG_FOR_A_LETTER_MORE and typed[1:] == meant
    if typed[:2] == meant[1::-1]:
        return typed[2:] == meant[2:]
    return len(key) >= _LONG_FOR_ANOTHER_LETTER and typed[1:] == meant[1:]
