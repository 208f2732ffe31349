"""A problem in a file: a code, its parameters and a position; `messages` makes sentences of it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A position in a text as in editors: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem in a file.

    Attributes:
        path: the path of the file, as shown to the user.
        start: the position of the first character.
        end: the position after the last character.
        code: a key of `catalogue.CATALOGUE`, which has its severity and messages.
        params: the parameters of these messages.
    """

    path: str
    start: Position
    end: Position
    code: str
    params: dict[str, str] = field(default_factory=dict, compare=False)


def of_file(path: str, code: str, **params: str) -> Problem:
    """Return a problem of a whole file, positioned at its first character."""
    start = Position(1, 1)
    return Problem(path, start, start, code, params)
