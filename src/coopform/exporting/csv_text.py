"""Tables as CSV that spreadsheets open on a double click."""

import csv
import io
from collections.abc import Iterable, Sequence

from coopform.text.languages import USAGE

# Excel reads a file as UTF-8 only if it begins with this mark.
MARK = "\ufeff"


def lines(rows: Iterable[Sequence[str]], language: str) -> str:
    """Return rows of cells as CSV, with a byte-order mark and the delimiter of the language."""
    out = io.StringIO()
    csv.writer(out, delimiter=USAGE[language].delimiter, lineterminator="\r\n").writerows(rows)
    return MARK + out.getvalue()
