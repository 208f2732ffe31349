"""The schema of a file: its keys, and for each `keys.Shape` every form that its reader accepts."""

from collections.abc import Sequence

from coopform.authoring.schema.values import NOTHING, TEXT, Schema, both, text_definitions, value
from coopform.model import grid, keys, vocabulary
from coopform.model.keys import Keys, Shape
from coopform.model.labels import label_of
from coopform.model.limits import MAX_POINT_DEPTH
from coopform.text.i18n import translations

KINDS = ("case", "recueil")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The shapes that have a definition of their own.
_DEFINITIONS = {
    Shape.POINTS: "points1",
    Shape.PARTNERS: "partners",
    Shape.STEPS: "steps",
    Shape.REFERENCES: "references",
    Shape.LECTURE: "lecture",
    Shape.INSTANCES: "instances",
    Shape.FICHE: "fiche",
    Shape.INTRODUCTION: "introduction",
}


def schema(kind: str) -> Schema:
    """Return the schema of a kind of file: `case`, or `recueil` for `_recueil.yaml`."""
    return _case() if kind == "case" else _recueil()


def _case() -> Schema:
    return {
        "$schema": _DIALECT,
        **_mapping(keys.CASE, required=("titre",)),
        "defaultSnippets": [{"label": "fiche", "body": _sheet_snippet()}],
        "$defs": text_definitions() | _point_definitions() | _other_definitions(),
    }


def _recueil() -> Schema:
    introduction = _or_nothing(_mapping(keys.INTRODUCTION))
    return {
        "$schema": _DIALECT,
        **_mapping(keys.RECUEIL),
        "$defs": text_definitions() | {"introduction": introduction},
    }


def _mapping(table: Keys, required: Sequence[str] = ()) -> Schema:
    """Return the schema of a mapping: the keys of a table and no others."""
    properties = {
        name: _described(name, key.help) | _under(name, key.shape, required=name in required)
        for name, key in table.items()
    }
    mapping: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return mapping | {"required": list(required)} if required else mapping


def _described(name: str, sentence: str) -> Schema:
    """Return the title (if the key has a label) and the description of a key."""
    label = label_of(name)
    said = both(sentence)
    described = {"description": said, "markdownDescription": said.replace("\n", "\n\n")}
    if not label:
        return described
    return {"title": " / ".join(dict.fromkeys(translations(label))), **described}


def _under(name: str, shape: Shape, *, required: bool) -> Schema:
    """Return the schema of the value of a key."""
    if shape in _DEFINITIONS:
        return {"$ref": f"#/$defs/{_DEFINITIONS[shape]}"}
    one = {"allOf": [value(name)], "pattern": r"\S"} if required else value(name)
    if shape is Shape.TEXT:
        choices = [one, {"type": "array", "items": one, "minItems": 1, "maxItems": 1}]
    else:
        choices = [one, {"type": "array", "items": {"anyOf": [one, NOTHING]}, "minItems": int(required)}]
    return {"anyOf": choices if required else [*choices, NOTHING]}


def _or_nothing(mapping: Schema) -> Schema:
    return {"anyOf": [mapping, NOTHING]}


def _one_or_list(name: str) -> Schema:
    """Return the schema of a list of items; a single item counts as a list of one."""
    item = {"$ref": f"#/$defs/{name}"}
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _point_definitions() -> Schema:
    """Return the schema of the points of each level: a text, a label with a text, or a label with points below it."""
    definitions: Schema = {}
    for depth in range(1, MAX_POINT_DEPTH + 1):
        under = [TEXT, NOTHING]
        if depth < MAX_POINT_DEPTH:
            under.append({"$ref": f"#/$defs/points{depth + 1}"})
        labels = {"type": "object", "propertyNames": {"pattern": r"\S"}, "additionalProperties": {"anyOf": under}}
        definitions[f"point{depth}"] = {"anyOf": [TEXT, {**labels, "minProperties": 1, "maxProperties": 1}, NOTHING]}
        if depth == 1:
            # A key of a case under a row is a mistake.
            labels = {**labels, "propertyNames": {"pattern": r"\S", "not": {"enum": list(keys.CASE)}}}
        items = {"type": "array", "items": {"$ref": f"#/$defs/point{depth}"}}
        definitions[f"points{depth}"] = {"anyOf": [TEXT, items, labels, NOTHING]}
    return definitions


def _other_definitions() -> Schema:
    step = _mapping(keys.STEP, required=("quand", "quoi"))
    reference = _mapping(keys.REFERENCE, required=("titre",))
    return {
        "partner": _partner(),
        "partners": _one_or_list("partner"),
        "step": _snippet(_or_nothing(step), "étape", {"quand": "$1", "quoi": "$2"}),
        "steps": _one_or_list("step"),
        "reference": _snippet({"anyOf": [TEXT, reference, NOTHING]}, "source", {"titre": "$1", "url": "https://$2"}),
        "references": _one_or_list("reference"),
        "lecture": _or_nothing(_mapping(keys.LECTURE)),
        "instances": _or_nothing(_mapping(keys.INSTANCES)),
        "fiche": _or_nothing(_mapping(keys.FICHE)),
    }


def _partner() -> Schema:
    named = [{"required": [name], "properties": {name: {"not": NOTHING}}} for name in ("texte", "type", "nom")]
    by_keys = {**_mapping(keys.PARTNER), "anyOf": named}
    # « Pilote : le PNR »: a partner's words with a colon.
    words = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": [*keys.PARTNER, *keys.CASE]}},
        "additionalProperties": {"anyOf": [TEXT, NOTHING]},
    }
    types = _choice(2, [kind.sigle for kind in vocabulary.load().partner_types])
    return _snippet({"anyOf": [TEXT, by_keys, words, NOTHING]}, "partenaire", {"texte": "$1", "type": types})


def _sheet_snippet() -> Schema:
    """Return the snippet of a new case: title, form of agreement, one point for each row of the grid."""
    forms = [outil.nom for outil in vocabulary.load().outils]
    rows = [key for rubric in grid.GRID for key in rubric.keys]
    return {"titre": "$1", "outil": _choice(2, forms)} | {key: [f"${place}"] for place, key in enumerate(rows, 3)}


def _choice(place: int, terms: Sequence[str]) -> str:
    """Return a placeholder that offers a choice of terms."""
    listed = ",".join(term.replace(",", "\\,") for term in terms)
    return f"${{{place}|{listed}|}}"


def _snippet(described: Schema, label: str, body: Schema) -> Schema:
    return described | {"defaultSnippets": [{"label": label, "body": body}]}
