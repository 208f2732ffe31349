"""The items of lists whose bullets or numbers are typed: « – un », « ✓ deux », « a) trois »."""

from coopform.text.bullets import NUMBER, without_arrow, without_bullet

_TAB_WIDTH = 4


def begins_item(text: str) -> bool:
    """Return whether a typed line begins with a bullet or a number; an arrow at the margin may point to a title.

    Once a document is read, `importing/list_marks.py` says of its lines which are items.
    """
    is_arrow = without_arrow(text)[1] and text == text.lstrip()
    return not is_arrow and (without_bullet(text)[1] or NUMBER.match(text) is not None)


def level(text: str, indents: list[int]) -> int:
    """Return the level of an item by its indentation.

    Args:
        text: the item as typed.
        indents: those of the items above it; that of this one is added.
    """
    expanded = text.expandtabs(_TAB_WIDTH)
    indent = len(expanded) - len(expanded.lstrip())
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
