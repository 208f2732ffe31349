"""How things of different heights are divided among pages: as few as possible, few with one thing, evenly filled."""

from collections.abc import Sequence


def even_pages(heights: Sequence[float], room: float, most: int) -> list[range]:
    """Return the places of the things on each page, in order.

    Args:
        heights: of each thing.
        room: how much a page holds, in the same unit; what is higher gets a page of its own.
        most: how many things a page holds.
    """
    # For each number of things: on how many pages they are, how many of these have one thing, how unevenly they are
    # filled, and where the last page begins.
    best: list[tuple[int, int, float, int]] = [(0, 0, 0.0, 0)]
    for end in range(1, len(heights) + 1):
        options = []
        height = 0.0
        for start in range(end - 1, max(0, end - most) - 1, -1):
            height += heights[start]
            if height > room and start < end - 1:
                break
            pages, alone, unevenness, _ = best[start]
            filled, share = height / room, (end - start) / most
            alone += end - start == 1
            options.append((pages + 1, alone, unevenness + filled**2 + share**2, start))
        best.append(min(options))
    made: list[range] = []
    end = len(heights)
    while end:
        start = best[end][3]
        made.append(range(start, end))
        end = start
    return made[::-1]
