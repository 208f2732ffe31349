"""The room that titles have on the pages on which their lines are of like length.

WeasyPrint does not balance lines: a title is as wide as makes them alike. Widths are in millimetres, sizes of type in
points.
"""

from typing import NamedTuple

from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.text_widths import balanced
from coopform.text.typography import shown


class TitleRoom(NamedTuple):
    """The width of a title and the size of its type."""

    width: float
    size: float

    def balanced(self, title: str, language: str) -> float:
        """Return the width that gives the lines of a title a like length; it is set for its language."""
        em = self.size * MM_PER_PT
        return balanced(shown(title, language), self.width / em, is_strong=True) * em

    def cut(self, title: str, language: str, lines: int) -> str:
        """Return a title as it is typeset, cut to a number of lines, with « … » at the end if it was cut."""
        return self.setting(1.0, language).cut(title, lines=lines, is_strong=True)

    def setting(self, leading: float, language: str) -> Setting:
        """Return how the title is set, with lines of a height in sizes."""
        return Setting(self.size, leading, self.width, language)


# The cover of the booklet with a title of few lines, and with a longer one; the first slide likewise.
COVER, LONG_COVER = TitleRoom(178.0, 34.0), TitleRoom(178.0, 22.0)
OPENING, LONG_OPENING = TitleRoom(312.0, 50.0), TitleRoom(312.0, 34.0)
DEFINITION = TitleRoom(312.0, 28.0)
# The title of a case on its slide; the name of a case, or of a rubric, beside a row.
CASE_SLIDE, SLIDE_ROW, PANEL_ROW = TitleRoom(270.0, 28.0), TitleRoom(65.0, 20.0), TitleRoom(78.0, 20.0)
# The case of a group, outside a pack.
SLIDE_GROUP = TitleRoom(71.0, 20.0)
# On the card of a group: its case, and a line of what is around it.
CARD, CARD_LINE = TitleRoom(146.0, 22.5), TitleRoom(146.0, 15.0)
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
    "card line": CARD_LINE,
    "question": QUESTION,
}

# The most lines of a title; a longer one has the other room, whose type is smaller.
_MOST_LINES = {"cover": (4, "long cover"), "opening": (3, "long opening")}


def room_for(title: str, name: str, language: str) -> str:
    """Return the room of the title of a first page, a key of `ROOMS`: the named one, or that of a longer title."""
    most, smaller = _MOST_LINES[name]
    lines = ROOMS[name].setting(1.0, language).line_count(title, is_strong=True)
    return name if lines <= most else smaller
