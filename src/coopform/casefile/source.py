"""A file of the user as text: read without risk, decoded, with places as editors count them."""

import errno
import os
import re
import stat
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from coopform.model.limits import MAX_BYTES
from coopform.problems.problem import Position, Problem, of_file

_LINE_END = re.compile(r"\r\n|\r|\n")
# O_NONBLOCK: opening a pipe that nobody writes to would otherwise wait for ever.
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BLANKS = re.compile(r"[ \t]*+")
# What YAML itself does not allow, and what no author means: a parser's message would only name a byte.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Latin letters and signs of print, each in its own place (NFC), and the ends of lines: most files hold no more. To go
# through a text by it costs a third of a search for a sign that is not allowed.
_ORDINARY = re.compile("[\\n\\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u203a\u20ac]*+")

# By how their files begin, in small letters.
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


class Source:
    """The text of a file and its path; turns character indexes into lines and columns.

    `is_ordinary`: nothing in the text is hidden, unusual or to be put together (tabs count as unusual).
    `is_link`: the file was reached by a link of its name.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.is_link = False
        self.is_ordinary = _ORDINARY.fullmatch(text) is not None
        self._known_line, self._words_at = 0, 0

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, split only where editors split them."""
        return _LINE_END.split(self.text)

    def position(self, index: int) -> Position:
        """Return the line and column of the character at `index`."""
        line = self.line_of(index)
        return Position(line, index - self._line_starts[line - 1] + 1)

    def line_of(self, index: int) -> int:
        """Return the line of the character at `index`, counted from 1."""
        return bisect_right(self._line_starts, index)

    def before(self, index: int) -> str:
        """Return what stands before the character at `index` on its line."""
        return self.text[self._line_starts[self.line_of(index) - 1] : index]

    def begins_line(self, index: int) -> bool:
        """Return whether only spaces and tabs stand before the character at `index` on its line."""
        line = self.line_of(index)
        # Kept for the line: thousands of values may stand on one.
        if line != self._known_line:
            blanks = _BLANKS.match(self.text, self._line_starts[line - 1])
            self._known_line, self._words_at = line, blanks.end() if blanks else 0
        return self._words_at >= index

    def sign_before(self, index: int) -> str:
        """Return the last character before `index` on its line that is no space of any kind; empty when none is."""
        start = self._line_starts[self.line_of(index) - 1]
        while index > start and self.text[index - 1].isspace():
            index -= 1
        return self.text[index - 1] if index > start else ""

    def line_start(self, line: int) -> int:
        """Return the index of the first character of `line`, counted from 1."""
        return self._line_starts[line - 1]

    def index(self, position: Position) -> int:
        """Return the index of the character at a line and column."""
        return self._line_starts[position.line - 1] + position.column - 1

    def problem(self, code: str, start: int, end: int, **params: str) -> Problem:
        """Return a problem at the characters from `start` up to `end`."""
        return Problem(self.path, self.position(start), self.position(max(start, end)), code, params)


class FileBytes(NamedTuple):
    """What a file holds, and whether a link led to it."""

    data: bytes
    is_link: bool


def read_source(path: Path, shown: str | None = None) -> Source | Problem:
    """Read a file into a `Source`.

    Args:
        path: the file; a pipe, a device, a folder or a link to one never blocks.
        shown: the path as the user knows it, for messages.

    Returns:
        The source, or the one problem that keeps it from being read as text.
    """
    shown = shown or str(path)
    found = read_bytes(path, shown)
    if isinstance(found, Problem):
        return found
    read = decode(found.data, shown)
    if isinstance(read, Source):
        read.is_link = found.is_link
    return read


def read_bytes(path: Path, shown: str) -> FileBytes | Problem:
    """Return what a file holds, or the one problem that keeps it from being read; as `read_source`."""
    try:
        return _read_bytes(path)
    except _Unreadable as refusal:
        return of_file(shown, refusal.code, **refusal.params)


def decode_old(data: bytes, shown: str) -> Source | None:
    """Return the text of a file that is no UTF-8 as an old Windows program meant it, None when that is not sure.

    UTF-32 is sure. UTF-16 without its mark is told by its zero bytes, every second one in French; all else is tried
    as Windows-1252, in which a few bytes have no meaning.
    """
    encoding = utf32_name(data) or "cp1252"
    if b"\x00" in data and encoding == "cp1252":
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        source = Source(shown, data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return None
    return source if isinstance(_refuse_control(source), Source) else None


class _Unreadable(Exception):
    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def _open(path: Path) -> tuple[int, bool]:
    """Open a file to read it, and say whether a link led to it; where systems know how, it costs no further look."""
    try:
        return os.open(path, _READING | _NO_FOLLOW), not _NO_FOLLOW and path.is_symlink()
    except OSError:
        if not _NO_FOLLOW or not path.is_symlink():
            raise
        return os.open(path, _READING), True


def _read_bytes(path: Path) -> FileBytes:
    """Return what a file holds, and whether a link led to it."""
    try:
        descriptor, is_link = _open(path)
    except OSError as error:
        raise _refusal(error) from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _Unreadable("not-a-file")
        # No more at once than is there: room for the largest file costs more than reading a small one.
        size = min(found.st_size, MAX_BYTES) + 1
        data = os.read(descriptor, size)
        while len(data) != found.st_size and len(data) <= MAX_BYTES and (piece := os.read(descriptor, size)):
            data += piece
    except OSError as error:
        raise _refusal(error) from error
    finally:
        os.close(descriptor)
    if len(data) > MAX_BYTES:
        raise _Unreadable("file-too-big", limit=f"{MAX_BYTES // 1000}")
    return FileBytes(data, is_link)


def _refusal(error: OSError) -> _Unreadable:
    if isinstance(error, FileNotFoundError):
        return _Unreadable("file-missing")
    if isinstance(error, IsADirectoryError):
        return _Unreadable("not-a-file")
    if isinstance(error, PermissionError):
        # Windows answers « permission denied » for a folder.
        return _Unreadable("file-forbidden")
    if error.errno == errno.ELOOP:
        return _Unreadable("link-loop")
    return _Unreadable("file-unreadable", reason=os.strerror(error.errno) if error.errno else str(error))


def decode(data: bytes, shown: str) -> Source | Problem:
    """Return the text of a file from its bytes, or the one problem that keeps it from being read as text."""
    head = data[:20].lower()
    if head.startswith(tuple(_FOREIGN_KINDS)):
        kind = next(kind for signature, kind in _FOREIGN_KINDS.items() if head.startswith(signature))
        return of_file(shown, "not-text", kind=kind)
    if utf32_name(data):
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
    return _refuse_control(Source(shown, text))


def utf32_name(data: bytes) -> str | None:
    """Return the name of the codec of a text saved as UTF-32, with its mark or without; None for any other text.

    Three bytes of four are zero in French, and no text in another encoding is one in this by chance.
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
    """Say where the first byte stands that is no UTF-8, and what it means in the Windows code page."""
    before = Source(shown, data[:index].decode("utf-8-sig", errors="replace"))
    character = data[index : index + 1].decode("cp1252", errors="replace")
    here = before.position(len(before.text))
    return Problem(shown, here, Position(here.line, here.column + 1), "not-utf8", {"character": character})


def _refuse_control(source: Source) -> Source | Problem:
    match = None if source.is_ordinary else _CONTROL.search(source.text)
    if match is None:
        return source
    return source.problem("control-character", match.start(), match.end(), character=f"U+{ord(match[0]):04X}")
