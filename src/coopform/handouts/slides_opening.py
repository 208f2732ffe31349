"""The first slide: the title of the day, when and where it is, who organises it. Lengths are in millimetres.

`slides.css` has the same.
"""

from typing import NamedTuple

from coopform.handouts import phrases
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.title_rooms import OPENING, ROOMS, room_for
from coopform.model.case import Recueil
from coopform.text.i18n import Translator

# The slide under the space at its top, which is less with a logo.
_HEIGHT, _HEIGHT_WITH_LOGO = 138.0, 128.0
# Type in points; the height of a line in sizes; after each paragraph; around the subtitle; above the imprint.
_SUBTITLE, _FACTS, _IMPRINT = 26.0, 20.0, 12.0
_TITLE_LEADING, _LEADING = 1.08, 1.2
_AFTER, _AROUND_SUBTITLE, _ABOVE_IMPRINT = 3.6, 11.0, 6.4
_SUBTITLE_LINES, _PLACE_LINES, _IMPRINT_LINES = 2, 2, 2


class SlidesOpening(NamedTuple):
    """What the first slide says, no more than it has room for.

    Attributes:
        room: of the title, a key of `ROOMS`.
        title: the title of the day, cut to the lines of its room.
        subtitle: the line under it, empty without one.
        date: the day in words, empty without one.
        place: where it is.
        organisers: as many as there is room for; empty where there is none.
        imprint: the line of the collection.
    """

    room: str
    title: str
    subtitle: str
    date: str
    place: str
    organisers: str
    imprint: str


def opening(recueil: Recueil, t: Translator) -> SlidesOpening:
    """Return the first slide of a collection."""
    whole = recueil.titre or t("Co-operations side by side")
    room = room_for(whole, "opening", t.language)
    title = ROOMS[room].cut(whole, t.language)
    subtitle, facts, imprint = (
        Setting(size, _LEADING, OPENING.width, t.language) for size in (_SUBTITLE, _FACTS, _IMPRINT)
    )
    made = SlidesOpening(
        room,
        title,
        subtitle.cut(recueil.sous_titre or "", lines=_SUBTITLE_LINES),
        phrases.day(recueil.date, t) if recueil.date else "",
        facts.cut(recueil.lieu or "", lines=_PLACE_LINES),
        ", ".join(recueil.organisateurs),
        imprint.cut(recueil.pied_de_page or "", lines=_IMPRINT_LINES),
    )
    left = _HEIGHT_WITH_LOGO if recueil.logo else _HEIGHT
    left -= ROOMS[room].setting(_TITLE_LEADING, t.language).text_height(title, is_strong=True)
    if made.subtitle:
        left -= _AROUND_SUBTITLE + subtitle.text_height(made.subtitle) + _AFTER
    if made.date or made.place:
        left -= facts.text_height(" · ".join(filter(None, (made.date, made.place)))) + _AFTER
    if made.imprint:
        left -= _ABOVE_IMPRINT + imprint.text_height(made.imprint)
    lines = int((left - _AFTER) / (_LEADING * facts.em))
    return made._replace(organisers=facts.cut(made.organisers, lines=lines) if lines > 0 else "")
