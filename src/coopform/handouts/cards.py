"""The cards of the groups: one A4 for each table, with its number, its case and its times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.handouts.workshop import groups as grouping
from coopform.handouts.workshop import schedule
from coopform.handouts.workshop.groups import WorkshopGroup
from coopform.handouts.workshop.schedule import TimedStep


@dataclass(frozen=True, slots=True)
class Cards(Content):
    """What the cards hold: the groups, one card each, and the steps of the day in their times."""

    groups: Sequence[WorkshopGroup]
    steps: Sequence[TimedStep]


def documents_of(run: RenderRun) -> Iterator[Document[Cards]]:
    """Yield the cards."""
    wanted, cases = run.wanted, run.cases
    groups = grouping.groups(wanted.people, wanted.groups, len(cases))
    steps = schedule.timetable(len(cases), wanted.start, wanted.minutes)
    yield Document("cards", run.recueil.langue, run.recueil, cases, Cards(groups, steps))
