"""Two cases pasted one after the other in one file: reported once, not once a key."""

from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Map, span
from coopform.model.keys import CASE, fold_key
from coopform.model.labels import key_of_label

# A title and two more keys that stand twice: another case begins. With fewer it may be a slip.
_FEWEST = 3


def first_sheet(context: Context, root: Map) -> Map:
    """Return the first of the cases that a file holds, and report where the second one begins.

    Args:
        context: the reading of the file.
        root: the keys of the whole file.

    Returns:
        `root` itself when the file holds one case.
    """
    names = [_name(key.value) for key, _ in root.value]
    if len(set(names)) == len(names):
        return root
    first: dict[str, int] = {}
    again = [index for index, name in enumerate(names) if first.setdefault(name, index) < index]
    title = next((index for index in again if names[index] == "titre"), None)
    if title is None or sum(index >= title for index in again) < _FEWEST:
        return root
    begin = title
    # The keys typed above the second title are of the second case too, as far as they stand twice.
    while begin - 1 in again:
        begin -= 1
    key = root.value[begin][0]
    line = str(context.source.line_of(span(root.value[first["titre"]][0])[0]))
    context.at("two-cases", key, line=line)
    return Map("", root.value[:begin], root.start_mark, root.end_mark)


def _name(key: str) -> str:
    return key if key in CASE else key_of_label(key) or fold_key(key)
