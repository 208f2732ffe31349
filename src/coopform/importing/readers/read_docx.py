"""Read Word documents: the paragraphs and tables of the body in their order, then footnotes and endnotes.

Texts are read from the XML, because python-docx leaves out content controls, text boxes and tracked insertions.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument, Table, TextLine, flat
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, split, words
from coopform.importing.readers.safety import read_package
from coopform.importing.readers.word_numbering import Numbering

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Elements that are read elsewhere or not at all: tracked deletions, the old form of a drawing, properties, fields.
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}rPr", f"{_W}pPr", f"{_W}sdtPr", f"{_W}instrText"}
_BOX = f"{_W}txbxContent"
_SIGNS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}cr": "\n"}
_NOTE_PARTS = ("footnotes", "endnotes")


def read(path: Path) -> SourceDocument:
    """Read a Word document (.docx).

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    import docx  # noqa: F401 (if it is not installed, fail before reading the file)

    return read_package(path, blocks)


def blocks(stream: IO[bytes]) -> list[DocumentBlock]:
    """Return the blocks of a Word document."""
    import docx

    return _Reader(docx.Document(stream)).blocks()


class _Reader:
    """Walks through the body of a document."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._numbering = Numbering(document)

    def blocks(self) -> list[DocumentBlock]:
        """Return the blocks of the body, then its notes."""
        found = list(self._blocks(self._document.element.body))
        return [*found, *self._notes()]

    def _blocks(self, parent: "BaseOxmlElement") -> Iterator[DocumentBlock]:
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield self._table(element)
            elif element.tag not in _LEFT_OUT:
                # A content control, an insertion or a custom tag.
                yield from self._blocks(element)

    def _paragraph(self, element: "BaseOxmlElement") -> Iterator[DocumentBlock]:
        from docx.text.paragraph import Paragraph

        paragraph = Paragraph(element, self._document)
        heading = _heading(paragraph)
        level, number, continues = self._numbering.of(paragraph)
        underlined = _is_underlined(element)
        for index, line in enumerate(split(self._runs(element, paragraph))):
            text = words(line)
            if text == _PAGE:
                yield Break()
            elif text.strip():
                yield TextLine(
                    text.strip(),
                    level=0 if heading else level,
                    bold=is_bold(line),
                    heading=heading,
                    number="" if index else number,
                    lead=lead(line),
                    continues=continues,
                    underlined=underlined,
                )
        for box in element.iter(_BOX):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self._blocks(box)

    def _runs(self, parent: "BaseOxmlElement", paragraph: Any) -> Iterator[TextRun]:
        for element in parent:
            if element.tag in _LEFT_OUT or element.tag == _BOX:
                continue
            if element.tag == f"{_W}r":
                bold = _has_bold(element, paragraph)
                yield from ((text, bold) for text in _texts(element))
            else:
                yield from self._runs(element, paragraph)

    def _table(self, element: "BaseOxmlElement") -> Table:
        rows: list[list[Cell]] = []
        above: dict[int, bool] = {}
        for row in element.iter(f"{_W}tr"):
            if _owner(row, f"{_W}tbl") is not element:
                continue
            cells: list[Cell] = [Cell()] * _count(row, "trPr", "gridBefore", 0)
            for cell in row.iter(f"{_W}tc"):
                if _owner(cell, f"{_W}tr") is row:
                    cells.extend(self._cells(cell, len(cells), above))
            rows.append(cells)
        widest = max(map(len, rows), default=0)
        return Table(tuple((*row, *(Cell(),) * (widest - len(row))) for row in rows))

    def _cells(self, element: "BaseOxmlElement", column: int, above: dict[int, bool]) -> Iterator[Cell]:
        """Yield a cell, then the merged cells to its right that it covers."""
        merge = element.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and merge.get(f"{_W}val") != "restart" and above.get(column, False)
        above[column] = merge is not None
        lines = tuple(flat(list(self._blocks(element))))
        yield Cell(lines, merged=goes_on and not lines)
        for _ in range(_count(element, "tcPr", "gridSpan", 1) - 1):
            yield Cell(merged=True)

    def _notes(self) -> Iterator[DocumentBlock]:
        """Yield the footnotes and endnotes, which python-docx does not read."""
        from docx.oxml import parse_xml

        for relation in self._document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(_NOTE_PARTS):
                continue
            for note in parse_xml(relation.target_part.blob):
                if note.get(f"{_W}type") is None:
                    yield Break()
                    yield from self._blocks(note)


# A page break, as a line of its own.
_PAGE = "\f"


def _texts(run: "BaseOxmlElement") -> Iterator[str]:
    for element in run:
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag == f"{_W}br":
            yield "\n" if element.get(f"{_W}type") in (None, "textWrapping") else f"\n{_PAGE}\n"
        elif element.tag == f"{_W}sym":
            # A character of a symbol font, usually a bullet.
            yield chr(int(element.get(f"{_W}char", "2022"), 16))
        else:
            yield _SIGNS.get(element.tag, "")


def _is_underlined(paragraph: "BaseOxmlElement") -> bool:
    """Return whether all the words of a paragraph are underlined."""
    runs = [run for run in paragraph.findall(f"{_W}r") if "".join(run.itertext()).strip()]
    marks = [run.find(f"{_W}rPr/{_W}u") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(f"{_W}val") not in (None, "none") for mark in marks)


def _has_bold(run: "BaseOxmlElement", paragraph: Any) -> bool:
    from docx.text import run as docx_run

    made = docx_run.Run(run, paragraph)
    if made.bold is not None:
        return made.bold
    styles = [made.style, getattr(paragraph, "style", None)]
    for style in styles:
        while style is not None:
            if style.font.bold is not None:
                return bool(style.font.bold)
            style = style.base_style
    return False


def _heading(paragraph: Any) -> int:
    """Return the level of a heading: 1 for the title of the document, 2 for « Titre 1 » below it."""
    style = getattr(paragraph, "style", None)
    while style is not None:
        name = (style.name or "").lower()
        if name in ("title", "titre"):
            return 1
        word, _, level = name.partition(" ")
        if word in ("heading", "titre") and level.isdigit():
            return int(level) + 1
        style = style.base_style
    return 0


def _owner(element: "BaseOxmlElement", tag: str) -> "BaseOxmlElement | None":
    return next((parent for parent in element.iterancestors() if parent.tag == tag), None)


def _count(element: "BaseOxmlElement", properties: str, name: str, otherwise: int) -> int:
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), 63) if value.isdigit() else otherwise
