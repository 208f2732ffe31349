"""The paragraphs of DrawingML: shapes of slides and sheets, titles of charts, diagrams."""

from collections.abc import Iterator
from typing import Any

from coopform.importing.blocks import TextLine
from coopform.importing.readers.equations import EQUATIONS, equation

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPH = f"{_A}p"
_TEXT, _LINE_BREAK = f"{_A}t", f"{_A}br"


def paragraphs(parent: Any, place: str = "") -> Iterator[TextLine]:
    """Yield the lines of all paragraphs below an element that have words."""
    for paragraph in parent.iter(PARAGRAPH):
        for text in _words(paragraph).split("\n"):
            if text.strip():
                yield TextLine(text.strip(), place=place)


def _words(paragraph: Any) -> str:
    found = []
    for element in paragraph.iter(_TEXT, _LINE_BREAK, *EQUATIONS):
        if element.tag in EQUATIONS:
            found.append(equation(element) if element.getparent().tag not in EQUATIONS else "")
        else:
            found.append("\n" if element.tag == _LINE_BREAK else element.text or "")
    return "".join(found)
