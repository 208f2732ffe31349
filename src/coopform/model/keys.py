"""The keys of a case file and of `_recueil.yaml`: one table for each mapping, one row for each key.

The readers of `casefile`, the schema and the blank file follow these tables; `case` has attributes of the same names.
"""

from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from coopform.text.folding import fold
from coopform.text.i18n import mark


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


# The shapes of which there may be several, each with its hyphen.
LISTS = {Shape.TEXTS, Shape.PARAGRAPHS, Shape.POINTS, Shape.PARTNERS, Shape.STEPS, Shape.REFERENCES}


class Key(NamedTuple):
    """A key of a mapping.

    Attributes:
        shape: what may be under it.
        help: what it is for, as a message; for a row of the grid, its guiding question.
    """

    shape: Shape
    help: str


Keys = dict[str, Key]


@lru_cache(maxsize=1024)
def fold_key(word: str) -> str:
    """Return what was typed as the tables name keys: `Titre court` and `titre-court` are `titre_court`."""
    return fold(word).replace(" ", "_").replace("-", "_")


CASE: Keys = {
    "titre": Key(Shape.TEXT, mark("The whole title of the co-operation.")),
    "titre_court": Key(Shape.TEXT, mark("A title of 40 characters at most, for columns and lists.")),
    "outil": Key(Shape.TEXTS, mark("The form of agreement, or several: a term from the list, or your own words.")),
    "territoire": Key(Shape.TEXT, mark("The territory concerned.")),
    "declencheurs": Key(Shape.POINTS, mark("What set the co-operation in motion?")),
    "partenaires": Key(Shape.PARTNERS, mark("Who commits?")),
    "echelle": Key(Shape.POINTS, mark("On what scale?")),
    "enjeux": Key(Shape.POINTS, mark("What is there to gain or to lose?")),
    "ambitions": Key(Shape.POINTS, mark("Where do we want to go together?")),
    "objet": Key(Shape.POINTS, mark("What is the agreement about?")),
    "acteurs": Key(Shape.POINTS, mark("Who decides, who steers, who runs it?")),
    "resultats": Key(Shape.POINTS, mark("What the co-operation has achieved.")),
    "leviers": Key(Shape.POINTS, mark("What helped.")),
    "vigilances": Key(Shape.POINTS, mark("What to watch.")),
    "enseignements": Key(Shape.POINTS, mark("What was learnt.")),
    "resume": Key(Shape.TEXT, mark("The co-operation in a few sentences.")),
    "themes": Key(Shape.TEXTS, mark("The themes concerned, one per line.")),
    "etapes": Key(Shape.STEPS, mark("The steps of its life, each with “quand” and “quoi”.")),
    "statut": Key(Shape.TEXT, mark("Its status: en projet, en cours, en sommeil, achevée, remplacée, abandonnée.")),
    "situation_au": Key(Shape.TEXT, mark("Date of the situation described: 2015, 2015-03 or 2015-03-05.")),
    "suite_de": Key(Shape.TEXT, mark("What it follows on from: the ID of a case, or a text.")),
    "departements": Key(Shape.TEXTS, mark("The codes of the départements, one per line: 07, 2A, 974.")),
    "moyens": Key(Shape.POINTS, mark("Funding, staff.")),
    "a_verifier": Key(Shape.POINTS, mark("What the facilitator has to check; never on a handout.")),
    "lecture": Key(Shape.LECTURE, mark("A reading of the co-operation, signed by its author.")),
    "sources": Key(
        Shape.REFERENCES, mark("Where this comes from: titles, or titles with an author, a date, an address.")
    ),
    "fiche": Key(Shape.FICHE, mark("Who wrote this file, when, under what licence.")),
    "langue": Key(Shape.TEXT, mark("The language of the text: fr or en.")),
}

PARTNER: Keys = {
    "texte": Key(Shape.TEXT, mark("The words shown; if missing, they come from the other keys.")),
    "type": Key(Shape.TEXTS, mark("The type of partner, or several: CC, PNR, Pays…")),
    "nombre": Key(Shape.TEXT, mark("How many they are, in digits.")),
    "nom": Key(Shape.TEXT, mark("The name of the partner.")),
    "precision": Key(Shape.TEXT, mark("A detail, shown in brackets.")),
    "role": Key(Shape.TEXT, mark("The role that it plays.")),
}

STEP: Keys = {
    "quand": Key(Shape.TEXT, mark("When: a year, a date, or words such as “vers 2017”.")),
    "quoi": Key(Shape.TEXT, mark("What happened.")),
}

LECTURE: Keys = {
    "par": Key(Shape.TEXT, mark("Who signs the reading; by default, the author of the file.")),
    "date": Key(Shape.TEXT, mark("When: 2015, 2015-03 or 2015-03-05.")),
    "declenchement": Key(Shape.TEXTS, mark("What triggered it, in the words of the source or of the list.")),
    "instances": Key(Shape.INSTANCES, mark("The bodies of the co-operation, in the words of the source.")),
    "configuration": Key(Shape.TEXT, mark("How the partners relate to each other.")),
    "integration": Key(Shape.TEXT, mark("How far they commit, from the lightest to the closest.")),
}

