"""What the fixtures of `conftest` give to a test."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """The result of a run: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


# Runs coopform with the arguments of a command line.
Coopform = Callable[..., Run]
# Compares a text with the golden file of that name.
Golden = Callable[[str, str], None]
