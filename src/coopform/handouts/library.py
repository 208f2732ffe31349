"""The library: all cases on one page that finds and compares them without a network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coopform.comparing.synthesis import SynthesisRow, table_rows
from coopform.finding.facets import Facet, facets
from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import file_name
from coopform.text.i18n import Translator

# With more cases the page shows titles and facts only where it runs no script: it would become too long to scroll.
MOST_IN_FULL = 200


@dataclass(frozen=True, slots=True)
class Library(Content):
    """What the library holds.

    Attributes:
        facets: the filters, with what each case has of them.
        synthesis: the rows under a comparison, with a cell for each case.
        sheets: by the ID of a case the file of its sheet, if the same run makes it.
        is_in_full: whether the page holds the whole text of each case where it runs no script.
    """

    facets: Sequence[Facet]
    synthesis: Sequence[SynthesisRow]
    sheets: Mapping[str, str]
    is_in_full: bool


def library(cases: Sequence[Case], recueil: Recueil, sheets: Mapping[str, str] | None = None) -> Document[Library]:
    """Return the library.

    Args:
        cases: in the order of the page.
        recueil: the collection that they belong to.
        sheets: by the ID of a case the name of the file of its sheet, beside the page.
    """
    translate = Translator(recueil.langue)
    synthesis = [row.labelled(translate) for row in table_rows(cases)]
    content = Library(facets(cases, translate), synthesis, sheets or {}, len(cases) <= MOST_IN_FULL)
    return Document("library", recueil.langue, recueil, cases, content)


def documents_of(run: RenderRun) -> Iterator[Document[Library]]:
    """Yield the library of a run, each case linked to its sheet where the run makes it."""
    wanted = run.wanted
    has_sheets = "sheet" in wanted.documents and "html" in wanted.formats_of("sheet")
    sheets = {case.id: file_name(case.id, "html") for case in run.cases} if has_sheets else {}
    yield library(run.cases, run.recueil, sheets)
