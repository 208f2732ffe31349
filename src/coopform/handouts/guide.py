"""What the facilitator's guide holds: the day step by step, and which group has which case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts import groups as grouping
from coopform.handouts import schedule
from coopform.handouts.documents import Content, Document
from coopform.handouts.groups import WorkshopGroup
from coopform.handouts.run import Run
from coopform.handouts.schedule import TimedStep
from coopform.model.case import Case, Recueil


@dataclass(frozen=True, slots=True)
class Guide(Content):
    """What the guide holds.

    Attributes:
        people: how many come.
        groups: the tables that they sit at.
        steps: of the day, in their times.
        minutes: how long the day is.
    """

    people: int
    groups: Sequence[WorkshopGroup]
    steps: Sequence[TimedStep]
    minutes: int


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
    content = Guide(people, grouping.groups(people, groups, len(cases)), steps, schedule.total(steps))
    return Document("guide", recueil.langue, recueil, cases, content)


def documents_of(run: Run) -> Iterator[Document[Guide]]:
    """Yield the guide."""
    wanted = run.wanted
    yield guide(run.cases, run.recueil, wanted.people, wanted.groups, wanted.start, wanted.minutes)
