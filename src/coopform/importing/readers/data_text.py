"""The text of a data file: of limited size, in UTF-8, without control characters."""

from pathlib import Path

from coopform.importing.failures import UnreadableDocument
from coopform.model.limits import MAX_DATA_BYTES
from coopform.text.characters import visible

# Both are headings of the tables that coopform writes; other tables hardly ever have both.
OWN_HEADINGS = {"id", "titre"}
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises:
        UnreadableDocument: it is not a file (`kind`), is empty, is far too big (`bomb`), or is other text (`broken`).
        OSError: it cannot be opened.
    """
    if path.exists() and not path.is_file():
        raise UnreadableDocument(path, "kind")
    with path.open("rb") as stream:
        data = stream.read(MAX_DATA_BYTES + 1)
    if len(data) > MAX_DATA_BYTES:
        raise UnreadableDocument(path, "bomb", "size", MAX_DATA_BYTES)
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
