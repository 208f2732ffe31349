"""The cover of the booklet: its title, the cases of the day, who organises it. Lengths are in millimetres.

`booklet.css` has the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coopform.handouts import booklet_frame as frame
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.title_rooms import ROOMS, room_for
from coopform.model.case import Case, Recueil
from coopform.text.i18n import Translator, mark

# The page above its foot; what is above the heading, around its title, and under it with its rule.
_HEIGHT, _ABOVE, _AROUND_TITLE, _UNDER = 267.8, 45.0, 9.5, 9.0
# Type in points and the height of a line in sizes: of the title, of what is around it.
_TITLE_LEADING = 1.12
_KICKER, _FACTS, _LEADING = 12.0, 15.0, 1.4
# The cases: above them; how many at most, and on two lines each; a line, what is around it, and its least height.
_ABOVE_CASES, _MOST, _LONG = 10.0, 14, 9
_LINE, _AROUND, _LEAST, _DISC, _NAME = 5.8, 2.6, 9.6, 11.0, 13.0
# Who organises: type, after a paragraph, in sizes; the logo; the foot.
_ORGANISER, _AFTER, _LOGO, _SMALL = 12.0, 0.35, 30.0, 9.6
_GAP = 8.0

TITLE = mark("Co-operation sheets")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover has besides its cases.

    Attributes:
        room: of the title, a key of `ROOMS`.
        organisers: a paragraph each; in one, cut, where there are too many.
        name_lines: how many lines the name of a case has; 0 where the cover has no room for the cases.
    """

    room: str
    organisers: Sequence[str]
    name_lines: int


def cover(recueil: Recueil, count: int, translate: Translator) -> Cover:
    """Return a cover on which nothing lies over anything else.

    Args:
        recueil: the collection.
        count: of the cases of the day.
        translate: into the language of the booklet.
    """
    title = recueil.titre or translate(TITLE)
    room = room_for(title, "cover", translate.language)
    height = ROOMS[room].setting(_TITLE_LEADING, translate.language).text_height(title, is_strong=True)
    left = _HEIGHT - _heading(recueil, height, translate) - _GAP
    organisers, height = _organisers(recueil, left, translate)
    return Cover(room, organisers, _name_lines(count, left - height - _ABOVE_CASES))


def cut_name(case: Case, lines: int, language: str) -> str:
    """Return the name of a case, cut to some lines."""
    return Setting(_NAME, 1.0, frame.WIDTH - _DISC, language).cut(case.short_title, lines=lines)


def _heading(recueil: Recueil, title: float, translate: Translator) -> float:
    kicker = Setting(_KICKER, _LEADING, frame.WIDTH, translate.language)
    facts = Setting(_FACTS, _LEADING, frame.WIDTH, translate.language)
    above = kicker.text_height(recueil.sous_titre or "", is_strong=True)
    # The date in words is longer than its figures.
    when_and_where = " · ".join(filter(None, ["00 septembre 0000" if recueil.date else "", recueil.lieu]))
    return _ABOVE + above + _AROUND_TITLE + title + facts.text_height(when_and_where) + _UNDER


def _organisers(recueil: Recueil, room: float, translate: Translator) -> tuple[Sequence[str], float]:
    """Return the paragraphs of those who organise, with what they take at the foot."""
    setting = Setting(_ORGANISER, _LEADING, frame.WIDTH, translate.language)
    small = Setting(_SMALL, _LEADING, frame.WIDTH, translate.language)
    around = (_LOGO if recueil.logo else 0.0) + (small.text_height(recueil.pied_de_page) if recueil.pied_de_page else 0)
    names = recueil.organisateurs
    height = sum(setting.text_height(name) + _AFTER * setting.em for name in names)
    if around + height <= room / 2 or not names:
        return names, around + height
    line = setting.text_height("")
    lines = max(1, int((room / 2 - around) / line))
    whole = setting.cut(", ".join(names), lines=lines)
    return (whole,), around + setting.text_height(whole)


def _name_lines(count: int, room: float) -> int:
    """Return how many lines the names of cases have: of a few two, of more one, of many none."""
    for lines, most in ((2, _LONG), (1, _MOST)):
        if count <= most and count * max(_LEAST, lines * _LINE + _AROUND) <= room:
            return lines
    return 0
