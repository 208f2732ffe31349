"""How many cases fit side by side on a page, and how more of them are divided among pages."""

from itertools import pairwise
from math import ceil

# Side by side on paper, in columns of 52 mm at 10 pt; in rows on a panel; on facing pages of the booklet; the
# short texts of the synthesis on A4.
MOST = {"a3": 6, "a4": 3, "panel": 6, "spread": 6, "synthesis": 5}


def split(count: int, page: str, *, extra: bool = False) -> list[range]:
    """Return the places of the cases on each page, as evenly divided as possible.

    Args:
        count: how many cases.
        page: a key of `MOST`.
        extra: whether each page also has an empty column for the group's own territory.
    """
    most = MOST[page] - extra
    pages = max(1, ceil(count / most))
    ends = [round(count * number / pages) for number in range(pages + 1)]
    return [range(start, end) for start, end in pairwise(ends)]
