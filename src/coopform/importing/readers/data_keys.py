"""The keys of a case in a data file: its labels and their synonyms are keys too (« Partenaires / échelle »)."""

from collections.abc import Mapping

from coopform.model.grid import ROWS
from coopform.model.keys import CASE, LISTS, fold_key
from coopform.model.labels import key_of_label
from coopform.model.synonyms import key_of_synonym


def with_keys(data: Mapping[str, object]) -> dict[str, object]:
    """Return a case with the key that each label means; what two labels of one list hold is put together.

    A word that means no key is kept, and so is a second text for a key of one text: `check` reports them.
    """
    found: dict[str, object] = {}
    for typed, value in data.items():
        key = _key(typed)
        if key not in found:
            found[key] = value
        elif key in CASE and CASE[key].shape in LISTS and not isinstance(found[key], dict | None):
            found[key] = [*_items(found[key]), *_items(value)]
        else:
            found[typed] = value
    return found


def is_case(data: Mapping[str, object]) -> bool:
    """Return whether data are those of a case: they have a title; by another name (« nom »), also a row of the grid."""
    return "titre" in data or {"titre"} < with_keys(data).keys() & {"titre", *ROWS}


def _key(typed: str) -> str:
    name = fold_key(typed)
    if name in CASE or name == "id":
        return name
    return key_of_label(typed) or key_of_synonym(typed) or typed


def _items(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
