"""Writes a document paragraph by paragraph: what every kind of document has in common."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import docx
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from coopform.handouts.documents import Content, Document
from coopform.rendering.word import styles
from coopform.rendering.word.page import Page, lay_out
from coopform.rendering.word.words import address, one_line, shown
from coopform.text.i18n import Translator

Place: TypeAlias = Docx | _Cell
BOX = "\u2610"
_TAB_OR_BREAK = re.compile(r"[\t\r\n]")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text with a format or a language of its own, or a link."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_muted: bool = False
    is_to_write: bool = False
    link: str = ""
    language: str = ""


Piece: TypeAlias = str | Words


class Writer:
    """A document being written.

    Attributes:
        docx: the document of python-docx.
        document: its content.
        title: the title in the properties of the file; what the document is, and its collection, unless it has another.
        accent: the colour of its headings, as six hexadecimal digits.
        language: of what is being written: that of the labels, but `in_language`.
        page: the paper of the section being written.
        t: translates messages.
        drawings: how many it has so far.
    """

    def __init__(self, document: Document[Content], page: Page, sizes: styles.Sizes, title: str = "") -> None:
        self.document = document
        self.language = document.language
        self.page = page
        self.t = Translator(document.language)
        self.title = title or self._named(self.t(document.label))
        self.drawings = 0
        self.docx = docx.Document()
        self.accent = (document.recueil.couleur or styles.ACCENT).removeprefix("#").upper()
        styles.install(self.docx, sizes, document.language, self.accent)
        lay_out(self.docx.sections[0], page)

    def name(self, label: str) -> None:
        """Name the file after what it is, as « label – title of the collection »."""
        self.title = self._named(label)

    def _named(self, label: str) -> str:
        titre = self.document.recueil.titre
        return f"{label} – {titre}" if titre else label

    @contextmanager
    def in_language(self, language: str) -> Iterator[None]:
        """Write what follows in the language of a case: with its spaces, spelled and read aloud as such."""
        before, self.language = self.language, language
        try:
            yield
        finally:
            self.language = before

    def add(self, place: Place, style: str, *pieces: Piece) -> Paragraph:
        """Add a paragraph in a style; the first of a cell replaces its empty one."""
        paragraph = _untouched(place) or place.add_paragraph()
        if style != "Normal":
            paragraph._p.insert(0, styles.style_mark(style))
        self.write(paragraph, *pieces)
        return paragraph

    def write(self, paragraph: Paragraph, *pieces: Piece) -> None:
        """Write at the end of a paragraph."""
        for piece in pieces:
            words = Words(piece) if isinstance(piece, str) else piece
            language = words.language or self.language
            run = paragraph.add_run()
            _fill(run, shown(words.text, language))
            if words.is_bold:
                run.bold = True
            if words.is_italic:
                run.italic = True
            if words.is_underlined:
                run.underline = True
            if words.is_muted:
                run.font.color.rgb = RGBColor.from_string(styles.MUTED)
            if words.is_to_write:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            if language != self.document.language:
                run._r.get_or_add_rPr().append(styles.language_mark(language))
            url = address(words.link) if words.link else None
            if url:
                run.style = self.docx.styles["Hyperlink"]
                _wrap_in_link(paragraph, run._r, url)

    def section(self, page: Page, columns: int = 1, *, on_new_page: bool = True) -> Section:
        """Begin a section on another paper, or in columns on the same page."""
        section: Section = self.docx.add_section(WD_SECTION.NEW_PAGE if on_new_page else WD_SECTION.CONTINUOUS)
        lay_out(section, page)
        self.page = page
        set_columns(section, columns)
        return section

    def lines(self, place: Place, count: int, *, together: int = 0) -> None:
        """Add ruled lines to write on, the first of which stay on one page `together` with what follows them."""
        for number in range(1, count + 1):
            line = self.add(place, "Writing Line")
            line.paragraph_format.keep_with_next = number <= together or None

    def boxes(self, place: Place, words: Sequence[str]) -> None:
        """Add boxes to tick, each with its word, in one line."""
        paragraph = self.add(place, "Normal")
        for index, word in enumerate(words):
            add_box(paragraph)
            self.write(paragraph, f"\u00a0{word}" + ("   " if index < len(words) - 1 else ""))

    def header(self, section: Section, words: str, *, style: str = "header") -> None:
        """Put words at the head of each page of a section."""
        section.different_first_page_header_footer = True
        for header in (section.first_page_header, section.header):
            header.is_linked_to_previous = False
            paragraph = header.paragraphs[0]
            paragraph._p.style = styles.style_id(style)
            self.write(paragraph, one_line(words))

    def footer(self, section: Section, words: str, *, on_first_page: bool = False) -> None:
        """Number the pages of a section, after words that name the document; on the first page only when asked for."""
        section.different_first_page_header_footer = True
        for footer, left in ((section.first_page_footer, words if on_first_page else ""), (section.footer, words)):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph._p.style = styles.style_id("footer")
            _tab_stop(paragraph, self.page)
            self.write(paragraph, one_line(left))
            paragraph.add_run("\t")
            add_field(paragraph, "PAGE", "1")
            paragraph.add_run("\u00a0/\u00a0")
            add_field(paragraph, "NUMPAGES", "1")


def _untouched(place: Place) -> Paragraph | None:
    if not isinstance(place, _Cell):
        return None
    paragraphs = place._tc.p_lst
    return Paragraph(paragraphs[0], place) if len(paragraphs) == 1 and not len(paragraphs[0]) else None


def _fill(run: Run, text: str) -> None:
    """Give a new run its text. Only one with tabs or breaks needs python-docx, which looks at each character."""
    if _TAB_OR_BREAK.search(text):
        run.text = text
    elif text:
        run._r.add_t(text)


def _wrap_in_link(paragraph: Paragraph, run, url: str) -> None:  # type: ignore[no-untyped-def]
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.replace(run, link)
    link.append(run)


def _tab_stop(paragraph: Paragraph, page: Page) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(page.measure), WD_TAB_ALIGNMENT.RIGHT)


def add_field(paragraph: Paragraph, code: str, result: str) -> None:
    """Add a field that the word processor computes, with the text that it shows until then."""
    add_field_mark(paragraph, "begin")
    add_field_mark(paragraph, "", f" {code} ")
    add_field_mark(paragraph, "separate")
    paragraph.add_run(result)
    add_field_mark(paragraph, "end")


def add_field_mark(paragraph: Paragraph, kind: str, code: str = "") -> None:
    """Add a part of a field: its begin, separate or end mark, or its code."""
    name = "w:instrText" if code else "w:fldChar"
    element = OxmlElement(name, attrs={qn("xml:space"): "preserve"} if code else {qn("w:fldCharType"): kind})
    if code:
        element.text = code
    paragraph.add_run()._r.append(element)


def add_box(paragraph: Paragraph) -> None:
    """Add a box that is ticked by a click, or by pen on paper."""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
            '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
            f"</w:rPr><w:t>{BOX}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def set_columns(section: Section, count: int) -> None:
    """Set the text of a section in columns."""
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section._sectPr.append(columns)
    columns.attrib.clear()
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), "340")
