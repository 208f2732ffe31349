"""The room of a page of a sheet, and the sizes of its type. `sheet.css` has the same numbers.

Lengths are in millimetres, sizes of type in points.
"""

from dataclasses import dataclass

from coopform.handouts.layout.points_room import Setting

# Of the type of the rows, the largest first. Rows at one height on all sheets of a pack need the third or more, and
# so does a sheet that would have room for its notes on the recto in smaller type.
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
COMFORTABLE = 11.0
LEADING = 1.36
# The label of a row, in sizes of the text; its column, and what its number adds to it; the gap to the points.
LABEL_SIZE, LABEL, NUMBER, GAP = 0.965, 35.6, 5.4, 2.0
# Above and below the points of a row, with its rule.
PADDING = 4.4
# A line to write on; under « To be filled in » there are two.
RULE, LINES_TO_FILL = 8.5, 2
# The heading of the notes; how many lines they have at least and at most.
NOTES, FEWEST_LINES, MOST_LINES = 9.5, 5, 26
# The small print: its type, and the space above it.
SMALL, SMALL_LEADING, ABOVE_SMALL = 9.0, 1.34, 3.0
# A row up to this height is not divided if that can be avoided: a quarter of a page.
WHOLE_ROW = 64.0


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """The room of a page.

    Attributes:
        width: of the text.
        height: of the text, without the printed foot.
        sizes: of the type, the largest first.
        sides: of a sheet of paper that are printed on; the sides of a booklet are its own.
        needs_notes: whether there must be room to write; else there is where some is left.
        has_logo: whether the logo of the collection is in the head.
        divides: whether any row goes on on the next page, as a word processor has it; else as few as can be.
    """

    width: float
    height: float
    sizes: tuple[float, ...]
    sides: int = 2
    needs_notes: bool = True
    has_logo: bool = True
    divides: bool = False

    def row_setting(self, size: float, language: str, *, has_number: bool, is_single: bool) -> Setting:
        """Return how the points of a row are set; those of a single one begin where those of a list do."""
        width = self.width - LABEL - GAP - (NUMBER if has_number else 0)
        setting = Setting(size, LEADING, width, language)
        return Setting(size, LEADING, width - setting.indent * setting.em, language) if is_single else setting

    def small_setting(self, language: str) -> Setting:
        """Return how the small print is set."""
        return Setting(SMALL, SMALL_LEADING, self.width, language)


# A4 without the margins on its left and right (17 and 15 mm); the page of `sheet.css` (275.8 mm) without its
# foot and the space above that (7.3 mm).
LOOSE = SheetFrame(width=178.0, height=268.5, sizes=SIZES)
