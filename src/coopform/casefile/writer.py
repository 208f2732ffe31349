"""A case back to what people type: an outline, whose text reads again as the same case."""

from collections.abc import Iterable
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import parser
from coopform.model import keys
from coopform.model.case import Case, Partner, Point, Recueil
from coopform.model.grid import Rubric
from coopform.model.keys import Shape
from coopform.text.quotation import opens_quotation

# Texts here, and nothing at all to editors, which would underline a title that is missing.
_NOTHING = ("~", "null", "Null", "NULL")

# What stands in a case file: texts, lists, keys; numbers are texts too.
Typed = dict[str, Any]


class Dumper(yaml.SafeDumper):
    """Writes lists indented under their key, as people do, and paragraphs as block texts."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent what stands in a list, whatever it stands under."""
        super().increase_indent(flow, indentless=False)

    def check_simple_key(self) -> bool:
        """Let a long label stand before its colon, as it was typed, rather than after « ? »."""
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    if style is None and (
        text in _NOTHING or opens_quotation(text) or parser.parse(Source("", f"- {text}\n")).problems
    ):
        # Typed without quotes it would be refused, asked about, or run over a colon to the end of a quotation.
        # Between apostrophes nothing needs an escape.
        style = "'" if '"' in text or "\\" in text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, _represent_text)
# Every scalar of a case is text: `2015-03-05` and `no` need no quotes to stay what they are.
Dumper.yaml_implicit_resolvers = {}


def write_case(case: Case, rows: Iterable[Rubric] = ()) -> str:
    """Return the text of a case file: read again, it gives the same case.

    Args:
        case: the case.
        rows: the rows wanted, under the title; everything when none is named.
    """
    return as_yaml(typed_case(case, rows))


def typed_case(case: Case, rows: Iterable[Rubric] = ()) -> Typed:
    """Return a case as it is typed: what is empty left out, points as texts and labels.

    Args:
        case: the case.
        rows: the rows wanted, under the title; everything when none is named.
    """
    wanted = {key for row in rows for key in row.keys}
    typed = {}
    for name, key in keys.CASE.items():
        if wanted and name not in {"titre", "outil", *wanted}:
            continue
        value = getattr(case, name)
        if value != Case.model_fields[name].default:
            typed[name] = typed_value(value, key.shape)
    return typed


def typed_recueil(recueil: Recueil) -> Typed:
    """Return the description of a collection as it is typed in `_recueil.yaml`, what is empty left out."""
    typed: Typed = _drop_empty(recueil)
    return typed


def as_yaml(data: Any, dumper: type[Dumper] = Dumper) -> str:
    """Return texts, lists and keys as the YAML that people type."""
    return yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**9)


def typed_value(value: Any, shape: Shape) -> Any:
    """Return the value of a key of a case as it is typed."""
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
    """Return models as mappings without what is empty, lists of one as their only item where a text may stand."""
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
