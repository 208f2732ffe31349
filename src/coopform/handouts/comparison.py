"""The synoptic table: the cases side by side, on A3 or A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison
from coopform.handouts.documents import Content, Document
from coopform.handouts.layout import columns
from coopform.handouts.render_run import RenderRun
from coopform.handouts.synoptic_back import BackPage, back_pages
from coopform.handouts.synoptic_grid import PAPERS, TablePage, grid_pages, room_of_back, room_of_page
from coopform.model.case import Recueil
from coopform.model.handout_kinds import KINDS
from coopform.text.i18n import Translator


@dataclass(frozen=True, slots=True)
class SideBySide(Content):
    """What the synoptic table holds."""

    comparison: Comparison
    groups: Sequence[range]  # the places of the cases that are side by side
    paper: str  # `a3` or `a4`
    with_us: bool  # whether there is an empty last column for the group's own territory


@dataclass(frozen=True, slots=True)
class Synoptic(SideBySide):
    """The pages of the synoptic table on paper: those of the grid, then those behind it."""

    grid_pages: Sequence[TablePage]
    back_pages: Sequence[BackPage]
    room: float  # of each page of the grid between its head and its foot, in millimetres
    back_room: float  # of the others

    @property
    def explained_on(self) -> int:
        """The number of the first page that has acronyms or sources; 0 where there are none."""
        numbers = enumerate(self.back_pages, start=len(self.grid_pages) + 1)
        return next((number for number, page in numbers if page.explains), 0)


def side_by_side(
    compared: Comparison, recueil: Recueil, paper: str = "a3", *, with_us: bool = False
) -> Document[Synoptic]:
    """Return the synoptic table.

    Args:
        compared: the cases side by side.
        recueil: the collection that they belong to.
        paper: `a3` or `a4`.
        with_us: add an empty last column for the group's own territory.
    """
    t = Translator(recueil.langue)
    compared = compared.labelled(t)
    groups = columns.split(len(compared.cases), paper, extra=with_us)
    content = Synoptic(
        comparison=compared,
        groups=groups,
        paper=paper,
        with_us=with_us,
        grid_pages=grid_pages(compared, recueil, PAPERS[paper], groups, with_us=with_us),
        back_pages=back_pages(compared, recueil, PAPERS[paper], groups, with_us=with_us),
        room=room_of_page(recueil, PAPERS[paper], t),
        back_room=room_of_back(PAPERS[paper]),
    )
    part = KINDS["comparison"].papers[paper]
    return Document("comparison", recueil.langue, recueil, compared.cases, content, part)


def documents_of(run: RenderRun) -> Iterator[Document[Synoptic]]:
    """Yield the table on the paper that was asked for."""
    yield side_by_side(run.compared, run.recueil, run.wanted.paper, with_us=run.wanted.with_us)
