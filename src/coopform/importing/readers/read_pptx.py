"""Read slides of PowerPoint with python-pptx: a break per slide, its title as a heading, then the rest from the top.

Shapes side by side are read from left to right, the shapes of a group one after the other. Footers, comments, charts
and the texts of masters are asides.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph

from coopform.importing.blocks import Aside, AsideKind, Break, Cell, DocumentBlock, SourceDocument, TextLine, aside
from coopform.importing.failures import TooBig
from coopform.importing.readers.drawn import charts, pictures
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, split, words
from coopform.importing.readers.equations import EQUATIONS, equation
from coopform.importing.readers.ooxml_parts import RELATIONS, Package, PackagePart, choose_alternatives
from coopform.importing.readers.page_headings import PageHeadings
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.slide_bullets import Bullets
from coopform.importing.readers.slide_comments import read_authors, slide_comments
from coopform.importing.readers.slide_order import Placed, in_order
from coopform.importing.readers.smartart import smartart_lines
from coopform.importing.readers.table_cells import MERGED, Cells
from coopform.model.limits import MAX_SHAPES, SLIDES

# Shapes whose tops differ by less are side by side: 5 mm, in EMU.
_SIDE_BY_SIDE = 180_000
# The elements with words in a paragraph: runs, and fields such as a date.
_WORDS, _TEXT, _PROPERTIES, _LINE_BREAK = (qn("a:r"), qn("a:fld")), qn("a:t"), qn("a:rPr"), qn("a:br")
_SHAPES = tuple(map(qn, ("p:sp", "p:grpSp", "p:pic", "p:graphicFrame", "p:cxnSp")))
# A drawing by hand, which python-pptx does not know.
_INK = qn("p:contentPart")
_EMBEDDED = qn("p:oleObj")
_PAGE_NUMBER = "slidenum"
_AROUND = {
    PP_PLACEHOLDER.HEADER: AsideKind.HEADER,
    PP_PLACEHOLDER.FOOTER: AsideKind.FOOTER,
    PP_PLACEHOLDER.DATE: AsideKind.FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER: AsideKind.FOOTER,
}


def read(path: Path) -> SourceDocument:
    """Read slides, with or without macros, which are not run.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, SLIDES, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    package = Package(stream)
    authors = read_authors(package.main("ppt/presentation.xml"))
    around = _Around()
    shapes = 0
    for number, slide in enumerate(Presentation(stream).slides, 1):
        shapes += sum(1 for _ in slide.element.iter(*_SHAPES))
        if shapes > MAX_SHAPES:
            raise TooBig("shapes", MAX_SHAPES)
        place = f"slide {number}"
        yield Break(place=place)
        part = package.part(slide.part.partname)
        yield from _Slide(slide, part, place, around).blocks()
        yield from around.masters(slide, place)
        yield from slide_comments(part, authors, place)
        if slide.has_notes_slide:
            yield Break(place=f"{place}, notes")  # no rubric of the slide goes on in its notes
            yield from _notes(slide, around, f"{place}, notes")


class _Around(PageHeadings):
    """Headers and footers, and the texts of masters."""

    def __init__(self) -> None:
        super().__init__()
        self._masters: set[str] = set()

    def masters(self, slide: Slide, place: str) -> Iterator[Aside]:
        """Yield the texts that the layout and the master of a slide show on every slide."""
        for master in (slide.slide_layout, slide.slide_layout.slide_master):
            if master.part.partname in self._masters:
                continue
            self._masters.add(master.part.partname)
            for shape in master.shapes:
                if shape.has_text_frame and not shape.is_placeholder:
                    frame: TextFrame = shape.text_frame  # type: ignore[union-attr]
                    yield from self.new(AsideKind.HEADER, _frame(frame, Bullets(), place), place)


