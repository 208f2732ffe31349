"""A syntax fault with its repair, and texts in quotes for help messages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coopform.problems.problem import Problem

_SHORTEST_QUOTE = 3
# The limit on a text in a help message, in characters.
_LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text to replace as many characters from `start` on, so that all positions stay the same."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a block of text.

    Attributes:
        problem: the problem to report.
        repair: the replacements after which the rest can be read; empty when unknown.
    """

    problem: Problem
    repair: tuple[Replacement, ...] = ()


def repaired(text: str, replacements: Iterable[Replacement], offset: int = 0) -> str:
    """Return `text`, which begins at index `offset` of the source, with the replacements made."""
    parts = []
    done = 0
    for replacement in sorted(replacements, key=lambda one: one.start):
        at = replacement.start - offset
        if at >= done:
            parts += [text[done:at], replacement.text]
            done = at + len(replacement.text)
    return "".join([*parts, text[done:]])


def bullet_code(match: re.Match[str]) -> str:
    """Return the code of the problem that a match of `bullets.BULLET` is."""
    if match["bullet"] != "-":
        return "typed-bullets"
    after = match.string[match.end("bullet") : match.end("bullet") + 1]
    return "nbsp-after-hyphen" if after in "\u00a0\u202f" else "no-space-after-hyphen"


def in_quotes(text: str) -> str:
    """Return a text in straight quotes, without its own quotes; the middle of a very long text is left out."""
    text = shorten_middle(text).strip()
    if len(text) >= _SHORTEST_QUOTE and text[0] == text[-1] == '"':
        text = text[1:-1]
    return quoted(text)


def shorten_middle(text: str, start: int = 0) -> str:
    """Return the text from `start` on; the middle of a very long text is left out."""
    half = _LONGEST_QUOTE // 2
    return text[start:] if len(text) - start <= _LONGEST_QUOTE else f"{text[start : start + half]} {text[-half:]}"


def quoted(text: str) -> str:
    """Return a text of one line as a YAML scalar in quotes."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
