"""What a sheet holds: its case, the rows to show, its pages, and how many sheets of paper it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil

from coopform.handouts import sheet_pages
from coopform.handouts.documents import Content, Document, DueFile
from coopform.handouts.render_run import RenderRun
from coopform.handouts.sheet_pages import SheetPage, SheetPlan
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric

# The formats whose pages are laid out here.
_PRINTED = ("html", "pdf")


@dataclass(frozen=True)
class Sheet(Content):
    """What a sheet holds: a case, and the only rows to show if some were named.

    Attributes:
        case: whose sheet it is.
        rows: the only rows to show.
        letter: of the case, in a pack.
        letters: of all cases of the pack.
    """

    case: Case
    rows: Sequence[Rubric]
    _plan: SheetPlan = field(repr=False)
    letter: str = ""
    letters: Sequence[str] = ()

    @cached_property
    def pages(self) -> tuple[SheetPage, ...]:
        """The pages, laid out when they are first asked for."""
        return sheet_pages.lay_out(self._plan)

    @property
    def is_aligned(self) -> bool:
        """Whether its rows begin where those of the other sheets of its pack do."""
        return self._plan.aligned is not None

    @property
    def sheets_of_paper(self) -> int:
        """How many sheets of paper it takes, printed on both sides."""
        return ceil(len(self.pages) / self._plan.frame.sides)


def long_sheet(file: DueFile) -> tuple[str, int] | None:
    """Return the ID of a case and how many sheets of paper its sheet takes; None for one, and for other files."""
    content = file.document.content
    if not isinstance(content, Sheet) or file.fmt not in _PRINTED or content.sheets_of_paper < 2:
        return None
    return content.case.id, content.sheets_of_paper


def sheet(case: Case, recueil: Recueil | None = None, rows: Sequence[Rubric] = ()) -> Document[Sheet]:
    """Return the sheet of one case, in its own language.

    Args:
        case: the case.
        recueil: the collection that it belongs to, whose colour, logo and footer it bears.
        rows: the rows wanted; everything when none is named.
    """
    plan = SheetPlan(case, recueil or Recueil(), rows)
    return Document("sheet", case.langue, recueil or Recueil(), [case], Sheet(case, rows, plan))


def documents_of(run: RenderRun) -> Iterator[Document[Sheet]]:
    """Yield the sheet of each case; in a pack their rows begin at one height where they fit."""
    if not run.letters:
        yield from (sheet(case, run.recueil) for case in run.cases)
        return
    plans = [SheetPlan(case, run.recueil, has_letter=True) for case in run.cases]
    aligned = sheet_pages.align(plans)
    for case, plan in zip(run.cases, plans, strict=True):
        content = Sheet(case, (), replace(plan, aligned=aligned), run.letters[case.id], tuple(run.letters.values()))
        yield Document("sheet", case.langue, run.recueil, [case], content)
