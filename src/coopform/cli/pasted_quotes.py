"""Quotation marks that a shell does not take as such: those of Word, « like these », and one left at the end."""

import re
import sys
from collections.abc import Iterable

from coopform.text.quotation import SMART_QUOTES

# What closes each mark. A single straight quote is none to the Windows command prompt.
_CLOSING = SMART_QUOTES | {"«": "»", "'": "'"}
_OPENED = re.compile(rf"(?P<option>--[\w-]+=)?(?P<mark>[{''.join(_CLOSING)}])(?P<text>.*)", re.DOTALL)


def joined(arguments: Iterable[str]) -> list[str]:
    """Return the arguments of a command line with those between quotation marks as one, without its marks.

    A mark that nothing closes, and one around a part of an argument, is left as it is.
    """
    rest, found = list(arguments), []
    while rest:
        text, count = _quotation(rest)
        found.append(_without_end_quote(text) if sys.platform == "win32" else text)
        del rest[:count]
    return found


def _without_end_quote(argument: str) -> str:
    r"""Return a path without the quote that Windows leaves at its end: `"My cases\"` becomes `My cases"` there."""
    return argument.removesuffix('"') if argument.count('"') == 1 else argument


def _quotation(arguments: list[str]) -> tuple[str, int]:
    """Return the quotation with which the arguments begin, and how many of them it is; the first one without any."""
    opened = _OPENED.fullmatch(arguments[0])
    if opened:
        mark, closing = opened["mark"], _CLOSING[opened["mark"]]
        for count in range(1, len(arguments) + 1):
            inside = " ".join([opened["text"], *arguments[1:count]]).strip()
            if inside.endswith(closing):
                text = inside.removesuffix(closing).strip()
                is_whole = text and (mark == closing or mark not in text)
                return (f"{opened['option'] or ''}{text}", count) if is_whole else (arguments[0], 1)
    return arguments[0], 1
