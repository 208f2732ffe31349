"""A text to its lines, each with its hyphen, its label and its words."""

import re

from coopform.fastpath.unsure import Unsure
from coopform.text import SMART_QUOTES
from coopform.yamlfile.bullets import BULLET

Words = str | list[str]
# The column of the hyphen, NO_HYPHEN without one; the column of what follows; the label before a colon, if any; the
# words, several when they are a list in brackets.
Line = tuple[int, int, str, Words]

NO_HYPHEN = -1
# Stands for no line whose words may go on below.
_NOBODY = 1_000_000

_ENCLOSING = "\"'["
# What words may begin with beside letters and digits: any other sign may be a bullet, or mean something to YAML.
_BEFORE_WORDS = "(«…"
# What ends words in YAML; a colon does not in an address.
_ENDS_WORDS = re.compile(r":(?!//)|#")
_SHORT_LIST = re.compile(r"\[\w[\w ’-]*(?:, ?\w[\w ’-]*)*\]")
# A longer key is none to YAML.
_LONGEST_LABEL = 200


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, without blank ones and notes; words that go on below are put on one line.

    Raises:
        Unsure: a line holds something else.
    """
    lines: list[Line] = []
    owner = _NOBODY
    for typed in text.split("\n"):
        line = typed.rstrip(" ")
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            # Nothing goes on behind a blank line or a note.
            owner = _NOBODY
            continue
        start, hyphen = len(line) - len(body), NO_HYPHEN
        if body.startswith("- "):
            hyphen = start
            body = body[2:].lstrip(" ")
        label, rest = _parted(body) if ":" in body else ("", body)
        words = _words(rest) if rest else ""
        if label or hyphen != NO_HYPHEN:
            column = len(line) - len(body)
            lines.append((hyphen, column, label, words))
            owner = column if label else start
            # Only words without quotes go on below.
            if words is not rest or not rest:
                owner = _NOBODY
        elif start > owner and words is rest and not BULLET.match(rest):
            lines[-1] = (*lines[-1][:3], f"{lines[-1][3]} {rest}")
        else:
            raise Unsure
    return lines


def _parted(body: str) -> tuple[str, str]:
    """Return the label and the words of a line that has a colon; no label where it stands in the words."""
    if body[0] in _ENCLOSING:
        return "", body
    label, colon, rest = body.partition(": ")
    if not colon:
        if not body.endswith(":"):
            return "", body
        label = body[:-1]
    if not 0 < len(label) <= _LONGEST_LABEL or _words(label) is not label:
        raise Unsure
    return label, rest.lstrip(" ")


def _words(typed: str) -> Words:
    """Return words as they mean themselves: as they are, or without the quotes or brackets around them."""
    first = typed[0]
    if first.isalnum() or first in _BEFORE_WORDS:
        if (":" in typed or "#" in typed) and _ENDS_WORDS.search(typed):
            raise Unsure
        return typed
    inside = typed[1:-1]
    if first in "\"'" and typed[-1] == first and first not in inside and "\\" not in inside:
        # Curly quotes inside the straight ones are asked about.
        if not inside or inside.lstrip()[:1] in SMART_QUOTES:
            raise Unsure
        return inside
    if _SHORT_LIST.fullmatch(typed):
        return inside.split(",")
    raise Unsure
