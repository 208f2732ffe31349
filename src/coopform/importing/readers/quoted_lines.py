"""What e-mails have around a text that was copied or saved from one: heads, marks of quotation, signatures."""

import re
from collections.abc import Sequence

from coopform.importing.blocks import Aside, AsideKind, TextLine

_FIELD = re.compile(
    r"\s*\*?(?P<name>de|from|envoyé|envoyé le|sent|date|à|to|cc|cci|copie|copie à|objet|sujet|subject|répondre à"
    r"|reply-to|pièces? jointes?|attachments?|importance)\s*+(?:\*\s*+)?:\*?\s*\S",
    re.IGNORECASE,
)
_SENDER, _SUBJECT = ("de", "from"), ("objet", "sujet", "subject")
_FEWEST_FIELDS = 3
_WROTE = re.compile(r".{0,200}\b(?:a écrit|wrote)\s*:\s*", re.IGNORECASE)
# It says when, or which address; « Le préfet a écrit : » is a sentence of a case.
_DATED = re.compile(r"[\d@]")
_DIVIDER = re.compile(r"\s*-{2,}.{0,60}\b(?:message|mail|e-mail)\b.{0,60}-{2,}\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\s*>(?: ?>)* ?")
_FEWEST_QUOTED = 3
_CLOSING = re.compile(
    r"\s*(?:-- ?|(?:bien |très )?(?:cordialement|amicalement|sincèrement)(?: vôtre)?|(?:bien |très )?à vous"
    r"|salutations(?: distinguées)?|(?:kind|best) regards)\s*[,.!]?\s*",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 12


def apart(lines: Sequence[str], *, is_mail: bool = False) -> tuple[list[str], list[Aside]]:
    """Return the lines of a text without what an e-mail has around it, which becomes blank lines, and that.

    Args:
        lines: of the text.
        is_mail: whether it is an e-mail; else one with a head is taken for one, and may have a signature.
    """
    left = _without_marks(lines)
    asides = []
    for start, end in _heads(left):
        asides.append(_aside(left, start, end))
        left[start:end] = [""] * (end - start)
    start = _signature(left) if asides or is_mail else len(left)
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
    if not _WROTE.fullmatch(before) and 3 * len(quoted) < 2 * filled:
        return list(lines)
    return [_QUOTED.sub("", line, count=1) for line in lines]


def _heads(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first line and the end of each head: fields on lines that follow each other, or « X a écrit : »."""
    found = []
    start = 0
    while start < len(lines):
        end = start
        names = []
        while end < len(lines) and (field := _FIELD.match(lines[end])):
            names.append(field["name"].lower())
            end += 1
        is_head = len(names) >= _FEWEST_FIELDS and any(name in _SENDER for name in names)
        if is_head and any(name in _SUBJECT for name in names):
            found.append((start, end))
        elif _is_above_quotation(lines[start]):
            found.append((start, start + 1))
        start = max(end, start + 1)
    return found


def _is_above_quotation(line: str) -> bool:
    if _WROTE.fullmatch(line):
        return _DATED.search(line) is not None
    return _DIVIDER.fullmatch(line) is not None


def _signature(lines: Sequence[str]) -> int:
    """Return the index of the closing words of an e-mail, if few lines follow; else the number of lines."""
    filled = [index for index, line in enumerate(lines) if line.strip()][-_LONGEST_SIGNATURE:]
    return next((index for index in filled if _CLOSING.fullmatch(lines[index])), len(lines))


def _aside(lines: Sequence[str], start: int, end: int) -> Aside:
    places = [(f"line {number}", line.strip()) for number, line in enumerate(lines[start:end], start + 1)]
    said = tuple(TextLine(line, place=place) for place, line in places if line)
    return Aside(AsideKind.MAIL, said, f"line {start + 1}")
