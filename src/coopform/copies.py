"""How many copies a day needs: people, groups, and what each is handed.

The numbers are ours, from what a table holds: four to six people read one A3 together, and two people side by
side exchange their sheets.
"""

from dataclasses import dataclass
from math import ceil

from coopform.i18n import mark

# More do not see the same A3; fewer do not argue.
GROUP = 5
DEFAULT_PEOPLE = 20


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
    """

    document: str
    part: str
    paper: str
    two_sided: bool
    copies: int
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A day: how many people, in how many groups, and what to print for them."""

    people: int
    groups: int
    lines: tuple[Line, ...]


def plan(people: int, cases: int) -> Plan:
    """Return what to print for a number of people and of cases.

    Args:
        people: at least one.
        cases: how many the collection holds; each group works on one at a time.
    """
    groups = max(1, ceil(people / GROUP))
    pairs = ceil(people / 2)
    # A group analyses one case; when there are more cases than groups, each page still finds its group.
    pages = max(1, ceil(groups / max(cases, 1)))
    lines = (
        Line("sheet", "", "A4", False, pairs, mark("a set of loose sheets for two people")),
        Line("comparison", "", "A3", False, groups, mark("one a group")),
        Line("panels", "", "A3", False, 1, mark("on the wall")),
        Line("synthesis", "", "A3", False, 1, mark("to read out at the end")),
        Line("synthesis", "empty", "A3", False, groups, mark("one a group")),
        Line("analysis", "", "A4", False, pages, mark("each page to the group that works on its case")),
        Line("blank", "", "A4", False, people, mark("one a person, to take home")),
        Line("blank", "a3", "A3", False, groups, mark("one a group")),
        Line("booklet", "", "A4", True, people, mark("one a person, to take home")),
        Line("guide", "", "A4", True, 1, mark("for the facilitator")),
    )
    return Plan(people, groups, lines)
