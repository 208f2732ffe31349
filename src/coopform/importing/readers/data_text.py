"""The text of a data file: of limited size, in UTF-8, without control characters."""

from pathlib import Path

from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.regular_files import read_bytes
from coopform.model.limits import MAX_DATA_BYTES
from coopform.text.characters import visible

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises:
        UnreadableDocument: it is not a file (`kind`), is empty, is far too big (`bomb`), or is other text (`broken`).
        OSError: it cannot be read.
    """
    data = read_bytes(path, MAX_DATA_BYTES)
    try:
        text = data.decode("utf-16" if data.startswith(_BYTE_ORDER_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDocument(path, "broken") from None
    if not text.strip():
        raise UnreadableDocument(path, "empty")
    return text


def readable(text: str) -> str:
    """Return a text with one kind of line end, and with invisible characters written out."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
