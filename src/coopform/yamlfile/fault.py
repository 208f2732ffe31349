"""A fault of syntax: the problem to report, how to read on as if it were mended, a text put in quotes."""

from collections.abc import Iterable
from dataclasses import dataclass

from coopform.problem import Problem

_SHORTEST_QUOTE = 3
# A help line shows the beginning of a long text; the closing quote must still be there.
_LONGEST_QUOTE = 120


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


def in_quotes(text: str) -> str:
    """Return `text` in the straight quotes that keep it as it is, shortened for a help line."""
    text = text.strip()
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    if len(text) >= _SHORTEST_QUOTE and text[0] == text[-1] == '"':
        text = text[1:-1]
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text of one line in the quotes that change nothing in it."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'
