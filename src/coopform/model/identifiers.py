"""The ID of a new case and its short title, made from its title."""

from collections.abc import Container

from coopform.model import handout_kinds
from coopform.model.value_types import SHORT_TITLE_LENGTH
from coopform.text.folding import slug
from coopform.text.small_words import is_small

# The names of devices on Windows, which no file can have there, whatever its ending.
DEVICES = frozenset((
    "con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
))  # fmt: skip
# These, and the names of coopform's documents.
RESERVED_IDS = handout_kinds.RESERVED | DEVICES

# A title may be a sentence; an ID is typed, names a file and heads a column.
_LONGEST = 60
_NAMELESS = "fiche"


def id_from_title(title: str) -> str:
    """Return the ID that a title asks for: its slug, cut after a word; `fiche` for a title without letters."""
    whole = slug(title)
    if len(whole) > _LONGEST:
        whole = whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
    return whole or _NAMELESS


def free_id(title: str, taken: Container[str]) -> str:
    """Return the ID that a title asks for, with a number after it if it is taken or reserved."""
    stem = identifier = id_from_title(title)
    number = 1
    while identifier in taken or identifier in RESERVED_IDS:
        number += 1
        identifier = f"{stem}-{number}"
    return identifier


def short_title_from(title: str) -> str:
    """Return the beginning of a title that fits a column, not cut after an article, a preposition or a sign."""
    words = title.split()
    while words and (len(" ".join(words)) > SHORT_TITLE_LENGTH or _ends_open(words[-1])):
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") or title[:SHORT_TITLE_LENGTH].rstrip()


def _ends_open(word: str) -> bool:
    """Return whether a title that ends with a word is not finished: « Entente entre le », « Accord – »."""
    return not any(map(str.isalnum, word)) or is_small(word)
