"""Bullets and spaces of typed texts: what begins an item, and what is cleaned of every text."""

import re

from coopform.text.characters import NARROW_NBSP, NBSP, without_hidden
from coopform.text.folding import tidy

# What only ever is a bullet, inside a line too; the private letters are those of Word's fonts of symbols.
_SURE = "✓✔☑☐•▪■□●○◦‣∙·➢➤►▶❖◆◇\uf000-\uf0ff"
# What is a bullet where a line begins, with a space behind it.
_AT_START = re.compile(rf"\s*(?:[{_SURE}]\s*|[-–—*+→➔➜⇒>](?:\s+|$)|o(?:\t\s*|\s{{2,}}))")
_INSIDE = re.compile(rf"(?:^|\s)[{_SURE.replace('·', '')}]\s+")
_ARROW = re.compile(r"\s*[→➔➜➢➤►⇒]\s*(?=\S)")
NUMBER = re.compile(r"\s*((?:\d{1,2}|[a-zA-Z])[.)])\s+")

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_THREE_DOTS = re.compile(r"\.{3,}")
_BEFORE_COMMA = re.compile(r"(?<=\w) +,(?=\s)")
_SPACES = re.compile(r" {2,}")


def clean(text: str) -> str:
    """Return a text with the apostrophes, dots and spaces that a case has: its words are not changed."""
    text = text.replace("\x0b", " ").replace(NBSP, " ").replace(NARROW_NBSP, " ").replace("\t", " ")
    text = _THREE_DOTS.sub("…", _APOSTROPHE.sub("’", tidy(without_hidden(text))))
    return _SPACES.sub(" ", _BEFORE_COMMA.sub(",", text)).strip(" ")


def without_bullet(text: str) -> tuple[str, bool]:
    """Return a text without the bullet that begins it, and whether there was one."""
    match = _AT_START.match(text)
    return (text[match.end() :], True) if match else (text, False)


def without_arrow(text: str) -> tuple[str, bool]:
    """Return a text without the arrow that begins it (« → Entente »), and whether there was one."""
    match = _ARROW.match(text)
    return (text[match.end() :], True) if match else (text, False)


def items(text: str) -> list[tuple[str, bool]]:
    """Return the items that a line holds one after the other (« ✓ un ✓ deux »), each with whether it had a bullet."""
    first, *others = _INSIDE.split(text)
    found = [without_bullet(first)] if first.strip() else []
    return [*found, *((other, True) for other in others)]
