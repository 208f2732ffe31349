"""How much an operation or a filter of a user's template would repeat, worked out before it is executed."""

import re
from collections.abc import Callable
from typing import Any

from coopform.rendering.pages.page_limits import (
    MAX_REPEATED,
    LimitReached,
    check_repeated,
    check_result_size,
    check_values,
)

# The bits of a whole number that is multiplied.
_MOST_BITS = 100_000
# Spaces before each line of JSON.
_WIDEST_INDENT = 8

_NUMBERS = re.compile(r"\d+")


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Check an operation, `+`, `*`, `**` or `%`, before it is executed.

    Raises:
        LimitReached: its result would be too large.
    """
    if isinstance(left, str) and operator == "%":
        check_repeated(_formatted(left, *(right if isinstance(right, tuple) else (right,))))
    elif isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        if operator in ("*", "**") and bits > _MOST_BITS:
            raise LimitReached("repetition")
    elif operator == "*":
        times, repeated = (left, right) if isinstance(left, int) else (right, left)
        if isinstance(times, int) and hasattr(repeated, "__len__"):
            check_repeated(times * len(repeated))
    elif operator == "+" and isinstance(left, str):
        check_result_size(len(left) + len(right))
    elif operator == "+" and hasattr(left, "__len__") and hasattr(right, "__len__"):
        check_repeated(len(left) + len(right))


def check_filter(name: str, *given: Any, **named: Any) -> None:
    """Check what a filter, or the string method of the same name, would repeat; the value is the first of `given`.

    Raises:
        LimitReached: too much.
    """
    check_values(*given, *named.values())
    if name in _REPEATED:
        check_repeated(_REPEATED[name](*given, **named))


def _width(_text: Any, width: int = 80, *_: Any) -> int:
    return width


def _tabs(text: str, tabsize: int = 8) -> int:
    return text.count("\t") * tabsize


def _indented(text: Any, width: int | str = 4, *_: Any, **__: Any) -> int:
    added: int = len(width) if isinstance(width, str) else width
    return (str(text).count("\n") + 1) * added


def _wrapped(text: Any, width: int = 79, *given: Any, wrapstring: str | None = None, **_: Any) -> int:
    words = str(text)
    end: str = wrapstring or next((value for value in given if isinstance(value, str)), "\n")
    return (2 * len(words) // max(1, width) + words.count("\n") + 1) * len(end)


def _replaced(text: Any, old: str, new: str, *_: Any) -> int:
    return str(text).count(str(old)) * len(str(new))


def _count(_values: Any, *given: Any, **named: Any) -> int:
    return max((value for value in (*given, *named.values()) if isinstance(value, int)), default=0)


def _links(text: Any, *given: Any, **named: Any) -> int:
    attributes = sum(len(value) for value in (*given, *named.values()) if isinstance(value, str))
    return len(str(text).split()) * attributes


def _digits(_number: Any, precision: int = 0, *_: Any, **__: Any) -> int:
    return abs(precision) * 1000


def _total(_values: Any, *given: Any, attribute: Any = None, start: Any = 0) -> int:  # noqa: ARG001, named by Jinja
    start = given[1] if len(given) > 1 else start
    return 0 if isinstance(start, int | float) else MAX_REPEATED + 1


def _json(_value: Any, indent: Any = None) -> int:
    return 0 if indent is None or (isinstance(indent, int) and indent <= _WIDEST_INDENT) else MAX_REPEATED + 1


def _formatted(text: str, *given: Any, **named: Any) -> int:
    values = (*given, *named.values())
    check_values(*values)
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    widths = sum(abs(value) for value in values if isinstance(value, int)) if "*" in text else 0
    places = text.count("%")
    check_result_size(places * longest)
    return places * widths + sum(map(int, _NUMBERS.findall(text)))


_REPEATED: dict[str, Callable[..., int]] = {
    "batch": _count,
    "center": _width,
    "expandtabs": _tabs,
    "format": _formatted,
    "indent": _indented,
    "ljust": _width,
    "paragraphs": _indented,
    "replace": _replaced,
    "rjust": _width,
    "round": _digits,
    "slice": _count,
    "sum": _total,
    "tojson": _json,
    "urlize": _links,
    "wordwrap": _wrapped,
    "zfill": _width,
}
