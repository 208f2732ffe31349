"""The order to the print shop: what to print, in how many copies, counted from the files that were made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import PurePath

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import Wanted
from coopform.handouts.workshop import copies
from coopform.handouts.workshop.copies import PrintLine, group_count
from coopform.handouts.workshop.letters import letters
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import document_of

# The width and the height of pages, in millimetres.
PageSizes = Sequence[tuple[int, int]]
_PAPERS = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}
# The width of an A3, and the gap to the next one.
_PANEL_METRES = 0.5


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file to print.

    Attributes:
        name: of the file.
        pages: how many it has; 0 when it cannot be read, since somebody replaced it.
    """

    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What to print of a document, from its files: sides, finish and leaves are those of their pages."""

    line: PrintLine
    files: Sequence[PrintedFile]

    @property
    def two_sided(self) -> bool:
        """Whether a file of the line is printed on both sides."""
        return self.line.two_sided and any(file.pages > 1 for file in self.files)

    @property
    def finish(self) -> str:
        """What is done with the leaves, as a message; empty when each copy is one leaf."""
        return self.line.finish if max(map(self._leaves, self.files), default=0) > 1 or len(self.files) > 1 else ""

    @property
    def leaves(self) -> int:
        """How many leaves of paper all copies take."""
        return self.line.copies * sum(map(self._leaves, self.files))

    def _leaves(self, file: PrintedFile) -> int:
        return ceil(file.pages / 2) if self.line.two_sided else file.pages


@dataclass(frozen=True, slots=True)
class PaperLines:
    """The lines of an order on one paper.

    Attributes:
        paper: its name, as `A4`.
        is_landscape: whether the pages are wider than high.
        lines: what is printed on it.
        leaves: how many leaves they take.
    """

    paper: str
    is_landscape: bool
    lines: Sequence[OrderLine]
    leaves: int


@dataclass(frozen=True, slots=True)
class PrintOrder(Content):
    """What the order holds.

    Attributes:
        people: how many come.
        groups: how many groups they make.
        papers: the lines, by paper.
        wall_metres: about how long a wall the panels take; 0 without panels.
    """

    people: int
    groups: int
    papers: Sequence[PaperLines]
    wall_metres: int


def print_order(
    cases: Sequence[Case], recueil: Recueil, wanted: Wanted, files: Mapping[str, PageSizes]
) -> Document[PrintOrder]:
    """Return the order for the files of a pack that are printed.

    Args:
        cases: those of the day.
        recueil: their collection.
        wanted: for how many people and groups.
        files: the pages of each file, by its name; none where it cannot be read.
    """
    groups = wanted.groups or group_count(wanted.people)
    papers: dict[tuple[str, bool], list[OrderLine]] = {}
    for line, sizes in _lines(copies.plan(wanted.people, groups, len(cases), wanted.paper), cases, files):
        papers.setdefault(_paper(sizes), []).append(line)
    made = [
        PaperLines(name, is_landscape, lines, sum(line.leaves for line in lines))
        for (name, is_landscape), lines in papers.items()
    ]
    content = PrintOrder(wanted.people, groups, made, _wall_metres(len(cases)))
    return Document("order", recueil.langue, recueil, cases, content, letters=letters(len(cases)))


def _lines(
    plan: Sequence[PrintLine], cases: Sequence[Case], files: Mapping[str, PageSizes]
) -> Iterator[tuple[OrderLine, PageSizes]]:
    """Yield the lines whose files were made, each with the sizes of its pages."""
    places = {case.id: place for place, case in enumerate(cases)}
    names = sorted(files, key=lambda name: (places.get(PurePath(name).stem, 0), name))
    for line in plan:
        found = [name for name in names if document_of(PurePath(name).stem) == (line.document, line.part)]
        if found:
            printed = [PrintedFile(name, len(files[name])) for name in found]
            yield OrderLine(line, printed), [size for name in found for size in files[name]]


def _paper(sizes: PageSizes) -> tuple[str, bool]:
    """Return the paper of pages, the largest of them, and whether it is landscape."""
    width, height = max(sizes, key=lambda size: size[0] * size[1], default=(210, 297))
    short, long = sorted((width, height))
    return _PAPERS.get((short, long), f"{short} × {long} mm"), width > height


def _wall_metres(cases: int) -> int:
    """Return how long a wall the panels take side by side, the sheets for notes under them."""
    return ceil(len(grid.GRID) * ceil(cases / copies.MOST_READ) * _PANEL_METRES)
