"""How many copies a workshop needs, for its people and groups.

The numbers come from the size of a table, not from a source: four to six people read one A3 together, and two people
side by side exchange their sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from coopform.handouts import columns
from coopform.model import grid
from coopform.model.handout_kinds import KINDS
from coopform.text.i18n import mark

# More people cannot read the same A3; fewer have no discussion.
GROUP = 5
DEFAULT_PEOPLE = 20
# Two people read no more sheets than this in a session; a group shares one set of a larger collection.
MOST_READ = 6
# The width of an A3, and the gap to the next one.
_PANEL_METRES = 0.5


@dataclass(frozen=True, slots=True)
class PrintLine:
    """What to print of a document.

    Attributes:
        document: its kind.
        part: which of its files.
        copies: of the whole file.
        reason: who gets it, as a message.
        pages: how many the file has, when every case fits its page.
        two_sided: whether both sides of a leaf are printed.
    """

    document: str
    part: str
    copies: int
    reason: str
    pages: int
    two_sided: bool = False

    @property
    def paper(self) -> str:
        """`A4` or `A3`."""
        return KINDS[self.document].parts[self.part].paper.upper()

    @property
    def leaves(self) -> int:
        """How many leaves of paper the copies take, when every case fits its page."""
        return self.copies * (ceil(self.pages / 2) if self.two_sided else self.pages)


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop: how many people, in how many groups, and what to print for them."""

    people: int
    groups: int
    lines: tuple[PrintLine, ...]

    @property
    def group_sizes(self) -> tuple[int, int]:
        """How many people the smallest and the largest group have, when people are divided evenly."""
        return self.people // self.groups, ceil(self.people / self.groups)

    @property
    def wall_metres(self) -> int:
        """How long a wall the panels take side by side, in metres; 0 without panels."""
        return sum(
            ceil((line.pages - len(grid.GRID)) * _PANEL_METRES) for line in self.lines if line.document == "panels"
        )

    def leaves(self, paper: str) -> int:
        """Return how many leaves of `A4` or `A3` the workshop takes, when every case fits its page."""
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
        PrintLine("blank", "", people, mark("one a person, to take home"), 1),
        PrintLine("blank", "a3", groups, mark("one a group"), 1),
        PrintLine("guide", "", 1, mark("for the facilitator"), 2, two_sided=True),
    ]
    return Plan(people, groups, tuple(lines))


def _of_cases(people: int, groups: int, cases: int, paper: str) -> Iterator[PrintLine]:
    """Yield what shows the cases."""
    if cases > MOST_READ:
        yield PrintLine("sheet", "", groups, mark("a set of loose sheets a group, to share"), cases)
    else:
        yield PrintLine("sheet", "", ceil(people / 2), mark("a set of loose sheets for two people"), cases)
    if cases > 1:
        part = KINDS["comparison"].papers[paper]
        yield PrintLine("comparison", part, groups, mark("one a group"), _synoptic_pages(cases, paper))
    # Under the panels of a rubric hangs its sheet for notes.
    panels = len(grid.GRID) * (len(columns.split(cases, "panel")) + 1)
    yield PrintLine("panels", "", 1, mark("on the wall"), panels)
    # A group analyses one case; when there are fewer cases than groups, several groups analyse the same.
    analyses = ceil(groups / cases)
    yield PrintLine("analysis", "", analyses, mark("each page to the group that works on its case"), cases)
    wide = len(columns.split(cases, "a3"))
    yield PrintLine("synthesis", "empty", groups, mark("one a group"), wide)
    yield PrintLine("synthesis", "", 1, mark("to lay beside it at the end"), wide)
    # Cover, contents and definition, the sheets, the tables, the forms, acronyms and sources.
    booklet = 3 + cases + 2 * len(columns.split(cases, "a4")) + 2
    yield PrintLine("booklet", "", people, mark("one a person, to take home"), booklet, two_sided=True)


def _synoptic_pages(cases: int, paper: str) -> int:
    """Return how many pages the grid and the synthesis take; on A4 the words in common take one more."""
    return 2 * len(columns.split(cases, paper)) + (paper == "a4")
