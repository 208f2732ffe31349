"""A text to its lines, each with its hyphen, its label and its words."""

import re

from coopform.casefile.fast.unsure import Unsure
from coopform.text.bullets import BULLET
from coopform.text.quotation import SMART_QUOTES

_Words = str | list[str]
# The column of the hyphen, NO_HYPHEN without one; the column of what follows; the label before a colon, if any; the
# words, several when they are a list in brackets.
OutlineLine = tuple[int, int, str, _Words]

NO_HYPHEN = -1
# Stands for no line whose words may go on below.
_NOBODY = 1_000_000

_QUOTES = "\"'"
# What words may begin with beside letters and digits: any other sign may be a bullet, or mean something to YAML.
_BEFORE_WORDS = "(«…"
_SHORT_LIST = re.compile(r"\[\w[\w ’-]*(?:, ?\w[\w ’-]*)*\]")
_ADDRESS = "://"


def lines_of(text: str) -> list[OutlineLine]:
    """Return the lines of a text, without blank ones and notes; words that go on below are put on one line.

    Raises:
        Unsure: a line holds something else.
    """
    lines, labels, aside = _parted(text)
    # Colons and `#` mean something to YAML: behind labels, in quotes and notes, and in addresses they must be all there
    # are. To look for others line by line would take half as long again.
    others = _signs(text) - labels - sum(map(_signs, aside))
    if others and others != text.count(_ADDRESS) - sum(typed.count(_ADDRESS) for typed in aside):
        raise Unsure
    return lines


def begins_words(first: str) -> bool:
    """Return whether a character may begin words that stand without quotes."""
    return first.isalnum() or first in _BEFORE_WORDS


def _parted(text: str) -> tuple[list[OutlineLine], int, list[str]]:
    """Return the lines of a text, how many have a label, and what stands in notes, quotes and brackets.

    A third of what reading a plain file takes passes here: calls are left to what is rare.
    """
    lines: list[OutlineLine] = []
    aside: list[str] = []
    labels = 0
    owner = _NOBODY
    for line in text.split("\n"):
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            # Nothing goes on behind a blank line or a note.
            owner = _NOBODY
            aside += body and [body]
            continue
        start, hyphen = len(line) - len(body), NO_HYPHEN
        if body[0] == "-" and body[1:2] == " ":
            hyphen, body = start, body[2:].lstrip(" ")
        label, typed = "", body
        if ":" in body and body[0] not in _QUOTES:
            label, colon, typed = body.partition(": ")
            if not colon:
                label, typed = (body[:-1], "") if body[-1] == ":" else ("", body)
        words: _Words = typed
        goes_on = typed[:1].isalnum()
        if typed and not goes_on:
            words, goes_on = _unusual(typed, aside)
        if label:
            labels += 1
            column = len(line) - len(body)
            lines.append((hyphen, column, label, words))
            owner = column if goes_on else _NOBODY
        elif hyphen >= 0:
            lines.append((hyphen, start, "", words))
            owner = start if goes_on else _NOBODY
        elif goes_on and start > owner and (body[:2].isalpha() or not BULLET.match(body)):
            lines[-1] = (*lines[-1][:3], f"{lines[-1][3]} {body}")
        else:
            raise Unsure
    return lines, labels, aside


def _signs(text: str) -> int:
    return text.count(":") + text.count("#")


def _unusual(typed: str, aside: list[str]) -> tuple[_Words, bool]:
    """Return words that begin with a sign as they mean themselves, and whether they may go on below.

    Raises:
        Unsure: the sign may mean something else than a quotation, quotes or a list.
    """
    typed = typed.strip(" ")
    if not typed:
        return "", False
    if begins_words(typed[0]):
        return typed, True
    quote, inside = typed[0], typed[1:-1]
    aside.append(inside)
    if quote in _QUOTES and typed[-1] == quote and inside and quote not in inside and "\\" not in inside:
        # Curly quotes inside the straight ones are asked about.
        if inside.lstrip()[:1] in SMART_QUOTES:
            raise Unsure
        return inside, False
    if _SHORT_LIST.fullmatch(typed):
        return inside.split(","), False
    raise Unsure
