"""Open files of others: no pipe or device, nothing empty, and no more bytes than are wanted."""

import stat
from pathlib import Path

from coopform.importing.failures import UnreadableDocument


def require_file(path: Path) -> None:
    """Refuse a pipe or a device, whose reading might never end, and an empty file.

    Raises:
        UnreadableDocument: its reason is `kind` or `empty`.
        OSError: there is nothing of that name.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(path, "kind")
    if not status.st_size:
        raise UnreadableDocument(path, "empty")


def read_bytes(path: Path, most: int) -> bytes:
    """Return the content of a file of at most so many bytes.

    Raises:
        UnreadableDocument: it is not a file (`kind`), is empty, or is larger (`bomb`).
        OSError: it cannot be read.
    """
    require_file(path)
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableDocument(path, "bomb", "size", most)
    return data
