"""Writes a presentation slide by slide: real titles, real text, tables, and what to say in the notes.

Lengths are in millimetres, sizes of type in points.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Mm, Pt

from coopform.model.case import Recueil
from coopform.outputs.office_zip import without_times
from coopform.text.languages import USAGE

WIDTH, HEIGHT, MARGIN = 338.7, 190.5, 13.0
TITLE_TOP, TITLE_HEIGHT, TITLE_SIZE = 10.0, 18.0, 30
MEASURE = WIDTH - 2 * MARGIN
# Around the text of a cell.
CELL_MARGIN = 1.5
# The space after a paragraph that another follows, in sizes of the type, as on the printed slides.
_AFTER = 0.2
# The layouts of the template that python-pptx brings: a title alone.
_TITLE_ONLY = 5
# The number of a slide: its width, the foot in which it is, its size, the identifier of its field.
_NUMBER, _FOOT, _NUMBER_SIZE = 30.0, 10.0, 14
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_INK, _ACCENT, _RULE = "1C2227", "0B4F6C", "3F4951"
_OF_TEMPLATES = "en-US"
# The table without a style, by the identifier that every PowerPoint knows.
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a paragraph; `language` is that of the presentation when not given."""

    text: str
    is_bold: bool = False
    is_accent: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph; from level 1 on it has a bullet, and without one it may begin where those of a list do.

    `hang` is the width of what hangs before it, up to a tab.
    """

    parts: Sequence[TextPart]
    level: int = 0
    is_inset: bool = False
    hang: float = 0


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row of a table: what names it, what it says, its height."""

    name: Sequence[TextParagraph]
    words: Sequence[TextParagraph]
    height: float


