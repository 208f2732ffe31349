"""What an editor with a YAML plug-in shows of a case file: it reads YAML 1.2 and validates by the schema."""

import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from coopform.authoring.schema import shapes

VALIDATORS = {kind: Draft202012Validator(shapes.schema(kind)) for kind in shapes.KINDS}


class _Editor(yaml.SafeLoader):
    """Reads scalars like editors, by the core schema of YAML 1.2: no dates, no `yes`, `07` is a number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own)


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [*_first, ""])
_Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: _as_integer(str(node.value)))


def _read_mapping(loader: _Editor, node: yaml.MappingNode) -> dict[Any, Any]:
    pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
    if len({key for key, _ in pairs}) < len(pairs):
        raise yaml.constructor.ConstructorError(None, None, "duplicate key", node.start_mark)
    return {key: loader.construct_object(value, deep=True) for key, value in pairs}


_Editor.add_constructor("tag:yaml.org,2002:map", _read_mapping)


def _as_integer(typed: str) -> int:
    return int(typed, 0) if typed[:2] in ("0x", "0o") else int(typed)


def loaded(text: str) -> Any:
    """Return the data that an editor reads from a text.

    Raises:
        yaml.YAMLError: it is no YAML, and the editor says so itself.
    """
    return yaml.load(text, Loader=_Editor)


def is_underlined(text: str, kind: str = "case") -> bool:
    """Return whether an editor reports an error in a text."""
    try:
        return not VALIDATORS[kind].is_valid(loaded(text))
    except (yaml.YAMLError, TypeError):  # a mapping as a key
        return True
