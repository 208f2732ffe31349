"""The keys of a mapping, by a table of `keys`: known, misspelt, misplaced, typed twice."""

from collections.abc import Iterator, Sequence
from typing import Any

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Lost, Map, Node, Text, is_empty
from coopform.model import keys
from coopform.model.keys import Keys, Shape, fold_key
from coopform.model.labels import key_behind_signs, key_of_label

Pair = tuple[Text, Node]


def read_mapping(context: Context, table: Keys, node: Node, path: Path) -> dict[str, Any] | None:
    """Return what stands under each key of a table; None when the node is no mapping.

    Args:
        context: the reading of the file.
        table: the keys that may stand there, each with its shape.
        node: the mapping.
        path: its path in the data.
    """
    if not isinstance(node, Map):
        if not is_empty(node):
            context.at("expected-keys", node, key=last_name(path), keys=", ".join(table))
        return None
    if path not in context.places:
        context.places.record(path, node.start, node.start)
    pairs = list(_brought_back(context, node.pairs)) if table is keys.CASE else node.pairs
    data: dict[str, Any] = {}
    for name, value, here in _known_pairs(context, table, pairs, path):
        read = _read_value(context, table[name].shape, value, here)
        if read is not None and name not in data:
            data[name] = read
    return data


def _brought_back(context: Context, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield pairs, and after each the keys of a case that spaces before them put under its key."""
    for key, value in pairs:
        if not isinstance(value, Map) or fold_key(key.value) == "sources":
            yield key, value
            continue
        inside = [pair for pair in value.pairs if pair[0].value in keys.CASE]
        others = [pair for pair in value.pairs if pair[0].value not in keys.CASE]
        nothing_left = inside and not others
        yield key, Lost(key.end, key.end) if nothing_left else Map(others, value.start, value.end, value.flow)
        for other, under in inside:
            context.at("indented-key", other, key=other.value, under=key.value)
            yield other, under


def _known_pairs(context: Context, table: Keys, pairs: Sequence[Pair], path: Path) -> Iterator[tuple[str, Node, Path]]:
    """Yield the name, the value and the path of each key that the table knows; report the others."""
    present = {fold_key(key.value) for key, _ in pairs}
    missing = [name for name in table if name not in present]
    above: Node | None = None
    for key, value in pairs:
        name = fold_key(key.value)
        if name in table:
            here = _place(context, key, name, path)
            yield name, value, here
        else:
            _report_unknown(context, table, key, path, missing, above)
        above = value


def _place(context: Context, key: Text, name: str, path: Path) -> Path:
    """Record the place of a key, and return its path."""
    here: Path = (*path, name)
    if here in context.places:
        context.at("duplicate-key", key, key=key.value, line=context.places.line(here))
        # Read all the same, for its own problems, under a path that nothing else has.
        here = (*path, name, "again")
    context.places.record(here, key.start, key.end)
    return here


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
    context: Context, table: Keys, key: Text, path: Path, missing: list[str], above: Node | None
) -> None:
    """Say what a key that is not in the table was meant to be: `above` is the value before it."""
    name = fold_key(key.value)
    labelled = key_of_label(key.value)
    if labelled in table:
        context.named.add((*path, labelled))
        context.at("label-as-key", key, key=key.value, right=labelled)
    elif guess := _meant(key, table, missing):
        context.named.add((*path, guess))
        context.at("misspelt-key", key, key=key.value, right=guess)
    elif code := _misplaced(table, name):
        context.at(code, key, key=key.value, parents=", ".join(_parents(table).get(name, ())))
    elif not path and above is not None and _may_go_on(context, key, above):
        context.at("text-at-margin", key, spaces="2")
    else:
        context.at("unknown-key", key, key=key.value, keys=", ".join(table))


def _meant(key: Text, table: Keys, missing: list[str]) -> str | None:
    """Return the key that one was meant to be: it stands behind signs, or is a sure misspelling."""
    meant = key_behind_signs(key.value) or keys.misspelling(fold_key(key.value), table)
    return meant if meant in missing else None


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


def _may_go_on(context: Context, key: Text, above: Node) -> bool:
    """Return whether a key is words at the margin that were meant to go on with the value above it."""
    if is_empty(above):
        return " " in key.value.strip()
    return isinstance(above, Text) and not above.plain and context.source.text[above.start] in "|>"
