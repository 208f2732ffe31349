"""The reading order of shapes on a slide: from top to bottom, and from left to right within a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

T = TypeVar("T")

# The headings of columns are at most this high, compared with what is below them.
_HEADING = 0.5


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """An item on a slide, with the top and the left of its box, and the height of it, all in one unit."""

    top: float
    left: float
    height: float
    item: T


def in_order(placed: Iterable[Placed[T]], side_by_side: float) -> Iterator[T]:
    """Yield items in reading order: by rows, and where a row heads columns, by columns.

    Args:
        placed: the items.
        side_by_side: how far below the first of a row the top of another may be, and how far the left of an item from
            that of the heading of its column, in the same unit.
    """
    above: list[Placed[T]] = []
    for row in _rows(placed, side_by_side):
        if _heads(above, row, side_by_side):
            yield from (one.item for one in chain.from_iterable(zip(above, row, strict=True)))
            above = []
        else:
            yield from (one.item for one in above)
            above = row
    yield from (one.item for one in above)


def _rows(placed: Iterable[Placed[T]], side_by_side: float) -> Iterator[list[Placed[T]]]:
    """Yield the rows, each from the left."""
    row: list[Placed[T]] = []
    for one in sorted(placed, key=lambda one: one.top):
        if row and one.top - row[0].top > side_by_side:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(one)
    yield sorted(row, key=lambda one: one.left)


def _heads(above: list[Placed[T]], row: list[Placed[T]], side_by_side: float) -> bool:
    """Return whether each item of a row is the low heading of what is below it."""
    return (
        len(above) > 1
        and len(above) == len(row)
        and all(
            0 < head.height <= _HEADING * below.height and abs(head.left - below.left) <= side_by_side
            for head, below in zip(above, row, strict=True)
        )
    )
