"""Line drawings to mark by pen: shapes of the word processor, which it can move and resize."""

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from coopform.rendering.word import styles
from coopform.rendering.word.writer import Writer

# Points of a line, in millimetres from the upper left corner.
Stroke = Sequence[tuple[float, float]]
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
# The width of the lines: .7 pt.
_LINE = 8890


def add(writer: Writer, paragraph: Paragraph, strokes: Sequence[Stroke], size: tuple[float, float], title: str) -> None:
    """Add a drawing in a paragraph.

    Args:
        writer: of the document.
        paragraph: where it goes.
        strokes: its lines.
        size: its width and height in millimetres.
        title: what it shows, for screen readers.
    """
    width, height = map(Mm, size)
    writer.drawings += 1
    number = writer.drawings
    paths = "".join(map(_path, strokes))
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a")} xmlns:wps="{_SHAPE}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{number}" descr=""/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="0" b="0"/><a:pathLst><a:path w="{width}" h="{height}" fill="none">{paths}</a:path>'
        f'</a:pathLst></a:custGeom><a:noFill/><a:ln w="{_LINE}"><a:solidFill><a:srgbClr val="{styles.MUTED}"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    drawing.find(f".//{qn('wp:docPr')}").set("descr", title)
    paragraph.add_run()._r.append(drawing)


def _path(stroke: Stroke) -> str:
    points = [f'<a:pt x="{Mm(x)}" y="{Mm(y)}"/>' for x, y in stroke]
    return f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
