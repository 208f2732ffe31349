"""Tables as text, from whatever spreadsheet: `;` of a French Excel, `,`, tabs; UTF-8, UTF-16, Windows-1252."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from coopform.importing.blocks import SourceDocument
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.data_text import OWN_HEADINGS
from coopform.importing.readers.safety import require_file
from coopform.importing.readers.sheet_rows import Cells, TooBig, cell_of
from coopform.model.limits import MAX_CSV_BYTES

# Best first: a text has more commas than semicolons, and hardly ever a tab.
_DELIMITERS = ("\t", ";", ",")
# The first line that Excel itself writes and obeys: sep=;
_DELIMITER_LINE = "sep="
# How many rows are looked at to tell the delimiter.
_SAMPLE = 50


def read(path: Path) -> SourceDocument:
    """Read a table.

    Raises:
        UnreadableDocument: it is no text, or more than a collection of cases ever was.
        OSError: the file cannot be opened.
    """
    require_file(path)
    with path.open("rb") as stream:
        data = stream.read(MAX_CSV_BYTES + 1)
    if len(data) > MAX_CSV_BYTES:
        raise UnreadableDocument(path, "bomb")
    text = _decode(data)
    if "\0" in text:
        raise UnreadableDocument(path, "kind")
    cells = Cells()
    try:
        for row in _rows(text):
            cells.add((1, cell_of(_unix(value))) for value in row)
        table = cells.filled()
    except (TooBig, csv.Error) as error:
        # The one error that a reader which is not strict knows is a cell of more than 131,072 characters.
        raise UnreadableDocument(path, "bomb") from error
    if not table.rows:
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, (table,))


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they are kept as a sign that something stood there.
        return data.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_DELIMITER_LINE) and len(first.strip()) <= len(_DELIMITER_LINE) + 1:
        return _parse(rest, first.rstrip("\r")[len(_DELIMITER_LINE) :] or ";")
    return _parse(text, _own_delimiter(text) or max(_DELIMITERS, key=lambda delimiter: _likeness(text, delimiter)))


def _own_delimiter(text: str) -> str | None:
    """Return what parts the headings of a table that coopform wrote: the words in its rows may hold any sign."""
    for delimiter in _DELIMITERS:
        with suppress(csv.Error):
            if set(next(_parse(text, delimiter), [])) >= OWN_HEADINGS:
                return delimiter
    return None


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _likeness(text: str, delimiter: str) -> int:
    """Return how many of the first rows have one and the same width, above one, when parted at `delimiter`."""
    widths = Counter(len(row) for row in islice(_parse(text, delimiter), _SAMPLE) if len(row) > 1)
    return max(widths.values(), default=0)


def _unix(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n")
