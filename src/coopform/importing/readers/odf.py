"""Read the texts of OpenDocument files with odfdo: paragraphs, headings, lists and tables, in their order.

Shapes and text boxes are read where they are anchored, footnotes at the end. Comments, objects and descriptions of
pictures are asides. Tracked deletions, tables of contents and page numbers are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from odfdo import Document, Element
from openpyxl.utils.cell import get_column_letter

from coopform.importing.blocks import Aside, AsideKind, Break, Cell, DocumentBlock, TextLine, aside, flat
from coopform.importing.readers.drawn import described_lines
from coopform.importing.readers.emphasis import TextRun, in_one_line, is_bold, lead, split, words
from coopform.importing.readers.odf_around import comment, form_fields
from coopform.importing.readers.odf_objects import object_asides
from coopform.importing.readers.odf_styles import Styles, attribute, repeated
from coopform.importing.readers.table_cells import MERGED, Cells, cell_of

_LEFT_OUT = {
    "dc:creator", "dc:date", "loext:sender-initials", "meta:creator-initials", "meta:date-string",
    "office:annotation-end", "office:event-listeners", "presentation:notes", "text:index-title-template",
    "text:note-citation", "text:page-count", "text:page-number", "text:sequence-decls", "text:sheet-name",
    "text:table-of-content", "text:tracked-changes",
}  # fmt: skip
_DESCRIPTIONS = ("svg:desc", "svg:title", "table:desc", "table:title")
_PARAGRAPHS = ("text:p", "text:h")
_ITEMS = ("text:list-item", "text:list-header")
# Elements in a paragraph that are blocks of their own: footnotes, drawings, comments.
_ASIDE = ("text:note", "draw:", "office:annotation", "svg:")
# What is drawn on a sheet is anchored to any cell.
_DRAWN = ("draw:", "dr3d:")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ROW_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
# The values of cells by their type, for those that show no text.
_VALUES = ("office:string-value", "office:value", "office:date-value", "office:time-value", "office:boolean-value")
# Columns beyond the last of any program have no letters.
_MOST_COLUMNS = 16_384
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


@dataclass(slots=True)
class _Position:
    """The cell of a sheet that is read."""

    sheet: str
    row: int = 1
    column: int = 1

    @property
    def place(self) -> str:
        """The sheet and the cell: `Feuille1, B3`."""
        return f"{self.sheet}, {get_column_letter(min(self.column, _MOST_COLUMNS))}{self.row}"


class Texts:
    """Reads the texts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = Styles(document)
        # The number of items in the last list of each style, for lists that continue the numbering.
        self._ended: dict[str, int] = {}
        self._notes: list[Element] = []
        self._objects: set[str] = set()
        # In the cells of the current table.
        self._asides: list[Aside] = []
        self._position: _Position | None = None

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
            if rows := self._table(element, place).all(place):
                yield rows
            yield from self._asides_of_table()
        elif tag == "office:annotation":
            yield from comment(element, self.blocks, self._place(place))
        elif tag == "draw:object":
            yield from self._object(element, self._place(place))
        elif tag in _DESCRIPTIONS:
            yield from aside(AsideKind.PICTURE, described_lines(element.text_recursive), self._place(place))
        elif tag == "office:forms":
            yield from form_fields(element, self._place(place))
        elif tag not in _LEFT_OUT:
            yield from self.blocks(element, place)

    def _object(self, element: Element, place: str) -> Iterator[Aside]:
        """Yield the words of an object; a file may refer to one a million times."""
        path = attribute(element, "xlink:href")
        if not path or path not in self._objects:
            self._objects.add(path)
            yield from object_asides(element, self._document, place)

    def sheet(self, table: Element, name: str) -> Iterator[DocumentBlock]:
        """Yield the table of a sheet, if it has texts, then what is around its cells."""
        self._position = _Position(name)
        found = self._table(table, "").filled()
        self._position = None
        if found:
            yield found
        yield from self._asides_of_table()
        for child in table.children:
            if child.tag == "table:shapes":
                yield from self._drawn(child.children, name)
            elif child.tag in ("office:forms", *_DESCRIPTIONS):
                yield from self.block(child, name)

    def _place(self, place: str) -> str:
        return self._position.place if self._position else place

    def _drawn(self, shapes: list[Element], place: str) -> Iterator[Aside]:
        """Yield the texts of shapes on a sheet, and what is drawn in them."""
        for shape in shapes:
            blocks = list(self.blocks(shape, place))
            yield from aside(AsideKind.TEXT_BOX, flat(blocks), place)
            yield from (block for block in blocks if isinstance(block, Aside))

    def _asides_of_table(self) -> list[Aside]:
        found, self._asides = self._asides, []
        return found

    def _table(self, table: Element, place: str) -> Cells:
        cells = Cells()
        self._rows(table, cells, place)
        return cells

    def _rows(self, parent: Element, cells: Cells, place: str) -> None:
        for child in parent.children:
            if child.tag in _ROW_GROUPS:
                self._rows(child, cells, place)
            elif child.tag == "table:table-row":
                times = repeated(child, "table:number-rows-repeated")
                cells.add(list(self._cells(child, place)), times)
                if self._position:
                    self._position.row += times
                    self._position.column = 1

    def _cells(self, row: Element, place: str) -> Iterator[tuple[int, Cell]]:
        for cell in row.children:
            if cell.tag in _CELLS:
                times = repeated(cell, "table:number-columns-repeated")
                yield times, self._cell(cell, place)
                if self._position:
                    self._position.column += times

    def _cell(self, cell: Element, place: str) -> Cell:
        on_sheet = self._position is not None
        children = cell.children
        shapes = [child for child in children if on_sheet and child.tag.startswith(_DRAWN)]
        blocks = [found for child in children if child not in shapes for found in self.block(child, place)]
        self._asides += [block for block in blocks if isinstance(block, Aside)]
        self._asides += self._drawn(shapes, self._place(place))
        lines = flat(blocks)
        if on_sheet and not lines:
            lines = list(self._hidden_value(cell))
        if cell.tag == "table:covered-table-cell":
            self._asides += aside(AsideKind.COVERED, lines, self._place(place))
            return MERGED
        if self._styles.is_bold(cell, inherited=False):
            lines = [replace(line, bold=True, lead="") for line in lines]
        return Cell(tuple(lines))

    def _hidden_value(self, cell: Element) -> tuple[TextLine, ...]:
        """Return the value of a cell that shows no text; keep its formula aside if it has no value either."""
        value = next(filter(None, (attribute(cell, name) for name in _VALUES)), "")
        formula = attribute(cell, "table:formula")
        if formula and not value:
            self._asides += aside(AsideKind.FORMULA, [TextLine(f"={formula.partition('=')[2]}")], self._place(""))
        return cell_of(value).lines

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
        lines = split(paragraph.runs)
        made = TextLine("", level, heading=self._heading(element), number=number, place=place, continues=continues)
        for line in [in_one_line(lines)] if made.heading else lines:
            if words(line).strip():
                yield replace(made, text=words(line), bold=is_bold(line), lead=lead(line))
                made = replace(made, number="")
        for inner in paragraph.asides:
            if inner.tag == "text:note":
                self._notes.append(inner)
            else:
                yield from self.block(inner, place)

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
            elif tag.startswith(_ASIDE) and tag not in ("draw:a", "office:annotation-end"):
                into.asides.append(child)
            elif tag == "text:ruby-text":
                into.runs.append((f" ({child.text_recursive})", bold))
            elif tag not in _LEFT_OUT:
                self._gather(child, self._styles.is_bold(child, bold) if tag == "text:span" else bold, into)
            into.runs.append((_spaced(child.tail or ""), bold))


def _spaced(text: str) -> str:
    """Return text with spaces for the line ends and tabs of the XML file."""
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
