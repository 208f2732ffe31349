"""Whether a paragraph of a slide is a list item, and its level and number.

The format is that of the paragraph, else of its shape, else of the placeholder of its layout, else of its master.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import _Paragraph

from coopform.importing.readers.numerals import numeral

_PROPERTIES, _STYLES = qn("a:pPr"), qn("a:lstStyle")
_LEVELS = tuple(qn(f"a:lvl{level}pPr") for level in range(1, 10))
_NONE, _NUMBER = qn("a:buNone"), qn("a:buAutoNum")
_KINDS = (_NONE, qn("a:buChar"), qn("a:buBlip"), _NUMBER)
# arabicPeriod, alphaLcParenR, romanUcParenBoth…: the kind of numeral, and the characters around it.
_SCHEME = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain)")
_COUNTED = {"arabic": "1", "alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}"}
# Placeholders that inherit the bullets of the body text of the master.
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY, PP_PLACEHOLDER.VERTICAL_OBJECT)


@dataclass(frozen=True, slots=True)
class ListItem:
    """The level of a paragraph in a list, 0 for none, and its number as shown, empty for a bullet."""

    level: int
    number: str = ""


class Bullets:
    """The bullets of a shape's paragraphs. Ask for them in order: numbers are counted.

    Args:
        styles: elements with the styles of each level (`lvl1pPr`…), the nearest to the shape first.
    """

    def __init__(self, styles: Iterable[Any] = ()) -> None:
        self._styles = list(styles)
        self._counts: dict[int, Iterator[int]] = {}

    @classmethod
    def of_shape(cls, slide: Slide, shape: BaseShape) -> "Bullets":
        """Return the bullets of a shape that has text."""
        styles = [_own_style(shape)]
        if shape.is_placeholder and shape.placeholder_format.type in _BODIES:
            # The type hints of python-pptx do not say that its collections are iterable.
            layout: Any = slide.slide_layout
            index = shape.placeholder_format.idx
            styles += [_own_style(one) for one in layout.placeholders if one.placeholder_format.idx == index]
            master = layout.slide_master
            styles += [_own_style(one) for one in master.placeholders if one.placeholder_format.type in _BODIES]
            styles += [next(master.element.iter(qn("p:bodyStyle")), None)]
        return cls(style for style in styles if style is not None)

    def item(self, paragraph: _Paragraph) -> ListItem:
        """Return the level and number of the next paragraph of the shape."""
        depth = paragraph.level
        bullet = self._bullet(paragraph)
        if bullet is None or bullet.tag == _NONE:
            self._counts.clear()
            return ListItem(depth)
        for deeper in [level for level in self._counts if level > depth]:
            del self._counts[deeper]
        if bullet.tag != _NUMBER:
            self._counts.pop(depth, None)
            return ListItem(depth + 1)
        if not paragraph.text.strip():
            return ListItem(depth + 1)
        counted = self._counts.setdefault(depth, count(int(bullet.get("startAt", "1"))))
        return ListItem(depth + 1, _number(next(counted), bullet.get("type", "")))

    def _bullet(self, paragraph: _Paragraph) -> Any:
        """Return the element that defines the bullet of a paragraph, or None."""
        level = _LEVELS[paragraph.level]
        own = paragraph._p.find(_PROPERTIES)
        for properties in (own, *(style.find(level) for style in self._styles)):
            for child in properties if properties is not None else ():
                if child.tag in _KINDS:
                    return child
        return None


def _own_style(shape: BaseShape) -> Any:
    return next(shape.element.iter(_STYLES), None)


def _number(value: int, scheme: str) -> str:
    known = _SCHEME.fullmatch(scheme)
    if known is None:
        return f"{value}."
    return _AROUND[known[2]].format(numeral(value, _COUNTED[known[1]]))
