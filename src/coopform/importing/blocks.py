"""The blocks that readers make of a document of any format: lines, tables and breaks, in their order.

All texts are plain, as typed; `cleaning` cleans them later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from coopform.text.i18n import mark


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph, a line of a paragraph with line breaks, or an item of a list.

    Attributes:
        text: its words, without its bullet if the format stores bullets separately.
        level: in a list: 0 for a paragraph, 1 for an item, 2 for an item under it.
        bold: whether all of it is bold, as labels often are.
        heading: the level of a heading, 0 for none; the title of a slide is 1.
        number: the number of a numbered item as shown (`1.`, `a)`), empty for a bullet.
        place: in the document, for the report: `page 2`, `slide 3`, `line 14`; empty if the format has none.
        lead: the bold words at its beginning, if not all of it is bold: « Pilotage : ».
        continues: whether it is another paragraph of the item before it.
        underlined: whether all of it is underlined, as labels sometimes are.
    """

    text: str
    level: int = 0
    bold: bool = False
    heading: int = 0
    number: str = ""
    place: str = ""
    lead: str = ""
    continues: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. A cell that is merged with the one to its left or above is `merged` and empty."""

    lines: tuple[TextLine, ...] = ()
    merged: bool = False

    @property
    def words(self) -> str:
        """Its words in one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, at least one, all of the same length."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """The beginning of a slide, a page or a sheet of a workbook; `name` is that of the sheet, if any."""

    name: str = ""
    place: str = ""


class AsideKind(StrEnum):
    """What words around the text of a document are, or drawn into it."""

    HEADER = mark("header")
    FOOTER = mark("footer")
    COMMENT = mark("comment")
    TEXT_BOX = mark("text box")
    DIAGRAM = mark("diagram")
    CHART = mark("chart")
    EQUATION = mark("equation")
    FORMULA = mark("formula")
    INSERTED = mark("inserted document")
    PICTURE = mark("text of a picture")
    HIDDEN = mark("hidden text")
    LINK = mark("link")
    TITLE = mark("title of the page")
    COVERED = mark("text under merged cells")
    MAIL = mark("letter or e-mail")
    PAGE = mark("menu or foot of a web page")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words around the text of a document or drawn into it: they are part of no rubric, and are kept.

    Attributes:
        kind: what they are.
        lines: the words; of a link its address, whose `lead` are the words that lead there.
        place: in the document, as in `TextLine`.
    """

    kind: AsideKind
    lines: tuple[TextLine, ...]
    place: str = ""


TextBlock = TextLine | Table | Break
DocumentBlock = TextBlock | Aside


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document, read.

    Attributes:
        name: of its file, without folders.
        blocks: in reading order.
        data: the cases of an export of coopform, as they are typed in case files, each with its `id` if it has one; the
            blocks are then empty.
        recueil: the description of their collection, as it is typed in `_recueil.yaml`; None without one.
        front_matter: the keys and texts above the text of a Markdown file, in their order; the values of a list are
            lines of one text.
    """

    name: str
    blocks: tuple[DocumentBlock, ...] = ()
    data: tuple[dict[str, object], ...] = field(default_factory=tuple)
    recueil: dict[str, object] | None = None
    front_matter: tuple[tuple[str, str], ...] = ()


def aside(kind: AsideKind, lines: list[TextLine], place: str = "") -> Iterator[Aside]:
    """Yield an aside with these lines, nothing without any."""
    if lines:
        yield Aside(kind, tuple(lines), place)


def lines_of(cells: Iterable[Cell]) -> list[TextLine]:
    """Return the lines of cells, in order."""
    return [line for cell in cells for line in cell.lines]


def flat(found: list[DocumentBlock]) -> list[TextLine]:
    """Return the lines of blocks, including those in the cells of tables, in order."""
    result: list[TextLine] = []
    for block in found:
        if isinstance(block, TextLine):
            result.append(block)
        elif isinstance(block, Table):
            result.extend(lines_of(cell for row in block.rows for cell in row))
    return result
