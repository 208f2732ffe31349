"""The size of the letters of a panel or a slide: the shorter its texts, the larger. Templates use the names as classes.

The limits were found by trial: texts of about these lengths, in five columns, leave a line or two free.
"""

from collections.abc import Iterable, Sequence

from coopform.comparing.comparison import Row
from coopform.model import grid
from coopform.model.case import Case, Point

# The smallest letters, for a full page.
_FULL = "full"
# Characters of the longest cell of a row, on a panel and on a slide.
BRIEF_ON_PANEL = 250
BRIEF_ON_SLIDE = 230
# Characters of the longest row of each band of three, both bands added, on the slide of one case.
_ON_CASE_SLIDE = ((240, "terse"), (300, "brief"), (390, "medium"))

# Lines to write on in the column next to the cases, and how many characters of a case's name take the place of one.
_LINES = 14
_NAME_OF_ONE_LINE = 18
_MOST_LINES, _FEWEST_LINES = 13, 3


def of_row(row: Row, pages: Iterable[Sequence[int]], brief: int) -> list[str]:
    """Return the class of each panel or slide of a row, brief when no cell has more characters than that."""
    return ["brief" if all(_length(row.cells[place]) <= brief for place in page) else _FULL for page in pages]


def on_case_slide(case: Case) -> str:
    """Return the class of the slide of a case; the longest row of each band of three makes its height."""
    lengths = [_length(case.row(rubric.key)) for rubric in grid.GRID]
    total = max(lengths[:3]) + max(lengths[3:])
    return next((name for most, name in _ON_CASE_SLIDE if total <= most), _FULL)


def lines_beside(cases: Sequence[Case]) -> int:
    """Return how many lines to write on a panel has room for under the names of its cases."""
    longest = max((len(case.short_title) for case in cases), default=0)
    return max(_FEWEST_LINES, min(_MOST_LINES, _LINES - longest // _NAME_OF_ONE_LINE))


def _length(points: Sequence[Point]) -> int:
    return sum(len(text) for point in points for text in point.texts())
