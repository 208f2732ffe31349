"""The labels of the grid in every language, for whoever types one instead of its key, and those of the documents."""

import re
from functools import cache

from coopform.grid import ROWS
from coopform.i18n import LANGUAGES, Translator, mark
from coopform.keys import AT_MARGIN, fold_key
from coopform.text import fold

# What an outline numbers its headings with, and what sets them off, on both sides.
_SIGNS = re.compile(r"^(?:[^\w\s]|_|\d+(?:\.\d+)*[.)]|[IVX]+[.)]|[A-Za-z][.)]|\s)+|(?<![\W_])[\W_]++$")

# Keys beside the grid that have a heading of their own.
KEY_LABELS = {
    "titre": mark("Title"),
    "titre_court": mark("Short title"),
    "outil": mark("Form of agreement"),
    "territoire": mark("Territory"),
    "echelle": mark("Scale"),
    "resume": mark("In short"),
    "themes": mark("Themes"),
    "etapes": mark("Steps"),
    "statut": mark("Status"),
    "suite_de": mark("Follows on from"),
    "departements": mark("Départements"),
    "a_verifier": mark("To check"),
    "lecture": mark("Reading"),
    "sources": mark("Sources"),
    "fiche": mark("Sheet"),
}

# What each kind of document is called; the files of a kind that has several, by `kind-part`.
DOCUMENT_LABELS = {
    "sheet": mark("Co-operation sheet"),
    "comparison": mark("Synoptic table"),
    "comparison-a4": mark("Synoptic table, on A4"),
    "panels": mark("Wall panels"),
    "synthesis": mark("Synthesis"),
    "synthesis-empty": mark("Synthesis to fill in"),
    "analysis": mark("Analysis pages"),
    "booklet": mark("Booklet"),
    "blank": mark("Blank sheet"),
    "blank-a3": mark("Blank sheet, on A3"),
    "slides": mark("Slides"),
    "guide": mark("Facilitator’s guide"),
    "index": mark("Index"),
    "pack": mark("Workshop kit"),
}


def label_of(key: str) -> str:
    """Return what a key of a file is called, as a message; empty for one that has no heading."""
    if key == "partenaires":
        return mark("Partners")  # half of its row: the scale is a key of its own
    return KEY_LABELS.get(key) or (ROWS[key].label if key in ROWS else "")


def document_label(kind: str, part: str = "") -> str:
    """Return what a document is called, as a message."""
    return DOCUMENT_LABELS[f"{kind}-{part}" if part else kind]


def key_of_label(label: str) -> str | None:
    """Return the key whose label someone typed in its place (« Éléments déclencheurs »), if any."""
    return _keys_by_label().get(fold(label))


def key_behind_signs(typed: str) -> str | None:
    """Return the key that stands behind a number, a bullet or quotes: « 1. Titre », « **Enjeux** », « “objet” »."""
    bare = _SIGNS.sub("", typed)
    key = key_of_label(bare) or fold_key(bare)
    return key if bare != typed and key in AT_MARGIN else None


@cache
def _keys_by_label() -> dict[str, str]:
    labels = {**{key: row.label for key, row in ROWS.items()}, **KEY_LABELS}
    return {fold(Translator(language)(label)): key for language in LANGUAGES for key, label in labels.items()}