class Deck:
    """A presentation being written."""

    def __init__(self, recueil: Recueil, title: str) -> None:
        self.language = USAGE[recueil.langue].tag
        accent = (recueil.couleur or _ACCENT).removeprefix("#")
        # python-pptx has no types for its colours.
        make: Any = RGBColor
        self.colours = {True: make(*bytes.fromhex(accent)), False: make(*bytes.fromhex(_INK))}
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Mm(WIDTH), Mm(HEIGHT)
        self._describe(title, recueil)

    def _describe(self, title: str, recueil: Recueil) -> None:
        """Set the properties of the file instead of those of the template."""
        properties = self.file.core_properties
        for child in list(properties._element):
            properties._element.remove(child)
        properties.title, properties.author = title[:255], ", ".join(recueil.organisateurs)[:255]
        properties.language = self.language

    def _set_language(self) -> None:
        """Give the texts that the templates bring the language of the presentation: new ones take it over."""
        for part in self.file.part.package.iter_parts():
            if isinstance(part, XmlPart):
                for element in part._element.iterfind(f".//*[@lang='{_OF_TEMPLATES}']"):
                    element.set("lang", self.language)

    def slide(
        self,
        title: str | TextPart,
        notes: Sequence[str] = (),
        *,
        top: float = TITLE_TOP,
        height: float = TITLE_HEIGHT,
        size: float = TITLE_SIZE,
    ) -> Slide:
        """Add a slide with its title, and what to say."""
        slide: Slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_ONLY])
        shape = slide.shapes.title
        assert shape is not None  # noqa: S101 (the layout has one)
        shape.left, shape.top, shape.width, shape.height = Mm(MARGIN), Mm(top), Mm(MEASURE), Mm(height)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        part = TextPart(title) if isinstance(title, str) else title
        self.fill(shape.text_frame, [TextParagraph([replace(part, is_bold=True, is_accent=True)])], size)
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        if notes:
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None  # noqa: S101 (the template has one)
            frame.text = "\n".join(notes)
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    run._r.get_or_add_rPr().set("lang", self.language)
        return slide

    def text(self, slide: Slide, paragraphs: Sequence[TextParagraph], size: float, top: float) -> None:
        """Add a box of text below the title."""
        box = slide.shapes.add_textbox(Mm(MARGIN), Mm(top), Mm(MEASURE), Mm(HEIGHT - MARGIN - top))
        box.text_frame.word_wrap = True
        self.fill(box.text_frame, paragraphs, size)

    def table(
        self, slide: Slide, rows: Sequence[NamedRow], top: float, words: float, sizes: tuple[float, float]
    ) -> None:
        """Add a table of two columns below the title.

        Args:
            slide: where.
            rows: of the table.
            top: where it begins.
            words: the width of what its rows say; the rest is for their names.
            sizes: of the type of names, and of words.
        """
        height = sum(row.height for row in rows)
        shape = slide.shapes.add_table(len(rows), 2, Mm(MARGIN), Mm(top), Mm(MEASURE), Mm(height))
        table = shape.table
        table.first_row, table.horz_banding, table.first_col = False, False, True
        shape._element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN_TABLE
        second = words + 2 * CELL_MARGIN
        table.columns[0].width, table.columns[1].width = Mm(MEASURE - second), Mm(second)
        for made, row in zip(table.rows, rows, strict=True):
            made.height = Mm(row.height)
            for cell, paragraphs, size in zip(made.cells, (row.name, row.words), sizes, strict=True):
                cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Mm(CELL_MARGIN)
                self.fill(cell.text_frame, paragraphs, size)
                _rule_below(cell)

    def fill(self, frame: Any, paragraphs: Sequence[TextParagraph], size: float) -> None:
        """Write paragraphs in a frame, instead of its empty one."""
        for number, one in enumerate(paragraphs):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            if number < len(paragraphs) - 1:
                paragraph.space_after = Pt(round(size * _AFTER, 1))
            if one.level:
                _bullet(paragraph, one.level, size)
            elif one.is_inset:
                paragraph._p.get_or_add_pPr().set("marL", str(int(Pt(size))))
            elif one.hang:
                properties = paragraph._p.get_or_add_pPr()
                properties.set("marL", str(int(Mm(one.hang))))
                properties.set("indent", str(-int(Mm(one.hang))))
            for part in one.parts:
                run = paragraph.add_run()
                run.text = part.text
                run.font.size, run.font.bold = Pt(size), part.is_bold
                run.font.color.rgb = self.colours[part.is_accent]
                run._r.get_or_add_rPr().set(
                    "lang", USAGE[part.language].tag if part.language in USAGE else self.language
                )

    def number_slides(self) -> None:
        """Number the slides at their foot: after the other shapes, which a screen reader reads first."""
        x, y, width, height = map(int, map(Mm, (WIDTH - MARGIN - _NUMBER, HEIGHT - _FOOT, _NUMBER, _FOOT)))
        for number, slide in enumerate(self.file.slides, start=1):
            name = max(shape.shape_id for shape in slide.shapes) + 1
            slide.shapes._spTree.append(
                parse_xml(
                    f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{name}" name="Slide Number {number}"/>'
                    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/>'
                    f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
                    '</a:xfrm></p:spPr><p:txBody><a:bodyPr rIns="0" tIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p>'
                    f'<a:pPr algn="r"/><a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{self.language}" '
                    f'sz="{_NUMBER_SIZE * 100}"><a:solidFill><a:srgbClr val="{_RULE}"/></a:solidFill></a:rPr>'
                    f"<a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
                )
            )

    def as_bytes(self) -> bytes:
        """Return the presentation as a file; the same slides give the same bytes."""
        self._set_language()
        stream = io.BytesIO()
        self.file.save(stream)
        return without_times(stream.getvalue())


def _rule_below(cell: Any) -> None:
    """Draw a thin rule under a cell."""
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(
        0,
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{int(Pt(0.7))}"><a:solidFill><a:srgbClr val="{_RULE}"/></a:solidFill></a:lnB>'
        ),
    )


def _bullet(paragraph: Any, level: int, size: float) -> None:
    """Hang a bullet before a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    indent = int(Pt(size))
    properties.set("marL", str(indent * level))
    properties.set("indent", str(-indent))
    bullet = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(bullet)
