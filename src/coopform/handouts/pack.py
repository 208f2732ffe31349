"""The pack: every document of a workshop, in a folder for the printer, one for the projector and one to edit.

It is made of several runs, one for each folder; the order to the print shop is made last, of the files in the first.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import Wanted
from coopform.handouts.workshop import schedule
from coopform.handouts.workshop.letters import letters_of
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import KINDS, PACK_FOLDERS, RENDERED, case_of, document_label, document_of
from coopform.text.languages import in_language

# The earliest date in the zip format: with the time of writing, no two archives would be equal.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FORMATS = {".md": "Markdown", ".docx": "Word", ".pptx": "PowerPoint"}


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack, as its first page names it.

    Attributes:
        name: of the file.
        label: what the document is called, as a message.
        format: what tells it from the same document in another format; empty in a folder of one format.
        letter: of its case; empty for a document on several.
        case: the one that it is on; none for a document on several.
    """

    name: str
    label: str
    format: str
    letter: str
    case: Case | None


@dataclass(frozen=True, slots=True)
class Pack(Content):
    """What the first page of a pack holds.

    Attributes:
        order: the name of the file that orders the prints.
        folders: the files in each folder in the order of the day, by key of `PACK_FOLDERS`.
        names: the name of each folder in the language of the pack, by key.
        missing: the IDs of the cases of the collection that have an error, and are in no document.
    """

    order: str
    folders: Mapping[str, Sequence[PackFile]]
    names: Mapping[str, str]
    missing: Sequence[str] = ()


def page(
    cases: Sequence[Case],
    recueil: Recueil,
    order: str,
    folders: Mapping[str, Sequence[str]],
    missing: Sequence[str] = (),
) -> Document[Pack]:
    """Return the first page of a pack: what to do with which file, and which cases are missing.

    Args:
        cases: those of the day.
        recueil: their collection.
        order: the name of the file that orders the prints.
        folders: the names of the files in each folder, by key of `PACK_FOLDERS`.
        missing: the IDs of the cases that have an error.
    """
    listed = {key: _in_order_of_day(names, cases) for key, names in folders.items()}
    language = recueil.langue
    names = {key: in_language(known, language) for key, known in PACK_FOLDERS.items()}
    return Document("pack", language, recueil, cases, Pack(order, listed, names, missing))


def _in_order_of_day(names: Sequence[str], cases: Sequence[Case]) -> list[PackFile]:
    """Return the files of a folder: first what the day uses first, last what it does not use."""
    used = [document for step in schedule.steps(len(cases)) for document in step.documents]
    ranks = {document: used.index(document) for document in used}
    unused = {kind: len(used) + place for place, kind in enumerate(KINDS)}
    places = {case.id: place for place, case in enumerate(cases)}

    def rank(name: str) -> tuple[int, int, str]:
        kind, part = document_of(PurePath(name).stem)
        # The table on A4 has the place of the one on A3.
        first = ranks.get((kind, part), ranks.get((kind, ""), unused[kind]))
        return first, places.get(case_of(PurePath(name).stem), 0), name

    has_formats = len({PurePath(name).suffix for name in names}) > 1
    letters = letters_of(cases)
    of_cases = {case.id: case for case in cases}
    return [_file(name, of_cases, letters, has_format=has_formats) for name in sorted(names, key=rank)]


def _file(name: str, cases: Mapping[str, Case], letters: Mapping[str, str], *, has_format: bool) -> PackFile:
    """Return a file with its case and the letter of that, by ID."""
    path = PurePath(name)
    label = document_label(*document_of(path.stem))
    fmt = _FORMATS.get(path.suffix, path.suffix[1:].upper()) if has_format else ""
    case = cases.get(case_of(path.stem) or "")
    return PackFile(name, label, fmt, letters[case.id] if case else "", case)


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
