"""The synoptic table: the cases side by side, on A3 or A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison
from coopform.handouts import columns
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Recueil
from coopform.model.handout_kinds import KINDS


@dataclass(frozen=True, slots=True)
class SideBySide(Content):
    """What the synoptic table holds."""

    comparison: Comparison
    pages: Sequence[range]  # the places of the cases on each page
    paper: str  # `a3` or `a4`
    with_us: bool  # whether there is an empty last column for the group's own territory


def side_by_side(
    compared: Comparison, recueil: Recueil, paper: str = "a3", *, with_us: bool = False
) -> Document[SideBySide]:
    """Return the synoptic table.

    Args:
        compared: the cases side by side.
        recueil: the collection that they belong to.
        paper: `a3` or `a4`.
        with_us: add an empty last column for the group's own territory.
    """
    content = SideBySide(compared, columns.split(len(compared.cases), paper, extra=with_us), paper, with_us)
    part = KINDS["comparison"].papers[paper]
    return Document("comparison", recueil.langue, recueil, compared.cases, content, part)


def documents_of(run: Run) -> Iterator[Document[SideBySide]]:
    """Yield the table on the paper that was asked for."""
    yield side_by_side(run.compared, run.recueil, run.wanted.paper, with_us=run.wanted.with_us)
