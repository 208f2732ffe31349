"""The documents in a folder: those that can be imported, and those of other kinds."""

import os
from collections.abc import Iterator
from pathlib import Path

from coopform.importing import detect

# What office programs write beside an open document, and hidden files.
_NOT_DOCUMENTS = (".", "~$", "_")


def documents_in(folder: Path, leave_out: Path | None = None) -> Iterator[tuple[Path, bool]]:
    """Yield the files of a folder and its subfolders, each with whether its format can be imported.

    Args:
        folder: the folder; links to folders are not followed.
        leave_out: a subfolder that is not looked into: that of the cases themselves.

    Raises:
        OSError: the folder cannot be listed.
    """

    def fail(error: OSError) -> None:
        raise error

    for parent, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(_NOT_DOCUMENTS) and not _is_same(Path(parent, name), leave_out)
        )
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(_NOT_DOCUMENTS):
                yield path, _is_importable(path)


def _is_importable(path: Path) -> bool:
    try:
        return detect.kind(path) in detect.READERS
    except OSError:
        return True  # reading it will report what is wrong


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)
