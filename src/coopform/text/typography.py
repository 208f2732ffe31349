"""French typography: non-breaking spaces, colons; stressed and shortened texts."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from coopform.text.characters import NARROW_NBSP, NBSP, visible
from coopform.text.languages import USAGE

# For a text with single plain spaces: the punctuation mark, as typed, as typeset. Quotation marks come first: the
# space inside them belongs to them.
_SPACED_SIGNS = (
    ("«", "« ", f"«{NBSP}"),
    ("»", " »", f"{NBSP}»"),
    (";", " ;", f"{NARROW_NBSP};"),
    ("!", " !", f"{NARROW_NBSP}!"),
    ("?", " ?", f"{NARROW_NBSP}?"),
    (":", " :", f"{NBSP}:"),
    ("/", " /", f"{NBSP}/"),
    ("×", " × ", f"{NBSP}×{NBSP}"),
)
# Runs of spaces and non-breaking spaces next to a mark, which become one plain space. The lookbehind starts a match
# only at the beginning of a run, for linear time.
_SPACES = re.compile("(?<=«)[ \u00a0\u202f]++|(?<![ \u00a0\u202f])[ \u00a0\u202f]++(?=[»;!?:])")
# « 3 axes », « 80 % », « 5 € », « 1 000 000 »: no break between a number and its unit, or inside a number.
_NUMBER = re.compile(r"\d(?<![\w,.]\d)\d* (?=[^\W\d_]|[%€]|\d{3}(?!\d))")
# « art. L. 5221-1 », « n° 5 », « p. 12 », « M. Dupont »: no break after an abbreviation before its number or its name.
# The expression is the space between the two: few characters of a text are one.
_BEFORE_A_NUMBER = (r"[LRDA]\.", "[nN][°º]", r"p\.", r"pp\.", r"[aA]rt\.", r"[cC]hap\.", r"[aA]l\.", r"[fF]ig\.", "§")
_BEFORE_A_NAME = (r"M\.", r"MM\.", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Dr")


def _after(abbreviations: Sequence[str]) -> str:
    """Return the expression for the place after a space that one of these abbreviations is before."""
    return "|".join(rf"(?<=(?<!\w){abbreviation} )" for abbreviation in abbreviations)


_HELD_SPACE = re.compile(
    rf" (?=\d|[LRDA]\.[ \u00a0]?\d)(?:{_after(_BEFORE_A_NUMBER)})"
    rf"| (?=[^\W\d_a-zà-ÿœ])(?:{_after(_BEFORE_A_NAME)})"
)

# `**stress**` as in Markdown: asterisks next to a word, or not next to a word on their other side.
_LETTER = r"[^\W_]"
_OUTSIDE = r"\s!-/:;?«»()’“”–—…"
_OPENS_STRESS = re.compile(rf"(?<![^{_OUTSIDE}])(?=\*\*\S)|(?=\*\*{_LETTER})")
_CLOSES_STRESS = re.compile(rf"(?<=\S)(?=\*\*(?![^{_OUTSIDE}]))|(?<={_LETTER})(?=\*\*)")


def typeset(text: str, language: str = "fr") -> str:
    """Return `text` with the non-breaking spaces of French typography.

    Existing spaces are converted, none is added: U+202F before « ; ! ? », U+00A0 before « : » and inside « », no break
    before « / », around « × », between a number and its word, nor between an abbreviation and its number or name.

    Args:
        text: the text; its words are not changed.
        language: `fr`; texts in other languages are returned unchanged.
    """
    if language != "fr":
        return text
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    for sign, typed, as_set in _SPACED_SIGNS:
        if sign in text:
            text = text.replace(typed, as_set)
    return _HELD_SPACE.sub(NBSP, _NUMBER.sub(lambda number: number[0][:-1] + NBSP, text))


@lru_cache(maxsize=1024, typed=True)
def shown(text: str, language: str) -> str:
    """Return a text of a case for a handout: typeset for its language, with invisible characters written out.

    A page is laid out, then its template is filled, with the same texts: each is typeset once. What was markup stays
    apart from equal text (`typed`).
    """
    return typeset(visible(text), language)


def stresses(text: str) -> list[tuple[str, bool]]:
    """Split a text with `**stress**` into parts, each with whether it is stressed.

    Other asterisks are kept as typed.
    """
    parts = []
    done = 0
    ends = [match.start() for match in _CLOSES_STRESS.finditer(text)]
    for opening in _OPENS_STRESS.finditer(text):
        words = opening.start() + 2
        # At least one character is stressed.
        end = bisect_right(ends, words)
        if end == len(ends):
            break
        if opening.start() >= done:
            parts += [(text[done : opening.start()], False), (text[words : ends[end]], True)]
            done = ends[end] + 2
    parts.append((text[done:], False))
    return [part for part in parts if part[0]]


def colon(language: str) -> str:
    """Return the colon after a label, in French with a space before it."""
    return USAGE[language].colon


def semicolon(language: str) -> str:
    """Return the separator of the items of a list on one line."""
    return USAGE[language].semicolon


def shorten(text: str, width: int) -> str:
    """Return `text` cut between words to at most `width` characters, with « … » at the end if it was cut."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