class _Slide:
    """Walks through the shapes of a slide."""

    def __init__(self, slide: Slide, part: PackagePart, place: str, around: _Around) -> None:
        self._slide = slide
        self._part = part
        self._place = place
        self._around = around

    def blocks(self) -> Iterator[DocumentBlock]:
        """Yield the title as a heading, then the other shapes, then the texts for pictures."""
        _prepare(self._slide.element)
        title = self._slide.shapes.title
        # The title may be a picture.
        if title is not None and not title.has_text_frame:
            title = None
        if title is not None:
            for line in _frame(title.text_frame, Bullets(), self._place):
                yield TextLine(line.text, heading=1, place=self._place)
        others = [shape for shape in self._slide.shapes if title is None or shape.element is not title.element]
        yield from self._shapes(others)
        yield from pictures(self._slide.element, self._place)

    def _shapes(self, shapes: Iterable[BaseShape]) -> Iterator[DocumentBlock]:
        placed = (Placed(shape.top or 0, shape.left or 0, shape.height or 0, shape) for shape in shapes)
        for shape in in_order(placed, _SIDE_BY_SIDE):
            yield from self._shape(shape)

    def _shape(self, shape: BaseShape) -> Iterator[DocumentBlock]:
        if isinstance(shape, GroupShape):
            yield from self._shapes(shape.shapes)
        elif isinstance(shape, GraphicFrame):
            yield from self._graphic(shape)
        elif shape.has_text_frame:
            frame: TextFrame = shape.text_frame  # type: ignore[attr-defined]
            kind = _AROUND.get(shape.placeholder_format.type) if shape.is_placeholder else None
            bullets = Bullets() if kind else Bullets.of_shape(self._slide, shape)
            lines = _frame(frame, bullets, self._place)
            yield from self._around.new(kind, lines, self._place) if kind else lines

    def _graphic(self, frame: GraphicFrame) -> Iterator[DocumentBlock]:
        if frame.has_table:
            yield from self._table(frame)
        yield from smartart_lines(frame.element, self._part, self._place)
        yield from charts(frame.element, self._part, self._place)
        for embedded in frame.element.iter(_EMBEDDED):
            document = self._part.by_id(embedded.get(f"{RELATIONS}id"))
            name = document.name.rpartition("/")[2] if document else embedded.get("progId", "")
            yield from aside(AsideKind.INSERTED, [TextLine(name)], self._place)

    def _table(self, frame: GraphicFrame) -> Iterator[DocumentBlock]:
        cells = Cells()
        covered: list[TextLine] = []
        for row in frame.table.rows:
            for cell in row.cells:
                covered += _lines(cell, self._place) if cell.is_spanned else ()
            cells.add((1, _cell(cell, self._place)) for cell in row.cells)
        if table := cells.all(self._place):
            yield table
        yield from aside(AsideKind.COVERED, covered, self._place)


def _notes(slide: Slide, around: _Around, place: str) -> Iterator[DocumentBlock]:
    """Yield the notes of a slide, and what else is typed on their page."""
    _prepare(slide.notes_slide.element)
    for shape in slide.notes_slide.shapes:
        if shape.has_text_frame:
            frame: TextFrame = shape.text_frame  # type: ignore[attr-defined]
            kind = _AROUND.get(shape.placeholder_format.type) if shape.is_placeholder else None
            lines = _frame(frame, Bullets(), place)
            yield from around.new(kind, lines, place) if kind else lines


def _prepare(element: Any) -> None:
    """Choose among alternatives, which python-pptx ignores, and remove drawings by hand."""
    choose_alternatives(element)
    for ink in list(element.iter(_INK)):
        ink.getparent().remove(ink)


def _cell(cell: _Cell, place: str) -> Cell:
    return MERGED if cell.is_spanned else Cell(_lines(cell, place))


def _lines(cell: _Cell, place: str) -> tuple[TextLine, ...]:
    return tuple(_frame(cell.text_frame, Bullets(), place))


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
        elif element.tag in EQUATIONS:
            yield equation(element), False
        elif element.tag in _WORDS and element.get("type") != _PAGE_NUMBER:
            properties = element.find(_PROPERTIES)
            yield element.findtext(_TEXT) or "", properties is not None and properties.get("b") in ("1", "true")
