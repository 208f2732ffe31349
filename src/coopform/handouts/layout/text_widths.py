"""How much room a text takes in the typeface of the handouts, without an engine that sets it.

Widths are in ems: the size of the type is one. The table is made from the shipped fonts by
`python -m tests.tools.font_widths`.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from coopform import resources

# Engines kern and round: a line is full a little before its end.
_FULL = 0.99
# In thousandths of an em. A character that the fonts lack comes from a font of the machine: as wide as a capital, or
# as an ideogram.
_UNKNOWN, _WIDE = 800, 1100
_FIRST_WIDE = "\u1100"
# From here on, the writing systems of East Asia, then those of scholars, and emoji: the shipped fonts have none.
_FIRST_RARE = "\u2e80"
# A line may end at a space, and at these places: after a hyphen within a word, and after a dash.
_BREAK = re.compile(r"(?<=[^\s-]-)(?=[^\W\d_])|(?<=[–—])(?=\w)")
_DASHES = frozenset("-–—")
# In an address a line also ends after a slash.
_ADDRESS, _AFTER_SLASH = re.compile(r"[^ \n]{41,}"), re.compile(r"(?<=/)(?=[^\W\d_])")
# A word with hyphens up to this width, in ems, may stay on one line: the narrowest column of names holds it.
_WIDEST_WORD, _MOST_LETTERS = 9.0, 40
# A part that has no more letters is not left alone at the end or the beginning of a line: « mi-temps », « celui-ci ».
_SHORT_PART = 3
# A word with a hyphen. It is looked for from its beginning only, in linear time.
_HYPHENED = re.compile("(?<![^ \n])[^ \n-]*+-[^ \n]*+")
_FIRST_WORD, _LAST_WORD = re.compile(r"\w+"), re.compile(r"\w+$")
# Of the search for a width, in ems: less than any letter.
_CLOSE = 0.1
# A word in small letters that has fewer is an article, a preposition, « et ».
_SAYS = 4
# What marks these places in a measured text: a character without width.
_PLACE = "\u200b"


class TextPiece(NamedTuple):
    """A part of a text in one weight."""

    text: str
    is_strong: bool = False


class MeasuredText(NamedTuple):
    """A text that was measured once, for lines of any width.

    Attributes:
        text: with a mark where a line may end inside a word.
        ends: where each character ends on one endless line, in thousandths of an em.
    """

    text: str
    ends: Sequence[int]

    def line_count(self, room: float) -> int:
        """Return how many lines it takes, at least one.

        Args:
            room: the width of a line, in ems. A word that is longer is broken anywhere.
        """
        room = max(room, 1.0) * _FULL * 1000
        lines, first, left = 1, 0, 0.0
        # Until the line has room for the rest: `over` is the first character that it has no room for.
        while (over := bisect_right(self.ends, left + room, first)) < len(self.ends):
            lines += 1
            last = max(self.text.rfind(" ", first, over + 1), self.text.rfind(_PLACE, first, over + 1))
            # A word that is wider than the line goes on with the character that has no room.
            first = last + 1 if last >= 0 else max(over, first + 1)
            left = self.ends[first - 1]
        return lines


class _Widths(dict[str, int]):
    """The widths of characters in thousandths of an em; of those that the fonts lack, a guess."""

    def __missing__(self, letter: str) -> int:
        return _WIDE if letter >= _FIRST_WIDE else _UNKNOWN


@cache
def _widths(is_strong: bool) -> _Widths:
    found = json.loads((resources.data_dir() / "font_widths.json").read_text(encoding="utf-8"))
    return _Widths(found["700" if is_strong else "500"], **{_PLACE: 0})


def rare_letters(text: str) -> set[str]:
    """Return the letters that the shipped fonts lack and those of computers often lack too: ideographs, emoji."""
    return {letter for letter in set(text) if letter >= _FIRST_RARE and unicodedata.category(letter)[0] in "LS"}


def width(text: str, *, is_strong: bool = False) -> float:
    """Return the width of a text on one line, in ems."""
    return sum(map(_widths(is_strong).__getitem__, text)) / 1000


def hyphened_words(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text into parts, each with whether it is a word with hyphens that stays on one line.

    Such are names, and words with a short part: « Aubrac-le-Vieux », « mi-temps ». What is next to one without a space
    belongs to it: « d’Aubrac-le-Vieux, ». A word wider than a narrow column may go on after a hyphen, and so may other
    words.
    """
    parts: list[tuple[str, bool]] = []
    done = 0
    for word in _HYPHENED.finditer(text):
        if _stays_whole(word[0]):
            parts += [(text[done : word.start()], False), (word[0], True)]
            done = word.end()
    parts.append((text[done:], False))
    return tuple(part for part in parts if part[0])


