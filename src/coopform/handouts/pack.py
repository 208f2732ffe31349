"""The pack: every document of a workshop, in a folder for the printer, one for the projector and one to edit.

It is made of several runs, one for each folder; its page says what to print.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coopform.handouts import copies
from coopform.handouts.copies import Plan
from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Wanted
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import KINDS, PACK, PACK_FOLDERS, document_of

# Archives know no earlier year; a time of writing would make each archive another.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pack(Content):
    """What the page of a pack holds."""

    plan: Plan
    files: Sequence[Sequence[str]]  # for each line of the plan, the names of its files
    folders: Mapping[str, Sequence[str]]  # by key of `PACK_FOLDERS`, the names of the files in it
    names: Mapping[str, Mapping[str, str]]  # by key, then by language, the names of the folders


def page(
    cases: Sequence[Case], recueil: Recueil, people: int, paper: str, folders: Mapping[str, Sequence[str]]
) -> Document[Pack]:
    """Return the page of a pack that says what to print, on which paper, how many; `folders` name the files made."""
    plan = copies.plan(people, len(cases), paper)
    found = [(document_of(PurePath(name).stem), name) for name in folders["print"]]
    files = [[name for part, name in found if part == (line.document, line.part)] for line in plan.lines]
    return Document(PACK, recueil.langue, recueil, cases, Pack(plan, files, folders, PACK_FOLDERS))


def folders(wanted: Wanted, *, docx: bool) -> Iterator[tuple[str, Wanted]]:
    """Yield each folder of a pack, a key of `PACK_FOLDERS`, and what is made in it.

    Without DOCX the copies to edit are Markdown.
    """
    wanted = replace(wanted, has_letters=True)
    editable = "docx" if docx else "markdown"
    on_paper = tuple(key for key, kind in KINDS.items() if any(part.paper for part in kind.parts.values()))
    to_edit = tuple(key for key in on_paper if editable in KINDS[key].formats)
    yield "print", replace(wanted, documents=on_paper, formats=("pdf",))
    yield "project", replace(wanted, documents=("slides", "comparison"), formats=("html", "pdf"))
    yield "edit", replace(wanted, documents=to_edit, formats=(editable,))


def archive(folder: Path, names: Iterable[str], others: Mapping[str, bytes]) -> bytes:
    """Return files of a folder and others that are not written yet as a ZIP; the same files give the same bytes."""
    files = {name: (folder / name).read_bytes() for name in names} | dict(others)
    made = io.BytesIO()
    with ZipFile(made, "w") as zipped:
        for name, data in sorted(files.items()):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, data)
    return made.getvalue()
