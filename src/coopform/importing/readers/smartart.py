"""The texts of a SmartArt diagram, in the order of its outline."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from coopform.importing.blocks import TextLine
from coopform.importing.readers.drawing_texts import paragraphs
from coopform.importing.readers.ooxml_parts import RELATIONS, PackagePart

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def smartart_lines(frame: Any, part: PackagePart, place: str = "") -> Iterator[TextLine]:
    """Yield the texts of the diagrams in an element as items; nothing for any other frame.

    All are of level 1: their real level depends on connections that each layout uses in its own way.

    Args:
        frame: the element.
        part: the part that it is in.
        place: in the document.
    """
    for ids in frame.iter(f"{_DIAGRAM}relIds"):
        data = part.by_id(ids.get(f"{RELATIONS}dm"))
        if data is not None and data.take() and data.root is not None:
            for line in paragraphs(data.root, place):
                yield replace(line, level=1)
