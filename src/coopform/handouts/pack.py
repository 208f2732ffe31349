"""The pack: every document of a workshop, in a folder for the printer, one for the projector and one to edit."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coopform.handouts.produce import Wanted
from coopform.model.handout_kinds import INDEX, KINDS, PACK

# Archives know no year before; a time of writing would make each archive another.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def folders(wanted: Wanted, *, docx: bool) -> Iterator[tuple[str, Wanted]]:
    """Yield each folder of a pack, a key of `filenames.PACK_FOLDERS`, and what is to be made in it.

    Args:
        wanted: what was asked for: the cases, the paper, the people.
        docx: whether DOCX can be written here; else the copies to edit are Markdown.
    """
    editable = "docx" if docx else "markdown"
    on_paper = tuple(kind for kind in KINDS if kind not in (PACK, INDEX, "slides"))
    to_edit = tuple(kind for kind in on_paper if editable in KINDS[kind].formats)
    yield "print", replace(wanted, documents=on_paper, formats=("pdf",))
    yield "project", replace(wanted, documents=("slides", "comparison"), formats=("html", "pdf"))
    yield "edit", replace(wanted, documents=to_edit, formats=(editable,))


def archive(folder: Path, names: Iterable[str], others: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP archive; the same files give the same bytes.

    Args:
        folder: where the files stand.
        names: of the files, relative to it.
        others: files that are not written yet, by name.
    """
    files = {name: (folder / name).read_bytes() for name in names} | dict(others)
    made = io.BytesIO()
    with ZipFile(made, "w") as zipped:
        for name, data in sorted(files.items()):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, data)
    return made.getvalue()
