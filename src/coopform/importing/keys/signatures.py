"""Read who signed a sheet, when, and from which source, in a line of a header or a footer."""

import re
from typing import NamedTuple

from coopform.importing.cleaning import clean
from coopform.importing.labels import rubric_labels
from coopform.importing.labels.rubric_labels import SIGNED
from coopform.text.dates import read_date

_AUTHOR, _DATE = SIGNED
_KEYS = (*SIGNED, "sources")
# « Fiche rédigée par Camille Dubosc » has no colon.
_BY = re.compile(r"(?P<label>[^:,;.]{0,40}\b(?:par|by))\s+(?P<words>\S.*)", re.IGNORECASE)
# Between a name and the date after it.
_BETWEEN = re.compile(r"(?:,| –| -)\s+(?:le |on )?|\s+(?:le|on|en|in)\s+")


class Signed(NamedTuple):
    """A key of a case, the label as typed, and the words that belong to the key."""

    key: str
    label: str
    words: str


def read_signature(text: str) -> list[Signed]:
    """Return the author, the date and the source that a line names; none for another line."""
    labels = rubric_labels.shipped()
    begun = labels.begin(text)
    if begun is None:
        by = _BY.fullmatch(clean(text))
        label = labels.find(by["label"]) if by else None
        begun = (label, by["words"]) if by and label else None
    if begun is None or begun[0].key not in _KEYS:
        return []
    label, words = begun
    name, date = _dated(words) if label.key == _AUTHOR else (words, None)
    found = [Signed(label.key, label.typed, name)]
    return [*found, Signed(_DATE, label.typed, date)] if date else found


def _dated(words: str) -> tuple[str, str | None]:
    """Return a name and the date behind it, as typed."""
    for between in _BETWEEN.finditer(words):
        if read_date(words[between.end() :]):
            return words[: between.start()], words[between.end() :]
    return words, None