def _stays_whole(word: str) -> bool:
    if len(word) > _MOST_LETTERS:
        return False
    begins, *others = word.split("-")
    first = _LAST_WORD.search(begins)
    if not first or not all(others):
        return False
    is_name = first[0][0].isupper() and any(other[0].isupper() for other in others)
    return (is_name or _has_short_part(first[0], others)) and width(word, is_strong=True) <= _WIDEST_WORD


def _has_short_part(first: str, others: Sequence[str]) -> bool:
    ends = _FIRST_WORD.match(others[-1])
    parts = [first, *others[:-1], *([ends[0]] if ends else [])]
    return any(len(part) <= _SHORT_PART for part in parts)


def _with_places(text: str) -> str:
    """Return a text with a mark where a line may end inside a word."""
    if "/" in text:
        text = _ADDRESS.sub(lambda word: _AFTER_SLASH.sub(_PLACE, word[0]), text)
    if _DASHES.isdisjoint(text):
        return text
    return "".join(part if is_whole else _BREAK.sub(_PLACE, part) for part, is_whole in hyphened_words(text))


def measured(pieces: Iterable[TextPiece]) -> MeasuredText:
    """Measure a text as it is typeset, with its non-breaking spaces; a word may go on in the next piece."""
    whole, widths = "", list[int]()
    for text, is_strong in pieces:
        marked = _with_places(text)
        whole += marked
        widths += map(_widths(is_strong).__getitem__, marked)
    whole = whole.rstrip(" ")
    return MeasuredText(whole, [*accumulate(widths[: len(whole)])])


@lru_cache(maxsize=256)
def measured_text(text: str, *, is_strong: bool = False) -> MeasuredText:
    """Return what `measured` does of a text in one weight.

    Titles are tried in several sizes and widths, and the labels of rows are on all sheets: each is measured once.
    """
    return measured([TextPiece(text, is_strong)])


def balanced(text: str, room: float, *, is_strong: bool = False) -> float:
    """Return the width, in ems, that gives the lines of a text a like length: the least in which they are no more.

    A text of one line has the whole room.
    """
    whole = measured_text(text, is_strong=is_strong)
    fewest = whole.line_count(room)
    if fewest == 1:
        return room
    low, high = 0.0, room
    while high - low > _CLOSE:
        middle = (low + high) / 2
        low, high = (low, middle) if whole.line_count(middle) <= fewest else (middle, high)
    return high


def shortened(text: str, room: float, *, lines: int = 1, is_strong: bool = False) -> str:
    """Return a text cut between words to a number of lines, with « … » at the end if it was cut.

    Args:
        text: the text as it is typeset.
        room: the width of a line, in ems.
        lines: how many there are at most.
        is_strong: whether the text is bold.
    """
    if measured_text(text, is_strong=is_strong).line_count(room) <= lines:
        return text

    def fits(words: str) -> bool:
        return measured([TextPiece(words, is_strong)]).line_count(room) <= lines

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
    # « Le parc naturel régional du … »: a short word at the end says nothing.
    while count > 1 and len(words[count - 1]) < _SAYS and words[count - 1].islower():
        count -= 1
    return " ".join(words[:count]).rstrip(" ,;:–") + " …"
