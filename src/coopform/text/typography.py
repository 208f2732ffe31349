"""Typography: the spaces of French, stress, colons and semicolons, texts cut to a width."""

import re
from bisect import bisect_right

from coopform.text.characters import NARROW_NBSP, NBSP, visible

# What French sets in a text whose only spaces are single plain ones: the sign, as typed, as set. Quotation marks come
# first, whose space is theirs.
_SPACED_SIGNS = (
    ("«", "« ", f"«{NBSP}"),
    ("»", " »", f"{NBSP}»"),
    (";", " ;", f"{NARROW_NBSP};"),
    ("!", " !", f"{NARROW_NBSP}!"),
    ("?", " ?", f"{NARROW_NBSP}?"),
    (":", " :", f"{NBSP}:"),
    ("/", " /", f"{NBSP}/"),
)
# Spaces beside a sign that are set already, or several: they are taken for one plain space.
# A run is tried once, from its beginning: from each of its spaces would take the square of its length.
_SPACES = re.compile("(?<=«)[ \u00a0\u202f]++|(?<![ \u00a0\u202f])[ \u00a0\u202f]++(?=[»;!?:])")
# « 3 axes », « 80 % », « 5 € », « 1 000 000 »: a number stays with what it counts, and in one piece.
_NUMBER = re.compile(r"(\d(?<![\w,.]\d)\d*) (?=[^\W\d_]|[%€]|\d{3}(?!\d))")
# Most texts hold no number before a space: searching for the space is cheaper.
_COUNTED = re.compile(r" (?<=\d )(?=[^\W\d_]|[%€\d])")

# `**stress**` where Markdown takes it for that: asterisks against a word, or with nothing of a word outside.
_LETTER = r"[^\W_]"
_OUTSIDE = r"\s!-/:;?«»()’“”–—…"
_OPENS_STRESS = re.compile(rf"(?<![^{_OUTSIDE}])(?=\*\*\S)|(?=\*\*{_LETTER})")
_CLOSES_STRESS = re.compile(rf"(?<=\S)(?=\*\*(?![^{_OUTSIDE}]))|(?<={_LETTER})(?=\*\*)")


def typeset(text: str, language: str = "fr") -> str:
    """Return `text` with the non-breaking spaces of French typography.

    Only spaces that are there are converted, none is added: U+202F before « ; ! ? », U+00A0 before
    « : » and inside « », no break before « / » nor between a number and its word.

    Args:
        text: what to set; its words are not changed.
        language: `fr`; a text in any other language is returned as it is.
    """
    if language != "fr":
        return text
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    for sign, typed, as_set in _SPACED_SIGNS:
        if sign in text:
            text = text.replace(typed, as_set)
    return _NUMBER.sub(r"\1" + NBSP, text) if _COUNTED.search(text) else text


def shown(text: str, language: str) -> str:
    """Return a text as a handout shows it: hidden characters written out, spaces set.

    Args:
        text: what a case says.
        language: whose spaces are set.
    """
    return typeset(visible(text), language)


def stresses(text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text that knows `**stress**`, each with whether it is stressed.

    Asterisks that stress nothing stay as typed.
    """
    parts = []
    done = 0
    ends = [match.start() for match in _CLOSES_STRESS.finditer(text)]
    for opening in _OPENS_STRESS.finditer(text):
        words = opening.start() + 2
        # One character at least is stressed.
        end = bisect_right(ends, words)
        if end == len(ends):
            break
        if opening.start() >= done:
            parts += [(text[done : opening.start()], False), (text[words : ends[end]], True)]
            done = ends[end] + 2
    parts.append((text[done:], False))
    return [part for part in parts if part[0]]


def colon(language: str) -> str:
    """Return the colon that follows a label, with the space that French puts before it."""
    return " :" if language == "fr" else ":"


def semicolon(language: str) -> str:
    """Return what parts the items of a list in one line."""
    return " ; " if language == "fr" else "; "


def shorten(text: str, width: int) -> str:
    """Return `text` cut at a word to at most `width` characters, with « … » where it was cut."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
