"""The texts of a SmartArt diagram, in the order of its outline."""

from collections.abc import Iterator

from lxml import etree
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame

from coopform.importing.blocks import TextLine

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def smartart_lines(frame: GraphicFrame, place: str) -> Iterator[TextLine]:
    """Yield the texts of a diagram as items; nothing for any other frame.

    All are of level 1: their real level depends on connections that each layout uses in its own way.
    """
    for ids in frame.element.iter(_DIAGRAM + "relIds"):
        part = frame.part.related_part(ids.get(_RELATIONS + "dm"))
        for body in etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False)).iter(_DIAGRAM + "t"):
            for paragraph in body.iter(qn("a:p")):
                text = "".join(run.text or "" for run in paragraph.iter(qn("a:t")))
                if text.strip():
                    yield TextLine(text, level=1, place=place)
