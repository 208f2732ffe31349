"""Read a mapping by a table of keys, and report misspelt, misplaced, duplicate and unknown keys."""

from collections.abc import Container, Mapping, Sequence
from typing import Any

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context, Pair
from coopform.casefile.yaml.nodes import List, Map, Node, Text, Unreadable, is_empty, span
from coopform.model import keys
from coopform.model.keys import Keys, Shape, fold_key
from coopform.model.labels import key_behind_signs, key_meant, key_of_label
from coopform.model.synonyms import key_of_synonym
from coopform.text.misread import read_again

# The part of a path, which names no key, for a key that occurs again.
_AGAIN = -1


def read_mapping(context: Context, table: Keys, node: Node, path: Path) -> dict[str, Any] | None:
    """Return the value of each key of a table that a mapping has; None when the node is not a mapping."""
    if not isinstance(node, Map):
        if not is_empty(node):
            _report_no_keys(context, table, node, path)
        return None
    pairs = _unnest_case_keys(context, node.value) if table is keys.CASE else node.value
    if not path:
        context.pairs = pairs
    data: dict[str, Any] = {}
    first: dict[str, Text] = {}
    present: dict[str, Text] = {}
    previous: Pair | None = None
    for key, value in pairs:
        name = fold_key(key.value)
        if name in table:
            here: Path = (*path, name)
            if first.setdefault(name, key) is not key:
                context.duplicate(key, first[name], key.value)
                # The duplicate is read under another path, to report its own problems.
                here = (*here, _AGAIN)
            context.spans.record((here, key))
            read = _read_value(context, table[name].shape, value, here)
            if read is not None and name not in data:
                data[name] = read
        else:
            present = present or {fold_key(other.value): other for other, _ in pairs}
            _report_unknown(context, table, key, path, present, previous)
        previous = (key, value)
    return data


def _report_no_keys(context: Context, table: Keys, node: Node, path: Path) -> None:
    """Report a list or a text in the place of keys."""
    if isinstance(node, List) and not node.flow_style and path and isinstance(path[-1], int) and path[-1] != _AGAIN:
        context.at("list-in-list", node)
    elif isinstance(node, List) and not node.flow_style and all(isinstance(item, Map) for item in node.value):
        typed = (key.value for item in node.value if isinstance(item, Map) for key, _ in item.value)
        context.at("list-of-keys", node, key=next(typed, next(iter(table))))
    else:
        context.at("expected-keys", node, key=last_name(path), keys=", ".join(table))


def _unnest_case_keys(context: Context, pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs, and after each the top-level keys that were nested in its value by an indentation error."""
    unnested: list[Pair] = []
    for key, value in pairs:
        if not isinstance(value, Map) or fold_key(key.value) == "sources":
            unnested.append((key, value))
            continue
        inside = [pair for pair in value.value if pair[0].value in keys.CASE]
        others = [pair for pair in value.value if pair[0].value not in keys.CASE]
        if inside and not others:
            end = span(key)[1]
            unnested.append((key, Unreadable(end, end)))
        else:
            unnested.append((key, Map("", others, value.start_mark, value.end_mark, value.flow_style)))
        for other, under in inside:
            context.at("indented-key", other, key=other.value, under=key.value)
            unnested.append((other, under))
    return unnested


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
    context: Context, table: Keys, key: Text, path: Path, present: Mapping[str, Text], previous: Pair | None
) -> None:
    """Report a key that is not in the table, with a suggestion; `previous` is the pair before it."""
    typed = key.value.strip()  # a non-breaking space before the colon
    name = fold_key(typed)
    labelled = key_of_label(typed)
    if labelled in table and labelled in present:
        # Typed by its label and by its name.
        first, again = sorted((key, present[labelled]), key=span)
        context.duplicate(again, first, labelled)
    elif labelled in table:
        context.reported_keys.add((*path, labelled))
        context.at("label-as-key", key, key=typed, right=labelled)
    elif guess := _guess_key(key, table, present):
        context.reported_keys.add((*path, guess))
        context.at("misspelt-key", key, key=typed, right=guess)
    elif code := _misplaced(table, name):
        context.at(code, key, key=typed, parents=", ".join(_parents(table).get(name, ())))
    elif not path and previous is not None and _continues_text(key, previous[1]):
        _report_text_at_margin(context, table, key, previous)
    elif table is keys.CASE and (meant := key_of_synonym(typed)) and meant not in present:
        context.reported_keys.add((meant,))
        context.at("synonym-key", key, key=typed, right=meant)
    else:
        context.at("unknown-key", key, key=typed, keys=", ".join(table))


def _report_text_at_margin(context: Context, table: Keys, key: Text, previous: Pair) -> None:
    """Report a key that is text: it goes on with the block text above, or is the value of the key above."""
    name = previous[0].value
    # The key above may itself be unknown, or a label.
    above = table.get(key_meant(name))
    if is_empty(previous[1]) and above and above.shape in keys.LISTS:
        context.at("item-at-margin", key, spaces="2", item="2", key=name)
        return
    first, last = (context.source.line_of(index) for index in (span(previous[1])[0], span(key)[0]))
    indents = (len(line) - len(line.lstrip(" ")) for line in context.source.lines[first : last - 1] if line.strip())
    context.at("text-at-margin", key, spaces=str(next(indents, 2)), key=name)


def _guess_key(key: Text, table: Keys, present: Container[str]) -> str | None:
    """Return the missing key that was meant: the same after other characters, or a certain misspelling."""
    guess = key_behind_signs(key.value) or keys.misspelling(fold_key(key.value), table) or _misread_key(key.value)
    return guess if guess in table and guess not in present else None


def _misread_key(typed: str) -> str | None:
    """Return the key whose letters a program misread (« dÃ©clencheurs »), if any."""
    right = read_again(typed).strip("\ufeff")
    return None if right == typed else key_meant(right)


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


def _continues_text(key: Text, previous: Node) -> bool:
    """Return whether a key is unindented text that was meant to continue the previous value."""
    if is_empty(previous):
        return " " in key.value.strip()
    return isinstance(previous, Text) and bool(previous.style) and previous.style in "|>"
