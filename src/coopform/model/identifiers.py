"""The ID of a new case: from its title, and used by nothing else."""

from collections.abc import Container

from coopform.model import handout_kinds
from coopform.text.folding import slug

# The names of our own documents, and those that name devices on Windows.
RESERVED_IDS = frozenset(
    handout_kinds.RESERVED
    | {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)

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
