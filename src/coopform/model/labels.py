"""The labels of keys in every language: a key is recognised by its label too."""

import re
from functools import cache

from coopform.model import keys
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.model.sections import SECTIONS
from coopform.text.folding import fold
from coopform.text.i18n import Translator, mark, translations

# What an outline numbers its headings with, and what sets them off, on both sides.
_NUMBER = r"(?:\d+(?:\.\d+)*|[IVX]+|[A-Za-z])(?:[.)]|\s*[-–—/](?=\s))"
_SIGNS = re.compile(rf"^(?:[^\w\s]|_|{_NUMBER}|\s)+|(?<![\W_])[\W_]++$")
_SLASH = re.compile(r"\s*/\s*")

# The label of each key of a case: that of its section, or its own where it is part of a section.
KEY_LABELS = {
    **{section.key: section.label for section in SECTIONS if section.key in keys.CASE},
    "titre_court": mark("Short title"),
    "outil": mark("Form of agreement"),
    "territoire": mark("Territory"),
    "echelle": mark("Scale"),
    "statut": mark("Status"),
}


def label_of(key: str) -> str:
    """Return the label of a key of a file, as a message; empty for one that has none."""
    if key == "partenaires":
        return mark("Partners")  # half of its row: the scale is a key of its own
    return KEY_LABELS.get(key, "")


def labelled_key(key: str, translate: Translator) -> str:
    """Return the label of a key and the key: « Éléments déclencheurs (declencheurs) »; a key without a label alone."""
    return f"{translate(label_of(key))} ({key})" if label_of(key) else key


def key_of_label(label: str) -> str | None:
    """Return the key whose label was typed in its place (« Éléments déclencheurs »), if any."""
    return _keys_by_label().get(fold_label(label))


def key_meant(typed: str) -> str:
    """Return the key that was typed, by its name or its label; other words, in the form of keys."""
    return typed if typed in keys.CASE else key_of_label(typed) or fold_key(typed)


def key_behind_signs(typed: str) -> str | None:
    """Return the key after a number or a bullet, or in quotes: « 1. Titre », « **Enjeux** », « “objet” »."""
    bare = _SIGNS.sub("", typed)
    return key_at_margin(bare) if bare != typed else None


def key_at_margin(typed: str) -> str | None:
    """Return the key at the margin of a file that words name alone, also behind signs; None for other words."""
    key = key_meant(_SIGNS.sub("", typed))
    return key if key in AT_MARGIN else None


@cache
def _keys_by_label() -> dict[str, str]:
    return {fold_label(said): key for key, label in KEY_LABELS.items() for said in translations(label)}


def fold_label(label: str) -> str:
    """Return a label without case, accents and the spaces around its slash: « PARTENAIRES/ECHELLE »."""
    return _SLASH.sub("/", fold(label))
