"""A problem found in a file: a code, its parameters and a place. Never a sentence: `wording` makes those."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A place in a text as editors count it: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, and where.

    Attributes:
        path: the file as the user would name it.
        start: the first character concerned.
        end: the place after the last one.
        code: a key of `catalogue.CATALOGUE`, which knows the severity and the words.
        params: what the words of that code need.
    """

    path: str
    start: Position
    end: Position
    code: str
    params: dict[str, str] = field(default_factory=dict, compare=False)


def of_file(path: str, code: str, **params: str) -> Problem:
    """Return a problem of a whole file: it stands at its first character."""
    start = Position(1, 1)
    return Problem(path, start, start, code, params)
