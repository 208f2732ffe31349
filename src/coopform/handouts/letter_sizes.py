"""The size of the letters of a panel or a slide: the shorter its texts, the larger. Templates use the names as classes.

The limits were found by trial: texts of about these lengths, in five columns, leave a line or two free.
"""

from collections.abc import Sequence

from coopform.comparing.comparison import Row
from coopform.model import grid
from coopform.model.case import Case, Point

# The smallest letters, for a full page.
_FULL = "full"
# Characters of the longest cell of a row.
_BRIEF_ON_PANEL = 250
_BRIEF_ON_SLIDE = 230
# Characters of the longest row of each band of three, both bands added, on the slide of one case.
_ON_CASE_SLIDE = ((240, "terse"), (300, "brief"), (390, "medium"))

# Lines to write on in the column next to the cases, and how many characters of a case's name take the place of one.
_LINES = 14
_NAME_OF_ONE_LINE = 18
_MOST_LINES, _FEWEST_LINES = 13, 3


def on_panel(row: Row, places: Sequence[int]) -> str:
    """Return the class of a panel that shows the cases at `places`."""
    return _brief(row, places, _BRIEF_ON_PANEL)


def on_slide(row: Row, places: Sequence[int]) -> str:
    """Return the class of a slide that shows a row of the cases at `places`."""
    return _brief(row, places, _BRIEF_ON_SLIDE)


def on_case_slide(case: Case) -> str:
    """Return the class of the slide of a case; the longest row of each band of three makes its height."""
    lengths = [_length(case.row(rubric.key)) for rubric in grid.GRID]
    total = max(lengths[:3]) + max(lengths[3:])
    return next((name for most, name in _ON_CASE_SLIDE if total <= most), _FULL)


def lines_beside(cases: Sequence[Case]) -> int:
    """Return how many lines to write on a panel has room for under the names of its cases."""
    longest = max((len(case.short_title) for case in cases), default=0)
    return max(_FEWEST_LINES, min(_MOST_LINES, _LINES - longest // _NAME_OF_ONE_LINE))


def _brief(row: Row, places: Sequence[int], most: int) -> str:
    return "brief" if all(_length(row.cells[place]) <= most for place in places) else _FULL


def _length(points: Sequence[Point]) -> int:
    return sum(len(text) for point in points for text in point.texts())
