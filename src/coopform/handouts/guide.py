"""The facilitator's guide: what to print and prepare, and the day step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts import copies, schedule
from coopform.handouts.copies import Plan
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.handouts.schedule import WorkshopStep
from coopform.model.case import Case, Recueil


@dataclass(frozen=True, slots=True)
class Guide(Content):
    """What the guide holds: what to print, and the steps of the day."""

    plan: Plan
    steps: Sequence[WorkshopStep]


def guide(cases: Sequence[Case], recueil: Recueil, people: int) -> Document[Guide]:
    """Return the facilitator's guide for a number of people, at least one."""
    content = Guide(copies.plan(people, len(cases)), schedule.steps(len(cases)))
    return Document("guide", recueil.langue, recueil, cases, content)


def documents_of(run: Run) -> Iterator[Document[Guide]]:
    """Yield the guide for the number of people asked for."""
    yield guide(run.cases, run.recueil, run.wanted.people)
