"""The index: the page that leads to the other files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import INDEX, file_name


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the index.

    Attributes:
        case: the case.
        files: those of its sheet, as (format, file name).
        documents: the others on it, as (label, file name).
    """

    case: Case
    files: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Index(Content):
    """What the index holds: a link for each case, and the label and file name of each other document."""

    links: Sequence[Link]
    documents: Sequence[tuple[str, str]]


def index(
    cases: Sequence[Case], recueil: Recueil, links: Sequence[Link], documents: Sequence[tuple[str, str]] = ()
) -> Document[Index]:
    """Return the index: the files of each case, then the label and the file name of each other document."""
    return Document(INDEX, recueil.langue, recueil, cases, Index(links, documents))


def documents_of(run: RenderRun) -> Iterator[Document[Index]]:
    """Yield the index of a run on all cases."""
    wanted = run.wanted
    if wanted.is_whole:
        formats = wanted.formats_of("sheet") if "sheet" in wanted.documents else ()
        links = [
            Link(case, tuple((fmt, file_name(case.id, fmt)) for fmt in formats), tuple(run.made_of[case.id]))
            for case in run.cases
        ]
        yield index(run.cases, run.recueil, links, run.made)
