"""Read who signed a sheet, when, and from which source, in a line of a header or a footer."""

import re
from typing import NamedTuple

from coopform.importing.labels import rubric_labels
from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.rubric_labels import SIGNED
from coopform.text.dates import read_date

_KEYS = (*SIGNED, "sources")
# Between a name and the date after it.
_BETWEEN = re.compile(r"(?:,| –| -)\s+(?:le |on )?|\s+(?:le|on|en|in)\s+")


class Signed(NamedTuple):
    """A key of a case, the label as typed, and the words that belong to the key."""

    key: str
    label: str
    words: str


def read_signature(text: str) -> Signed | None:
    """Return the author, the date or the source that a line names; None for another line."""
    begun = label_begun(text, rubric_labels.shipped())
    if begun is None or begun[0].key not in _KEYS:
        return None
    label, words = begun
    return Signed(label.key, label.typed, words)


def split_date(words: str) -> tuple[str, str | None]:
    """Return a name and the date behind it, in the form of case files; None without one."""
    for between in _BETWEEN.finditer(words):
        if date := read_date(words[between.end() :]):
            return words[: between.start()], date
    return words, None
