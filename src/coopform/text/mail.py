"""What e-mails have above and below their text: heads, lines that announce a quotation, signatures."""

import re
from collections.abc import Sequence

_FIELD = re.compile(
    r"\s*\*?(?P<name>de|from|envoyé|envoyé le|sent|date|à|to|cc|cci|copie|copie à|objet|sujet|subject|répondre à"
    r"|reply-to|pièces? jointes?|attachments?|importance)\s*+(?:\*\s*+)?:\*?\s*\S",
    re.IGNORECASE,
)
_SENDER, _SUBJECT = ("de", "from"), ("objet", "sujet", "subject")
_FEWEST_FIELDS = 3
WROTE = re.compile(r".{0,200}\b(?:a écrit|wrote)\s*:\s*", re.IGNORECASE)
# It says when, or which address; « Le préfet a écrit : » is a sentence of a case.
_DATED = re.compile(r"[\d@]")
_DIVIDER = re.compile(r"\s*-{2,}.{0,60}\b(?:message|mail|e-mail)\b.{0,60}-{2,}\s*", re.IGNORECASE)
_CLOSING = re.compile(
    r"\s*(?:-- ?|(?:bien |très )?(?:cordialement|amicalement|sincèrement)(?: vôtre)?|(?:bien |très )?à vous"
    r"|salutations(?: distinguées)?|(?:kind|best) regards)\s*[,.!]?\s*",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 12


def heads(lines: Sequence[str]) -> list[tuple[int, int]]:
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
    if WROTE.fullmatch(line):
        return _DATED.search(line) is not None
    return _DIVIDER.fullmatch(line) is not None


def signature(lines: Sequence[str]) -> int:
    """Return the index of the closing words of an e-mail, if few lines follow; else the number of lines."""
    filled = [index for index, line in enumerate(lines) if line.strip()][-_LONGEST_SIGNATURE:]
    return next((index for index in filled if _CLOSING.fullmatch(lines[index])), len(lines))
