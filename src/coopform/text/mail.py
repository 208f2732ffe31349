"""What e-mails have above and below their text: heads, lines that announce a quotation, signatures."""

import re
from collections.abc import Collection, Sequence

from coopform.text.letter_words import is_closing

_FIELD = re.compile(
    r"\s*\*?(?P<name>de|from|envoyé|envoyé le|sent|date|à|to|cc|cci|copie|copie à|objet|sujet|subject|répondre à"
    r"|reply-to|pièces? jointes?|attachments?|importance)\s*+(?:\*\s*+)?:\*?\s*\S",
    re.IGNORECASE,
)
_SENDER, _SUBJECT = {"de", "from"}, {"objet", "sujet", "subject"}
_FEWEST_FIELDS = 3
_WROTE = re.compile(r".{0,200}\b(?:a écrit|wrote)\s*:\s*", re.IGNORECASE)
# It says when, or which address; « Le préfet a écrit : » is a sentence of a case.
_DATED = re.compile(r"[\d@]")
_DIVIDER = re.compile(r"\s*-{2,}.{0,60}\b(?:message|mail|e-mail)\b.{0,60}-{2,}\s*", re.IGNORECASE)
_LONGEST_SIGNATURE = 12


def field_of(line: str) -> str:
    """Return the name of the field of a head that a line is, in small letters: « de »; empty for another line."""
    found = _FIELD.match(line)
    return found["name"].lower() if found else ""


def is_subject(line: str) -> bool:
    """Return whether a line says what an e-mail or a letter is about."""
    return field_of(line) in _SUBJECT


def is_head(fields: Collection[str]) -> bool:
    """Return whether fields on lines that follow each other are the head of an e-mail."""
    return len(fields) >= _FEWEST_FIELDS and not _SENDER.isdisjoint(fields) and not _SUBJECT.isdisjoint(fields)


def says_who_wrote(line: str) -> bool:
    """Return whether a line ends with « X a écrit : »."""
    return _WROTE.fullmatch(line) is not None


def is_above_quotation(line: str) -> bool:
    """Return whether a line is what a program puts above a message that it quotes."""
    if says_who_wrote(line):
        return _DATED.search(line) is not None
    return _DIVIDER.fullmatch(line) is not None


def heads(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first line and the end of each head: fields on lines that follow each other, or « X a écrit : »."""
    found = []
    start = 0
    while start < len(lines):
        end = start
        fields = []
        while end < len(lines) and (field := field_of(lines[end])):
            fields.append(field)
            end += 1
        if is_head(fields):
            found.append((start, end))
        elif is_above_quotation(lines[start]):
            found.append((start, start + 1))
        start = max(end, start + 1)
    return found


def signature(lines: Sequence[str]) -> int:
    """Return the index of the closing words of an e-mail, if few lines follow; else the number of lines."""
    filled = [index for index, line in enumerate(lines) if line.strip()][-_LONGEST_SIGNATURE:]
    return next((index for index in filled if is_closing(lines[index])), len(lines))
