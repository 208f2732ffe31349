"""The keys of a mapping, by a table of `keys`: known, misspelt, misplaced, typed twice."""

from collections.abc import Sequence
from typing import Any

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Lost, Map, Node, Text, is_empty, span
from coopform.model import keys
from coopform.model.keys import Keys, Shape, fold_key
from coopform.model.labels import key_behind_signs, key_of_label

Pair = tuple[Text, Node]


def read_mapping(context: Context, table: Keys, node: Node, path: Path) -> dict[str, Any] | None:
    """Return what is under each key of a table; None when the node is no mapping.

    Args:
        context: the reading of the file.
        table: the keys that may be there, each with its shape.
        node: the mapping.
        path: its path in the data.
    """
    if not isinstance(node, Map):
        if not is_empty(node):
            context.at("expected-keys", node, key=last_name(path), keys=", ".join(table))
        return None
    pairs = _brought_back(context, node.value) if table is keys.CASE else node.value
    data: dict[str, Any] = {}
    first: dict[str, Text] = {}
    present: set[str] = set()
    above: Node | None = None
    for key, value in pairs:
        name = fold_key(key.value)
        if name in table:
            here: Path = (*path, name)
            if first.setdefault(name, key) is not key:
                _report_twice(context, key, first[name])
                # Read all the same, for its own problems, under a path of its own.
                here = (*here, "again")
            context.places.record((here, key))
            read = _read_value(context, table[name], value, here)
            if read is not None and name not in data:
                data[name] = read
        else:
            present = present or {fold_key(other.value) for other, _ in pairs}
            _report_unknown(context, table, key, path, present, above)
        above = value
    return data


def _brought_back(context: Context, pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs, and after each the keys of a case that spaces before them put under its key."""
    found: list[Pair] = []
    for key, value in pairs:
        if not isinstance(value, Map) or fold_key(key.value) == "sources":
            found.append((key, value))
            continue
        inside = [pair for pair in value.value if pair[0].value in keys.CASE]
        others = [pair for pair in value.value if pair[0].value not in keys.CASE]
        if inside and not others:
            end = span(key)[1]
            found.append((key, Lost(end, end)))
        else:
            found.append((key, Map("", others, value.start_mark, value.end_mark, value.flow_style)))
        for other, under in inside:
            context.at("indented-key", other, key=other.value, under=key.value)
            found.append((other, under))
    return found


def _report_twice(context: Context, key: Text, first: Text) -> None:
    line = str(context.source.line_of(span(first)[0]))
    context.at("duplicate-key", key, key=key.value, line=line)


def _read_value(context: Context, shape: Shape, value: Node, path: Path) -> Any:
    if isinstance(value, Lost):
        context.named.add(path)
        return None
    before = len(context.problems)
    read = context.readers[shape](context, value, path)
    if read is None and len(context.problems) > before:
        context.named.add(path)
    return read


def _report_unknown(
    context: Context, table: Keys, key: Text, path: Path, present: set[str], above: Node | None
) -> None:
    """Say what a key that is not in the table was meant to be: `above` is the value before it."""
    name = fold_key(key.value)
    labelled = key_of_label(key.value)
    if labelled in table:
        context.named.add((*path, labelled))
        context.at("label-as-key", key, key=key.value, right=labelled)
    elif guess := _meant(key, table, present):
        context.named.add((*path, guess))
        context.at("misspelt-key", key, key=key.value, right=guess)
    elif code := _misplaced(table, name):
        context.at(code, key, key=key.value, parents=", ".join(_parents(table).get(name, ())))
    elif not path and above is not None and _may_go_on(key, above):
        context.at("text-at-margin", key, spaces="2")
    else:
        context.at("unknown-key", key, key=key.value, keys=", ".join(table))


def _meant(key: Text, table: Keys, present: set[str]) -> str | None:
    """Return the key that one was meant to be: it is behind signs, or is a sure misspelling, and is not `present`."""
    meant = key_behind_signs(key.value) or keys.misspelling(fold_key(key.value), table)
    return meant if meant in table and meant not in present else None


def _misplaced(table: Keys, name: str) -> str:
    """Return the code of a key that belongs under another key, at the margin or in another file; empty for no key."""
    if name in _parents(table):
        return "misplaced-key"
    if name in (keys.RECUEIL if _is_of_recueil(table) else keys.CASE):
        return "misplaced-key-margin"
    return "misplaced-key-file" if name in keys.KNOWN else ""


def _parents(table: Keys) -> dict[str, list[str]]:
    return keys.RECUEIL_PARENTS if _is_of_recueil(table) else keys.PARENTS


def _is_of_recueil(table: Keys) -> bool:
    """Return whether a table is one of the description of a collection, not of a case."""
    return table is keys.RECUEIL or table is keys.INTRODUCTION


def _may_go_on(key: Text, above: Node) -> bool:
    """Return whether a key is words at the margin that were meant to go on with the value above it."""
    if is_empty(above):
        return " " in key.value.strip()
    return isinstance(above, Text) and bool(above.style) and above.style in "|>"
