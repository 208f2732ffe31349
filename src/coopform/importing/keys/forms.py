"""The forms of agreement in a text: a list of them, or the one that a title names."""

from coopform.model import vocabulary
from coopform.model.vocabulary import split_terms
from coopform.text.folding import fold


def split_forms(text: str) -> list[str]:
    """Return the forms of agreement that a text lists, if all are known; else the text."""
    known = vocabulary.load()
    parts = split_terms(text)
    return parts if len(parts) > 1 and all(map(known.outil, parts)) else [text]


def form_in(title: str) -> str | None:
    """Return the form of agreement that a title names, the longest if there are several."""
    words = f" {_plain(title)} "
    names = [
        (len(name), outil.nom)
        for outil in vocabulary.load().outils
        for name in (outil.nom, *outil.variantes)
        if f" {_plain(name)} " in words
    ]
    return max(names)[1] if names else None


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() or c in "'-" else " " for c in fold(text)).split())
