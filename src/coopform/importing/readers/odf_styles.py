"""The styles of an OpenDocument file: which texts are bold or titles, how list items are numbered."""

from dataclasses import dataclass

from odfdo import Document, Element, XmlPart

from coopform.importing.readers.numerals import numeral

_NUMBERED = "text:list-level-style-number"
_LEVELS = (_NUMBERED, "text:list-level-style-bullet", "text:list-level-style-image")
# The style families of elements; other elements have paragraph styles.
_FAMILIES = {"text:span": "text", "table:table-cell": "table-cell"}
# The name of the style in files of every language.
_TITLE = "Title"
# Limits the inheritance of styles, which a broken file may make circular.
_MOST_PARENTS = 20
# OpenDocument has ten levels of lists.
_MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """The numbering of a level of a list; an empty `kind` is a bullet."""

    kind: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown_levels: int = 1


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    bold: bool | None


class Styles:
    """The named and the automatic styles of a document."""

    def __init__(self, document: Document) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        for root in roots(document):
            for style in root.get_elements("//style:style"):
                key = (attribute(style, "style:family"), attribute(style, "style:name"))
                self._styles[key] = _Style(attribute(style, "style:parent-style-name"), _weight(style))
            for style in root.get_elements("//text:list-style"):
                self._lists[attribute(style, "style:name")] = dict(
                    _level(child) for child in style.children if child.tag in _LEVELS
                )

    def is_bold(self, element: Element, inherited: bool) -> bool:
        """Return whether a paragraph, a span or a cell is bold; `inherited` is that of the element around it."""
        family = _FAMILIES.get(element.tag, "paragraph")
        name = attribute(element, "table:style-name" if family == "table-cell" else "text:style-name")
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if style is None:
                break
            if style.bold is not None:
                return style.bold
            name = style.parent
        return inherited

    def is_title(self, paragraph: Element) -> bool:
        """Return whether a paragraph has the style of the title of a document."""
        name = attribute(paragraph, "text:style-name")
        for _ in range(_MOST_PARENTS):
            if name == _TITLE or not name:
                break
            style = self._styles.get(("paragraph", name))
            name = style.parent if style is not None else ""
        return name == _TITLE

    def number(self, name: str, counts: list[int]) -> str:
        """Return the number of an item as shown, or nothing for a bullet.

        Args:
            name: of the style of its list.
            counts: the position of the item at each level, from 1, the outermost first.
        """
        levels = self._lists.get(name, {})
        level = levels.get(len(counts), _Level())
        if not level.kind:
            return ""
        first = max(0, len(counts) - level.shown_levels)
        shown = []
        for depth, count in enumerate(counts[first:], first + 1):
            one = levels.get(depth, _Level())
            if one.kind:
                shown.append(numeral(one.start + count - 1, one.kind))
        return level.before + ".".join(shown) + level.after


def attribute(element: Element, name: str) -> str:
    """Return an attribute, empty if it is missing."""
    return element.get_attribute_string(name) or ""


def roots(document: Document) -> list[Element]:
    """Return the root elements of the parts of a document that have styles."""
    parts = (document.get_part(name) for name in ("styles.xml", "content.xml"))
    return [part.root for part in parts if isinstance(part, XmlPart)]


def repeated(element: Element, name: str) -> int:
    """Return an attribute that is a number of repetitions, at least 1."""
    value = attribute(element, name)
    return max(1, int(value)) if value.isdecimal() and value.isascii() else 1


def _weight(style: Element) -> bool | None:
    for child in style.children:
        if child.tag == "style:text-properties":
            weight = attribute(child, "fo:font-weight")
            return weight in ("bold", "600", "700", "800", "900") if weight else None
    return None


def _level(element: Element) -> tuple[int, _Level]:
    depth = min(repeated(element, "text:level"), _MOST_LEVELS)
    if element.tag != _NUMBERED:
        return depth, _Level()
    return depth, _Level(
        kind=attribute(element, "style:num-format"),
        before=attribute(element, "style:num-prefix"),
        after=attribute(element, "style:num-suffix"),
        start=repeated(element, "text:start-value"),
        shown_levels=repeated(element, "text:display-levels"),
    )
