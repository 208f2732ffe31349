"""Two cases pasted one after the other in one file: told once, not once a key."""

from coopform.casefile.values.context import Context
from coopform.casefile.yaml.nodes import Map
from coopform.model.keys import fold_key
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
    names = [_name(key.value) for key, _ in root.pairs]
    again = [index for index, name in enumerate(names) if name in names[:index]]
    title = next((index for index in again if names[index] == "titre"), None)
    if title is None or sum(index >= title for index in again) < _FEWEST:
        return root
    begin = title
    # The keys typed above the second title are of the second case too, as far as they stand twice.
    while begin - 1 in again:
        begin -= 1
    key = root.pairs[begin][0]
    line = str(context.source.line_of(root.pairs[names.index("titre")][0].start))
    context.at("two-cases", key, line=line)
    return Map(root.pairs[:begin], root.start, root.end)


def _name(key: str) -> str:
    return key_of_label(key) or fold_key(key)
