"""The marks before the lines of a message that is quoted in a text."""

import re
from collections.abc import Sequence

# What a program of e-mails puts above a message that it quotes.
WROTE = re.compile(r".{0,200}\b(?:a écrit|wrote)\s*:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"^\s*>(?: ?>)* ?")
_FEWEST_QUOTED = 3


def without_marks(lines: Sequence[str]) -> list[str]:
    """Return lines without the marks of a quoted message; elsewhere the sign is a bullet."""
    quoted = [index for index, line in enumerate(lines) if _QUOTED.match(line)]
    if len(quoted) < _FEWEST_QUOTED:
        return list(lines)
    before = next((line for line in reversed(lines[: quoted[0]]) if line.strip()), "")
    filled = sum(bool(line.strip()) for line in lines)
    if not WROTE.fullmatch(before) and 3 * len(quoted) < 2 * filled:
        return list(lines)
    return [_QUOTED.sub("", line, count=1) for line in lines]
