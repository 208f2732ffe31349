"""The head of a page of a sheet: what it is, its title, its facts. Lengths are in millimetres."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coopform.handouts import phrases
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.title_rooms import TitleRoom
from coopform.model.case import Case, Point
from coopform.model.sections import BY_KEY, Part, Section, SectionKind
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

# The lines of a head, in points: the kicker, the title, a longer one, a very long one, the facts, the summary.
KICKER, TITLE, MIDDLE_TITLE, SMALL_TITLE, FACTS, SUMMARY = 9.5, 18.0, 14.0, 12.0, 10.5, 11.0
_LEADING = {**dict.fromkeys((TITLE, MIDDLE_TITLE, SMALL_TITLE), 1.18), KICKER: 1.35, FACTS: 1.36, SUMMARY: 1.36}
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
    of_facts = _setting(FACTS, width, language)
    is_long = _setting(TITLE, width, language).line_count(case.titre, is_strong=True) > _MOST_TITLE_LINES
    size = SMALL_TITLE if is_long else TITLE
    title = _setting(size, width, language).cut(case.titre, lines=_MOST_TITLE_LINES, is_strong=True)
    facts, summary = " · ".join(phrases.facts(case, translate)), ""
    rows: list[tuple[Section, Point]] = []
    if title != shown(case.titre, language):
        rows.append((_row("titre", ""), Point(texte=case.titre)))
    if of_facts.line_count(facts) > _MOST_FACTS_LINES:
        rows.append((_row("facts", mark("Form of agreement")), Point(texte=facts)))
        facts = of_facts.cut(facts)
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
    facts = _setting(FACTS, width, language).cut(" · ".join(phrases.facts(case, translate))) if has_facts else ""
    is_long = _setting(TITLE, width, language).line_count(case.titre, is_strong=True) > 1
    size = MIDDLE_TITLE if is_low and is_long else TITLE
    title = _setting(size, width, language).cut(case.titre, lines=2, is_strong=True)
    return _measured(SheetHead(title, size, facts), width, language)


def _row(key: str, label: str) -> Section:
    section = BY_KEY[key]
    return section._replace(label=label or section.label, kind=SectionKind.POINTS, part=Part.GRID)


def _measured(head: SheetHead, width: float, language: str) -> SheetHead:
    height = _setting(KICKER, width, language).text_height("")
    height += _setting(head.title_size, width, language).text_height(head.title, is_strong=True)
    if head.facts:
        height += _ABOVE_FACTS + _setting(FACTS, width, language).text_height(head.facts)
    if head.summary:
        height += _ABOVE_SUMMARY + _summary_height(head.summary, width, language)
    title_width = TitleRoom(width, head.title_size).balanced(head.title, language)
    return replace(head, height=max(height, DISC) + _BELOW, title_width=title_width)


def _summary_height(summary: str, width: float, language: str) -> float:
    return _setting(SUMMARY, width, language).height((Point(texte=summary),))


def _setting(size: float, width: float, language: str) -> Setting:
    return Setting(size, _LEADING[size], width, language)
