"""How much room a text takes in the typeface of the handouts, without an engine that sets it.

Widths are in ems: the size of the type is one. The table is made from the shipped fonts by
`python -m tests.tools.font_widths`.
"""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import ceil
from typing import NamedTuple

from coopform import resources

# Engines kern and round: a line is full a little before its end.
_FULL = 0.99
# A character that the fonts lack comes from a font of the machine: as wide as a capital, or as an ideogram.
_UNKNOWN, _WIDE = 0.8, 1.1
_FIRST_WIDE = 0x1100
# A line may end at a space, and at these places: after a hyphen within a word, and after a dash.
_BREAK = re.compile(r"(?<=[^\s-]-)(?=\w)|(?<=[–—])(?=\w)")
_DASHES = frozenset("-–—")


class TextPiece(NamedTuple):
    """A part of a text in one weight."""

    text: str
    is_strong: bool = False


@cache
def _table(weight: str) -> dict[str, float]:
    found = json.loads((resources.data_dir() / "font_widths.json").read_text(encoding="utf-8"))
    return {letter: width / 1000 for letter, width in found[weight].items()}


@lru_cache(maxsize=8192)  # Cases repeat the same words.
def width(text: str, *, is_strong: bool = False) -> float:
    """Return the width of a text on one line, in ems."""
    table = _table("700" if is_strong else "500")
    return sum(table[letter] if letter in table else _other(letter) for letter in text)


def _other(letter: str) -> float:
    return _WIDE if ord(letter) >= _FIRST_WIDE else _UNKNOWN


def line_count(pieces: Iterable[TextPiece], room: float) -> int:
    """Return how many lines a text takes, at least one.

    Args:
        pieces: the text as it is typeset, with its non-breaking spaces.
        room: the width of a line, in ems. A word that is longer is broken anywhere.
    """
    room *= _FULL
    lines, used = 1, 0.0
    for before, word in _words(pieces):
        if used and used + before + word > room:
            lines, used, before = lines + 1, 0.0, 0.0
        used += (before if used else 0.0) + word
        if used > room:
            more = ceil(used / room) - 1
            lines, used = lines + more, used - more * room
    return lines


def _words(pieces: Iterable[TextPiece]) -> Iterable[tuple[float, float]]:
    """Yield for each word the width of the space before it and its own; a word may go on in the next piece."""
    space, word = 0.0, 0.0
    for text, is_strong in pieces:
        for place, chunk in enumerate(text.split(" ")):
            if place:
                if word:
                    yield space, word
                    space, word = 0.0, 0.0
                space += width(" ", is_strong=is_strong)
            for number, part in enumerate((chunk,) if _DASHES.isdisjoint(chunk) else _BREAK.split(chunk)):
                if number and word:
                    yield space, word
                    space, word = 0.0, 0.0
                word += width(part, is_strong=is_strong)
    if word:
        yield space, word


def shortened(text: str, room: float, *, lines: int = 1, is_strong: bool = False) -> str:
    """Return a text cut between words to a number of lines, with « … » at the end if it was cut.

    Args:
        text: the text as it is typeset.
        room: the width of a line, in ems.
        lines: how many there are at most.
        is_strong: whether the text is bold.
    """

    def fits(words: str) -> bool:
        return line_count([TextPiece(words, is_strong)], room) <= lines

    if fits(text):
        return text
    words = text.split(" ")
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(_cut(words, middle)) else (low, middle - 1)
    if low:
        return _cut(words, low)
    # The first word is wider than all the lines.
    letters = len(words[0])
    while letters > 1 and not fits(words[0][:letters] + "…"):
        letters = letters * 9 // 10
    return words[0][:letters] + "…"


def _cut(words: list[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(" ,;:–") + " …"
