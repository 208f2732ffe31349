"""Read a `Case` or a `Recueil` from a text, with the position of every problem.

The YAML parser makes nodes of the text, `values` makes plain data of the nodes, and pydantic validates the data. A
validation error has the path of its value in the data, from which `ValueSpans` gives the position in the text.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from coopform.casefile.positions import Path, ValueSpans, last_name
from coopform.casefile.source import Source
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.values.readers import READERS
from coopform.casefile.values.two_cases import first_case
from coopform.casefile.yaml import doubts, parser
from coopform.casefile.yaml.nodes import List, Map, Node, Parsed, is_empty
from coopform.model import keys
from coopform.model.case import Case, Recueil
from coopform.model.keys import Keys
from coopform.problems import catalogue
from coopform.problems.problem import Problem

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Read(Generic[M]):
    """What was read of a file: the model, None when it has an error, and the problems in the order of the text."""

    value: M | None
    problems: list[Problem]
    spans: ValueSpans


def read_case(source: Source, identifier: str) -> Read[Case]:
    """Return the case of a text, None when it has an error, with the problems in the order of the text."""
    return _read(source, Case, keys.CASE, {"id": identifier})


def read_recueil(source: Source) -> Read[Recueil]:
    """Read `_recueil.yaml`; see `read_case`."""
    return _read(source, Recueil, keys.RECUEIL, {})


def _read(source: Source, model: type[M], table: Keys, given: dict[str, str]) -> Read[M]:
    parsed = parser.parse(source)
    context = Context(source, READERS)
    value = None
    if parsed.root is not None:
        value = _read_root(context, model, table, parsed.root, given)
    elif not parsed.problems:
        context.problem("empty-file", 0, 0)
    if table is keys.CASE and doubts.of_markup(source):
        # Imported lazily: few texts have such signs.
        from coopform.casefile.yaml.faults import markup

        parsed.problems.extend([*markup.find(source, (*parsed.problems, *context.problems))])
    problems = _drop_follow_ups(source, parsed, context.problems)
    if any(catalogue.is_error(problem) for problem in problems):
        value = None
    return Read(value, problems, context.spans)


def _drop_follow_ups(source: Source, parsed: Parsed, read: list[Problem]) -> list[Problem]:
    if not read and not parsed.problems:
        return []
    # Imported lazily: only needed for files with problems.
    from coopform.casefile.yaml.faults import follow_ups

    return follow_ups.drop_follow_ups(source, parsed, read)


def _read_root(context: Context, model: type[M], table: Keys, root: Node, given: dict[str, str]) -> M | None:
    if is_empty(root):
        context.at("empty-file", root)
        return None
    if not isinstance(root, Map):
        if _is_list_of_maps(root):
            context.at("list-of-keys", root, key="titre")
        else:
            context.at("not-a-sheet", root)
        return None
    context.spans.record(((), root))
    data = read_mapping(context, table, first_case(context, root) if table is keys.CASE else root, ())
    try:
        return model.model_validate({**given, **(data or {})})
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False, include_input=False):
            _report_refusal(context, error["type"], error["loc"], error.get("ctx", {}))
        return None


def _is_list_of_maps(node: Node) -> bool:
    return isinstance(node, List) and not node.flow_style and any(isinstance(item, Map) for item in node.value)


def _report_refusal(context: Context, kind: str, path: Path, params: dict[str, Any]) -> None:
    """Report a validation error; its type is a problem code, except for a missing value."""
    if kind == "missing":
        _report_missing(context, path)
        return
    code = kind if kind in catalogue.CATALOGUE else "bad-value"
    words = {key: str(value) for key, value in params.items()}
    context.problems.append(context.spans.problem(code, path, key=last_name(path), **words))


def _report_missing(context: Context, path: Path) -> None:
    """Report a missing key, unless the key was already reported, for example as misspelt."""
    if path in context.reported_keys:
        return
    name = str(path[-1])
    if path in context.spans:
        context.problems.append(context.spans.problem("empty-value", path, key=name))
    else:
        context.problems.append(context.spans.problem("missing-key", path[:-1], key=name))
