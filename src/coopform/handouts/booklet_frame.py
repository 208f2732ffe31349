"""The room of a page of the booklet, and the sizes of its type. `booklet.css` has the same numbers.

Lengths are in millimetres, sizes of type in points.
"""

from coopform.handouts.layout.points_room import Setting
from coopform.handouts.sheet_frame import SheetFrame

# A4 without the margins on its left and right (16 mm each); the page of `booklet.css` (273.8 mm) without its
# foot and the space above that (7.8 mm).
WIDTH, HEIGHT = 178.0, 266.0
SHEET = SheetFrame(WIDTH, HEIGHT, (11.0, 10.5, 10.0), sides=1, needs_notes=False, has_logo=False)

# Of running text, of quotations, of what is smaller, of headings.
TEXT, QUOTED, SMALL, HEADING, SUBHEADING = 10.5, 9.5, 9.0, 18.0, 12.0
LEADING = 1.4
# A heading with the space around it and its rule; one within a chapter; one under the contents.
HEADING_AROUND, SUBHEADING_AROUND, SMALL_HEADING_AROUND = 9.8, 4.0, 9.5
# After a paragraph; above and below an entry of a list with a rule.
AFTER, ENTRY = 2.4, 3.4
# The column of names, and the gap beside it.
NAME, GAP = 46.0, 4.0


def text(language: str, *, size: float = TEXT, width: float = WIDTH) -> Setting:
    """Return how running text is set."""
    return Setting(size, LEADING, width, language)
