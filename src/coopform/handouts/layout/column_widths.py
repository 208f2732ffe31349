"""The widths of columns side by side, where some of them say much more than others. In millimetres."""

from collections.abc import Iterator, Sequence

# Of the words of a column: a little more than in columns of one width for the most cases, six on A3.
NARROWEST = 54.0
# Widths in proportion to the root of what columns say keep them more alike; in full proportion, columns end together.
_POWERS = (0.5, 1.0)


def uneven_widths(heights: Sequence[float], room: float) -> Iterator[tuple[float, ...]]:
    """Yield widths that add up to the room, the more uneven the later; none where columns have to be of one width.

    Args:
        heights: of the words of each column, in columns of one width.
        room: the sum of the widths.
    """
    if room <= NARROWEST * len(heights) or max(heights) == min(heights):
        return
    for power in _POWERS:
        yield _shares([max(height, 1.0) ** power for height in heights], room)


def _shares(weights: Sequence[float], room: float) -> tuple[float, ...]:
    """Return widths in proportion to weights, those of the lightest not under the narrowest."""
    narrow: set[int] = set()
    while True:
        rest = room - NARROWEST * len(narrow)
        whole = sum(weight for place, weight in enumerate(weights) if place not in narrow)
        widths = [NARROWEST if place in narrow else rest * weight / whole for place, weight in enumerate(weights)]
        too_narrow = {place for place, width in enumerate(widths) if width < NARROWEST}
        if not too_narrow:
            return tuple(widths)
        narrow |= too_narrow
