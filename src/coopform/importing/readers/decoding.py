"""The text of a file of unknown origin and encoding."""

from pathlib import Path

from coopform.importing.failures import UnreadableDocument

# More than any notes of a workshop, even HTML pages with embedded pictures.
MAX_BYTES = 20_000_000
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(path: Path) -> str:
    """Return the text of a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Raises:
        UnreadableDocument: it is not text, is empty, or is larger than `MAX_BYTES`.
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(path, "bomb")
    text = _decode(path, data)
    if not text.strip():
        raise UnreadableDocument(path, "empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(path: Path, data: bytes) -> str:
    try:
        if data.startswith(_BYTE_ORDER_MARKS):
            return data.decode("utf-16")
        if b"\x00" in data:
            raise UnreadableDocument(path, "broken")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if data.startswith(_BYTE_ORDER_MARKS):
            raise UnreadableDocument(path, "broken") from None
        # The five bytes without a meaning in Windows-1252 become U+FFFD.
        return data.decode("cp1252", errors="replace")
