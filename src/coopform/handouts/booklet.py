"""The booklet: cover, contents, definition, sheets, synoptic table, forms of agreement, acronyms, sources, notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coopform.comparing import glossary
from coopform.comparing.comparison import Comparison
from coopform.comparing.glossary import Form
from coopform.handouts import booklet_pages
from coopform.handouts.booklet_pages import BookletPage
from coopform.handouts.comparison import SideBySide
from coopform.handouts.documents import Document
from coopform.handouts.layout import columns
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Recueil, Reference
from coopform.text.i18n import Translator


@dataclass(frozen=True)
class Booklet(SideBySide):
    """What a booklet holds besides the synoptic table.

    Attributes:
        forms: those that the cases use.
        references: the sources of the cases, each once.
        recueil: the collection.
        letter_of: the letter of each case by its ID; none outside a pack.
    """

    forms: Sequence[Form]
    references: Sequence[Reference]
    recueil: Recueil
    letter_of: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pages(self) -> tuple[BookletPage, ...]:
        """The pages, laid out when they are first asked for."""
        return booklet_pages.lay_out(self.comparison, self.recueil, self.forms, self.letter_of)


def booklet(compared: Comparison, recueil: Recueil, letter_of: Mapping[str, str] | None = None) -> Document[Booklet]:
    """Return the booklet of a collection.

    Args:
        compared: its cases side by side.
        recueil: the collection.
        letter_of: the letter of each case by its ID, in a pack.
    """
    cases = compared.cases
    content = Booklet(
        comparison=compared.labelled(Translator(recueil.langue)),
        groups=columns.split(len(cases), "a4"),
        paper="a4",
        with_us=False,
        forms=glossary.forms(cases),
        references=booklet_pages.references(cases),
        recueil=recueil,
        letter_of=letter_of or {},
    )
    return Document("booklet", recueil.langue, recueil, cases, content)


def documents_of(run: RenderRun) -> Iterator[Document[Booklet]]:
    """Yield the booklet."""
    yield booklet(run.compared, run.recueil, run.letters)
