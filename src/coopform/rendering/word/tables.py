"""Tables: real ones, whose first column and first row are headings."""

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from coopform.rendering.word import styles
from coopform.rendering.word.writer import Place, Writer

# A row of more characters may break across pages; a shorter one moves to the next page.
_LONG_ROW = 1200
# Between a table and what follows it, in points.
_GAP = 6
# Between a rule and the text on its right, in twentieths of a point.
_BESIDE_RULE = 130


def add(
    writer: Writer, widths: Sequence[float], title: str, *, has_head: bool = False, style: str = styles.TABLE
) -> Table:
    """Add a table without rows.

    Args:
        writer: of the document.
        widths: of the columns, in millimetres.
        title: for screen readers.
        has_head: whether its first row is one of headings, repeated on each page.
        style: the identifier of its style.
    """
    table: Table = writer.docx.add_table(0, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr
    properties.style = style
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    look.attrib.clear()
    look.set(qn("w:val"), "06A0" if has_head else "0680")
    for name, value in (("firstRow", has_head), ("firstColumn", True), ("noHBand", True), ("noVBand", True)):
        look.set(qn(f"w:{name}"), str(int(value)))
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    properties.append(caption)
    return table


def add_row(table: Table, *, is_head: bool = False, height: float = 0) -> list[_Cell]:
    """Add a row and return its cells; a row of headings is repeated on each page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    if height:
        row.height = Mm(height)
    _set(row, "w:cantSplit")
    if is_head:
        _set(row, "w:tblHeader")
    return list(row.cells)


def let_long_rows_split(table: Table) -> None:
    """Let long rows break across pages."""
    for row in table._tbl.tr_lst:
        if max((len("".join(cell.itertext())) for cell in row.tc_lst), default=0) > _LONG_ROW:
            properties = row.get_or_add_trPr()
            for mark in properties.findall(qn("w:cantSplit")):
                properties.remove(mark)


def keep_together(table: Table) -> None:
    """Keep the rows of a table that is lower than a page on one page."""
    for row in list(table.rows)[:-1]:
        _keep_with_next(row)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def rule_above(cells: Sequence[_Cell], colour: str) -> None:
    """Draw the strong rule above a row."""
    for cell in cells:
        borders = OxmlElement("w:tcBorders")
        borders.append(_border("w:top", colour, 12))
        cell._tc.get_or_add_tcPr().append(borders)


def rule_between_columns(table: Table) -> None:
    """Draw a thin rule between the columns: cases side by side are read downwards."""
    borders = OxmlElement("w:tblBorders")
    borders.append(_border("w:insideV", styles.RULE, styles.RULE_WIDTH))
    properties = table._tbl.tblPr
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst[1:]:
            margins = OxmlElement("w:tcMar")
            margins.append(OxmlElement("w:left", attrs={qn("w:w"): str(_BESIDE_RULE), qn("w:type"): "dxa"}))
            cell.get_or_add_tcPr().append(margins)


def gap(writer: Writer, place: Place) -> Paragraph:
    """Separate a table from what follows it; Word would join it to a next table."""
    paragraph = writer.add(place, "Normal")
    shrink(paragraph)
    return paragraph


def end(writer: Writer, place: Place, table: Table) -> None:
    """End a document with a table: its last row goes with the paragraph after it, which has no page of its own."""
    _keep_with_next(table.rows[-1])
    gap(writer, place)


def shrink(paragraph: Paragraph) -> None:
    """Make an empty paragraph as low as possible."""
    paragraph.paragraph_format.line_spacing = Pt(_GAP)


def _border(name: str, colour: str, width: int) -> BaseOxmlElement:
    values = {"val": "single", "sz": str(width), "space": "0", "color": colour}
    return OxmlElement(name, attrs={qn(f"w:{key}"): value for key, value in values.items()})


def _set(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
