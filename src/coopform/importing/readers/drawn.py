"""What is drawn into an Office document and is part of no rubric: charts, and the texts for pictures."""

import re
from collections.abc import Iterator
from typing import Any

from coopform.importing.blocks import Aside, AsideKind, TextLine, aside
from coopform.importing.readers.chart_texts import chart_lines
from coopform.importing.readers.drawing_texts import paragraphs
from coopform.importing.readers.ooxml_parts import RELATIONS, PackagePart

_CHARTS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
# The names of the elements with the text for a picture: `wp:docPr`, `p:cNvPr`, `xdr:cNvPr`, `pic:cNvPr`.
_DESCRIBED = ("{*}docPr", "{*}cNvPr")
_FILE_NAME = re.compile(r"\S+\.\w{2,4}")


def charts(element: Any, part: PackagePart, place: str = "") -> Iterator[Aside]:
    """Yield the charts in an element.

    Args:
        element: a drawing, a frame of a slide, or all of a part.
        part: the part that it is in.
        place: in the document.
    """
    for frame in element.iter(*_CHARTS):
        chart = part.by_id(frame.get(f"{RELATIONS}id"))
        if chart is None or not chart.take() or chart.root is None:
            continue
        lines = chart_lines(chart.root)
        for shapes in chart.related("chartUserShapes"):
            lines += paragraphs(shapes.root)
        yield from aside(AsideKind.CHART, lines, place)


def pictures(element: Any, place: str = "") -> Iterator[Aside]:
    """Yield the texts that describe the pictures in an element, each once; the name of a file is none."""
    texts = dict.fromkeys(
        text
        for described in element.iter(*_DESCRIBED)
        for name in ("title", "descr")
        if (text := described.get(name, "").strip()) and not _FILE_NAME.fullmatch(text)
    )
    yield from aside(AsideKind.PICTURE, described_lines(*texts), place)


def described_lines(*texts: str) -> list[TextLine]:
    """Return texts of an attribute or a title as lines."""
    return [TextLine(line.strip()) for text in texts for line in text.split("\n") if line.strip()]


def signature(author: str, date: str) -> list[TextLine]:
    """Return the line after a comment with its author and its day; none if neither is known."""
    # LibreOffice writes a day of zeros for one that it does not know.
    day = date.strip()[:10] if date.strip()[:1] in ("1", "2") else ""
    known = ", ".join(filter(None, (author.strip(), day)))
    return [TextLine(known)] if known else []
