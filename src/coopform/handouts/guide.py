"""What the facilitator's guide holds: the day step by step, and which group has which case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts import guide_room
from coopform.handouts.documents import Content, Document
from coopform.handouts.guide_room import GuideType
from coopform.handouts.render_run import RenderRun
from coopform.handouts.workshop import groups as grouping
from coopform.handouts.workshop import schedule
from coopform.handouts.workshop.groups import WorkshopGroup
from coopform.handouts.workshop.schedule import TimedStep
from coopform.model.case import Case, Recueil

# More groups than these have no row each, with lines for who writes and who reports.
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Guide(Content):
    """What the guide holds.

    Attributes:
        people: how many come.
        groups: the tables that they sit at.
        steps: of the day, in their times.
        minutes: how long the day is.
        how: it is set on paper.
        titles: of the cases, on one line of the table of groups.
        by_sheet: whether the groups are listed by sheet, on a page of their own, because they are many.
    """

    people: int
    groups: Sequence[WorkshopGroup]
    steps: Sequence[TimedStep]
    minutes: int
    how: GuideType
    titles: Sequence[str]
    by_sheet: bool


def guide(
    cases: Sequence[Case], recueil: Recueil, people: int, groups: int = 0, start: str = "", minutes: int = 0
) -> Document[Guide]:
    """Return the facilitator's guide.

    Args:
        cases: those of the day.
        recueil: their collection.
        people: at least one.
        groups: as many as people at most; as many tables as people need when 0.
        start: when the day begins, as `9:30`; without times when empty.
        minutes: how long it is; as long as its steps when 0.
    """
    steps = schedule.timetable(len(cases), start, minutes)
    divided = grouping.groups(people, groups, len(cases))
    by_sheet = len(divided) > _MOST_ROWS
    how = guide_room.guide_type(steps, 0 if by_sheet or not cases else len(divided), recueil)
    titles = guide_room.group_titles(cases, how.size, recueil.langue)
    content = Guide(people, divided, steps, schedule.total(steps), how, titles, by_sheet)
    return Document("guide", recueil.langue, recueil, cases, content)


def documents_of(run: RenderRun) -> Iterator[Document[Guide]]:
    """Yield the guide."""
    wanted = run.wanted
    yield guide(run.cases, run.recueil, wanted.people, wanted.groups, wanted.start, wanted.minutes)
