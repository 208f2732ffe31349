"""CSV files of any spreadsheet program: separated by `;`, `,` or tabs, in UTF-8, UTF-16 or Windows-1252."""

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

# The surest first: texts have more commas than semicolons, and hardly ever a tab.
_DELIMITERS = ("\t", ";", ",")
# Excel writes and reads a first line that names the separator: sep=;
_DELIMITER_LINE = "sep="
# The number of rows from which the delimiter is guessed.
_SAMPLE = 50


def read(path: Path) -> SourceDocument:
    """Read a table.

    Raises:
        UnreadableDocument: it is not text, or larger than any collection of cases.
        OSError: the file cannot be opened.
    """
    require_file(path)
    with path.open("rb") as stream:
        data = stream.read(MAX_CSV_BYTES + 1)
    if len(data) > MAX_CSV_BYTES:
        raise UnreadableDocument(path, "bomb")
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise UnreadableDocument(path, "kind")
    cells = Cells()
    try:
        for row in _rows(text):
            cells.add((1, cell_of(value)) for value in row)
        table = cells.filled()
    except (TooBig, csv.Error) as error:
        # The only error of a reader that is not strict: a cell of more than 131,072 characters.
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
        # The five bytes without a meaning in Windows-1252 become U+FFFD.
        return data.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_DELIMITER_LINE) and len(first.strip()) <= len(_DELIMITER_LINE) + 1:
        return _parse(rest, first[len(_DELIMITER_LINE) :] or ";")
    return _parse(text, _own_delimiter(text) or max(_DELIMITERS, key=lambda delimiter: _likeness(text, delimiter)))


def _own_delimiter(text: str) -> str | None:
    """Return the delimiter of a table that coopform wrote, by its headings: its cells may have any other in them."""
    for delimiter in _DELIMITERS:
        with suppress(csv.Error):
            if set(next(_parse(text, delimiter), [])) >= OWN_HEADINGS:
                return delimiter
    return None


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _likeness(text: str, delimiter: str) -> int:
    """Return how many of the first rows have the same number of cells, more than one, with this delimiter."""
    widths = Counter(len(row) for row in islice(_parse(text, delimiter), _SAMPLE) if len(row) > 1)
    return max(widths.values(), default=0)
