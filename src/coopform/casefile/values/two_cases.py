"""Detect two cases pasted into one file, and report it once, not once per key."""

from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Map, span
from coopform.model.labels import key_meant

# A duplicate title and two more duplicate keys: a second case. With fewer it may be a slip.
_MIN_DUPLICATES = 3


def first_case(context: Context, root: Map) -> Map:
    """Return the keys of the first case in a file, all when it is the only one, and report where a second begins."""
    names = [key_meant(key.value) for key, _ in root.value]
    if len(set(names)) == len(names):
        return root
    first: dict[str, int] = {}
    duplicates = [index for index, name in enumerate(names) if first.setdefault(name, index) < index]
    title = next((index for index in duplicates if names[index] == "titre"), None)
    if title is None or sum(index >= title for index in duplicates) < _MIN_DUPLICATES:
        return root
    begin = title
    # Duplicate keys right above the second title belong to the second case, too.
    while begin - 1 in duplicates:
        begin -= 1
    key = root.value[begin][0]
    line = str(context.source.line_of(span(root.value[first["titre"]][0])[0]))
    context.at("two-cases", key, line=line)
    return Map("", root.value[:begin], root.start_mark, root.end_mark)
