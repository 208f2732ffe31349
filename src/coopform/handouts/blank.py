"""The grid to fill in by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Recueil
from coopform.model.handout_kinds import KINDS


@dataclass(frozen=True, slots=True)
class Blank(Content):
    """What the blank sheet depends on: its paper, `a4` or `a3`."""

    paper: str


def blank(recueil: Recueil, paper: str = "a4") -> Document[Blank]:
    """Return the grid to fill in by hand, on `a4` or `a3`."""
    return Document("blank", recueil.langue, recueil, [], Blank(paper), KINDS["blank"].papers[paper])


def documents_of(run: RenderRun) -> Iterator[Document[Blank]]:
    """Yield the blank sheet on A4 and on A3."""
    yield blank(run.recueil)
    yield blank(run.recueil, "a3")
