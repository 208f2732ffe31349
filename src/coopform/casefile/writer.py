"""Write a case as the YAML that people type; reading it again gives the same case."""

from collections.abc import Iterable
from typing import Any

from coopform.casefile.yaml_text import as_yaml
from coopform.model import keys
from coopform.model.case import Case, Partner, Point, Recueil
from coopform.model.grid import Rubric
from coopform.model.keys import Shape

# The data of a case file: texts, lists and mappings; numbers are texts too.
Typed = dict[str, Any]


def write_case(case: Case, rows: Iterable[Rubric] = ()) -> str:
    """Return the text of a case file; reading it again gives the same case.

    Args:
        case: the case.
        rows: the rows to write after the title; everything by default.
    """
    return as_yaml(typed_case(case, rows))


def typed_case(case: Case, rows: Iterable[Rubric] = ()) -> Typed:
    """Return the data of a case as it is typed: without empty values, points as texts and labels; see `write_case`."""
    wanted = {key for row in rows for key in row.keys}
    typed = {}
    for name, key in keys.CASE.items():
        if wanted and name not in {"titre", "outil", *wanted}:
            continue
        value = getattr(case, name)
        if value != Case.model_fields[name].default:
            typed[name] = _typed_value(value, key.shape)
    return typed


def typed_recueil(recueil: Recueil) -> Typed:
    """Return the data of `_recueil.yaml`, without empty values."""
    typed: Typed = _drop_empty(recueil)
    return typed


def _typed_value(value: Any, shape: Shape) -> Any:
    """Return the value of a key of a case in the form in which it is typed."""
    if shape is Shape.POINTS:
        return [_point(point) for point in value]
    if shape is Shape.PARTNERS:
        return [_partner(partner) for partner in value]
    if shape is Shape.TEXTS:
        return value[0] if len(value) == 1 else list(value)
    if shape is Shape.TEXT:
        return value
    return _drop_empty(value)


def _point(point: Point) -> Any:
    if point.libelle is None:
        return point.texte
    if point.points:
        return {point.libelle: [_point(inner) for inner in point.points]}
    return {point.libelle: point.texte or ""}


def _partner(partner: Partner) -> Any:
    data = _drop_empty(partner)
    return data["texte"] if list(data) == ["texte"] else data


def _drop_empty(value: Any) -> Any:
    """Return a model as a mapping without empty values, and a list with one text as that text."""
    if isinstance(value, tuple):
        items = [_drop_empty(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if not hasattr(value, "model_fields_set"):
        return str(value) if isinstance(value, int) else value
    data = {}
    for name in type(value).model_fields:
        plain = _drop_empty(getattr(value, name))
        if plain not in (None, [], {}):
            data[name] = plain
    return data
