"""How many copies a workshop needs, for its people and groups.

The numbers come from the size of a table, not from a source: four to six people read one A3 together, and two people
side by side exchange their sheets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from coopform.model.handout_kinds import KINDS
from coopform.text.i18n import mark

# More people cannot read the same A3; fewer hardly discuss.
GROUP = 5
DEFAULT_PEOPLE = 20
# Two people read no more sheets than this in a session; a group shares one set of a larger collection.
MOST_READ = 6

LOOSE = mark("separate sheets")
STAPLED = mark("2 staples on the left")


@dataclass(frozen=True, slots=True)
class PrintLine:
    """What to print of a document.

    Attributes:
        document: its kind.
        part: which of its files.
        copies: of the whole file.
        reader: for whom it is, as a message.
        two_sided: whether both sides of a leaf are printed, where it has several pages.
        finish: what is done with the leaves of a copy, where there are several, as a message.
    """

    document: str
    part: str
    copies: int
    reader: str
    two_sided: bool = False
    finish: str = LOOSE


def group_count(people: int) -> int:
    """Return into how many groups people are divided by default."""
    return max(1, ceil(people / GROUP))


def plan(people: int, groups: int, cases: int, paper: str = "a3") -> tuple[PrintLine, ...]:
    """Return what to print for a number of people, of groups and of cases.

    Args:
        people: at least one.
        groups: at least one.
        cases: those of the day; each group works on one at a time.
        paper: of the comparison, `a3` or `a4`.
    """
    lines = [*_of_cases(people, groups, cases, paper)] if cases else []
    return (
        *lines,
        PrintLine("cards", "", 1, mark("each group")),
        PrintLine("blank", "", people, mark("each person")),
        PrintLine("blank", "a3", groups, mark("each group")),
        PrintLine("guide", "", 1, mark("the facilitator"), two_sided=True, finish=STAPLED),
    )


def _of_cases(people: int, groups: int, cases: int, paper: str) -> Iterator[PrintLine]:
    """Yield what shows the cases."""
    if cases > MOST_READ:
        yield PrintLine("sheet", "", groups, mark("each group"), two_sided=True)
    else:
        yield PrintLine("sheet", "", ceil(people / 2), mark("two people"), two_sided=True)
    if cases > 1:
        part = KINDS["comparison"].papers[paper]
        yield PrintLine("comparison", part, groups, mark("each group"), two_sided=True)
    # Under the panels of a rubric hangs its sheet for notes.
    yield PrintLine("panels", "", 1, mark("the wall"))
    # A group analyses one case; when there are fewer cases than groups, several groups analyse the same.
    analyses = ceil(groups / cases)
    yield PrintLine("analysis", "", analyses, mark("the groups"))
    yield PrintLine("synthesis", "empty", groups, mark("each group"))
    yield PrintLine("synthesis", "", 1, mark("the whole room"))
    yield PrintLine("booklet", "", people, mark("each person"), two_sided=True, finish=STAPLED)
