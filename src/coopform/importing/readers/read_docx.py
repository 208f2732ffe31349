"""Read Word documents: the paragraphs and tables of the body in their order, then footnotes and endnotes.

Headers and footers come before the text, those of later sections where the section ends. Equations, text boxes,
diagrams and inserted documents are text where they are; comments and charts are asides there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from coopform.importing.blocks import (
    Aside,
    AsideKind,
    Break,
    Cell,
    DocumentBlock,
    SourceDocument,
    TextLine,
    aside,
    flat,
)
from coopform.importing.failures import TooBig
from coopform.importing.readers.drawing_texts import paragraphs
from coopform.importing.readers.drawn import charts, described_lines, pictures
from coopform.importing.readers.emphasis import TextRun, in_one_line, is_bold, lead, split, words
from coopform.importing.readers.equations import EQUATIONS, equation
from coopform.importing.readers.inserted_parts import WordReader, inserted
from coopform.importing.readers.ooxml_parts import RELATIONS, Package, PackagePart
from coopform.importing.readers.safety import read_package, safe_copy
from coopform.importing.readers.smartart import smartart_lines
from coopform.importing.readers.symbol_fonts import symbol
from coopform.importing.readers.table_cells import table_of
from coopform.importing.readers.word_document import WordDocument
from coopform.importing.readers.word_fields import WordFields, is_page
from coopform.importing.readers.word_styles import W, is_on
from coopform.model.limits import MAX_XML, WORD

# Elements that are read elsewhere or not at all: tracked deletions, properties.
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid")}
_BOX = f"{W}txbxContent"
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}cr": "\n"}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_NOTE_PARTS = ("footnotes", "endnotes")
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
# A page break, as a line of its own.
_PAGE = "\f"


def read(path: Path) -> SourceDocument:
    """Read a Word document (.docx).

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    unpacked = 0

    def read_inserted(data: bytes) -> Iterator[DocumentBlock]:
        nonlocal unpacked
        copy = safe_copy(path, WORD, data)
        unpacked += copy.getbuffer().nbytes
        if unpacked > MAX_XML:
            raise TooBig("bytes", MAX_XML)
        yield from _document(Package(copy), None)

    def blocks(stream: IO[bytes]) -> Iterator[DocumentBlock]:
        return _document(Package(stream), read_inserted)

    return read_package(path, WORD, blocks)


def _document(package: Package, read_inserted: WordReader | None) -> Iterator[DocumentBlock]:
    """Yield the blocks of the body, then its notes, then the comments that are nowhere in the text."""
    word = WordDocument(package, read_inserted)
    body = _Reader(word, word.main)
    first = next(word.main.root.iter(f"{W}sectPr"), None)
    if first is not None:
        yield from word.around(first, body.whole)
    yield from body.blocks(word.main.root)
    for kind in _NOTE_PARTS:
        for part in word.main.related(kind):
            yield from _notes(word, part) if part.take() else ()
    for identifier in word.comments.left():
        yield from word.comments.take(identifier, body.elsewhere)


def _notes(word: WordDocument, part: PackagePart) -> Iterator[DocumentBlock]:
    notes = part.root if part.root is not None else ()
    for number, note in enumerate((note for note in notes if note.get(f"{W}type") in (None, "normal")), start=1):
        yield Break()
        for block in _Reader(word, part).blocks(note):
            yield replace(block, place=f"note {number}") if isinstance(block, TextLine) else block


@dataclass(slots=True)
class _Found:
    """What is in a paragraph besides its words: drawings, the identifiers of comments, words that Word hides."""

    drawings: list[Any] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


