"""The room that titles have on the pages on which their lines are of like length.

WeasyPrint does not balance lines: a title is as wide as makes them alike. Widths are in millimetres, sizes of type in
points.
"""

from typing import NamedTuple

from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.text_widths import balanced
from coopform.text.typography import shown


class TitleRoom(NamedTuple):
    """The width of a title, the size of its type, and the most lines that it has; 0 for a title that is never cut."""

    width: float
    size: float
    lines: int = 0

    def balanced(self, title: str, language: str) -> float:
        """Return the width that gives the lines of a title a like length; it is set for its language."""
        em = self.size * MM_PER_PT
        return balanced(shown(title, language), self.width / em, is_strong=True) * em

    def cut(self, title: str, language: str) -> str:
        """Return a title as it is typeset, cut to the lines of the room, with « … » at the end if it was cut."""
        return self.setting(1.0, language).cut(title, lines=self.lines, is_strong=True)

    def setting(self, leading: float, language: str) -> Setting:
        """Return how the title is set, with lines of a height in sizes."""
        return Setting(self.size, leading, self.width, language)


# The cover of the booklet, and with a title of more lines; the first slide likewise.
COVER, LONG_COVER = TitleRoom(178.0, 34.0, lines=4), TitleRoom(178.0, 22.0)
OPENING, LONG_OPENING = TitleRoom(312.0, 50.0, lines=3), TitleRoom(312.0, 34.0, lines=4)
DEFINITION = TitleRoom(312.0, 28.0)
# The title of a case on its slide; the name of a case, or of a rubric, beside a row.
CASE_SLIDE = TitleRoom(270.0, 28.0, lines=3)
SLIDE_ROW, PANEL_ROW = TitleRoom(65.0, 20.0, lines=8), TitleRoom(78.0, 20.0, lines=7)
# The case of a group, outside a pack.
SLIDE_GROUP = TitleRoom(71.0, 20.0, lines=1)
# On the card of a group: its case, the territory of that, and a line of what is around it.
CARD, CARD_TERRITORY, CARD_LINE = (
    TitleRoom(146.0, 22.5, lines=4),
    TitleRoom(146.0, 15.0, lines=2),
    TitleRoom(146.0, 15.0, lines=1),
)
# A question of the analysis, beside its number.
QUESTION = TitleRoom(76.0, 10.5)

ROOMS = {
    "cover": COVER,
    "long cover": LONG_COVER,
    "opening": OPENING,
    "long opening": LONG_OPENING,
    "definition": DEFINITION,
    "case slide": CASE_SLIDE,
    "slide row": SLIDE_ROW,
    "slide group": SLIDE_GROUP,
    "panel row": PANEL_ROW,
    "card": CARD,
    "card territory": CARD_TERRITORY,
    "card line": CARD_LINE,
    "question": QUESTION,
}


def room_for(title: str, name: str, language: str) -> str:
    """Return the room of the title of a first page, a key of `ROOMS`: `name`, or that of a title of more lines."""
    room = ROOMS[name]
    lines = room.setting(1.0, language).line_count(title, is_strong=True)
    return name if lines <= room.lines else f"long {name}"
