"""Hyphens glued to a number that begins a line: « -5 communes » is an item of a list, « -5 % » a negative number."""

import re
from collections.abc import Sequence

from coopform.text.amounts import AMOUNT
from coopform.text.bullets import without_bullet
from coopform.text.characters import HYPHENS

_GLUED = re.compile(rf"\s*[{HYPHENS}](?=\d)")
_HYPHEN = re.compile(rf"\s*[{HYPHENS}]")
# An amount, or a number alone, may be negative.
_NEGATIVE = re.compile(rf"{_GLUED.pattern}(?:{AMOUNT}|\d[\d\W]*$)")


def is_glued(text: str) -> bool:
    """Return whether a line begins with a hyphen glued to a number."""
    return _GLUED.match(text) is not None


def is_typed(text: str) -> bool:
    """Return whether a line begins with a hyphen glued to a word, as somebody types who puts no space after it."""
    had_bullet = without_bullet(text)[1] and _HYPHEN.match(text) is not None
    return had_bullet and not text.lstrip()[1:2].isspace()


def is_item(lines: Sequence[str], index: int, *, is_usual: bool = False) -> bool:
    """Return whether the hyphen glued to the number of a line is a bullet, as that of a line next to it is.

    Args:
        lines: the line and those around it.
        index: of the line.
        is_usual: whether it is a bullet without such a neighbour, too.
    """
    if not is_glued(lines[index]) or is_negative(lines[index]):
        return False
    around = [*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]]
    return is_usual or any(map(_has_hyphen, around))


def is_negative(text: str) -> bool:
    """Return whether a line begins with a number that may be negative, by its unit: « -5 % »."""
    return _NEGATIVE.match(text) is not None


def spaced(text: str) -> str:
    """Return a line with a space after the hyphen that begins it."""
    return _GLUED.sub("- ", text, count=1)


def _has_hyphen(text: str) -> bool:
    is_bullet = without_bullet(text)[1] or (is_glued(text) and not is_negative(text))
    return is_bullet and _HYPHEN.match(text) is not None
