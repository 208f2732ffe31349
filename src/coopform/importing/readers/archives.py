"""Open zips of others: files that are not zips, damaged ones, and directories that would fill the memory."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.regular_files import require_file
from coopform.model.limits import MAX_DIRECTORY, MAX_ENTRIES

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream of an OLE file with a password-protected Office document, in UTF-16.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# How many bytes of an OLE file are searched for that name.
_OLE_BYTES = 50_000_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The exceptions of `zipfile` for damaged, truncated and unknown archives.
DAMAGES = (BadZipFile, EOFError, NotImplementedError, ValueError, RuntimeError, zlib.error)


@contextmanager
def open_archive(path: Path, inserted: bytes | None = None) -> Iterator[ZipFile]:
    """Open a zip whose directory is not too large; only the directory is read.

    Raises:
        UnreadableDocument: it is not a zip, or its directory is too large.
        OSError: the file cannot be opened.
    """
    require_file(path)
    with _Directory(io.FileIO(path) if inserted is None else io.BytesIO(inserted)) as stream:
        _require_zip(path, stream)
        try:
            archive = ZipFile(stream)
        except _DirectoryTooBig as error:
            raise UnreadableDocument(path, "bomb", limit="parts", most=MAX_ENTRIES) from error
        except DAMAGES as error:
            raise UnreadableDocument(path, "broken") from error
        with archive:
            yield archive


class _DirectoryTooBig(Exception):
    """The directory of a zip is larger than `limits.MAX_DIRECTORY`."""


class _Directory(io.BufferedReader):
    """A file that refuses long reads, because `ZipFile` reads the directory at once, whatever its size."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_DIRECTORY:
            raise _DirectoryTooBig
        return super().read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        # The directory is damaged; the OSError of the system would look like an unreadable file.
        if whence == io.SEEK_SET and offset < 0:
            raise BadZipFile
        return super().seek(offset, whence)


def _require_zip(path: Path, stream: io.BufferedReader) -> None:
    """Refuse a file that is not a zip: a document of Office 97, a locked one, or something else."""
    head = stream.read(len(_OLE))
    if head == _OLE:
        raise UnreadableDocument(path, "password" if _is_locked(path) else "old")
    if not head.startswith(_ZIP):
        raise UnreadableDocument(path, "broken")
    stream.seek(0)


def _is_locked(path: Path) -> bool:
    with path.open("rb") as stream:
        return _LOCKED in stream.read(_OLE_BYTES)
