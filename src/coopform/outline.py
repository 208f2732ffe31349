"""Points as a Markdown list: labels in bold, points under a label indented, paragraphs kept in their item."""

from collections.abc import Sequence

from coopform.case import Point
from coopform.escape import markdown
from coopform.phrases import is_label_strong
from coopform.text import typeset


def outline(points: Sequence[Point], language: str, indent: str = "") -> str:
    """Return points as a nested Markdown list, without a line end after it."""
    lines = []
    for point in points:
        lines.append(f"{indent}- {_item(point, language, indent + '  ')}")
        if point.points:
            lines.append(outline(point.points, language, indent + "  "))
    return "\n".join(lines)


def _item(point: Point, language: str, indent: str) -> str:
    words = f"\n\n{indent}".join(_set(part, language) for part in (point.texte or "").split("\n\n"))
    if point.libelle is None:
        return words
    colon = " :" if language == "fr" else ":"
    label = _set(point.libelle + colon, language)
    head = f"**{label}**" if is_label_strong(point) else label
    return f"{head} {words}" if words else head


def _set(text: str, language: str) -> str:
    return markdown(typeset(text, language))
