"""The synthesis: how each co-operation is organised, on one A3; and the same to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing import synthesis
from coopform.comparing.synthesis import SynthesisRow
from coopform.handouts import columns
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Case, Recueil


@dataclass(frozen=True, slots=True)
class Synthesis(Content):
    """What the synthesis holds."""

    rows: Sequence[SynthesisRow]
    pages: Sequence[range]  # the places of the cases on each page
    empty: bool  # whether it is to be filled in


def synthesis_of(cases: Sequence[Case], recueil: Recueil, *, empty: bool = False) -> Document[Synthesis]:
    """Return the synthesis: how each case is organised, as its signed reading says, or with all boxes empty."""
    content = Synthesis(synthesis.page_rows(cases, empty=empty), columns.split(len(cases), "a3"), empty)
    return Document("synthesis", recueil.langue, recueil, cases, content, "empty" if empty else "")


def documents_of(run: Run) -> Iterator[Document[Synthesis]]:
    """Yield the synthesis, then the one to fill in."""
    yield synthesis_of(run.cases, run.recueil)
    yield synthesis_of(run.cases, run.recueil, empty=True)
