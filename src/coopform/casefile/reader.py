"""A file to a `Case` or a `Recueil`: its nodes to plain data, and these to a model, each fault with its place.

`values` reads the nodes, by the tables of `keys`; the models of `case` have the last word. The place of a value is
found by its path in the data, which is also the path that the models name in their refusals.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from coopform.casefile.positions import Path, Places, last_name
from coopform.casefile.source import Source
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.values.readers import READERS
from coopform.casefile.values.two_cases import first_sheet
from coopform.casefile.yaml import parser
from coopform.casefile.yaml.nodes import List, Map, Node, Parsed, is_empty
from coopform.model import keys
from coopform.model.case import Case, Recueil
from coopform.model.keys import Keys
from coopform.problems import catalogue
from coopform.problems.problem import Problem

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Read(Generic[M]):
    """What a file holds.

    Attributes:
        value: its model, or None when the file has an error.
        problems: every problem met, in the order of the text.
        places: where each value stands.
    """

    value: M | None
    problems: list[Problem]
    places: Places


def read_case(source: Source, identifier: str) -> Read[Case]:
    """Read a case file.

    Args:
        source: the text of the file.
        identifier: the case's ID, made from the file's name.

    Returns:
        The case, or None when the file has an error; the problems in the order of the text.
    """
    return _read(source, Case, keys.CASE, {"id": identifier})


def read_recueil(source: Source) -> Read[Recueil]:
    """Read `_recueil.yaml`, as `read_case` reads a case."""
    return _read(source, Recueil, keys.RECUEIL, {})


def _read(source: Source, model: type[M], table: Keys, given: dict[str, str]) -> Read[M]:
    parsed = parser.parse(source)
    context = Context(source, READERS)
    value = None
    if parsed.root is not None:
        value = _read_root(context, model, table, parsed.root, given)
    elif not parsed.problems:
        context.problem("empty-file", 0, 0)
    problems = _without_echoes(source, parsed, context.problems)
    if any(catalogue.is_error(problem) for problem in problems):
        value = None
    return Read(value, problems, context.places)


def _without_echoes(source: Source, parsed: Parsed, read: list[Problem]) -> list[Problem]:
    if not read and not parsed.problems:
        return []
    # What few files need is not loaded for the others.
    from coopform.casefile.yaml.faults import follow_ups

    return follow_ups.without_echoes(source, parsed, read)


def _read_root(context: Context, model: type[M], table: Keys, root: Node, given: dict[str, str]) -> M | None:
    if is_empty(root):
        context.at("empty-file", root)
        return None
    if not isinstance(root, Map):
        context.at("list-of-keys" if _is_list_of_maps(root) else "not-a-sheet", root)
        return None
    context.places.record(((), root))
    data = read_mapping(context, table, first_sheet(context, root) if table is keys.CASE else root, ())
    try:
        return model.model_validate({**given, **(data or {})})
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False, include_input=False):
            _report_refusal(context, error["type"], error["loc"], error.get("ctx", {}))
        return None


def _is_list_of_maps(node: Node) -> bool:
    return isinstance(node, List) and not node.flow_style and any(isinstance(item, Map) for item in node.value)


def _report_refusal(context: Context, kind: str, path: Path, params: dict[str, Any]) -> None:
    """Say what a model refused: its refusals are codes of the catalogue, all but a value that is missing."""
    if kind == "missing":
        _report_missing(context, path)
        return
    code = kind if kind in catalogue.CATALOGUE else "bad-value"
    words = {key: str(value) for key, value in params.items()}
    context.problems.append(context.places.problem(code, path, key=last_name(path), **words))


def _report_missing(context: Context, path: Path) -> None:
    """Say that a key is missing, unless the same mapping has a misspelling of it: one fault, one problem."""
    if path in context.named:
        return
    name = str(path[-1])
    if path in context.places:
        context.problems.append(context.places.problem("empty-value", path, key=name))
    else:
        context.problems.append(context.places.problem("missing-key", path[:-1], key=name))
