"""Read the texts of OpenDocument files with odfdo: paragraphs, headings, lists and tables, in their order.

Shapes and text boxes are read where they are anchored, footnotes at the end. Comments, tracked deletions, tables of
contents and descriptions of pictures are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from odfdo import Document, Element

from coopform.importing.blocks import Break, Cell, DocumentBlock, Table, TextLine
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, split, words
from coopform.importing.readers.odf_styles import Styles, attribute, repeated
from coopform.importing.readers.sheet_rows import MERGED, Cells

_LEFT_OUT = {
    "office:annotation", "office:annotation-end", "office:event-listeners", "office:forms", "presentation:notes",
    "svg:desc", "svg:title", "table:shapes", "table:desc", "table:title", "text:index-title-template",
    "text:note-citation", "text:ruby-text", "text:sequence-decls", "text:table-of-content", "text:tracked-changes",
}  # fmt: skip
_PARAGRAPHS = ("text:p", "text:h")
_ITEMS = ("text:list-item", "text:list-header")
# Elements in a paragraph that are blocks of their own: footnotes, drawings.
_ASIDE = ("text:note", "draw:")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ROW_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
# A file may ask for thousands of millions of spaces in a row; nobody types more than this.
_MOST_SPACES = 100


@dataclass(slots=True)
class _List:
    """The position in nested lists: the style of the list, and the number of the current item at each level."""

    style: str = ""
    counts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    """The content of a paragraph: its runs, and the elements in it that are blocks of their own."""

    runs: list[TextRun] = field(default_factory=list)
    asides: list[Element] = field(default_factory=list)


class Texts:
    """Reads the texts of one document."""

    def __init__(self, document: Document) -> None:
        self._styles = Styles(document)
        # The number of items in the last list of each style, for lists that continue the numbering.
        self._ended: dict[str, int] = {}
        self._notes: list[Element] = []

    def blocks(self, parent: Element, place: str = "") -> Iterator[DocumentBlock]:
        """Yield the blocks in an element."""
        for child in parent.children:
            yield from self.block(child, place)

    def notes(self) -> Iterator[DocumentBlock]:
        """Yield the footnotes of the texts read so far, each after a break, because no rubric continues in them."""
        for note in self._notes:
            yield Break()
            yield from self.blocks(note)

    def block(self, element: Element, place: str = "") -> Iterator[DocumentBlock]:
        """Yield the blocks of an element."""
        tag = element.tag
        if tag in _PARAGRAPHS:
            yield from self._paragraph(element, 0, "", place)
        elif tag == "text:list":
            yield from self._list(element, _List(), place)
        elif tag == "table:table":
            yield self.table(element, place).all(place)
        elif tag not in _LEFT_OUT:
            yield from self.blocks(element, place)

    def table(self, table: Element, place: str = "") -> Cells:
        """Return the cells of a table, or of a sheet."""
        cells = Cells()
        self._rows(table, cells, place)
        return cells

    def _rows(self, parent: Element, cells: Cells, place: str) -> None:
        for child in parent.children:
            if child.tag in _ROW_GROUPS:
                self._rows(child, cells, place)
            elif child.tag == "table:table-row":
                runs = [
                    (repeated(cell, "table:number-columns-repeated"), self._cell(cell, place))
                    for cell in child.children
                    if cell.tag in _CELLS
                ]
                cells.add(runs, repeated(child, "table:number-rows-repeated"))

    def _cell(self, cell: Element, place: str) -> Cell:
        if cell.tag == "table:covered-table-cell":
            return MERGED
        lines = _lines(self.blocks(cell, place))
        if self._styles.is_bold(cell, inherited=False):
            lines = (replace(line, bold=True, lead="") for line in lines)
        return Cell(tuple(lines))

    def _list(self, element: Element, outer: _List, place: str) -> Iterator[DocumentBlock]:
        style = attribute(element, "text:style-name") or outer.style
        goes_on = attribute(element, "text:continue-numbering") == "true" or attribute(element, "text:continue-list")
        key = f"{style} {len(outer.counts)}"
        here = _List(style, [*outer.counts, self._ended.get(key, 0) if goes_on else 0])
        for item in element.children:
            if item.tag in _ITEMS:
                yield from self._item(item, here, place)
        self._ended[key] = here.counts[-1]

    def _item(self, item: Element, here: _List, place: str) -> Iterator[DocumentBlock]:
        """Yield an item of a list: its first paragraph has the number, lists in it are one level deeper."""
        is_counted = item.tag == "text:list-item" and any(child.tag in _PARAGRAPHS for child in item.children)
        here.counts[-1] += is_counted
        number = self._styles.number(here.style, here.counts) if is_counted else ""
        # The header of a list is a paragraph in it without a bullet.
        level = len(here.counts) - (item.tag == "text:list-header")
        continues = False
        for child in item.children:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, level, number, place, continues=continues)
                number, continues = "", True
            elif child.tag == "text:list":
                yield from self._list(child, here, place)
            else:
                yield from self.block(child, place)

    def _paragraph(
        self, element: Element, level: int, number: str, place: str, *, continues: bool = False
    ) -> Iterator[DocumentBlock]:
        paragraph = _Paragraph()
        self._gather(element, self._styles.is_bold(element, inherited=False), paragraph)
        made = TextLine("", level, heading=self._heading(element), number=number, place=place, continues=continues)
        for line in split(paragraph.runs):
            if words(line).strip():
                yield replace(made, text=words(line), bold=is_bold(line), lead=lead(line))
                made = replace(made, number="")
        for aside in paragraph.asides:
            if aside.tag == "text:note":
                self._notes.append(aside)
            else:
                yield from self.blocks(aside, place)

    def _heading(self, element: Element) -> int:
        """Return the level of a heading: 1 for the title of the document, 2 for a heading of the first level."""
        if element.tag == "text:h":
            return repeated(element, "text:outline-level") + 1
        return int(self._styles.is_title(element))

    def _gather(self, element: Element, bold: bool, into: _Paragraph) -> None:
        into.runs.append((_spaced(element.text), bold))
        for child in element.children:
            tag = child.tag
            if tag == "text:s":
                into.runs.append((" " * min(repeated(child, "text:c"), _MOST_SPACES), bold))
            elif tag == "text:tab":
                into.runs.append(("\t", bold))
            elif tag == "text:line-break":
                into.runs.append(("\n", bold))
            elif tag.startswith(_ASIDE) and tag != "draw:a":
                into.asides.append(child)
            elif tag not in _LEFT_OUT:
                self._gather(child, self._styles.is_bold(child, bold) if tag == "text:span" else bold, into)
            into.runs.append((_spaced(child.tail or ""), bold))


def _spaced(text: str) -> str:
    """Return text with spaces for the line ends and tabs of the XML file."""
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _lines(blocks: Iterator[DocumentBlock]) -> Iterator[TextLine]:
    """Yield the lines of a cell, those of a table in it too."""
    for block in blocks:
        if isinstance(block, TextLine):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.lines