INSTANCES: Keys = {
    "politique": Key(Shape.TEXTS, mark("The bodies of elected officials.")),
    "technique": Key(Shape.TEXTS, mark("The bodies of technicians.")),
    "mixte": Key(Shape.TEXTS, mark("The bodies where both sit.")),
    "animation": Key(Shape.TEXTS, mark("Who runs it from day to day.")),
}

REFERENCE: Keys = {
    "titre": Key(Shape.TEXT, mark("The title of the source.")),
    "auteur": Key(Shape.TEXT, mark("The author of the source.")),
    "date": Key(Shape.TEXT, LECTURE["date"].help),
    "lieu": Key(Shape.TEXT, mark("Where it was said or published.")),
    "url": Key(Shape.TEXT, mark("The whole address of the page: https://…")),
    "page": Key(Shape.TEXT, mark("The page of the source.")),
    "consulte": Key(Shape.TEXT, mark("When the page was read: 2015, 2015-03 or 2015-03-05.")),
    "note": Key(Shape.TEXT, mark("A note on the source.")),
}

FICHE: Keys = {
    "auteur": Key(Shape.TEXT, mark("Who wrote this file.")),
    "date": Key(Shape.TEXT, LECTURE["date"].help),
    "licence": Key(Shape.TEXT, mark("Under what licence it may be used.")),
}

RECUEIL: Keys = {
    "titre": Key(Shape.TEXT, mark("The title of the collection, on every handout.")),
    "sous_titre": Key(Shape.TEXT, mark("Its subtitle.")),
    "date": Key(Shape.TEXT, mark("The date of the day: 2015, 2015-03 or 2015-03-05.")),
    "lieu": Key(Shape.TEXT, mark("Where the day takes place.")),
    "langue": Key(Shape.TEXT, mark("The language of the handouts of the whole collection: fr or en.")),
    "organisateurs": Key(Shape.TEXTS, mark("Who organises the day, one per line.")),
    "introduction": Key(
        Shape.INTRODUCTION,
        mark("The opening of the handouts: a title, and paragraphs in which **asterisks** stress words."),
    ),
    "couleur": Key(
        Shape.TEXT,
        mark('The colour of the handouts: # and six digits or letters from A to F, in quotes, such as "#0b4f6c".'),
    ),
    "logo": Key(Shape.TEXT, mark("A picture beside this file: PNG, JPEG, GIF, WebP or SVG.")),
    "pied_de_page": Key(Shape.TEXT, mark("A line at the foot of the pages.")),
}

INTRODUCTION: Keys = {
    "titre": Key(Shape.TEXT, mark("The title of the opening.")),
    "paragraphes": Key(Shape.PARAGRAPHS, mark("Its paragraphs, each with its hyphen.")),
}

# The keys of titles, and values that mean that there is no title yet.
TITLES = ("titre", "titre_court")
NO_TITLE = frozenset(("~", "null", "Null", "NULL", "..."))

# The keys at the margin of a file.
AT_MARGIN = frozenset((*CASE, *RECUEIL))

# Every key of a case file, at any level.
NAMES = frozenset(name for table in (CASE, PARTNER, STEP, LECTURE, INSTANCES, REFERENCE, FICHE) for name in table)
# Every key of a case file or of `_recueil.yaml`.
KNOWN = frozenset((*NAMES, *RECUEIL, *INTRODUCTION))


def _parents(*tables: tuple[str, Keys]) -> dict[str, list[str]]:
    """Return, for each key of some tables, the keys that it may be under."""
    parents: dict[str, list[str]] = {}
    for parent, table in tables:
        for name in table:
            parents.setdefault(name, []).append(parent)
    return parents


# The keys of a case, or of a collection, that each key of a table may be under.
PARENTS = _parents(
    ("partenaires", PARTNER),
    ("etapes", STEP),
    ("lecture", LECTURE),
    ("lecture: instances", INSTANCES),
    ("sources", REFERENCE),
    ("fiche", FICHE),
)
RECUEIL_PARENTS = _parents(("introduction", INTRODUCTION))

# How long a key must be for a misspelling to be sure: « part » is not `par`, « plage » not `page`, « lien » not `lieu`,
# « litre » not `titre`.
_LONG_FOR_A_SLIP = 4
_LONG_FOR_A_LETTER_MORE = 5
_LONG_FOR_ANOTHER_LETTER = 6


def misspelling(name: str, table: Keys) -> str | None:
    """Return the key of a table that a name is a sure misspelling of: no other key, of any table, is as near.

    The name is one that `fold_key` returned, and none of the table.
    """
    if any(map(str.isdigit, name)):
        return None  # a number is no slip: « enjeux 2 »
    alike = [key for key in KNOWN if _differs_in_number(name, key)] or [key for key in KNOWN if _is_slip(name, key)]
    return alike[0] if len(alike) == 1 and alike[0] in table else None


def _differs_in_number(name: str, key: str) -> bool:
    """Return whether two words differ only in the s or x of a plural."""
    longer, shorter = (name, key) if len(name) > len(key) else (key, name)
    return len(longer) == len(shorter) + 1 and longer[:-1] == shorter and longer[-1] in "sx"


def _is_slip(name: str, key: str) -> bool:
    """Return whether a name is a key with one letter missing, added or replaced, or two swapped; never the first."""
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
