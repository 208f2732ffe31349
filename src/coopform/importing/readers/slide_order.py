"""What stands on a slide in the order of reading: from the top, and from the left side by side."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def in_rows(placed: Iterable[tuple[float, float, T]], side_by_side: float) -> Iterator[T]:
    """Yield things in the order of reading.

    Args:
        placed: the top and the left of each thing, and the thing.
        side_by_side: how far below the first of a row the top of another may be, in the same unit.
    """
    row: list[tuple[float, float, T]] = []
    for one in sorted(placed, key=_top):
        if row and _top(one) - _top(row[0]) > side_by_side:
            yield from _from_the_left(row)
            row = []
        row.append(one)
    yield from _from_the_left(row)


def _top(one: tuple[float, float, T]) -> float:
    return one[0]


def _from_the_left(row: list[tuple[float, float, T]]) -> Iterator[T]:
    for _, _, thing in sorted(row, key=lambda one: one[1]):
        yield thing
