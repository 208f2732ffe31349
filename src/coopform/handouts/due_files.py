"""Which documents a run of `render` makes, in which formats, and what the files are called."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from coopform.handouts.documents import Content, Document, DueFile
from coopform.handouts.render_run import RenderRun, Wanted
from coopform.handouts.workshop.letters import letters_of
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import FORMATS, INDEX, KINDS, case_of, document_of, file_name

_OF_COLLECTION = ("booklet", "library")


def due_files(cases: Sequence[Case], recueil: Recueil, wanted: Wanted) -> Iterator[DueFile]:
    """Yield the files of a run, sheets first, the index last; each document is made when it is reached."""
    letters = letters_of(cases) if wanted.has_letters else {}
    run = RenderRun(cases, recueil, wanted, letters)
    for kind, row in KINDS.items():
        if kind not in wanted.documents or (row.needs_cases and not cases):
            continue
        for made in _documents_of(kind)(_run_for(kind, run)):
            document = _lettered(made, run.letters)
            files = [DueFile(file_name(document.name, fmt), fmt, document) for fmt in wanted.formats_of(kind)]
            yield from files
            if files and kind != "sheet":
                made_so_far = run.made_of[document.cases[0].id] if row.is_of_case else run.made
                made_so_far.append((document.label, files[0].name))


def count_files(cases: Sequence[Case], wanted: Wanted) -> int:
    """Return how many files a run makes, without making their documents."""
    return sum(
        len(wanted.formats_of(kind)) * _count_documents(kind, cases, wanted)
        for kind, row in KINDS.items()
        if kind in wanted.documents and (cases or not row.needs_cases)
    )


def _count_documents(kind: str, cases: Sequence[Case], wanted: Wanted) -> int:
    if kind == INDEX:
        return int(wanted.is_whole)
    # The comparison comes on the paper asked for; the others in all of their parts.
    return len(cases) if KINDS[kind].is_of_case else 1 if kind == "comparison" else len(KINDS[kind].parts)


def _run_for(kind: str, run: RenderRun) -> RenderRun:
    """Return the run that makes the documents of a kind: the booklet and the library may hold more cases."""
    others = run.wanted.collection_cases
    return replace(run, cases=others) if kind in _OF_COLLECTION and others else run


def _lettered(document: Document[Content], letters: Mapping[str, str]) -> Document[Content]:
    """Return a document with the letters of its cases; a case that has none is in the booklet and the library only."""
    return replace(document, letters=[letters.get(case.id, "") for case in document.cases]) if letters else document


def _documents_of(kind: str) -> Callable[[RenderRun], Iterator[Document[Content]]]:
    """Return the function that yields the documents of a kind, from the module of its name."""
    found: Callable[[RenderRun], Iterator[Document[Content]]] = import_module(f"coopform.handouts.{kind}").documents_of
    return found


def prunable(wanted: Wanted, keep: Collection[str]) -> Callable[[str], bool]:
    """Return the test for files of earlier runs that this run, on all cases, would have made again.

    Other documents and formats are left alone, and those on the cases of the IDs to keep.
    """
    endings = {f".{FORMATS[fmt]}" for fmt in wanted.formats}

    def test(name: str) -> bool:
        path = PurePath(name)
        kind, _ = document_of(path.stem)
        if kind == INDEX and "sheet" not in wanted.documents:
            return False
        return path.suffix in endings and kind in wanted.documents and case_of(path.stem) not in keep

    return test
