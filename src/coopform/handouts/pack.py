"""The pack: every document of a workshop, in a folder for the printer, one for the projector and one to edit.

It is made of several runs, one for each folder; the order to the print shop is made last, of the files in the first.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coopform.handouts.documents import Content, Document
from coopform.handouts.run import Wanted
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import KINDS, PACK_FOLDERS, RENDERED

# The earliest date in the zip format: with the time of writing, no two archives would be equal.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pack(Content):
    """What the first page of a pack holds.

    Attributes:
        order: the name of the file that orders the prints.
        folders: the names of the files in each folder, by key of `PACK_FOLDERS`.
        names: the names of the folders, by key and by language.
        missing: the IDs of the cases of the collection that have an error, and are in no document.
    """

    order: str
    folders: Mapping[str, Sequence[str]]
    names: Mapping[str, Mapping[str, str]]
    missing: Sequence[str] = ()


def page(
    cases: Sequence[Case],
    recueil: Recueil,
    order: str,
    folders: Mapping[str, Sequence[str]],
    missing: Sequence[str] = (),
) -> Document[Pack]:
    """Return the first page of a pack: what to do with which file, and which cases are missing."""
    return Document("pack", recueil.langue, recueil, cases, Pack(order, folders, PACK_FOLDERS, missing))


def folders(wanted: Wanted, *, docx: bool, pptx: bool) -> Iterator[tuple[str, Wanted]]:
    """Yield each folder of a pack, a key of `PACK_FOLDERS`, and what is made in it.

    Without DOCX the copies to edit are Markdown; without PPTX the slides are HTML and PDF only.
    """
    editable = "docx" if docx else "markdown"
    handed_out = [key for key in RENDERED if KINDS[key].is_for_workshop]
    on_paper = tuple(key for key in handed_out if any(part.paper for part in KINDS[key].parts.values()))
    to_edit = tuple(key for key in on_paper if editable in KINDS[key].formats)
    yield "print", replace(wanted, documents=on_paper, formats=("pdf",))
    yield (
        "project",
        replace(
            wanted, documents=("slides", "comparison", "library"), formats=("html", "pdf", *(("pptx",) if pptx else ()))
        ),
    )
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
