"""The booklet: cover, contents, definition, sheets, synoptic table, forms of agreement, acronyms, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing import glossary
from coopform.comparing.comparison import Comparison
from coopform.comparing.glossary import Form
from coopform.handouts import columns
from coopform.handouts.comparison import SideBySide
from coopform.handouts.documents import Document
from coopform.handouts.run import Run
from coopform.model.case import Recueil, Reference


@dataclass(frozen=True, slots=True)
class Booklet(SideBySide):
    """What a booklet holds besides the synoptic table."""

    forms: Sequence[Form]  # those that the cases use
    references: Sequence[Reference]  # the sources of the cases, each once


def booklet(compared: Comparison, recueil: Recueil) -> Document[Booklet]:
    """Return the booklet of a collection, with the synoptic table on A4."""
    cases = compared.cases
    content = Booklet(
        comparison=compared,
        pages=columns.split(len(cases), "a4"),
        paper="a4",
        with_us=False,
        forms=glossary.forms(cases),
        references=tuple(dict.fromkeys(source for case in cases for source in case.sources)),
    )
    return Document("booklet", recueil.langue, recueil, cases, content)


def documents_of(run: Run) -> Iterator[Document[Booklet]]:
    """Yield the booklet."""
    yield booklet(run.compared, run.recueil)
