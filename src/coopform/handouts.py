"""Which files a run of `render` makes: documents and formats to names and texts, one at a time."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from coopform import comparison, documents, filenames
from coopform.case import Case, Recueil


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Attributes:
        documents: of `sheet`, `comparison`, `index`.
        formats: keys of `filenames.FORMATS`.
        is_whole: every case of the collection; only then are the index rewritten and old sheets removed.
    """

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    is_whole: bool


def make(cases: Sequence[Case], recueil: Recueil, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, sheets first."""
    if "sheet" in wanted.documents:
        for case in cases:
            for fmt in wanted.formats:
                yield _name(case.id, fmt), documents.sheet(case, fmt, recueil)
    if "comparison" in wanted.documents and cases:
        compared = comparison.compare(cases)
        for fmt in wanted.formats:
            name = filenames.document_name("comparison", recueil.langue)
            yield _name(name, fmt), documents.comparison_of(compared, fmt, recueil)
    if "index" in wanted.documents and wanted.is_whole:
        # One way in, in the format that people open first.
        fmt = wanted.formats[0]
        links = [_links(case, wanted) for case in cases]
        comparisons = [filenames.document_name("comparison", recueil.langue)] * ("comparison" in wanted.documents)
        others = [_name(name, fmt) for name in comparisons]
        content = documents.Content(cases, recueil, links, others)
        yield _name(filenames.INDEX, fmt), documents.index(content, fmt)


def prunable(wanted: Wanted, keep: Collection[str]) -> Callable[[str], bool]:
    """Return the test for files of earlier runs that this run, on all cases, would have made again.

    Args:
        wanted: what this run makes; other documents and formats are left alone.
        keep: IDs whose sheets stay although they were not made this time.
    """
    endings = {f".{filenames.FORMATS[fmt]}" for fmt in wanted.formats}

    def test(name: str) -> bool:
        path = PurePath(name)
        document = filenames.document_of(path.stem)
        if document == "index" and "sheet" not in wanted.documents:
            return False
        return path.suffix in endings and document in wanted.documents and path.stem not in keep

    return test


def _links(case: Case, wanted: Wanted) -> documents.Link:
    formats = wanted.formats if "sheet" in wanted.documents else ()
    return documents.Link(case, tuple((fmt, _name(case.id, fmt)) for fmt in formats))


def _name(stem: str, fmt: str) -> str:
    return f"{stem}.{filenames.FORMATS[fmt]}"
