"""The marks before the lines of a message that is quoted in a text."""

import re
from collections.abc import Sequence

from coopform.text.mail import says_who_wrote

_QUOTED = re.compile(r"^\s*>(?: ?>)* ?")
_FEWEST_QUOTED = 3


def without_marks(lines: Sequence[str]) -> list[str]:
    """Return lines without the marks of a quoted message; elsewhere the sign is a bullet."""
    quoted = [index for index, line in enumerate(lines) if _QUOTED.match(line)]
    if len(quoted) < _FEWEST_QUOTED:
        return list(lines)
    before = next((line for line in reversed(lines[: quoted[0]]) if line.strip()), "")
    filled = sum(bool(line.strip()) for line in lines)
    if not says_who_wrote(before) and 3 * len(quoted) < 2 * filled:
        return list(lines)
    return [_QUOTED.sub("", line, count=1) for line in lines]
