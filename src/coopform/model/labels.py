"""The labels of the grid in every language, for whoever types one instead of its key, and those of the documents."""

import re
from functools import cache

from coopform.model.grid import ROWS
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, Translator, mark

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


def label_of(key: str) -> str:
    """Return what a key of a file is called, as a message; empty for one that has no heading."""
    if key == "partenaires":
        return mark("Partners")  # half of its row: the scale is a key of its own
    return KEY_LABELS.get(key) or (ROWS[key].label if key in ROWS else "")


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
