"""The styles of a document: those of the word processor wherever it has one, so that they can be changed at once.

The style sheet is written from scratch instead of amended: the one that python-docx brings has two hundred styles that
nobody asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document as Docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from coopform.text.languages import USAGE

FONT = "Calibri"
INK = "1C2227"
MUTED = "55606A"
# As in print: a lighter or a thinner rule, in eighths of a point, is lost on a photocopier.
RULE, RULE_WIDTH = "3F4951", 6
ACCENT = "0B4F6C"
# The indentation of a level of a list, in twentieths of a point.
INDENT = 230
LEVELS = 3
# The priority of our own styles in the list of the word processor, and of lists.
OURS = 12
# The size of small print, relative to the text.
_SMALL_PRINT = 0.76
# A letter in the head of a page, in points: it fits between the edge of the paper and the text.
_LETTER = 16
# Above and below the text of a cell of a small table, in points.
_SMALL_PADDING = 2.5
# In points: a heading in a cell begins the cell.
_BEFORE_HEADINGS = (0, 4, 4)

# Where the page numbers of contents end, at the right of an A4: dots lead to them.
_PAGE_NUMBER = '<w:tab w:val="right" w:leader="dot" w:pos="10035"/>'

TABLE = "CoopformGrid"
SMALL_TABLE = "CoopformGridSmall"


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of texts in points; `padding` is above and below the text of a cell, `small` that of a small table."""

    text: float
    title: float
    headings: tuple[float, float, float]
    small: float = 9
    padding: float = 5


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: its name in the style sheet, its properties as XML."""

    name: str
    size: float = 0
    before: float = 0
    after: float = 0
    colour: str = ""
    is_bold: bool = False
    is_italic: bool = False
    keeps_next: bool = False
    borders: str = ""
    numbering: str = ""
    tabs: str = ""
    line: str = ""
    indent: str = ""
    align: str = ""
    outline: str = ""
    next: str = ""
    rank: int = 1


def style_id(name: str) -> str:
    """Return the identifier of a style: `List Bullet 2` gives `ListBullet2`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def style_mark(name: str) -> BaseOxmlElement:
    """Return the properties of a new paragraph in a style: python-docx would look for all that may come after it."""
    properties: BaseOxmlElement = OxmlElement("w:pPr")
    properties.append(OxmlElement("w:pStyle", attrs={qn("w:val"): style_id(name)}))
    return properties


def language_mark(language: str) -> BaseOxmlElement:
    """Return the property of a run in another language than that of its document."""
    mark: BaseOxmlElement = parse_xml(f'<w:lang {nsdecls("w")} w:val="{USAGE[language].tag}"/>')
    return mark


def install(docx: Docx, sizes: Sizes, language: str, accent: str) -> None:
    """Give a new document its styles and its lists, instead of the default ones."""
    styles = [_defaults(sizes, language), *_built_in(), *map(_paragraph_style, _paragraph_styles(sizes, accent))]
    styles += [_table_style(TABLE, "Coopform Grid", "", _twips(sizes.padding), accent)]
    small = f'<w:rPr><w:sz w:val="{_half(sizes.small)}"/><w:szCs w:val="{_half(sizes.small)}"/></w:rPr>'
    styles += [_table_style(SMALL_TABLE, "Coopform Small Grid", small, _twips(_SMALL_PADDING), accent)]
    _replace(docx.styles.element, f"<w:styles {nsdecls('w')}>{''.join(styles)}</w:styles>")
    numbering = docx.part.numbering_part.element
    _replace(numbering, f"<w:numbering {nsdecls('w')}>{_numbering(accent)}</w:numbering>")


def _replace(element, xml: str) -> None:  # type: ignore[no-untyped-def]
    element[:] = list(parse_xml(xml))


def _half(points: float) -> int:
    return round(points * 2)


def _twips(points: float) -> int:
    return round(points * 20)


def _defaults(sizes: Sizes, language: str) -> str:
    size = _half(sizes.text)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" '
        f'w:eastAsia="{FONT}"/><w:color w:val="{INK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{USAGE[language].tag}" w:eastAsia="{USAGE[language].tag}" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _built_in() -> list[str]:
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:u w:val="single"/></w:rPr></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ]


