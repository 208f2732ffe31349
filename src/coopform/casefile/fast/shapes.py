"""Nested texts to the data of a case, one shape of `keys.Shape` after another.

What `coopform.shapes` makes of nodes, without places and without a word on faults: `Unsure` where there may be one.
Each reader takes what stands under a key: a text, a list or a mapping, never empty.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coopform.casefile.fast.lines import begins_words
from coopform.casefile.fast.unsure import Unsure
from coopform.model import keys
from coopform.model.keys import NO_TITLE, Keys, Shape, fold_key
from coopform.model.limits import MAX_POINT_DEPTH
from coopform.model.partnerwords import word_partner
from coopform.text.characters import NARROW_NBSP, NBSP

_Data = dict[str, Any]
_Reader = Callable[[Any], Any]

_SPACES = re.compile("  +")
_LONGEST_LABEL = 200
_AROUND_LABEL = NBSP + NARROW_NBSP + " "


def case_data(root: Mapping[str, Any]) -> _Data:
    """Return the data of a case: what its model is made from.

    Raises:
        Unsure: a key, a shape or a text is not one of the plain ones.
    """
    return _mapping(_CASE, root)


def recueil_data(root: Mapping[str, Any]) -> _Data:
    """Return the data of a collection's description, as `case_data` does."""
    return _mapping(_RECUEIL, root)


def _mapping(table: Mapping[str, _Reader], value: Any) -> _Data:
    if not isinstance(value, dict):
        raise Unsure
    if not value.keys() <= table.keys():
        value = _folded(table, value)
    return {name: table[name](under) for name, under in value.items() if under}


def _folded(table: Mapping[str, _Reader], value: _Data) -> _Data:
    """Return a mapping by the names that a table has for its keys (`Enjeux`)."""
    folded = {fold_key(key): under for key, under in value.items()}
    if len(folded) < len(value) or not folded.keys() <= table.keys():
        raise Unsure
    return folded


def _text(value: Any) -> str:
    """Return a text as `text.tidy` leaves it."""
    if not isinstance(value, str):
        raise Unsure
    words = (_SPACES.sub(" ", value) if "  " in value else value).strip()
    if not words or words in NO_TITLE:
        raise Unsure
    return words


def _texts(value: Any) -> list[str]:
    return [_text(value)] if isinstance(value, str) else [_text(item) for item in _list(value)]


def _list(value: Any) -> list[Any]:
    """Return a list, or a text as a list of one."""
    if isinstance(value, dict):
        raise Unsure
    return value if isinstance(value, list) else [value]


def _points(value: Any, depth: int = 1) -> list[_Data]:
    if depth > MAX_POINT_DEPTH:
        raise Unsure
    return [{"texte": _text(item)} if isinstance(item, str) else _labelled_point(item, depth) for item in _list(value)]


def _labelled_point(item: Any, depth: int) -> _Data:
    # Several labels may be points of their own, or one point: that is asked about.
    if not isinstance(item, dict) or len(item) > 1:
        raise Unsure
    ((typed, value),) = item.items()
    label = _text(typed).strip(_AROUND_LABEL)
    # A quotation may begin in a label and end behind its colon; what is very long is no key to YAML.
    if not value or len(typed) > _LONGEST_LABEL or not begins_words(typed[0]) or "«" in label or "“" in label:
        raise Unsure
    if isinstance(value, str):
        return {"libelle": label, "texte": _text(value)}
    return {"libelle": label, "points": _points(value, depth + 1)}


def _partners(value: Any) -> list[_Data]:
    return [{"texte": _text(item)} if isinstance(item, str) else _partner(item) for item in _list(value)]


def _partner(item: Any) -> _Data:
    partner = _mapping(_PARTNER, item)
    if "texte" not in partner:
        partner["texte"] = word_partner(partner)
    if not partner["texte"]:
        raise Unsure
    return partner


def _references(value: Any) -> list[_Data]:
    return [{"titre": _text(item)} if isinstance(item, str) else _mapping(_REFERENCE, item) for item in _list(value)]


def _steps(value: Any) -> list[_Data]:
    return [_mapping(_STEP, item) for item in _list(value)]


def _unknown(_: Any) -> Any:
    raise Unsure


def _readers(table: Keys) -> dict[str, _Reader]:
    """Return what reads each key of a table; of a shape that is not known here, nothing is sure."""
    return {name: _READERS.get(key.shape, _unknown) for name, key in table.items()}


_READERS: dict[Shape, _Reader] = {
    Shape.TEXT: _text,
    Shape.TEXTS: _texts,
    Shape.PARAGRAPHS: _texts,
    Shape.POINTS: _points,
    Shape.PARTNERS: _partners,
    Shape.STEPS: _steps,
    Shape.REFERENCES: _references,
}
_PARTNER, _STEP, _REFERENCE = map(_readers, (keys.PARTNER, keys.STEP, keys.REFERENCE))
# Mappings of their own, the inner one first.
for _shape, _table in (
    (Shape.FICHE, keys.FICHE),
    (Shape.INSTANCES, keys.INSTANCES),
    (Shape.LECTURE, keys.LECTURE),
    (Shape.INTRODUCTION, keys.INTRODUCTION),
):
    _READERS[_shape] = partial(_mapping, _readers(_table))
_CASE, _RECUEIL = _readers(keys.CASE), _readers(keys.RECUEIL)
