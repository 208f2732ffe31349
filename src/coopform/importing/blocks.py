"""A document as readers give it, whatever its format: paragraphs, headings and tables, in their order.

All texts are plain, as typed; spaces and bullets are cleaned later, in one place.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph, a line of a paragraph with line breaks, or an item of a list.

    Attributes:
        text: what it says, without its bullet when the format keeps bullets apart.
        level: how far in a list it stands: 0 for a paragraph, 1 for an item, 2 for an item under it.
        bold: whether all of it is bold: a label, perhaps.
        heading: the level of a heading, 0 for none; the title of a slide is 1.
        number: the number of a numbered item as shown (`1.`, `a)`), empty for a bullet.
        place: where it was found, for the report: `page 2`, `slide 3`, `line 14`; empty when the format has none.
        lead: the words in bold that begin it, when not all of it is bold: « Pilotage : », perhaps.
        continues: whether it is a further paragraph of the item before it.
    """

    text: str
    level: int = 0
    bold: bool = False
    heading: int = 0
    number: str = ""
    place: str = ""
    lead: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines; merged with the one before it, in its row or above, it is `merged` and empty."""

    lines: tuple[TextLine, ...] = ()
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, as many in each row as the widest has."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A new slide, page or sheet of a workbook begins; `name` is that of the sheet, if any."""

    name: str = ""
    place: str = ""


DocumentBlock = TextLine | Table | Break


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document that was read.

    Attributes:
        name: of its file, without folders.
        blocks: in the order of reading.
        data: cases already in the shape of a case file (what `coopform export` wrote), each with its `id` if it has
            one; the blocks are then empty.
        recueil: likewise the description of their collection, in the shape of `_recueil.yaml`; None without one.
    """

    name: str
    blocks: tuple[DocumentBlock, ...] = ()
    data: tuple[dict[str, object], ...] = field(default_factory=tuple)
    recueil: dict[str, object] | None = None


def flat(found: list[DocumentBlock]) -> list[TextLine]:
    """Return the lines of blocks, those of the cells of tables among them, in order."""
    result: list[TextLine] = []
    for block in found:
        if isinstance(block, TextLine):
            result.append(block)
        elif isinstance(block, Table):
            result.extend(line for row in block.rows for cell in row for line in cell.lines)
    return result
