"""Many values, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield values in lists of `size`, the last one shorter."""
    pending = iter(values)
    while batch := list(islice(pending, size)):
        yield batch
        # Not to keep one batch while the next is made.
        del batch
