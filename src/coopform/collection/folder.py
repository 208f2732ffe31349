"""Which files of a folder are cases, and what they are called."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coopform.casefile.links import leads_out
from coopform.failures import CoopformError
from coopform.model import handout_kinds
from coopform.text.folding import slug

RECUEIL_NAME = "_recueil.yaml"
SUFFIXES = (".yaml", ".yml")
CASES_FOLDER = "cases"
# The names of our own documents, and those that name devices on Windows.
RESERVED_IDS = frozenset(
    handout_kinds.RESERVED
    | {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)

# What Notepad makes of « tridan.yaml » when Windows hides the endings of files.
_LOOKALIKE_SUFFIXES = tuple(f"{suffix}.txt" for suffix in SUFFIXES)


@dataclass
class FolderMissing(CoopformError):
    """The folder of cases that was asked for does not exist or cannot be read."""

    folder: Path


@dataclass
class FileMissing(CoopformError):
    """The file that was asked for does not exist."""

    path: Path


def find_folder(start: Path) -> Path | None:
    """Return the nearest `cases/` from `start` upward that holds a case or `_recueil.yaml`, if any."""
    for parent in (start, *start.parents):
        folder = parent / CASES_FOLDER
        if (folder / RECUEIL_NAME).is_file() or any(True for _ in (*case_paths(folder), *lookalikes(folder))):
            return folder
    return None


def folder_of(path: Path) -> Path:
    """Return the folder of cases to which a file belongs: the nearest `cases/` above it, else the one it stands in."""
    whole = Path(os.path.normpath(path.absolute()))
    return next((parent for parent in whole.parents if parent.name == CASES_FOLDER), path.parent)


def case_paths(folder: Path) -> Iterator[Path]:
    """Yield the case files of a folder and its subfolders; names that begin with `_` or `.` are skipped.

    A subfolder that is a link is not gone through: what it leads to inside the folder is met there.
    """
    refused: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        # A folder or a device under the name of a case is yielded too: `read_source` says what it is.
        found = sorted(name for name in (*names, *folders) if is_case_name(name))
        folders[:] = sorted(name for name in folders if not is_case_name(name) and not name.startswith(("_", ".")))
        yield from (Path(parent, name) for name in found)
        # A link to another folder is yielded as well: reading it as a file names it.
        linked = (path for name in folders if (path := Path(parent, name)).is_symlink())
        yield from (path for path in linked if leads_out(path, folder))
    # A subfolder that cannot be listed may hold cases: reading it as a file names it.
    yield from (Path(error.filename) for error in refused if Path(error.filename) != folder)


def lookalikes(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that look like cases but for their ending."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.name.lower().endswith(_LOOKALIKE_SUFFIXES))


def is_case_name(name: str) -> bool:
    """Return whether a file of that name is a case."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(("_", "."))


def case_id(path: Path) -> str:
    """Return the ID that a file's name gives: its slug, empty when it has no letter or digit."""
    return slug(unicodedata.normalize("NFC", path.stem))


def file_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that paths name: a file itself, the cases and `_recueil.yaml` of a folder.

    Raises:
        FileMissing: nothing stands at one of the paths.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise FileMissing(path)
        if not path.is_dir():
            yield path
            continue
        if os.path.lexists(path / RECUEIL_NAME):
            yield path / RECUEIL_NAME
        yield from case_paths(path)
