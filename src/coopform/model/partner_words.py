"""The words for partners: from their keys (« 5 communautés de communes »), and their numbers read back."""

from collections.abc import Mapping
from typing import Any

from coopform.model import vocabulary
from coopform.text.folding import fold

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("un une one", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight",
         "neuf nine", "dix ten"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip


def read_number(word: str) -> int | None:
    """Return the number that a word is, in figures or written out up to ten; None for another word."""
    return int(word) if word.isascii() and word.isdecimal() else _NUMBERS.get(fold(word))


def word_partner(parts: Mapping[str, Any]) -> str:
    """Return the words for a partner from its `nombre`, `nom` or `type`, and `precision`; empty without a name."""
    number = str(parts.get("nombre", ""))
    if number == "1" and parts.get("nom"):
        number = ""  # a name means one partner
    name = parts.get("nom") or " et ".join(
        _name(kind, plural=number not in ("", "1")) for kind in parts.get("type", ())
    )
    if not name:
        return ""
    words = f"{number} {name}" if number else name
    return f"{words} ({parts['precision']})" if parts.get("precision") else words


def _name(kind: str, *, plural: bool) -> str:
    known = vocabulary.load().partner_type(kind)
    if known is None:
        return kind
    return known.pluriel if plural else known.nom
