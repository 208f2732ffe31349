"""Read slides of LibreOffice Impress with odfdo: a break per slide, its title as a heading, then the rest from the top.

Shapes side by side are read from left to right, the shapes of a group one after the other.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from odfdo import Document, Element

from coopform.importing.blocks import AsideKind, Break, DocumentBlock, SourceDocument, TextLine
from coopform.importing.readers.odf import Texts
from coopform.importing.readers.odf_around import masters
from coopform.importing.readers.odf_styles import attribute
from coopform.importing.readers.page_headings import PageHeadings
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.slide_order import Placed, in_order
from coopform.model.limits import OPEN_DOCUMENT

# Shapes whose tops differ by less are side by side, in millimetres.
_SIDE_BY_SIDE = 5
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt)")
_MILLIMETRES = {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72}
_GROUP = "draw:g"
_NOTES = "presentation:notes"
_CLASS = "presentation:class"
_SHAPES = ("draw:", "dr3d:")
_OTHERS = ("office:annotation", "office:forms")
_AROUND = {
    "header": AsideKind.HEADER,
    "footer": AsideKind.FOOTER,
    "date-time": AsideKind.FOOTER,
    "page-number": AsideKind.FOOTER,
}
_DECLARED = {"presentation:header-decl": AsideKind.HEADER, "presentation:footer-decl": AsideKind.FOOTER}


def read(path: Path) -> SourceDocument:
    """Read slides.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, OPEN_DOCUMENT, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    document = Document(stream)
    texts, around = Texts(document), PageHeadings()
    for child in document.body.children:
        if child.tag in _DECLARED:
            yield from around.new(_DECLARED[child.tag], [TextLine(child.text_recursive)])
    pages = (page for page in document.body.children if page.tag == "draw:page")
    for number, page in enumerate(pages, 1):
        place = f"slide {number}"
        yield Break(place=place)
        yield from _slide(texts, around, page, place)
        if number == 1:
            yield from _masters(texts, around, document)
        for notes in page.children:
            if notes.tag == _NOTES:
                yield Break(place=f"{place}, notes")  # no rubric of the slide goes on in its notes
                yield from _notes(texts, around, notes, f"{place}, notes")


def _masters(texts: Texts, around: PageHeadings, document: Document) -> Iterator[DocumentBlock]:
    """Yield the texts that master pages show on every slide; placeholders show none."""
    for master in masters(document):
        for shape in master.children:
            if shape.tag.startswith(_SHAPES) and not attribute(shape, _CLASS):
                yield from around.new(AsideKind.HEADER, texts.blocks(shape))


def _slide(texts: Texts, around: PageHeadings, page: Element, place: str) -> Iterator[DocumentBlock]:
    shapes = [shape for shape in page.children if shape.tag.startswith(_SHAPES)]
    titles = [shape for shape in shapes if attribute(shape, _CLASS) == "title"]
    for title in titles:
        for block in texts.blocks(title, place):
            yield TextLine(block.text, heading=1, place=place) if isinstance(block, TextLine) else block
    yield from _shapes(texts, around, (shape for shape in shapes if attribute(shape, _CLASS) != "title"), place)
    for other in page.children:
        if other.tag in _OTHERS:
            yield from texts.block(other, place)


def _shapes(texts: Texts, around: PageHeadings, shapes: Iterable[Element], place: str) -> Iterator[DocumentBlock]:
    placed = (Placed(*_corner(shape), _millimetres(attribute(shape, "svg:height")), shape) for shape in shapes)
    for shape in in_order(placed, _SIDE_BY_SIDE):
        kind = _AROUND.get(attribute(shape, _CLASS))
        if shape.tag == _GROUP:
            yield from _shapes(texts, around, shape.children, place)
        elif kind is not None:
            yield from around.new(kind, texts.blocks(shape, place), place)
        else:
            yield from texts.block(shape, place)


def _corner(shape: Element) -> tuple[float, float]:
    """Return the top and the left of a shape in millimetres; of a group, those of its first shape."""
    if shape.tag == _GROUP and shape.children:
        return min(map(_corner, shape.children))
    return _millimetres(attribute(shape, "svg:y")), _millimetres(attribute(shape, "svg:x"))


def _millimetres(length: str) -> float:
    known = _LENGTH.fullmatch(length)
    return float(known[1]) * _MILLIMETRES[known[2]] if known else 0.0


def _notes(texts: Texts, around: PageHeadings, notes: Element, place: str) -> Iterator[DocumentBlock]:
    for frame in notes.children:
        kind = _AROUND.get(attribute(frame, _CLASS))
        if kind is not None:
            yield from around.new(kind, texts.blocks(frame, place), place)
        elif attribute(frame, _CLASS) != "page":
            for block in texts.block(frame, place):
                yield replace(block, place=place) if isinstance(block, TextLine) else block
