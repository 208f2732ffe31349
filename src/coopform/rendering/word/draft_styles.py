"""The styles of a draft of an agreement: numbered headings, the words of the case beside a rule, questions."""

from docx.text.paragraph import Paragraph

from coopform.rendering.word import styles
from coopform.rendering.word.points import PointStyles
from coopform.rendering.word.styles import LEVELS, MUTED, OURS, ParagraphStyle, of_level
from coopform.rendering.word.writer import Writer

CASE_LABEL, QUESTION, WARNING = "Case Label", "Question", "Warning"
CASE_WORDS = PointStyles("Case Text", "Case Bullet", "Case Continue")
# In points: how far the words of the case are indented, each level further, and how far the rule is from them. Word
# takes no fractions of a point between a rule and its text.
_BESIDE_RULE, _STEP, _FROM_RULE = 11, 12, 7
# The identifiers of the lists; the general ones come before.
_HEADINGS, _BULLETS = 10, 10
_TWIPS = 20


def install(writer: Writer, *, article: str) -> None:
    """Give a document these styles.

    Args:
        writer: of the document.
        article: the number of a heading, with `%1` in its place: « Article %1 – ».
    """
    levels = range(1, LEVELS + 1)
    lists = {
        _BULLETS + level: styles.bullets(
            _BULLETS + level,
            of_level(CASE_WORDS.item, level),
            level,
            writer.accent,
            before=_TWIPS * _BESIDE_RULE,
            step=_TWIPS * _STEP,
        )
        for level in levels
    }
    styles.add(writer.docx, _styles(writer.accent), {_HEADINGS: _headings(article), **lists})
    for level, name in enumerate(("heading 1", "heading 2")):
        numbering = writer.docx.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        if level:
            numbering.get_or_add_ilvl().val = level
        numbering.get_or_add_numId().val = _HEADINGS


def without_number(heading: Paragraph) -> None:
    """Leave a heading out of the numbering, as the word processor does."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def _styles(accent: str) -> list[ParagraphStyle]:
    found = [
        ParagraphStyle("header", 8.5, colour=MUTED, rank=99),
        ParagraphStyle(QUESTION, after=4, colour=MUTED, is_italic=True, keeps_next=True, rank=OURS),
        ParagraphStyle(WARNING, before=4, after=4, borders=_frame(accent), rank=OURS),
        ParagraphStyle(
            CASE_LABEL, 9, 4, 0, accent, True, keeps_next=True, borders=_rule(accent, 0), indent=_indent(0), rank=OURS
        ),
        ParagraphStyle(CASE_WORDS.alone, after=4, borders=_rule(accent, 0), indent=_indent(0), rank=OURS),
    ]
    for level in range(1, LEVELS + 1):
        numbering = f'<w:numPr><w:numId w:val="{_BULLETS + level}"/></w:numPr>'
        rule = _rule(accent, level - 1)
        found.append(ParagraphStyle(of_level(CASE_WORDS.item, level), borders=rule, numbering=numbering, rank=OURS))
        rule, indent = _rule(accent, level), _indent(level)
        found.append(ParagraphStyle(of_level(CASE_WORDS.further, level), borders=rule, indent=indent, rank=OURS))
    return found


def _indent(level: int) -> str:
    return f'<w:ind w:left="{_TWIPS * (_BESIDE_RULE + _STEP * level)}"/>'


def _rule(accent: str, level: int) -> str:
    """Return the rule on the left: as far to the left on each level."""
    space = _FROM_RULE + _STEP * level
    return f'<w:left w:val="single" w:sz="18" w:space="{space}" w:color="{accent}"/>'


def _frame(accent: str) -> str:
    line = f'w:val="single" w:sz="8" w:space="5" w:color="{accent}"'
    return "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))


def _headings(article: str) -> str:
    """Return the numbering of headings: those of the second level are « 6.1 »."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level, text in enumerate((article, "%1.%2"))
    )
    return (
        f'<w:abstractNum w:abstractNumId="{_HEADINGS}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
