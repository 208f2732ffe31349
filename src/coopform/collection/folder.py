"""Find the case files of a folder, and derive case IDs from file names."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coopform.casefile.links import leads_out
from coopform.failures import CoopformError
from coopform.text.folding import slug

RECUEIL_NAME = "_recueil.yaml"
# The labels of rubrics that a collection adds for `coopform import`.
INTITULES_NAME = "_intitules.yaml"
SUFFIXES = (".yaml", ".yml")
CASES_FOLDER = "cases"

# Notepad saves « tridan.yaml » as « tridan.yaml.txt » when Windows hides file extensions.
_LOOKALIKE_SUFFIXES = tuple(f"{suffix}.txt" for suffix in SUFFIXES)


@dataclass
class FolderMissing(CoopformError):
    """The folder of cases does not exist or cannot be read."""

    folder: Path


@dataclass
class FileMissing(CoopformError):
    """The file does not exist."""

    path: Path


def find_folder(start: Path) -> Path | None:
    """Return the nearest `cases/` in `start` or its parents with a case or `_recueil.yaml`, None if there is none."""
    for parent in (start, *start.parents):
        folder = parent / CASES_FOLDER
        if (folder / RECUEIL_NAME).is_file() or any(True for _ in (*case_paths(folder), *lookalikes(folder))):
            return folder
    return None


def folder_meant(named: Path) -> Path:
    """Return the folder of cases that a folder is, or has in it when it is that of a whole collection."""
    inside = named / CASES_FOLDER
    is_collection = (inside / RECUEIL_NAME).is_file() and not (named / RECUEIL_NAME).exists()
    return inside if is_collection else named


def folder_of(path: Path) -> Path:
    """Return the folder of cases of a file: its nearest parent named `cases`, else its own folder."""
    whole = Path(os.path.normpath(path.absolute()))
    return next((parent for parent in whole.parents if parent.name == CASES_FOLDER), path.parent)


def case_paths(folder: Path) -> Iterator[Path]:
    """Yield the case files of a folder and its subfolders; names that begin with `_` or `.` are skipped.

    Subfolders that are links are not followed: targets inside the folder are found at their own path.
    """
    refused: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        # A folder or a device with the name of a case is yielded too: `read_source` reports it.
        found = sorted(name for name in (*names, *folders) if is_case_name(name))
        folders[:] = sorted(name for name in folders if not is_case_name(name) and not name.startswith(("_", ".")))
        yield from (Path(parent, name) for name in found)
        # A link to a folder outside is yielded as well: reading it as a file reports it.
        linked = (path for name in folders if (path := Path(parent, name)).is_symlink())
        yield from (path for path in linked if leads_out(path, folder))
    # A subfolder that cannot be listed may contain cases: reading it as a file reports it.
    yield from (Path(error.filename) for error in refused if Path(error.filename) != folder)


def lookalikes(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that would be cases without their extension `.txt`."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.name.lower().endswith(_LOOKALIKE_SUFFIXES))


def is_lookalike(path: Path) -> bool:
    """Return whether a file would be a case without its extension `.txt`."""
    return path.name.lower().endswith(_LOOKALIKE_SUFFIXES)


def true_name(path: Path) -> str:
    """Return the name of one of the `lookalikes` without its extension `.txt`."""
    return path.name[: -len(".txt")]


def is_case_name(name: str) -> bool:
    """Return whether a file name is that of a case."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(("_", "."))


def case_id(path: Path) -> str:
    """Return the case ID for a file: the slug of its name, empty when it has no letter or digit."""
    return slug(unicodedata.normalize("NFC", path.stem))


def file_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """Expand paths to files: a folder to its cases and its `_recueil.yaml`.

    Raises:
        FileMissing: one of the paths does not exist.
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
