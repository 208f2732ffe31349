"""Which files a run of `render` makes: kinds and formats to names and bytes, one at a time."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath

from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Run, Wanted
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import FORMATS, INDEX, KINDS, document_of, file_name

# Writes a document in one format: HTML, Markdown, PDF or DOCX.
Maker = Callable[[Document[Content]], bytes]


def make(
    cases: Sequence[Case], recueil: Recueil, wanted: Wanted, makers: Mapping[str, Maker]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, sheets first, the index last.

    Args:
        cases: in the order of the collection.
        recueil: the collection.
        wanted: what was asked for.
        makers: by format, what writes a document in it.
    """
    run = Run(cases, recueil, wanted)
    for kind, row in KINDS.items():
        if kind not in wanted.documents or (row.needs_cases and not cases):
            continue
        for document in _documents_of(kind)(run):
            files = [(file_name(document.name, fmt), fmt) for fmt in wanted.formats_of(kind)]
            for name, fmt in files:
                yield name, makers[fmt](document)
            if files and kind != "sheet":
                run.made.append((document.label, files[0][0]))


def _documents_of(kind: str) -> Callable[[Run], Iterator[Document[Content]]]:
    """Return the function that yields the documents of a kind, from the module of its name."""
    found: Callable[[Run], Iterator[Document[Content]]] = import_module(f"coopform.handouts.{kind}").documents_of
    return found


def prunable(wanted: Wanted, keep: Collection[str]) -> Callable[[str], bool]:
    """Return the test for files of earlier runs that this run, on all cases, would have made again.

    Args:
        wanted: what this run makes; other documents and formats are left alone.
        keep: IDs whose sheets stay although they were not made this time.
    """
    endings = {f".{FORMATS[fmt]}" for fmt in wanted.formats}

    def test(name: str) -> bool:
        path = PurePath(name)
        kind, _ = document_of(path.stem)
        if kind == INDEX and "sheet" not in wanted.documents:
            return False
        return path.suffix in endings and kind in wanted.documents and path.stem not in keep

    return test
