"""The documents in a folder, of whatever kind."""

import os
from collections.abc import Iterator
from pathlib import Path

# What office programs write beside an open document, and hidden files.
_NOT_DOCUMENTS = (".", "~$", "_")


def documents_in(folder: Path, leave_out: Path) -> Iterator[Path]:
    """Yield the files of a folder and its subfolders.

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
            if not name.startswith(_NOT_DOCUMENTS):
                yield Path(parent, name)


def _is_same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)
