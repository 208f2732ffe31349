"""The text of a file of unknown origin and encoding."""

import codecs
from pathlib import Path

from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.regular_files import read_bytes
from coopform.text import old_encodings

_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# From how many bytes the encoding is guessed.
_SAMPLE = 4_000
# Fewer may be anything.
_FEWEST_BYTES = 16
# UTF-16 without a mark: of the Latin letters, the other half of the bytes is zero.
_FEWEST_ZEROS = 0.3


def decoded(path: Path, most: int) -> str:
    """Return the text of a file: UTF-8, UTF-16, else that of an old program; its line ends are those of Unix.

    Args:
        path: the file.
        most: bytes.

    Raises:
        UnreadableDocument: it is not text, is empty, or is larger than `most`.
        OSError: it cannot be read.
    """
    text = text_of(read_bytes(path, most))
    if text is None:
        raise UnreadableDocument(path, "broken")
    if not text.strip():
        raise UnreadableDocument(path, "empty")
    return text


def text_of(data: bytes) -> str | None:
    """Return the text of some bytes, in the encoding that they seem to have, with line ends of Unix.

    None if they are not text.
    """
    encoding = _utf16(data)
    if not encoding and b"\x00" in data:
        return None
    try:
        text = data.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError:
        if encoding:
            return None
        # The bytes without a meaning there become U+FFFD.
        text = data.decode(old_encodings.name_of(data), errors="replace")
    return None if "\x00" in text else unix_lines(text)


def unix_lines(text: str) -> str:
    """Return a text with the line ends of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf16(data: bytes) -> str:
    """Return the name of UTF-16 if a text is in it, with a byte order mark or without."""
    if data.startswith(_BYTE_ORDER_MARKS):
        return "utf-16"
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < _FEWEST_BYTES or max(even, odd) < _FEWEST_ZEROS * len(sample) / 2 or min(even, odd):
        return ""
    return "utf-16-be" if even else "utf-16-le" if odd else ""
