"""A fault of syntax: the problem to report, how to read on as if it were mended, a text put in quotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coopform.problems.problem import Problem

_SHORTEST_QUOTE = 3
# What is kept of a text for a help line: nobody typed a longer paragraph on one line.
_LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters to put in the place of as many others, so that every place in the text stays right."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a block of text.

    Attributes:
        problem: what to report.
        edits: what makes the rest readable; none when nothing is sure to.
    """

    problem: Problem
    edits: tuple[Edit, ...] = ()


def mended(text: str, edits: Iterable[Edit], offset: int = 0) -> str:
    """Return `text`, which begins at `offset` of the source, with `edits` made."""
    parts = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        at = edit.start - offset
        if at >= done:
            parts += [text[done:at], edit.text]
            done = at + len(edit.text)
    return "".join([*parts, text[done:]])


def bullet_code(match: re.Match[str]) -> str:
    """Return the code of the problem that a match of `bullets.BULLET` is."""
    if match["bullet"] != "-":
        return "typed-bullets"
    after = match.string[match.end("bullet") : match.end("bullet") + 1]
    return "nbsp-after-hyphen" if after in "\u00a0\u202f" else "no-space-after-hyphen"


def in_quotes(text: str) -> str:
    """Return `text` in the straight quotes that keep it as it is; of a very long one, its beginning and its end."""
    text = without_middle(text).strip()
    if len(text) >= _SHORTEST_QUOTE and text[0] == text[-1] == '"':
        text = text[1:-1]
    return quoted(text)


def without_middle(text: str, start: int = 0) -> str:
    """Return what stands from `start` on in `text`; of very long words, their beginning and their end."""
    half = _LONGEST_QUOTE // 2
    return text[start:] if len(text) - start <= _LONGEST_QUOTE else f"{text[start : start + half]} {text[-half:]}"


def quoted(text: str) -> str:
    """Return a text of one line in the quotes that change nothing in it."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
