"""Read a mapping by a table of keys, and report misspelt, misplaced, duplicate and unknown keys."""

from collections.abc import Iterator, Sequence
from typing import Any

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Map, Node, Text, Unreadable, is_empty
from coopform.model import keys
from coopform.model.keys import Keys, Shape, fold_key
from coopform.model.labels import key_behind_signs, key_of_label

Pair = tuple[Text, Node]


def read_mapping(context: Context, table: Keys, node: Node, path: Path) -> dict[str, Any] | None:
    """Return the value of each key; None when the node is not a mapping.

    Args:
        context: the reading of the file.
        table: the allowed keys, each with its shape.
        node: the mapping.
        path: its path in the data.
    """
    if not isinstance(node, Map):
        if not is_empty(node):
            context.at("expected-keys", node, key=last_name(path), keys=", ".join(table))
        return None
    if path not in context.spans:
        context.spans.record(path, node.start, node.start)
    pairs = list(_unnest_case_keys(context, node.pairs)) if table is keys.CASE else node.pairs
    data: dict[str, Any] = {}
    for name, value, here in _known_pairs(context, table, pairs, path):
        read = _read_value(context, table[name].shape, value, here)
        if read is not None and name not in data:
            data[name] = read
    return data


def _unnest_case_keys(context: Context, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield pairs, and after each the top-level keys that were nested in its value by an indentation error."""
    for key, value in pairs:
        if not isinstance(value, Map) or fold_key(key.value) == "sources":
            yield key, value
            continue
        inside = [pair for pair in value.pairs if pair[0].value in keys.CASE]
        others = [pair for pair in value.pairs if pair[0].value not in keys.CASE]
        is_all_inside = inside and not others
        yield key, Unreadable(key.end, key.end) if is_all_inside else Map(others, value.start, value.end, value.flow)
        for other, under in inside:
            context.at("indented-key", other, key=other.value, under=key.value)
            yield other, under


def _known_pairs(context: Context, table: Keys, pairs: Sequence[Pair], path: Path) -> Iterator[tuple[str, Node, Path]]:
    """Yield the name, the value and the path of each key of the table; report the other keys."""
    present = {fold_key(key.value) for key, _ in pairs}
    missing = [name for name in table if name not in present]
    previous: Node | None = None
    for key, value in pairs:
        name = fold_key(key.value)
        if name in table:
            here = _record_key(context, key, name, path)
            yield name, value, here
        else:
            _report_unknown(context, table, key, path, missing, previous)
        previous = value


def _record_key(context: Context, key: Text, name: str, path: Path) -> Path:
    here: Path = (*path, name)
    if here in context.spans:
        context.at("duplicate-key", key, key=key.value, line=context.spans.line(here))
        # The duplicate is read under another path, to report its own problems.
        here = (*path, name, "again")
    context.spans.record(here, key.start, key.end)
    return here


def _read_value(context: Context, shape: Shape, value: Node, path: Path) -> Any:
    if isinstance(value, Unreadable):
        context.reported_keys.add(path)
        return None
    before = len(context.problems)
    read = context.readers[shape](context, value, path)
    if read is None and len(context.problems) > before:
        context.reported_keys.add(path)
    return read


def _report_unknown(
    context: Context, table: Keys, key: Text, path: Path, missing: list[str], previous: Node | None
) -> None:
    """Report a key that is not in the table, with a suggestion; `previous` is the value before it."""
    name = fold_key(key.value)
    labelled = key_of_label(key.value)
    if labelled in table:
        context.reported_keys.add((*path, labelled))
        context.at("label-as-key", key, key=key.value, right=labelled)
    elif guess := _guess_key(key, table, missing):
        context.reported_keys.add((*path, guess))
        context.at("misspelt-key", key, key=key.value, right=guess)
    elif code := _misplaced(table, name):
        context.at(code, key, key=key.value, parents=", ".join(_parents(table).get(name, ())))
    elif not path and previous is not None and _continues_text(context, key, previous):
        context.at("text-at-margin", key, spaces="2")
    else:
        context.at("unknown-key", key, key=key.value, keys=", ".join(table))


def _guess_key(key: Text, table: Keys, missing: list[str]) -> str | None:
    """Return the missing key that was meant: the same after other characters, or a certain misspelling."""
    guess = key_behind_signs(key.value) or keys.misspelling(fold_key(key.value), table)
    return guess if guess in missing else None


def _misplaced(table: Keys, name: str) -> str:
    """Return the problem code of a key that belongs elsewhere; empty when no table has the key."""
    if name in _parents(table):
        return "misplaced-key"
    if name in (keys.RECUEIL if _is_of_recueil(table) else keys.CASE):
        return "misplaced-key-margin"
    return "misplaced-key-file" if name in keys.KNOWN else ""


def _parents(table: Keys) -> dict[str, list[str]]:
    return keys.RECUEIL_PARENTS if _is_of_recueil(table) else keys.PARENTS


def _is_of_recueil(table: Keys) -> bool:
    """Return whether a table is for `_recueil.yaml`, not for a case."""
    return table is keys.RECUEIL or table is keys.INTRODUCTION


def _continues_text(context: Context, key: Text, previous: Node) -> bool:
    """Return whether a key is unindented text that was meant to continue the previous value."""
    if is_empty(previous):
        return " " in key.value.strip()
    return isinstance(previous, Text) and not previous.plain and context.source.text[previous.start] in "|>"
