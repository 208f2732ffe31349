"""The working pages for groups: one A4 for each case."""

from collections.abc import Iterator, Sequence

from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Case, Recueil


def analysis(cases: Sequence[Case], recueil: Recueil) -> Document[Content]:
    """Return the working pages for groups, one for each case."""
    return Document("analysis", recueil.langue, recueil, cases, Content())


def documents_of(run: Run) -> Iterator[Document[Content]]:
    """Yield the working pages."""
    yield analysis(run.cases, run.recueil)
