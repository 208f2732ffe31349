"""Limits on what one page of a user's template makes; the failure names the limit reached.

They protect the memory. Loops over lists are not limited, nor is the time that a page takes.
"""

from collections.abc import Iterable, Iterator, Mapping
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

_CONTAINERS = (list, tuple, dict, set, frozenset)
# Refused where a value is printed: they would print all that they contain.
_UNPRINTED = (Namespace, TemplateModule)

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
    # The lists of one depth, each once, with how often it is there: lists that double each other are few to look at.
    level: dict[int, tuple[Any, int]] = {0: (values, 1)}
    while level:
        inner: dict[int, tuple[Any, int]] = {}
        for value, times in level.values():
            left -= times * len(value)
            parts = [part for pair in value.items() for part in pair] if isinstance(value, Mapping) else value
            if left < 0 or any(isinstance(part, _UNPRINTED) for part in parts):
                raise LimitReached("repetition")
            for part in parts:
                if isinstance(part, _CONTAINERS):
                    _, before = inner.get(id(part), (part, 0))
                    inner[id(part)] = (part, before + times)
        level = inner


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