def _paragraph_styles(sizes: Sizes, accent: str) -> list[ParagraphStyle]:
    small = max(8.5, sizes.text * _SMALL_PRINT)
    rule = f'w:val="single" w:sz="{RULE_WIDTH}" w:space="0" w:color="{RULE}"'
    line = f"<w:bottom {rule}/><w:between {rule}/>"
    headings = [
        ParagraphStyle(
            f"heading {level}", size, _BEFORE_HEADINGS[level - 1], 2, accent, True, keeps_next=True, next="Normal",
            outline=f'<w:outlineLvl w:val="{level - 1}"/>', rank=9,
        )
        for level, size in enumerate(sizes.headings, 1)
    ]  # fmt: skip
    lists = []
    for level in range(1, LEVELS + 1):
        numbering = f'<w:numPr><w:numId w:val="{level}"/></w:numPr>'
        indent = f'<w:ind w:left="{INDENT * level}"/>'
        lists.append(ParagraphStyle(of_level("List Bullet", level), after=1.5, numbering=numbering, rank=10))
        lists.append(ParagraphStyle(of_level("List Continue", level), after=1.5, indent=indent, rank=11))
    return [
        ParagraphStyle("Title", sizes.title, 0, 3, accent, True, keeps_next=True, next="Normal", rank=8),
        ParagraphStyle("Subtitle", sizes.text, 0, 5, MUTED, next="Normal", rank=8),
        *headings,
        *lists,
        ParagraphStyle("Kicker", small, 0, 2, MUTED, True, keeps_next=True, next="Title", rank=OURS),
        ParagraphStyle("Row Label", 0, 0, 1, accent, True, rank=OURS),
        ParagraphStyle("To Fill In", after=1.5, colour=MUTED, rank=OURS),
        ParagraphStyle("Writing Line", borders=line, line='w:line="480" w:lineRule="exact"', rank=OURS),
        ParagraphStyle("Small Print", small, 0, 3, MUTED, rank=OURS),
        ParagraphStyle("Quote", small, 0, 2, rank=13),
        ParagraphStyle("Body Text", after=6, rank=2),
        ParagraphStyle("toc 1", after=4, tabs=_PAGE_NUMBER, rank=39),
        ParagraphStyle("TOC Heading", sizes.headings[0], 0, 6, accent, True, keeps_next=True, rank=39),
        ParagraphStyle("footer", 8.5, colour=MUTED, rank=99),
        ParagraphStyle("Case Letter", _LETTER, 0, 0, accent, True, align='<w:jc w:val="right"/>', rank=OURS),
    ]


def _paragraph_style(style: ParagraphStyle) -> str:
    spacing = f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}" {style.line}/>'
    properties = [
        "<w:keepNext/><w:keepLines/>" if style.keeps_next else "",
        style.numbering,
        f"<w:pBdr>{style.borders}</w:pBdr>" if style.borders else "",
        f"<w:tabs>{style.tabs}</w:tabs>" if style.tabs else "",
        spacing,
        style.indent,
        style.align,
        style.outline,
    ]
    marks = [
        "<w:b/><w:bCs/>" if style.is_bold else "",
        "<w:i/><w:iCs/>" if style.is_italic else "",
        f'<w:color w:val="{style.colour}"/>' if style.colour else "",
        f'<w:sz w:val="{_half(style.size)}"/><w:szCs w:val="{_half(style.size)}"/>' if style.size else "",
    ]
    following = f'<w:next w:val="{style_id(style.next)}"/>' if style.next else ""
    custom = ' w:customStyle="1"' if style.rank == OURS else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:uiPriority w:val="{style.rank}"/><w:qFormat/>'
        f"<w:pPr>{''.join(properties)}</w:pPr><w:rPr>{''.join(marks)}</w:rPr></w:style>"
    )


def _table_style(identifier: str, name: str, text: str, padding: int, accent: str) -> str:
    """Return a style of tables: rules between rows only, the first column and the first row as headings."""
    thin = f'w:val="single" w:sz="{RULE_WIDTH}" w:space="0" w:color="{RULE}"'
    thick = f'w:val="single" w:sz="18" w:space="0" w:color="{accent}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="12"/><w:qFormat/>{text}'
        f"<w:tblPr><w:tblBorders><w:top {thick}/><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>"
        f'<w:tblCellMar><w:top w:w="{padding}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{padding}" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom {thick}/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _numbering(accent: str) -> str:
    """Return three lists, one per level, like those of the built-in styles."""
    levels = range(1, LEVELS + 1)
    lists = "".join(bullets(level, of_level("List Bullet", level), level, accent) for level in levels)
    return lists + "".join(map(_number, levels))


def of_level(name: str, level: int) -> str:
    """Return the name of the style of a level of a list: `List Bullet`, `List Bullet 2`."""
    return f"{name} {level}" if level > 1 else name


def bullets(identifier: int, style: str, level: int, accent: str, *, before: int = 0, step: int = INDENT) -> str:
    """Return the list of a style, as XML.

    Args:
        identifier: of the list.
        style: the style of its items.
        level: from 1: its sign and its indentation.
        accent: the colour of its sign.
        before: how far the sign of the first level is indented, in twentieths of a point.
        step: how much further each level is.
    """
    left = before + step * level
    return (
        f'<w:abstractNum w:abstractNumId="{identifier}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id(style)}"/>'
        f'<w:lvlText w:val="{"•–•"[level - 1]}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        f'w:hanging="{step}"/></w:pPr><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" '
        f'w:hint="default"/><w:color w:val="{accent}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def add(docx: Docx, styles: Sequence[ParagraphStyle], lists: Mapping[int, str]) -> None:
    """Add styles of one kind of document, and its lists as XML, by their identifiers."""
    docx.styles.element.extend(
        list(parse_xml(f"<w:styles {nsdecls('w')}>{''.join(map(_paragraph_style, styles))}</w:styles>"))
    )
    numbering = docx.part.numbering_part.element
    numbers = [child for child in numbering if child.tag == qn("w:num")]
    added = parse_xml(f"<w:numbering {nsdecls('w')}>{''.join((*lists.values(), *map(_number, lists)))}</w:numbering>")
    # In the schema all lists come before their numbers.
    for child in list(added):
        if child.tag == qn("w:abstractNum"):
            numbers[0].addprevious(child)
        else:
            numbering.append(child)


def _number(identifier: int) -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>'
