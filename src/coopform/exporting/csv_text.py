"""Tables as CSV that a spreadsheet opens with a double click."""

import csv
import io
from collections.abc import Iterable, Sequence

# Excel takes a file for UTF-8 only when this mark begins it.
MARK = "\ufeff"
# What Excel expects between cells depends on the country: a comma is the decimal sign in French.
_DELIMITERS = {"fr": ";", "en": ","}


def lines(rows: Iterable[Sequence[str]], language: str) -> str:
    """Return rows of cells as CSV, with a byte-order mark and the delimiter of the language."""
    out = io.StringIO()
    csv.writer(out, delimiter=_DELIMITERS[language], lineterminator="\r\n").writerows(rows)
    return MARK + out.getvalue()
