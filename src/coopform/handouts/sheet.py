"""The sheet of a case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric


@dataclass(frozen=True, slots=True)
class Sheet(Content):
    """What a sheet holds: a case, and the only rows to show if some were named."""

    case: Case
    rows: Sequence[Rubric]


def sheet(case: Case, recueil: Recueil | None = None, rows: Sequence[Rubric] = ()) -> Document[Sheet]:
    """Return the sheet of one case, in its own language.

    Args:
        case: the case.
        recueil: the collection that it belongs to, whose colour, logo and footer it bears.
        rows: the rows wanted; everything when none is named.
    """
    return Document("sheet", case.langue, recueil or Recueil(), [case], Sheet(case, rows))


def documents_of(run: Run) -> Iterator[Document[Sheet]]:
    """Yield the sheet of each case."""
    return (sheet(case, run.recueil) for case in run.cases)
