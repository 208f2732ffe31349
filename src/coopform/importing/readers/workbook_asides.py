"""What is around the cells of a sheet of Excel: comments, text boxes, charts, headers and footers of its pages."""

import re
from collections.abc import Iterator
from typing import Any

from coopform.importing.blocks import Aside, AsideKind, TextLine, aside
from coopform.importing.readers.drawing_texts import paragraphs
from coopform.importing.readers.drawn import charts, described_lines, pictures, signature
from coopform.importing.readers.ooxml_parts import PackagePart
from coopform.importing.readers.page_headings import without_page_numbers
from coopform.importing.readers.smartart import smartart_lines
from coopform.importing.readers.workbook_sheet import texts
from coopform.importing.readers.workbook_styles import S

_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_SHAPES = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}sp"
_VML_SHAPE, _VML_TEXT = "{urn:schemas-microsoft-com:vml}shape", "{urn:schemas-microsoft-com:vml}textbox"
_VML_DATA = "{urn:schemas-microsoft-com:office:excel}ClientData"
# The codes of headers: a font, a size, a colour, the left, the middle or the right, a field or a kind of letters.
_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|[PNDTFAZGUEBISXYOH](?:[+-]\d+)?)')
_SIDE = re.compile(r"&[LCR]")
_AND = "\0"


def around_sheet(part: PackagePart, name: str, persons: dict[str, str]) -> Iterator[Aside]:
    """Yield the asides of a sheet.

    Args:
        part: of the sheet.
        name: of the sheet.
        persons: the names of the authors of comments by their identifiers.
    """
    threads = [(thread.root, persons) for thread in _new(part, "threadedComment")]
    answered = {comment.get("ref", "") for root, _ in threads for comment in root}
    for root, names in threads:
        yield from _threads(root, name, names)
    for comments in _new(part, "comments"):
        yield from _comments(comments.root, name, answered)
    for drawing in _new(part, "drawing"):
        yield from _drawing(drawing, name)
    for old in _new(part, "vmlDrawing"):
        yield from _old_shapes(old.root, name)


def _new(part: PackagePart, kind: str) -> list[PackagePart]:
    """Return the parts that a sheet refers to and no sheet before it did."""
    return [found for found in part.related(kind) if found.take() and found.root is not None]


def read_persons(book: PackagePart) -> dict[str, str]:
    """Return the names of the authors of comments by their identifiers."""
    roots = [part.root for part in book.related("person")]
    return {one.get("id", ""): one.get("displayName", "") for root in roots if root is not None for one in root}


def heading_lines(code: str) -> list[TextLine]:
    """Return the lines of a header of a page from its code: `&L&"Arial"&10Syndicat&RPage &P`."""
    plain = _CODE.sub("", code.replace("&&", _AND))
    lines = [line.strip() for side in _SIDE.split(plain) for line in side.replace(_AND, "&").split("\n")]
    return without_page_numbers(map(TextLine, lines))


def _threads(root: Any, name: str, persons: dict[str, str]) -> Iterator[Aside]:
    for comment in root.iter(f"{_THREADED}threadedComment"):
        lines = described_lines(comment.findtext(f"{_THREADED}text") or "")
        lines += signature(persons.get(comment.get("personId", ""), ""), comment.get("dT", ""))
        yield from aside(AsideKind.COMMENT, lines, f"{name}, {comment.get('ref', '')}")


def _comments(root: Any, name: str, answered: set[str]) -> Iterator[Aside]:
    """Yield the notes of cells; that of a thread repeats it for older programs."""
    authors = [author.text or "" for author in root.iterfind(f"{S}authors/{S}author")]
    for comment in root.iter(f"{S}comment"):
        reference, author = comment.get("ref", ""), comment.get("authorId", "")
        if reference in answered:
            continue
        lines = described_lines(texts(comment))
        known = authors[int(author)] if author.isdecimal() and int(author) < len(authors) else ""
        if lines and known.strip() and known.strip() not in lines[0].text:
            lines += signature(known, "")
        yield from aside(AsideKind.COMMENT, lines, f"{name}, {reference}")


def _drawing(part: PackagePart, name: str) -> Iterator[Aside]:
    for shape in part.root.iter(_SHAPES):
        yield from aside(AsideKind.TEXT_BOX, list(paragraphs(shape)), name)
    yield from aside(AsideKind.DIAGRAM, list(smartart_lines(part.root, part)), name)
    yield from charts(part.root, part, name)
    yield from pictures(part.root, name)


def _old_shapes(root: Any, name: str) -> Iterator[Aside]:
    for shape in root.iter(_VML_SHAPE):
        data = shape.find(_VML_DATA)
        if data is None or data.get("ObjectType") != "Note":
            words = [" ".join("".join(box.itertext()).split()) for box in shape.iter(_VML_TEXT)]
            yield from aside(AsideKind.TEXT_BOX, described_lines(*words), name)
