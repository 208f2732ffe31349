"""The pages for the projector: one for each row of the grid, then one for each case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison
from coopform.handouts import columns, letter_sizes
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run
from coopform.model.case import Recueil


@dataclass(frozen=True, slots=True)
class Slides(Content):
    """What the slides hold."""

    comparison: Comparison
    pages: Sequence[range]  # the places of the cases on each slide of a row
    letters: Mapping[str, Sequence[str]]  # by key of a row, the size of the letters on each of its slides
    case_letters: Sequence[str]  # the size of the letters on the slide of each case


def slides(compared: Comparison, recueil: Recueil) -> Document[Slides]:
    """Return the slides of a comparison."""
    pages = columns.split(len(compared.cases), "slide")
    content = Slides(
        comparison=compared,
        pages=pages,
        letters={row.rubric.key: letter_sizes.of_row(row, pages, letter_sizes.BRIEF_ON_SLIDE) for row in compared.rows},
        case_letters=[letter_sizes.on_case_slide(case) for case in compared.cases],
    )
    return Document("slides", recueil.langue, recueil, compared.cases, content)


def documents_of(run: Run) -> Iterator[Document[Slides]]:
    """Yield the slides."""
    yield slides(run.compared, run.recueil)
