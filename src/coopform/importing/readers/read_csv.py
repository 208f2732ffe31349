"""CSV files of any spreadsheet program: separated by `;`, `,`, `|` or tabs, in UTF-8, UTF-16 or Windows-1252."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from coopform.exporting.table import OWN_HEADINGS
from coopform.importing.blocks import SourceDocument
from coopform.importing.failures import TooBig, UnreadableDocument
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.table_cells import Cells, cell_of
from coopform.model.limits import MAX_CSV_BYTES

# The surest first: texts have more commas than semicolons, and hardly ever a bar or a tab.
_DELIMITERS = ("\t", ";", "|", ",")
# Excel writes and reads a first line that names the separator: sep=;
_DELIMITER_LINE = "sep="
# The number of rows from which the delimiter is guessed.
_SAMPLE = 50


def read(path: Path) -> SourceDocument:
    """Read a table.

    Raises:
        UnreadableDocument: it is not text, is empty, or is too large.
        TooBig: too many cells, or too long a one.
        OSError: the file cannot be opened.
    """
    text = decoded(path, MAX_CSV_BYTES)
    cells = Cells()
    try:
        for row in _rows(text):
            cells.add((1, cell_of(value)) for value in row)
        table = cells.filled()
    except csv.Error as error:
        # The only error of a reader that is not strict.
        raise TooBig("characters", csv.field_size_limit()) from error
    if table is None:
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, (table,))


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
    widths: Counter[int] = Counter()
    # With a delimiter that is not its own, a table may have a cell that is too long.
    with suppress(csv.Error):
        widths.update(len(row) for row in islice(_parse(text, delimiter), _SAMPLE) if len(row) > 1)
    return max(widths.values(), default=0)
