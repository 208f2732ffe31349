"""How many copies a day needs: people, groups, and what each is handed.

The numbers are ours, from what a table holds: four to six people read one A3 together, and two people side by
side exchange their sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from coopform.handouts import columns
from coopform.model import grid
from coopform.text.i18n import mark

# More do not see the same A3; fewer do not argue.
GROUP = 5
DEFAULT_PEOPLE = 20
# Two people read no more sheets than this in a session: of a larger collection a table shares one set.
MOST_READ = 6
# The width of an A3 and a hand's breadth.
_PANEL_METRES = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """What to print of a document.

    Attributes:
        document: its kind.
        part: which of its files.
        paper: `A4` or `A3`.
        two_sided: whether both sides of a leaf are printed.
        copies: of the whole file.
        reason: who gets it.
        pages: how many the file has, when every case fits its page.
    """

    document: str
    part: str
    paper: str
    two_sided: bool
    copies: int
    reason: str
    pages: int

    @property
    def leaves(self) -> int:
        """How many leaves of paper the copies take, when every case fits its page."""
        return self.copies * (ceil(self.pages / 2) if self.two_sided else self.pages)


@dataclass(frozen=True, slots=True)
class Plan:
    """A day: how many people, in how many groups, and what to print for them."""

    people: int
    groups: int
    lines: tuple[Line, ...]

    @property
    def group_sizes(self) -> tuple[int, int]:
        """How many people the smallest and the largest group have, when people are parted evenly."""
        return self.people // self.groups, ceil(self.people / self.groups)

    @property
    def wall_metres(self) -> int:
        """How long a wall the panels take, side by side; 0 without any."""
        return sum(ceil(line.pages * _PANEL_METRES) for line in self.lines if line.document == "panels")

    def leaves(self, paper: str) -> int:
        """Return how many leaves of `A4` or `A3` to have at hand, when every case fits its page."""
        return sum(line.leaves for line in self.lines if line.paper == paper)


def plan(people: int, cases: int, paper: str = "a3") -> Plan:
    """Return what to print for a number of people and of cases.

    Args:
        people: at least one.
        cases: how many the collection holds; each group works on one at a time.
        paper: of the comparison, `a3` or `a4`.
    """
    groups = max(1, ceil(people / GROUP))
    lines = [*_of_cases(people, groups, cases, paper)] if cases else []
    lines += [
        Line("blank", "", "A4", False, people, mark("one a person, to take home"), 1),
        Line("blank", "a3", "A3", False, groups, mark("one a group"), 1),
        Line("guide", "", "A4", True, 1, mark("for the facilitator"), 2),
    ]
    return Plan(people, groups, tuple(lines))


def _of_cases(people: int, groups: int, cases: int, paper: str) -> Iterator[Line]:
    """Yield what shows the cases."""
    if cases > MOST_READ:
        yield Line("sheet", "", "A4", False, groups, mark("a set of loose sheets a group, to share"), cases)
    else:
        yield Line("sheet", "", "A4", False, ceil(people / 2), mark("a set of loose sheets for two people"), cases)
    wide = len(columns.part(cases, "a3"))
    if cases > 1:
        # The grid, then the synthesis and the words in common.
        part, pages = ("a4", 2 * len(columns.part(cases, "a4")) + 1) if paper == "a4" else ("", 2 * wide)
        yield Line("comparison", part, paper.upper(), False, groups, mark("one a group"), pages)
    panels = len(grid.GRID) * len(columns.part(cases, "panel", extra=True))
    yield Line("panels", "", "A3", False, 1, mark("on the wall"), panels)
    # A group analyses one case; when there are fewer cases than groups, each group still finds its page.
    analyses = ceil(groups / cases)
    yield Line("analysis", "", "A4", False, analyses, mark("each page to the group that works on its case"), cases)
    yield Line("synthesis", "empty", "A3", False, groups, mark("one a group"), wide)
    yield Line("synthesis", "", "A3", False, 1, mark("to lay beside it at the end"), wide)
    # Cover, contents and definition, the sheets, the tables, the forms, acronyms and sources.
    booklet = 3 + cases + 2 * len(columns.part(cases, "a4")) + 2
    yield Line("booklet", "", "A4", True, people, mark("one a person, to take home"), booklet)
