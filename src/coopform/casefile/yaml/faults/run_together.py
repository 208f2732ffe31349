"""Find points without hyphens, whose lines YAML reads as one text."""

import re
from collections.abc import Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import places
from coopform.casefile.yaml.faults.line import SourceLine, line_at
from coopform.model.keys import fold_key
from coopform.problems.problem import Problem
from coopform.text.bullets import ANY_SIGN, OF_NUMBER
from coopform.text.small_words import is_small

# What begins the lines of a list, whatever the sign; a number may be glued, and written in letters.
_SIGN = re.compile(rf"(?!…){ANY_SIGN}|_+")
_NUMBER = re.compile(
    r"N°[ ]?\d{1,2}|(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)°/]|(?:\d{1,2}|[IVX]{1,4})[ ]?[-–—](?!\d)"
    r"|[\u2460-\u24ff]|\d\ufe0f?\u20e3"
)
# A list begins with the first number, or letter, and letters go on with the second one.
_FIRST_NUMBER = re.compile(r"(?:N°[ ]?)?[1IAa\u2460\u24b6\u24d0](?!\w)")
_SECOND_LETTERS = {"A": "B", "a": "b", "I": "II"}
# A person by initials and name, with nothing else but a function: « A. Dupont, maire », « A.-M. de La Tour ».
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_PERSON = re.compile(
    rf"(?:{_CAPITAL}\.[-–]?[ ]?)+(?:(?:[Dd](?:es?|u)|[LlDd][ae]|v[ao]n)[ ]|[Dd]['’])*"
    rf"{_CAPITAL}[\w'’]*(?:[ -]{_CAPITAL}[\w'’]*)*(?=$|[ ]?[,;(:–—])"
)
_AMOUNT = re.compile(rf"\d|{OF_NUMBER}")
# A sentence that goes on in the next line: after a title before a name, a comma. Points that end with commas read well
# as one text.
_GOES_ON = re.compile(r"(?:\b(?:mm?|mmes?|mlle|mrs?|ms|drs?|prs?|sts?|stes?)\.?|[-–—'’(«,])$", re.IGNORECASE)
# A line that was broken for its length, in characters, is longer.
_LONGEST_POINT = 60


def find(source: Source, lines: Sequence[tuple[int, int]]) -> Problem | None:
    """Return the problem of an unquoted text that seems to be points.

    Args:
        source: the file.
        lines: the span of each line of the text, of which the first one is a whole line, too.
    """
    filled = [(start, end) for start, end in lines if source.text[start:end].strip()]
    if len(filled) < 2:
        return None
    texts = [source.text[start:end].strip() for start, end in filled]
    may_be_list = _may_be_list(source, filled[0][0])
    mark = _common_sign(texts) or (_common_number(texts) if may_be_list else "")
    if mark:
        start = source.text.index(mark, filled[0][0])
        return source.problem("typed-bullets", start, start + len(mark), bullet=mark)
    if not may_be_list or not _are_points(texts):
        return None
    start = source.text.index(texts[0], filled[0][0])
    return source.problem("lines-run-together", start, start + len(texts[0]), lines=str(len(texts)))


def _common_sign(texts: Sequence[str]) -> str:
    """Return the sign that begins the first line of a text, when it begins another one, too."""
    first = _SIGN.match(texts[0])
    if first is None or not any(text.startswith(first[0][0]) for text in texts[1:]):
        return ""
    return first[0]


def _common_number(texts: Sequence[str]) -> str:
    """Return the number, or letter, that begins the first line of a text, when another line begins with one, too."""
    first = _NUMBER.match(texts[0])
    if first is None or not _FIRST_NUMBER.match(first[0]):
        return ""
    second = _SECOND_LETTERS.get(first[0][0], "")
    numbered = [text for text in texts if _NUMBER.match(text)]
    is_list = any(text.startswith(second) for text in numbered[1:]) and not all(map(_PERSON.match, numbered))
    return first[0] if is_list else ""


def _are_points(texts: Sequence[str]) -> bool:
    """Return whether lines are short and each begins as a sentence does, none going on in the next one."""
    numbers = [_AMOUNT.match(text) is not None for text in texts]
    if not all(is_number or text[0].isupper() for is_number, text in zip(numbers, texts, strict=True)):
        return False
    if len(texts) == 2 and numbers == [False, True]:
        return False  # « … signée par / 12 communes »
    return all(len(text) <= _LONGEST_POINT and not _goes_on(text) for text in texts[:-1])


def _goes_on(text: str) -> bool:
    return _GOES_ON.search(text) is not None or is_small(text.split()[-1])


def _may_be_list(source: Source, start: int) -> bool:
    """Return whether a list may be in the place of the text that begins at an index."""
    above = (line_at(source, other) for other in range(source.line_of(start) - 1, 0, -1))
    key = next((line for line in above if line.text.strip()), None)
    return key is not None and not key.is_blank_or_comment and not key.value and _takes_items(key)


def _takes_items(line: SourceLine) -> bool:
    is_at_margin = not line.has_hyphen and line.indent == 0
    return line.colon is not None and places.takes_items(fold_key(line.key), is_first=is_at_margin)
