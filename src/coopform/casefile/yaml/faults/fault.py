"""A fault with its changes, and texts in quotes for help messages."""

import re
from dataclasses import dataclass

from coopform.casefile.yaml.faults.changes import Change
from coopform.problems.problem import Problem
from coopform.text.characters import OTHER_SPACES

_SHORTEST_QUOTE = 3
# The limit on a text in a help message, in characters.
_LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a text.

    Attributes:
        problem: the problem to report.
        changes: the changes after which the rest can be read; empty when unknown. They fix the fault, or blank it where
            no fix is certain.
    """

    problem: Problem
    changes: tuple[Change, ...] = ()


def bullet_code(match: re.Match[str]) -> str:
    """Return the code of the problem that a match of `bullets.BULLET` is."""
    if match["bullet"] != "-":
        return "typed-bullets"
    after = match.string[match.end("bullet") : match.end("bullet") + 1]
    return "nbsp-after-hyphen" if after in OTHER_SPACES else "no-space-after-hyphen"


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
