"""Texts as handouts show them: hidden characters written out, the spaces of French set.

A handout shows some fifty texts, and most hold nothing of the kind: those are told apart first.
"""

import re

from coopform.text.folding import NARROW_NBSP, NBSP, typeset, visible

# What `typeset` sets in a text whose only spaces are single plain ones: the sign, as typed, as set. Quotes come
# first, whose space is theirs.
_SPACES = (
    ("«", "« ", f"«{NBSP}"),
    ("»", " »", f"{NBSP}»"),
    (";", " ;", f"{NARROW_NBSP};"),
    ("!", " !", f"{NARROW_NBSP}!"),
    ("?", " ?", f"{NARROW_NBSP}?"),
    (":", " :", f"{NBSP}:"),
    ("/", " /", f"{NBSP}/"),
)
# Spaces that are set already, as Word and our own sentences do: they are taken for plain ones, and set again.
_SET = re.compile("(?<=«)[\u00a0\u202f]|[\u00a0\u202f](?=[»;!?:])|\u00a0(?=/)")
# Where a number may stand before a word, a sign or the rest of it: a look from space to space, at a third of the price.
_COUNTED = re.compile(r" (?<=\d )(?=[^\W\d_]|[%€\d])")
# A number there; the digit comes first, so that the letters are passed over at once.
_NUMBER = re.compile(r"(\d(?<![\w,.]\d)\d*) (?=[^\W\d_]|[%€]|\d{3}(?!\d))")


def shown(text: str, language: str) -> str:
    """Return a text as a page shows it: what `typeset` and `visible` make of it, several times as fast.

    Args:
        text: what a case says.
        language: whose spaces are set.
    """
    plain = text if text.isprintable() or language != "fr" else _SET.sub(" ", text)
    # What is printable has no hidden character and no space but the plain one.
    if not plain.isprintable() or "  " in plain:
        return typeset(visible(text), language)
    if language != "fr":
        return plain
    for sign, typed, as_set in _SPACES:
        if sign in plain:
            plain = plain.replace(typed, as_set)
    return _NUMBER.sub(_kept_together, plain) if _COUNTED.search(plain) else plain


def _kept_together(number: re.Match[str]) -> str:
    return number[1] + NBSP
