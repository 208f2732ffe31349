"""Split an enumeration into its members, outside brackets and quotations."""

import re
from collections.abc import Callable

_MANY = 3
_OPENS, _CLOSES = "([«“", ")]»”"
_COMMA = re.compile(r"\s*[,;]\s+")
_JOINER = re.compile(r"\s+(?:et|and|\+|&|ainsi que)\s+")
_AND_AT_START = re.compile(r"^(?:et|and|ainsi que)\s+")
_NUMBER_AT_START = re.compile(r"\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five)\s")


def split_enumeration(text: str, is_member: Callable[[str], bool]) -> list[str]:
    """Return the members of « le PNR, 3 CC et la Région », or the text alone if it is no enumeration.

    Args:
        text: what may be an enumeration.
        is_member: whether a text is surely a member; « et » separates members only, as it may be part of a name.
    """
    parts = [_AND_AT_START.sub("", part) for part in _split(_COMMA, text)]
    sure = sum(bool(part) and (is_member(part) or _begins_name(part)) for part in parts)
    # Of many, one may be unknown: « Ville de Vals, bailleur social, association Relais ».
    if not all(parts) or (sure < len(parts) and (len(parts) < _MANY or 3 * sure < 2 * len(parts))):
        parts = [text]
    members = []
    for part in parts:
        joined = _split(_JOINER, part)
        members += joined if len(joined) > 1 and all(map(is_member, joined)) else [part]
    return members


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """Return the parts between the separators that are outside brackets."""
    parts, start, depth, at = [], 0, 0, 0
    for match in separator.finditer(text):
        between = text[at : match.start()]
        depth += sum(map(between.count, _OPENS)) - sum(map(between.count, _CLOSES))
        at = match.start()
        if depth <= 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _begins_name(text: str) -> bool:
    return text[:1].isupper() or _NUMBER_AT_START.match(text) is not None
