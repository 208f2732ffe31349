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

_QUOTES = "\"'"
# What words may begin with beside letters and digits: any other sign may be a bullet, or mean something to YAML.
_BEFORE_WORDS = "(«…"
_SHORT_LIST = re.compile(r"\[\w[\w ’-]*(?:, ?\w[\w ’-]*)*\]")
_SPACES_AT_END = re.compile(r" +$", re.MULTILINE)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, without blank ones and notes; words that go on below are put on one line.

    Raises:
        Unsure: a line holds something else.
    """
    text = _SPACES_AT_END.sub("", text) if " \n" in text else text
    lines, signs = _parted(text)
    # Colons and `#` mean something to YAML: those that were met where they may stand must be all there are. To look for
    # others line by line would take half as long again.
    if signs != _signs(text):
        raise Unsure
    return lines


def begins_words(first: str) -> bool:
    """Return whether a character may begin words that stand without quotes."""
    return first.isalnum() or first in _BEFORE_WORDS


def _parted(text: str) -> tuple[list[Line], int]:
    """Return the lines of a text, and how many colons and `#` stand in it where they may.

    A third of what reading a plain file takes passes here: calls are left to what is rare.
    """
    lines: list[Line] = []
    owner = _NOBODY
    signs = 0
    for line in text.split("\n"):
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            # Nothing goes on behind a blank line or a note.
            owner = _NOBODY
            signs += _signs(body) if body else 0
            continue
        start, hyphen = len(line) - len(body), NO_HYPHEN
        if body.startswith("- "):
            hyphen, body = start, body[2:].lstrip(" ")
        label, words = "", body
        if ":" in body and body[0] not in _QUOTES:
            label, colon, words = body.partition(": ")
            if not colon:
                label, words = (body[:-1], "") if body[-1] == ":" else ("", body)
        read: Words = words
        goes_on = words[:1].isalnum()
        if words and not goes_on:
            read, goes_on = _unusual(words)
            signs += 0 if goes_on else _signs(words)
        if label:
            signs += 1
            column = len(line) - len(body)
            lines.append((hyphen, column, label, read))
            owner = column if goes_on else _NOBODY
        elif hyphen >= 0:
            lines.append((hyphen, start, "", read))
            owner = start if goes_on else _NOBODY
        elif goes_on and start > owner and not BULLET.match(body):
            lines[-1] = (*lines[-1][:3], f"{lines[-1][3]} {body}")
        else:
            raise Unsure
    return lines, signs


def _signs(text: str) -> int:
    """Return how many colons and `#` a text has, but the colons of addresses."""
    return text.count("#") + text.count(":") - text.count("://")


def _unusual(typed: str) -> tuple[Words, bool]:
    """Return words that begin with a sign as they mean themselves, and whether they may go on below.

    Raises:
        Unsure: the sign may mean something else than a quotation, quotes or a list.
    """
    typed = typed.lstrip(" ")
    if begins_words(typed[0]):
        return typed, True
    quote, inside = typed[0], typed[1:-1]
    if quote in _QUOTES and typed[-1] == quote and inside and quote not in inside and "\\" not in inside:
        # Curly quotes inside the straight ones are asked about.
        if inside.lstrip()[:1] in SMART_QUOTES:
            raise Unsure
        return inside, False
    if _SHORT_LIST.fullmatch(typed):
        return inside.split(","), False
    raise Unsure
