"""The working page of a case: how many lines to write on each question has, and how its partners are named.

Lengths are in millimetres; `analysis.css` has the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coopform.handouts import sheet_head
from coopform.handouts.layout.partner_names import short_list, short_names
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.title_rooms import QUESTION
from coopform.handouts.sheet_frame import LOOSE
from coopform.handouts.sheet_head import SheetHead
from coopform.model.case import Case, Recueil
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

# A line to write on, and how many a question has at least.
RULE, FEWEST = 8.0, 4
# Who is in the group, and what to do.
_FIELDS = 16.4
# A question: its rule and the space around it; a line of its heading; the rows to circle, which the third question
# has beside its heading; boxes to tick.
_AROUND, _HEADING, _ROWS, _BOXES = 4.6, 4.8, 5.0, 5.4
_TRIANGLE = 20.0
# Two questions beside each other, and the whole width.
_HALF, _WHOLE = 85.0, LOOSE.width
# Type, in points: of names on a line and on half a line, of the list of many partners.
_NAME, _SHORT_NAME, _MANY = 10.5, 9.5, 9.0
# The most of a line that a name takes; the rest is to write on.
_NAMED = 0.6
# The list of many partners: its lines, and the least room of a name.
_LIST_LINES, _LIST_LINE, _LEAST = 2, 4.3, 24.0

QUESTIONS = (
    mark("Was this co-operation wanted, or needed?"),
    mark("Which new direct relations, and between whom?"),
    mark("What does each one gain?"),
    mark("Convergence, complementarity, solidarity?"),
    mark("A more or less formal organisation?"),
    mark("To do what, with what?"),
    mark("Is it a co-operation, or the purchase of a service?"),
)


class AnalysisPage(NamedTuple):
    """The working page of a case.

    Attributes:
        head: above the questions.
        headings: how many lines the headings of the three pairs of questions take.
        lines: to write on, of the three pairs of questions.
        gains: what heads the lines of the third question: a partner or the general interest; empty for a free line.
        columns: of these lines.
        many: the partners in a list, where they are too many for a line each.
    """

    head: SheetHead
    headings: tuple[int, int, int]
    lines: tuple[int, int, int]
    gains: tuple[str, ...]
    columns: int = 1
    many: str = ""


def lay_out(case: Case, recueil: Recueil, *, has_letter: bool) -> AnalysisPage:
    """Return the working page of a case.

    Args:
        case: the case.
        recueil: the collection, whose language it is in.
        has_letter: whether a disc with the letter of the case is in the head.
    """
    translate = Translator(recueil.langue)
    beside = sheet_head.DISC + sheet_head.BESIDE if has_letter else 0.0
    beside += sheet_head.LOGO + sheet_head.BESIDE if recueil.logo else 0.0
    width = _WHOLE - beside
    page, room = _below(sheet_head.again(case, translate, width, is_low=True), case, translate)
    if room < 0:
        # A long title and many partners leave no room for the facts.
        page, _ = _below(sheet_head.again(case, translate, width, is_low=True, has_facts=False), case, translate)
    return page


def _below(head: SheetHead, case: Case, translate: Translator) -> tuple[AnalysisPage, float]:
    """Return the page with a head, and the room that is left on it for more lines."""
    headings = _headings(translate)
    # The second and the third pair have more above the lines of one of their questions: a triangle, boxes.
    above = (_BOXES, _TRIANGLE, _BOXES)
    pairs = sum(_AROUND + lines * _HEADING + _ROWS + more for lines, more in zip(headings, above, strict=True))
    room = LOOSE.height - head.height - _FIELDS - pairs - len(headings) * FEWEST * RULE - _AROUND - _HEADING
    gains = _gains(case, translate, max(FEWEST, int(room / RULE)))
    room -= len(gains.gains) / gains.columns * RULE + (_LIST_LINES * _LIST_LINE if gains.many else 0)
    return gains._replace(head=head, headings=headings, lines=_with_spare(room)), room


def _headings(translate: Translator) -> tuple[int, int, int]:
    setting = QUESTION.setting(1.0, translate.language)
    lines = [setting.line_count(translate(words), is_strong=True) for words in QUESTIONS]
    return max(lines[0:2]), max(lines[3:5]), max(lines[5:7])


def _with_spare(room: float) -> tuple[int, int, int]:
    """Return the lines of the three pairs, with those that are left over."""
    lines = [FEWEST] * 3
    for number in range(max(0, int(room / RULE))):
        lines[number % len(lines)] += 1
    return lines[0], lines[1], lines[2]


def _gains(case: Case, translate: Translator, most: int) -> AnalysisPage:
    """Return the lines of the third question: one for each partner, in two columns where they are many."""
    language = translate.language
    general = translate(mark("the general interest"))
    names = [shown(partner.texte, language) for partner in case.partenaires]
    empty = AnalysisPage(SheetHead("", 0.0, ""), (1, 1, 1), (FEWEST,) * 3, ())
    if len(names) + 1 <= most:
        free = [""] * (FEWEST - len(names) - 1)
        return empty._replace(gains=(*_cut(names, _WHOLE, _NAME), *free, general))
    if len(names) + 1 <= 2 * most:
        free = [""] * max((len(names) + 1) % 2, 2 * FEWEST - len(names) - 1)
        return empty._replace(gains=(*_cut(names, _HALF, _SHORT_NAME), *free, general), columns=2)
    return empty._replace(gains=(*[""] * (FEWEST - 1), general), many=_listed(names, language))


def _cut(names: Sequence[str], width: float, size: float) -> list[str]:
    return short_names(names, width * _NAMED / (size * MM_PER_PT))


def _listed(names: Sequence[str], language: str) -> str:
    """Return the names in a list, as many as its lines hold."""
    setting = Setting(_MANY, 1.0, _WHOLE, language)
    cut = short_list(names, max(_LEAST, _LIST_LINES * _WHOLE / len(names) - 6) / setting.em)
    # No line ends within « 3 … du Val ».
    held = [name.replace(" …", "\u00a0…").replace("… ", "…\u00a0") for name in cut]
    numbered = [f"{number}\u00a0{name}" for number, name in enumerate(held, start=1)]
    for count in range(len(numbered), 1, -1):
        listed = ", ".join([*numbered[:count], *(["…"] if count < len(numbered) else [])])
        if setting.line_count(listed) <= _LIST_LINES:
            return listed
    return setting.cut(numbered[0], lines=_LIST_LINES)
