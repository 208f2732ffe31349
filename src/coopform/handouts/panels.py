"""The panels: one row of the grid on each sheet of A3, the cases in columns, to hang on a wall."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison
from coopform.handouts import columns, letter_sizes
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Recueil


@dataclass(frozen=True, slots=True)
class Panels(Content):
    """What the panels hold."""

    comparison: Comparison
    pages: Sequence[range]  # the places of the cases on each panel of a row
    letters: Mapping[str, Sequence[str]]  # by key of a row, the size of the letters on each of its panels
    lines: Sequence[int]  # how many lines to write on each panel of a row has


def panels(compared: Comparison, recueil: Recueil) -> Document[Panels]:
    """Return the panels of a comparison."""
    pages = columns.split(len(compared.cases), "panel", extra=True)
    content = Panels(
        comparison=compared,
        pages=pages,
        letters={row.rubric.key: letter_sizes.of_row(row, pages, letter_sizes.BRIEF_ON_PANEL) for row in compared.rows},
        lines=[letter_sizes.lines_beside([compared.cases[place] for place in page]) for page in pages],
    )
    return Document("panels", recueil.langue, recueil, compared.cases, content)


def documents_of(run: Run) -> Iterator[Document[Panels]]:
    """Yield the panels."""
    yield panels(run.compared, run.recueil)
