"""The paper of a document: sizes and margins in millimetres."""

from dataclasses import dataclass

from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Mm


@dataclass(frozen=True, slots=True)
class Page:
    """A paper and its margins: top, right, bottom, left."""

    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def measure(self) -> float:
        """How wide the text runs."""
        return self.width - self.margins[1] - self.margins[3]


A4 = Page(210, 297, (15, 16, 16, 17))
A4_LANDSCAPE = Page(297, 210, (11, 12, 12, 12))
A3_LANDSCAPE = Page(420, 297, (12, 13, 13, 13))


def lay_out(section: Section, page: Page) -> None:
    """Give a section its paper."""
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, page.margins)
    section.header_distance = section.footer_distance = Mm(page.margins[2] / 2)