class _Reader:
    """Walks through a part of a document."""

    def __init__(self, word: WordDocument, part: PackagePart) -> None:
        self._word = word
        self._part = part
        self._fields = WordFields()

    def whole(self, part: PackagePart) -> Iterator[DocumentBlock]:
        """Yield the blocks of another part of the document."""
        return _Reader(self._word, part).blocks(part.root)

    def elsewhere(self, parent: Any, part: PackagePart) -> Iterator[DocumentBlock]:
        """Yield the blocks in an element of another part."""
        return _Reader(self._word, part).blocks(parent)

    def blocks(self, parent: Any) -> Iterator[DocumentBlock]:
        """Yield the blocks in an element."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag == f"{W}altChunk":
                yield from self._inserted(element)
            elif element.tag == f"{W}sectPr":
                yield from self._word.around(element, self.whole)
            elif element.tag in EQUATIONS:
                yield TextLine(equation(element))
            elif element.tag not in _LEFT_OUT and not _is_blank(element):
                # A content control, an insertion or a custom tag.
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[DocumentBlock]:
        heading = self._word.styles.heading(element)
        listed = self._word.numbering.of(element)
        underlined = _is_underlined(element)
        found = _Found()
        lines = split(self._runs(element, element, found))
        for index, line in enumerate([in_one_line(lines, _PAGE)] if heading else lines):
            text = words(line)
            if text == _PAGE:
                yield Break()
            elif text.strip():
                yield TextLine(
                    text.strip(),
                    level=0 if heading else listed.level,
                    bold=is_bold(line),
                    heading=heading,
                    number="" if index else listed.number,
                    lead=lead(line),
                    continues=listed.continues,
                    underlined=underlined,
                )
        yield from aside(AsideKind.HIDDEN, described_lines("".join(found.hidden)))
        for drawing in found.drawings:
            yield from self._drawing(drawing)
        for identifier in found.comments:
            yield from self._word.comments.take(identifier, self.elsewhere)
        for section in element.iterfind(f"{W}pPr/{W}sectPr"):
            yield from self._word.around(section, self.whole)

    def _runs(self, parent: Any, paragraph: Any, found: _Found) -> Iterator[TextRun]:
        for element in parent:
            tag = element.tag
            if tag == f"{W}r" and is_on(element, "rPr", "vanish"):
                found.hidden += self._texts(element, found)
            elif tag == f"{W}r":
                bold = self._word.styles.is_bold(element, paragraph)
                yield from ((text, bold) for text in self._texts(element, found))
            elif tag in EQUATIONS:
                yield equation(element), False
            elif tag == f"{W}fldSimple" and is_page(element.get(f"{W}instr", "")):
                continue
            elif tag not in _LEFT_OUT and not _is_blank(element):
                yield from self._runs(element, paragraph, found)

    def _texts(self, parent: Any, found: _Found) -> Iterator[str]:
        """Yield the texts of a run, or of an element in it."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}t":
                yield self._fields.shown(element.text or "")
            elif tag in _DRAWN:
                found.drawings.append(element)
            elif tag == f"{W}ruby":
                yield from self._guided(element, found)
            elif tag == f"{W}commentReference":
                found.comments.append(element.get(f"{W}id", ""))
            elif tag == f"{W}fldChar":
                yield self._fields.mark(element)
            elif tag == f"{W}instrText":
                self._fields.instruct(element.text or "")
            elif tag in _SIGNS or tag in (f"{W}br", f"{W}sym"):
                yield _sign(element)
            elif tag not in _LEFT_OUT:
                yield from self._texts(element, found)

    def _guided(self, ruby: Any, found: _Found) -> Iterator[str]:
        """Yield a text, then the phonetic guide above it in brackets."""
        for base in ruby.iterfind(f"{W}rubyBase"):
            yield from self._texts(base, found)
        guide = "".join(text for one in ruby.iterfind(f"{W}rt") for text in self._texts(one, found))
        yield f" ({guide})" if guide.strip() else ""

    def _inserted(self, element: Any) -> Iterator[DocumentBlock]:
        """Yield the blocks of the document that an element refers to."""
        document = self._part.by_id(element.get(f"{RELATIONS}id"))
        if document is not None and document.take():
            yield from inserted(document, self._word.read_inserted)

    def _drawing(self, element: Any) -> Iterator[DocumentBlock]:
        """Yield the text boxes, WordArt and diagrams of a drawing as text, its charts and pictures as asides."""
        shapes = list(paragraphs(element)) if next(element.iter(_BOX), None) is None else []
        for box in list(element.iter(_BOX)):
            # A box in a box is read with the paragraph that holds it, and then empty.
            yield from self.blocks(box)
            box.clear()
        yield from shapes
        for art in element.iter(_WORD_ART):
            yield from (TextLine(line) for line in art.get("string", "").splitlines() if line.strip())
        yield from smartart_lines(element, self._part)
        for embedded in element.iter(_EMBEDDED):
            yield from self._inserted(embedded)
        yield from charts(element, self._part)
        yield from pictures(element)

    def _table(self, element: Any) -> Iterator[DocumentBlock]:
        rows: list[list[Cell]] = []
        above: dict[int, bool] = {}
        asides: list[Aside] = []
        for row in _own(element, f"{W}tr", f"{W}tbl"):
            cells: list[Cell] = [Cell()] * _count(row, "trPr", "gridBefore", 0)
            for cell in _own(row, f"{W}tc", f"{W}tbl"):
                cells.extend(self._cells(cell, len(cells), above, asides))
            rows.append(cells)
        if table := table_of(rows):
            yield table
        yield from asides

    def _cells(self, element: Any, column: int, above: dict[int, bool], asides: list[Aside]) -> Iterator[Cell]:
        """Yield a cell, then the merged cells to its right that it covers; add the asides in it."""
        merge = element.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and merge.get(f"{W}val") != "restart" and above.get(column, False)
        above[column] = merge is not None
        blocks = list(self.blocks(element))
        asides += [block for block in blocks if isinstance(block, Aside)]
        lines = tuple(flat(blocks))
        yield Cell(lines, merged=goes_on and not lines)
        for _ in range(_count(element, "tcPr", "gridSpan", 1) - 1):
            yield Cell(merged=True)


def _sign(element: Any) -> str:
    if element.tag == f"{W}br":
        return "\n" if element.get(f"{W}type") in (None, "textWrapping") else f"\n{_PAGE}\n"
    if element.tag == f"{W}sym":
        return symbol(element.get(f"{W}font", ""), element.get(f"{W}char", "2022"))
    return _SIGNS[element.tag]


def _is_blank(element: Any) -> bool:
    """Return whether an element is a content control that nobody filled in: Word shows a prompt in it."""
    return element.tag == f"{W}sdt" and bool(is_on(element, "sdtPr", "showingPlcHdr"))


def _own(parent: Any, tag: str, nested: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also in content controls, without those of nested tables."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag != nested and element.tag not in _LEFT_OUT:
            yield from _own(element, tag, nested)


def _is_underlined(paragraph: Any) -> bool:
    """Return whether all the words of a paragraph are underlined."""
    runs = [run for run in paragraph.findall(f"{W}r") if "".join(run.itertext()).strip()]
    marks = [run.find(f"{W}rPr/{W}u") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(f"{W}val") not in (None, "none") for mark in marks)


def _count(element: Any, properties: str, name: str, otherwise: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), 63) if value.isdecimal() else otherwise
