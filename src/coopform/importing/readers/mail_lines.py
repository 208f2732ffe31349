"""What e-mails have around a text that was copied or saved from one: heads, marks of quotation, signatures."""

import re
from collections.abc import Sequence

from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.text import mail

_QUOTED = re.compile(r"\s*>(?: ?>)* ?")
_FEWEST_QUOTED = 3


def apart(lines: Sequence[str], *, is_mail: bool = False) -> tuple[list[str], list[Aside]]:
    """Return the lines of a text without what an e-mail has around it, which becomes blank lines, and that.

    Args:
        lines: of the text.
        is_mail: whether it is an e-mail; else one with a head is taken for one, and may have a signature.
    """
    left = _without_marks(lines)
    asides = []
    for start, end in mail.heads(left):
        asides.append(_aside(left, start, end))
        left[start:end] = [""] * (end - start)
    start = mail.signature(left) if asides or is_mail else len(left)
    if start < len(left):
        asides.append(_aside(left, start, len(left)))
        left[start:] = [""] * (len(left) - start)
    return left, asides


def _without_marks(lines: Sequence[str]) -> list[str]:
    """Return lines without the marks of a quoted message; elsewhere the sign is a bullet."""
    quoted = [index for index, line in enumerate(lines) if _QUOTED.match(line)]
    if len(quoted) < _FEWEST_QUOTED:
        return list(lines)
    before = next((line for line in reversed(lines[: quoted[0]]) if line.strip()), "")
    filled = sum(bool(line.strip()) for line in lines)
    if not mail.WROTE.fullmatch(before) and 3 * len(quoted) < 2 * filled:
        return list(lines)
    return [_QUOTED.sub("", line, count=1) for line in lines]


def _aside(lines: Sequence[str], start: int, end: int) -> Aside:
    places = [(f"line {number}", line.strip()) for number, line in enumerate(lines[start:end], start + 1)]
    said = tuple(TextLine(line, place=place) for place, line in places if line)
    return Aside(AsideKind.MAIL, said, f"line {start + 1}")
