"""The documents in a folder, of whatever kind."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from coopform.outputs import manifest
from coopform.outputs.backups import is_backup
from coopform.outputs.folder import is_own_file

# What office programs write beside an open document, and hidden files.
_NOT_DOCUMENTS = (".", "~$", "_")
# What Windows keeps in folders, folded.
_OF_WINDOWS = ("thumbs.db", "desktop.ini")


def documents_in(folder: Path, leave_out: Collection[Path]) -> Iterator[Path]:
    """Yield the files of a folder and its subfolders, without backups.

    What coopform itself wrote in a subfolder, and nobody has changed, is left out: it says what the cases say.

    Args:
        folder: the folder; links to folders are not followed.
        leave_out: subfolders that are not looked into: those of the cases themselves.

    Raises:
        OSError: the folder cannot be listed.
    """

    def fail(error: OSError) -> None:
        raise error

    # An output folder is named for what is in it.
    is_output = bool(manifest.read(folder))
    for parent, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(_NOT_DOCUMENTS)
            and not any(_is_same(Path(parent, name), other) for other in leave_out)
        )
        written = {} if is_output else manifest.read(Path(parent))
        for name in sorted(names):
            path = Path(parent, name)
            is_document = not name.startswith(_NOT_DOCUMENTS) and name.lower() not in _OF_WINDOWS
            if is_document and not is_backup(name) and not is_own_file(path, written):
                yield path


def _is_same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)
