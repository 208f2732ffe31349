"""The working pages for groups: one A4 for each case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coopform.handouts import analysis_pages
from coopform.handouts.analysis_pages import AnalysisPage
from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Case, Recueil


@dataclass(frozen=True)
class Analysis(Content):
    """What the working pages hold: the cases, the collection, whether each case has its letter, and the questions."""

    cases: Sequence[Case]
    recueil: Recueil
    has_letters: bool
    questions: Sequence[str] = analysis_pages.QUESTIONS

    @cached_property
    def pages(self) -> tuple[AnalysisPage, ...]:
        """The page of each case."""
        return tuple(analysis_pages.lay_out(case, self.recueil, has_letter=self.has_letters) for case in self.cases)


def analysis(cases: Sequence[Case], recueil: Recueil, *, has_letters: bool = False) -> Document[Analysis]:
    """Return the working pages for groups, one for each case; in a pack each has the letter of its case."""
    return Document("analysis", recueil.langue, recueil, cases, Analysis(cases, recueil, has_letters))


def documents_of(run: RenderRun) -> Iterator[Document[Analysis]]:
    """Yield the working pages."""
    yield analysis(run.cases, run.recueil, has_letters=bool(run.letters))
