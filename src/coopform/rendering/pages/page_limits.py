"""Limits on what one page of a user's template makes; the failure names the limit reached.

They protect the memory. Loops over lists are not limited, nor is the time that a page takes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import GeneratorType
from typing import Any, Literal, NoReturn

from jinja2.environment import TemplateModule
from jinja2.utils import Namespace

# The size of a page in bytes of UTF-8, and of any text in it in characters.
MAX_PAGE = 20_000_000
# The most that a repetition (`*`, padding, replacing) may add: characters, or items of a list.
MAX_REPEATED = 1_000_000
# The steps of all loops over `range()` on one page.
MAX_STEPS = 1_000_000
# The values of a list that is printed; a list that it contains twice is counted twice.
MAX_VALUES = 1_000_000
# The bits of a whole number that is multiplied.
MAX_BITS = 100_000
MAX_INDENT = 8

_CONTAINERS = (list, tuple, dict, set, frozenset)
# Refused where a value is printed: they would print all that they contain.
_UNPRINTED = (Namespace, TemplateModule)
_NUMBERS = re.compile(r"\d+")


PageLimit = Literal["page", "repetition", "steps"]


class LimitReached(Exception):
    """A page exceeds a limit.

    Attributes:
        limit: `page`, `repetition` or `steps`.
    """

    def __init__(self, limit: PageLimit) -> None:
        super().__init__(limit)
        self.limit = limit


class Steps:
    """Counts the steps of `range()` on one page."""

    def __init__(self) -> None:
        self._made = 0

    def begin_page(self) -> None:
        """Count from zero."""
        self._made = 0

    def range(self, *bounds: int) -> "CountedRange":
        """Return what `range` does, each of its steps counted."""
        return CountedRange(self, range(*bounds))

    def count(self) -> None:
        """Count a step.

        Raises:
            LimitReached: the loops of the page made too many.
        """
        self._made += 1
        if self._made > MAX_STEPS:
            raise LimitReached("steps")


class CountedRange:
    """A range whose steps are counted each time that a loop runs through it."""

    def __init__(self, steps: Steps, numbers: range) -> None:
        self._steps = steps
        self._numbers = numbers

    def __iter__(self) -> Iterator[int]:
        for number in self._numbers:
            self._steps.count()
            yield number

    def __len__(self) -> int:
        return len(self._numbers)

    def __reversed__(self) -> Iterator[int]:
        return iter(CountedRange(self._steps, self._numbers[::-1]))

    def __getitem__(self, index: int | slice) -> "int | CountedRange":
        found = self._numbers[index]
        return CountedRange(self._steps, found) if isinstance(found, range) else found

    def __contains__(self, number: object) -> bool:
        return number in self._numbers


def limited(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a page, or of a piece of it.

    Raises:
        LimitReached: they are larger than a page; from within the template that is writing them, so that its line is
            known.
    """
    size = 0
    for part in parts:
        size += len(part) if part.isascii() else len(part.encode("utf-8", "surrogatepass"))
        if size > MAX_PAGE:
            _stop(parts, LimitReached("page"))
        yield part


def joined(parts: Iterable[str]) -> str:
    """Return what `limited` yields as one text."""
    return "".join(limited(parts))


def _stop(parts: Iterable[str], reason: LimitReached) -> NoReturn:
    if isinstance(parts, GeneratorType):
        parts.throw(reason)
    raise reason


def texts(values: Iterable[Any]) -> list[str]:
    """Return values as texts to be joined.

    Raises:
        LimitReached: together they are larger than a page.
    """
    made, size = [], 0
    for value in values:
        check_values(value)
        text = value if isinstance(value, str) else str(value)
        size += len(text)
        if size > MAX_PAGE:
            raise LimitReached("page")
        made.append(text)
    return made


def check_result(value: Any) -> Any:
    """Return the result of a filter or a function.

    Raises:
        LimitReached: it is a text larger than a page.
    """
    if isinstance(value, str) and len(value) > MAX_PAGE:
        raise LimitReached("page")
    return value


def check_values(*values: Any) -> None:
    """Check lists that may be printed: one that contains another twice doubles it.

    Raises:
        LimitReached: they hold too many values.
    """
    left = MAX_VALUES
    waiting: list[Any] = [values]
    while waiting:
        value = waiting.pop()
        left -= len(value)
        if left < 0 or any(isinstance(part, _UNPRINTED) for part in value):
            raise LimitReached("repetition")
        parts = (part for pair in value.items() for part in pair) if isinstance(value, Mapping) else value
        waiting += [part for part in parts if isinstance(part, _CONTAINERS)]


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Check an operation, `+`, `*`, `**` or `%`, before it is executed.

    Raises:
        LimitReached: its result would be too large.
    """
    if isinstance(left, str) and operator == "%":
        check_repeated(_formatted(left, *(right if isinstance(right, tuple) else (right,))))
    elif isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        if operator in ("*", "**") and bits > MAX_BITS:
            raise LimitReached("repetition")
    elif operator == "*":
        times, repeated = (left, right) if isinstance(left, int) else (right, left)
        if isinstance(times, int) and hasattr(repeated, "__len__"):
            check_repeated(times * len(repeated))
    elif operator == "+" and isinstance(left, str):
        check_result_size(len(left) + len(right))
    elif operator == "+" and hasattr(left, "__len__") and hasattr(right, "__len__"):
        check_repeated(len(left) + len(right))


def check_repeated(size: int) -> None:
    """Check how many characters or items a repetition would add.

    Raises:
        LimitReached: too many.
    """
    if size > MAX_REPEATED:
        raise LimitReached("repetition")


def check_result_size(size: int) -> None:
    """Check how long a text would be.

    Raises:
        LimitReached: longer than a page.
    """
    if size > MAX_PAGE:
        raise LimitReached("page")


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
    return 0 if indent is None or (isinstance(indent, int) and indent <= MAX_INDENT) else MAX_REPEATED + 1


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
