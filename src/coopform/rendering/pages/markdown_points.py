"""Points as a Markdown list: labels in bold, points under a label indented, paragraphs kept in their item."""

from collections.abc import Sequence

from coopform.model.case import Point
from coopform.model.outline import Item, items
from coopform.text.escaping import visible_markdown
from coopform.text.typography import colon, shown, stresses


def outline(points: Sequence[Point], language: str) -> str:
    """Return points as a nested Markdown list, without a line end after it."""
    return "\n".join(_item(item, language) for item in items(points))


def _item(item: Item, language: str) -> str:
    indent = "  " * item.level
    words = [paragraphs(item.point.texte, language, indent)] if item.point.texte else []
    if item.point.libelle is not None:
        label = one_line(item.point.libelle + colon(language), language)
        words.insert(0, f"**{label}**" if item.is_strong else label)
    return f"{indent[2:]}- {' '.join(words)}"


def paragraphs(text: str, language: str, indent: str = "") -> str:
    """Return a text with a blank line between its paragraphs; `indent` keeps them in the item of a list."""
    return f"\n\n{indent}".join(one_line(part, language) for part in text.split("\n\n"))


def emphasis(text: str, language: str) -> str:
    """Return a text with `**stress**` as Markdown; its other asterisks are escaped."""
    parts = ((one_line(part, language), is_stressed) for part, is_stressed in stresses(text))
    return "".join(f"**{part}**" if is_stressed else part for part, is_stressed in parts)


def one_line(text: str, language: str) -> str:
    """Return a text as one line of Markdown, with the spaces of its language."""
    return visible_markdown(shown(text, language))
