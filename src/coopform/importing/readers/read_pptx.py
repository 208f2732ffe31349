"""Read slides of PowerPoint with python-pptx: a break per slide, its title as a heading, then the rest from the top.

Shapes side by side are read from left to right, the shapes of a group one after the other.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph

from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument, Table, TextLine
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, split, words
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.sheet_rows import MERGED, Cells, TooBig
from coopform.importing.readers.slide_bullets import Bullets
from coopform.importing.readers.slide_order import in_rows
from coopform.importing.readers.smartart import smartart_lines
from coopform.model.limits import MAX_SHAPES

# Shapes whose tops differ by less are side by side: 5 mm, in EMU.
_SIDE_BY_SIDE = 180_000
# The elements with words in a paragraph: runs, and fields such as a date.
_WORDS, _TEXT, _PROPERTIES, _LINE_BREAK = (qn("a:r"), qn("a:fld")), qn("a:t"), qn("a:rPr"), qn("a:br")
_SHAPES = tuple(map(qn, ("p:sp", "p:grpSp", "p:pic", "p:graphicFrame", "p:cxnSp")))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def read(path: Path) -> SourceDocument:
    """Read slides, with or without macros, which are not run.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    shapes = 0
    for number, slide in enumerate(Presentation(stream).slides, 1):
        shapes += sum(1 for _ in slide.element.iter(*_SHAPES))
        if shapes > MAX_SHAPES:
            raise TooBig
        place = f"slide {number}"
        yield Break(place=place)
        _choose(slide)
        yield from _slide(slide, place)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            yield from _frame(frame, Bullets(), f"{place}, notes") if frame is not None else ()


def _choose(slide: Slide) -> None:
    """Replace alternatives, which python-pptx ignores, by the first one, which recent versions of PowerPoint show."""
    for alternate in list(slide.element.iter(_ALTERNATE)):
        parent = alternate.getparent()
        if parent is not None and len(alternate):
            parent[parent.index(alternate) : parent.index(alternate) + 1] = list(alternate[0])


def _slide(slide: Slide, place: str) -> Iterator[DocumentBlock]:
    title = slide.shapes.title
    if title is not None:
        for line in _frame(title.text_frame, Bullets(), place):
            yield TextLine(line.text, heading=1, place=place)
    others = [shape for shape in slide.shapes if title is None or shape.element is not title.element]
    yield from _shapes(slide, others, place)


def _shapes(slide: Slide, shapes: Iterable[BaseShape], place: str) -> Iterator[DocumentBlock]:
    placed = ((shape.top or 0, shape.left or 0, shape) for shape in shapes)
    for shape in in_rows(placed, _SIDE_BY_SIDE):
        yield from _shape(slide, shape, place)


def _shape(slide: Slide, shape: BaseShape, place: str) -> Iterator[DocumentBlock]:
    if isinstance(shape, GroupShape):
        yield from _shapes(slide, shape.shapes, place)
    elif isinstance(shape, GraphicFrame):
        if shape.has_table:
            yield _table(shape, place)
        else:
            yield from smartart_lines(shape, place)
    elif shape.has_text_frame and not _is_slide_number(shape):
        frame: TextFrame = shape.text_frame  # type: ignore[attr-defined]
        yield from _frame(frame, Bullets.of_shape(slide, shape), place)


def _is_slide_number(shape: BaseShape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER


def _table(frame: GraphicFrame, place: str) -> Table:
    cells = Cells()
    for row in frame.table.rows:
        cells.add((1, _cell(cell, place)) for cell in row.cells)
    return cells.all(place)


def _cell(cell: _Cell, place: str) -> Cell:
    return MERGED if cell.is_spanned else Cell(tuple(_frame(cell.text_frame, Bullets(), place)))


def _frame(frame: TextFrame, bullets: Bullets, place: str) -> Iterator[TextLine]:
    for paragraph in frame.paragraphs:
        item = bullets.item(paragraph)
        number = item.number
        for line in split(_runs(paragraph)):
            if words(line).strip():
                yield TextLine(words(line), item.level, is_bold(line), number=number, place=place, lead=lead(line))
                number = ""


def _runs(paragraph: _Paragraph) -> Iterator[TextRun]:
    for element in paragraph._p:
        if element.tag == _LINE_BREAK:
            yield "\n", False
        elif element.tag in _WORDS:
            properties = element.find(_PROPERTIES)
            yield element.findtext(_TEXT) or "", properties is not None and properties.get("b") in ("1", "true")
