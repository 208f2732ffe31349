"""The texts of OpenDocument files (LibreOffice) in their order, by odfdo: paragraphs, headings, lists and tables.

Shapes and text boxes are read where they are anchored, footnotes at the end. What is left out: comments,
deleted text that is tracked, tables of contents, descriptions of pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from odfdo import Document, Element

from coopform.importing.blocks import Break, Cell, DocumentBlock, Table, TextLine
from coopform.importing.readers.emphasis import Run, is_bold, lead, split, words
from coopform.importing.readers.odf_styles import Styles, attribute, repeated
from coopform.importing.readers.sheet_rows import MERGED, Cells

_LEFT_OUT = {
    "office:annotation", "office:annotation-end", "office:event-listeners", "office:forms", "presentation:notes",
    "svg:desc", "svg:title", "table:shapes", "table:desc", "table:title", "text:index-title-template",
    "text:note-citation", "text:ruby-text", "text:sequence-decls", "text:table-of-content", "text:tracked-changes",
}  # fmt: skip
_PARAGRAPHS = ("text:p", "text:h")
_ITEMS = ("text:list-item", "text:list-header")
# What stands inside a paragraph and is a block of its own: footnotes, drawn things.
_ASIDE = ("text:note", "draw:")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ROW_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
# Nobody types more spaces in a row; a file may say that there are a thousand million.
_MOST_SPACES = 100


@dataclass(slots=True)
class _List:
    """Where the reading stands in lists: the style of the list, which item of each level it is at."""

    style: str = ""
    counts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph holds: pieces of text, each with whether it is bold, and the blocks that stand in it."""

    pieces: list[Run] = field(default_factory=list)
    asides: list[Element] = field(default_factory=list)


class Texts:
    """Reads the texts of one document."""

    def __init__(self, document: Document) -> None:
        self._styles = Styles(document)
        # How many items the last list of each style had, for a list that goes on counting.
        self._ended: dict[str, int] = {}
        self._notes: list[Element] = []

    def blocks(self, parent: Element, place: str = "") -> Iterator[DocumentBlock]:
        """Yield what an element holds, from its first child to its last."""
        for child in parent.children:
            yield from self.block(child, place)

    def notes(self) -> Iterator[DocumentBlock]:
        """Yield the footnotes of what was read, each after a break: no sheet goes on in them."""
        for note in self._notes:
            yield Break()
            yield from self.blocks(note)

    def block(self, element: Element, place: str = "") -> Iterator[DocumentBlock]:
        """Yield what an element is or holds."""
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
        """Yield an item of a list: its first paragraph has the number, the lists in it are its points."""
        is_counted = item.tag == "text:list-item" and any(child.tag in _PARAGRAPHS for child in item.children)
        here.counts[-1] += is_counted
        number = self._styles.number(here.style, here.counts) if is_counted else ""
        # The header of a list is a paragraph that stands in it without a bullet.
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
        for line in split(paragraph.pieces):
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
        into.pieces.append((_spaced(element.text), bold))
        for child in element.children:
            tag = child.tag
            if tag == "text:s":
                into.pieces.append((" " * min(repeated(child, "text:c"), _MOST_SPACES), bold))
            elif tag == "text:tab":
                into.pieces.append(("\t", bold))
            elif tag == "text:line-break":
                into.pieces.append(("\n", bold))
            elif tag.startswith(_ASIDE) and tag != "draw:a":
                into.asides.append(child)
            elif tag not in _LEFT_OUT:
                self._gather(child, self._styles.is_bold(child, bold) if tag == "text:span" else bold, into)
            into.pieces.append((_spaced(child.tail or ""), bold))


def _spaced(text: str) -> str:
    """Return text as it is meant: line ends and tabs in the file itself are spaces."""
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
