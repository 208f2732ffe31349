"""Read a text file safely, and decode it: what it is, if it is no text, is a problem."""

import errno
import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

from coopform.casefile.source import Source
from coopform.model.limits import MAX_BYTES
from coopform.problems.problem import Position, Problem, of_file
from coopform.text import old_encodings

# O_NONBLOCK: opening a pipe without a writer would otherwise wait forever.
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
# Not allowed in YAML. Found here because the message of the parser would only name a byte.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Other file formats by the first bytes of a file, in lower case.
_FOREIGN_KINDS = {
    b"pk\x03\x04": "ZIP, Word, Excel, LibreOffice",
    b"\xd0\xcf\x11\xe0": "Word 97",
    b"%pdf": "PDF",
    b"{\\rtf": "RTF",
    b"<!doctype html": "HTML",
    b"<html": "HTML",
    b"\x89png": "PNG",
    b"\xff\xd8\xff": "JPEG",
}


class FileBytes(NamedTuple):
    """The bytes of a file, and whether its path is a link."""

    data: bytes
    is_link: bool


def read_source(path: Path) -> Source | Problem:
    """Read a file into a `Source`.

    Args:
        path: the file; a pipe, a device or a folder is a problem and never blocks.

    Returns:
        The source, or the problem because of which the file cannot be read as text.
    """
    shown = str(path)
    found = read_bytes(path, shown)
    if isinstance(found, Problem):
        return found
    read = decode(found.data, shown)
    if isinstance(read, Source):
        read.is_link = found.is_link
    return read


def read_bytes(path: Path, shown: str) -> FileBytes | Problem:
    """Return the bytes of a file, or the problem because of which it cannot be read; see `read_source`."""
    try:
        descriptor, is_link = _open(path)
        try:
            data = _read_all(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return _refusal(error, shown)
    if data is None:
        return of_file(shown, "not-a-file")
    if len(data) > MAX_BYTES:
        return of_file(shown, "file-too-big", limit=f"{MAX_BYTES // 1000}")
    return FileBytes(data, is_link)


def decode_old(data: bytes, shown: str) -> Source | None:
    """Return the text of a file in a legacy encoding, None if it is in none of them.

    UTF-32 is recognised by its structure, UTF-16 without byte-order mark by its zero bytes, every second one in
    French. Other files are decoded as Windows, MS-DOS or Macintosh wrote them; some bytes have no meaning there.
    """
    encoding = _utf32_name(data) or old_encodings.name_of(data)
    if b"\x00" in data and not encoding.startswith("utf-32"):
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        source = Source(shown, data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return None
    return source if isinstance(_check_characters(source), Source) else None


def _open(path: Path) -> tuple[int, bool]:
    """Open a file for reading, and return its descriptor and whether the path is a link."""
    try:
        return os.open(path, _READING | _NO_FOLLOW), not _NO_FOLLOW and path.is_symlink()
    except OSError:
        if not _NO_FOLLOW or not path.is_symlink():
            raise
        return os.open(path, _READING), True


def _read_all(descriptor: int) -> bytes | None:
    """Return the bytes of a file, at most one more than it may have; None when it is no regular file."""
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        return None
    size = min(found.st_size, MAX_BYTES) + 1
    data = os.read(descriptor, size)
    while len(data) != found.st_size and len(data) <= MAX_BYTES and (piece := os.read(descriptor, size)):
        data += piece
    return data


def _refusal(error: OSError, shown: str) -> Problem:
    if isinstance(error, FileNotFoundError):
        return of_file(shown, "file-missing")
    if isinstance(error, IsADirectoryError):
        return of_file(shown, "not-a-file")
    if isinstance(error, PermissionError):
        # Also raised for a folder on Windows.
        return of_file(shown, "file-forbidden")
    if error.errno == errno.ELOOP:
        return of_file(shown, "link-loop")
    return of_file(shown, "file-unreadable", reason=os.strerror(error.errno) if error.errno else str(error))


def decode(data: bytes, shown: str) -> Source | Problem:
    """Decode the bytes of a file, or return the problem because of which it is not a text."""
    head = data[:20].lower()
    if head.startswith(tuple(_FOREIGN_KINDS)):
        kind = next(kind for signature, kind in _FOREIGN_KINDS.items() if head.startswith(signature))
        return of_file(shown, "not-text", kind=kind)
    if _utf32_name(data):
        return of_file(shown, "utf32")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data[:200].count(0) * 4 > len(data[:200]):
        return of_file(shown, "utf16")
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            return of_file(shown, "utf16")
        return _not_utf8(data, error.start, shown)
    return _check_characters(Source(shown, text))


def _utf32_name(data: bytes) -> str | None:
    """Return the codec of a text in UTF-32, with or without byte-order mark; None for any other text.

    Most bytes of a French text in UTF-32 are zero, and text in other encodings is not valid UTF-32.
    """
    if len(data) % 4 or data[:200].count(0) * 2 < len(data[:200]):
        return None
    for name in ("utf-32-le", "utf-32-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text and "\x00" not in text:
            return name
    return None


def _not_utf8(data: bytes, index: int, shown: str) -> Problem:
    """Report the position of the first invalid byte, and its character in the encoding that it probably has."""
    before = Source(shown, data[:index].decode("utf-8-sig", errors="replace"))
    character = data[index : index + 1].decode(old_encodings.name_of(data), errors="replace")
    here = before.position(len(before.text))
    return Problem(shown, here, Position(here.line, here.column + 1), "not-utf8", {"character": character})


def _check_characters(source: Source) -> Source | Problem:
    match = None if source.is_ordinary else _CONTROL.search(source.text)
    if match is None:
        return source
    return source.problem("control-character", match.start(), match.end(), character=f"U+{ord(match[0]):04X}")
