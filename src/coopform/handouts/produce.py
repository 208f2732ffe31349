"""Which documents a run of `render` makes, in which formats, and what the files are called."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from coopform.handouts.documents import Content, Document, DueFile
from coopform.handouts.run import Run, Wanted
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import FORMATS, INDEX, KINDS, document_of, file_name


def due_files(cases: Sequence[Case], recueil: Recueil, wanted: Wanted) -> Iterator[DueFile]:
    """Yield the files of a run, sheets first, the index last; each document is made when it is reached.

    Args:
        cases: in the order of the collection.
        recueil: the collection.
        wanted: what was asked for.
    """
    run = Run(cases, recueil, wanted)
    for kind, row in KINDS.items():
        if kind not in wanted.documents or (row.needs_cases and not cases):
            continue
        for made in _documents_of(kind)(run):
            document = replace(made, letters=[run.letters[case.id] for case in made.cases]) if run.letters else made
            files = [DueFile(file_name(document.name, fmt), fmt, document) for fmt in wanted.formats_of(kind)]
            yield from files
            if files and kind != "sheet":
                run.made.append((document.label, files[0].name))


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
