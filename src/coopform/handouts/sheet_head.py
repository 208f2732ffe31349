"""The head of a page of a sheet: what it is, its title, its facts. Lengths are in millimetres."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coopform.handouts import phrases
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.text_widths import measured_text, shortened
from coopform.handouts.layout.title_rooms import TitleRoom
from coopform.model.case import Case, Point
from coopform.model.sections import BY_KEY, Part, Section, SectionKind
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

# The lines of a head, in points: the kicker, the title, a longer one, a very long one, the facts, the summary.
KICKER, TITLE, MIDDLE_TITLE, SMALL_TITLE, FACTS, SUMMARY = 9.5, 18.0, 14.0, 12.0, 10.5, 11.0
_TITLES = (TITLE, MIDDLE_TITLE, SMALL_TITLE)
_LEADING = {**dict.fromkeys(_TITLES, 1.18), KICKER: 1.35, FACTS: 1.36, SUMMARY: 1.36}
# Above the rule, with it.
_BELOW = 4.2
_ABOVE_FACTS, _ABOVE_SUMMARY = 0.8, 1.4
# What is beside the title: a disc, a logo.
DISC, LOGO, BESIDE = 17.0, 40.0, 4.0
# A longer title, facts or summary become rows.
_MOST_TITLE_LINES, _MOST_FACTS_LINES, _MOST_SUMMARY = 6, 4, 70.0


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The head of a page.

    Attributes:
        title: the title, shortened where it does not fit.
        title_size: in points.
        facts: the line under it.
        summary: under the facts.
        height: with its rule.
        title_width: that gives the lines of the title a like length.
        too_long: what does not fit, as rows.
    """

    title: str
    title_size: float
    facts: str
    summary: str = ""
    height: float = 0.0
    title_width: float = 0.0
    too_long: list[tuple[Section, Point]] = field(default_factory=list)


def full(case: Case, sections: Iterable[Section], translate: Translator, width: float) -> SheetHead:
    """Return the head of the first page.

    Args:
        case: whose sheet it is.
        sections: what the sheet shows.
        translate: into the language of the sheet.
        width: of its text, without what is beside it.
    """
    language = translate.language
    size, title_lines = TITLE, _lines(case.titre, width, TITLE, language)
    if title_lines > _MOST_TITLE_LINES:
        size, title_lines = SMALL_TITLE, _lines(case.titre, width, SMALL_TITLE, language)
    title, facts, summary = shown(case.titre, language), " · ".join(phrases.facts(case, translate)), ""
    rows: list[tuple[Section, Point]] = []
    if title_lines > _MOST_TITLE_LINES:
        title = _short(case.titre, width, size, language, _MOST_TITLE_LINES)
        rows.append((_row("titre", ""), Point(texte=case.titre)))
    if _lines(facts, width, FACTS, language) > _MOST_FACTS_LINES:
        rows.append((_row("facts", mark("Form of agreement")), Point(texte=facts)))
        facts = _short(facts, width, FACTS, language, 1)
    for section in sections:
        if section.part is Part.HEAD and section.kind is SectionKind.TEXT:
            summary = section.text(case)
            if _summary_height(summary, width, language) > _MOST_SUMMARY:
                rows.append((_row(section.key, ""), Point(texte=summary)))
                summary = ""
    return _measured(SheetHead(title, size, facts, summary, too_long=rows), width, language)


def again(
    case: Case, translate: Translator, width: float, *, is_low: bool = False, has_facts: bool = True
) -> SheetHead:
    """Return the head of a page that goes on: the title on one line or two, the facts on one.

    Args:
        case: whose sheet it is.
        translate: into the language of the page.
        width: of its text, without what is beside it.
        is_low: whether a title on two lines is smaller.
        has_facts: whether the facts are under the title.
    """
    language = translate.language
    facts = _short(" · ".join(phrases.facts(case, translate)), width, FACTS, language, 1) if has_facts else ""
    size = MIDDLE_TITLE if is_low and _lines(case.titre, width, TITLE, language) > 1 else TITLE
    title = _short(case.titre, width, size, language, 2)
    return _measured(SheetHead(title, size, facts), width, language)


def _row(key: str, label: str) -> Section:
    section = BY_KEY[key]
    return section._replace(label=label or section.label, kind=SectionKind.POINTS, part=Part.GRID)


def _measured(head: SheetHead, width: float, language: str) -> SheetHead:
    height = _text(KICKER, 1) + _text(head.title_size, _lines(head.title, width, head.title_size, language))
    if head.facts:
        height += _ABOVE_FACTS + _text(FACTS, _lines(head.facts, width, FACTS, language))
    if head.summary:
        height += _ABOVE_SUMMARY + _summary_height(head.summary, width, language)
    title_width = TitleRoom(width, head.title_size).balanced(head.title, language)
    return replace(head, height=max(height, DISC) + _BELOW, title_width=title_width)


def _summary_height(summary: str, width: float, language: str) -> float:
    return Setting(SUMMARY, _LEADING[SUMMARY], width, language).height((Point(texte=summary),))


def _text(size: float, lines: int) -> float:
    return lines * _LEADING[size] * size * MM_PER_PT


def _lines(text: str, width: float, size: float, language: str) -> int:
    words = measured_text(shown(text, language), is_strong=size in _TITLES)
    return words.line_count(width / (size * MM_PER_PT))


def _short(text: str, width: float, size: float, language: str, lines: int) -> str:
    is_strong = size in _TITLES
    return shortened(shown(text, language), width / (size * MM_PER_PT), lines=lines, is_strong=is_strong)
