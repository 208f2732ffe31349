"""The reading order of shapes on a slide: from top to bottom, and from left to right within a row."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def in_rows(placed: Iterable[tuple[float, float, T]], side_by_side: float) -> Iterator[T]:
    """Yield items in reading order.

    Args:
        placed: the top and the left of each item, and the item.
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
    for _, _, item in sorted(row, key=lambda one: one[1]):
        yield item
