"""Points as a Markdown list: labels in bold, points under a label indented, paragraphs kept in their item."""

from collections.abc import Sequence

from coopform.model.case import Point, is_label_strong
from coopform.text.escaping import visible_markdown
from coopform.text.typography import colon, shown


def outline(points: Sequence[Point], language: str, indent: str = "") -> str:
    """Return points as a nested Markdown list, without a line end after it."""
    lines = []
    for point in points:
        lines.append(f"{indent}- {_item(point, language, indent + '  ')}")
        if point.points:
            lines.append(outline(point.points, language, indent + "  "))
    return "\n".join(lines)


def _item(point: Point, language: str, indent: str) -> str:
    words = paragraphs(point.texte or "", language, indent)
    if point.libelle is None:
        return words
    label = one_line(point.libelle + colon(language), language)
    head = f"**{label}**" if is_label_strong(point) else label
    return f"{head} {words}" if words else head


def paragraphs(text: str, language: str, indent: str = "") -> str:
    """Return a text with its paragraphs parted; those after the first are indented, to stay in their item."""
    return f"\n\n{indent}".join(one_line(part, language) for part in text.split("\n\n"))


def one_line(text: str, language: str) -> str:
    """Return a text as one line of Markdown, with the spaces of its language."""
    return visible_markdown(shown(text, language))
