"""Read JSON, JSON Lines and YAML files of `coopform export` and `coopform show` as cases as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coopform.casefile.source import Source
from coopform.casefile.yaml import nodes, parser
from coopform.collection.folder import case_id
from coopform.importing.blocks import SourceDocument
from coopform.importing.failures import Limit, TooBig, UnreadableDocument
from coopform.importing.readers.data_keys import is_case, with_keys
from coopform.importing.readers.data_text import read_text, readable
from coopform.model.limits import MAX_DATA_LINES, MAX_DATA_VALUES, MAX_DEPTH
from coopform.problems import catalogue

# The keys of a point in JSON.
_POINT = {"libelle", "texte", "points"}
# Computed, not typed.
_COMPUTED = ("rubriques_remplies",)
# The signs of JSON that begin or separate values.
_SIGNS = ",[{"
# The problems of a YAML file that is over a limit, and what there is too much of.
_OVER: dict[str, Limit] = {"too-many-lines": "lines", "too-many-values": "values", "too-deep": "levels"}


def read(path: Path) -> SourceDocument:
    """Read cases from a data file.

    Args:
        path: a .json, .jsonl, .ndjson, .yaml or .yml file with a collection, a list of cases or one case.

    Returns:
        A document without blocks: its `data`, and its `recueil` if the file has one.

    Raises:
        UnreadableDocument: its syntax is wrong (`broken`), it has other data (`data`) or none (`empty`).
        TooBig: it is over a limit.
        OSError: it cannot be opened.
    """
    load, tidy = _LOADERS.get(path.suffix.lower(), (None, None))
    if load is None or tidy is None:
        raise UnreadableDocument(path, "kind")
    try:
        text = read_text(path)
        if load is not _load_yaml and sum(map(text.count, _SIGNS)) > MAX_DATA_VALUES:
            raise TooBig("values", MAX_DATA_VALUES)
        return _source(path, tidy(load(text)))
    except ValueError:
        raise UnreadableDocument(path, "broken") from None
    except RecursionError:
        raise TooBig("levels", MAX_DEPTH) from None


def _source(path: Path, data: Any) -> SourceDocument:
    """Return the cases in loaded data: under `cases`, in a list, or a single one."""
    recueil = None
    if isinstance(data, dict) and "cases" in data:
        recueil, data = data.get("recueil"), data["cases"]
    elif isinstance(data, dict) and is_case(data):
        data = [{"id": case_id(path), **data}]
    if not isinstance(data, list) or not all(isinstance(case, dict) for case in data):
        raise UnreadableDocument(path, "data")
    if not isinstance(recueil, dict):
        recueil = None
    if not data and not recueil:
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, data=tuple(map(with_keys, data)), recueil=recueil)


def _load_json(text: str) -> Any:
    # Numbers are kept as texts: « 1.10 » keeps its zero, and a number of a million digits costs nothing.
    return json.loads(text, object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=_refuse)


def _load_json_lines(text: str) -> Any:
    return [_load_json(line) for line in text.split("\n") if line.strip()]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError("duplicate key")
    return data


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _load_yaml(text: str) -> Any:
    parsed = parser.parse(Source("", text), MAX_DATA_LINES, MAX_DATA_VALUES)
    for problem in parsed.problems:
        if problem.code in _OVER:
            raise TooBig(_OVER[problem.code], int(problem.params["limit"]))
    if parsed.root is None or any(map(catalogue.is_error, parsed.problems)):
        raise ValueError("invalid YAML")
    return nodes.plain(parsed.root)


def _from_json(value: Any) -> Any:
    """Return the data of a JSON file as they are typed in case files."""
    if isinstance(value, list):
        return [_typed_root(item) for item in value]
    return _typed_root(value)


def _typed_root(value: Any) -> Any:
    """Return a collection or a case as it is typed."""
    if not isinstance(value, dict):
        return _typed(value)
    if "cases" in value:
        cases = value["cases"]
        return {
            "recueil": _typed(value.get("recueil")),
            "cases": [_typed_root(case) for case in cases] if isinstance(cases, list) else _typed(cases),
        }
    case = {readable(key): _typed(under) for key, under in value.items() if key not in _COMPUTED}
    # An empty reading is still a reading.
    return {key: under for key, under in case.items() if not _is_nothing(under) or (key, under) == ("lecture", {})}


def _typed(value: Any, depth: int = 1) -> Any:
    """Return a JSON value as it is typed: points as texts and labels, empty values left out."""
    if depth > MAX_DEPTH:
        raise TooBig("levels", MAX_DEPTH)
    if isinstance(value, list):
        return [_typed(item, depth + 1) for item in value]
    if isinstance(value, dict):
        if value.keys() == _POINT:
            return _typed_point(value, depth)
        typed = {readable(key): _typed(under, depth + 1) for key, under in value.items()}
        return {key: under for key, under in typed.items() if not _is_nothing(under)}
    return None if value is None else _text(value)


def _typed_point(point: dict[str, Any], depth: int) -> Any:
    label, text, points = (_typed(point[name], depth + 1) for name in ("libelle", "texte", "points"))
    if label is None and not points:
        return text or ""
    # coopform never writes both a text and points: the text becomes the first point, so that it is not lost.
    under = [*([text] if text else []), *(points if isinstance(points, list) else [points])] if points else text or ""
    return {label if isinstance(label, str) else "": under}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return readable(str(value))


def _is_nothing(value: Any) -> bool:
    return value is None or value in ([], {})


def _from_yaml(value: Any) -> Any:
    """Return the data of a YAML file, which are as typed already."""
    if isinstance(value, dict):
        return {readable(key): _from_yaml(under) for key, under in value.items()}
    if isinstance(value, list):
        return list(map(_from_yaml, value))
    return readable(value)


_LOADERS: dict[str, tuple[Callable[[str], Any], Callable[[Any], Any]]] = {
    ".json": (_load_json, _from_json),
    ".jsonl": (_load_json_lines, _from_json),
    ".ndjson": (_load_json_lines, _from_json),
    ".yaml": (_load_yaml, _from_yaml),
    ".yml": (_load_yaml, _from_yaml),
}
