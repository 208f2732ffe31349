"""The rows of a sheet, how high they are, and on which page each is. Lengths are in millimetres."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coopform.handouts.points_room import Setting
from coopform.handouts.sheet_frame import (
    LABEL,
    LABEL_SIZE,
    LEADING,
    LINES_TO_FILL,
    PADDING,
    RULE,
    WHOLE_ROW,
    SheetFrame,
)
from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.model.sections import Part, Section, SectionKind
from coopform.text.i18n import Translator

_ROWS = (Part.GRID, Part.LEARNT, Part.AROUND)
_NUMBERS = {rubric.key: number for number, rubric in enumerate(grid.GRID, start=1)}
# A row goes on to the next page with this many lines at least on the first.
_FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet, or the part of it that is on a page.

    Attributes:
        section: which section.
        points: what it says; none where it is still to be filled in.
        number: of a rubric of the grid; 0 where rows have none.
        is_list: whether its points are a list, even where one of them is alone on its page.
        height: of its part of the page.
        goes_on: whether it began on the page before.
        is_inside: whether its first text began on the page before.
    """

    section: Section
    points: tuple[Point, ...]
    number: int
    is_list: bool
    height: float = 0.0
    goes_on: bool = False
    is_inside: bool = False


@dataclass(frozen=True, slots=True)
class RowSetting:
    """How the rows of a sheet are set.

    Attributes:
        frame: of the page.
        size: of the type, in points.
        translate: into the language of the sheet.
        has_numbers: whether the rows of the grid are numbered.
        least: the height of rows that are as high as on other sheets, by their keys.
    """

    frame: SheetFrame
    size: float
    translate: Translator
    has_numbers: bool
    least: Mapping[str, float]

    def measured(self, row: SheetRow) -> SheetRow:
        """Return a row with its height."""
        inner = max(self._label_height(row), self._points_height(row))
        return replace(row, height=max(inner + PADDING, self.least.get(row.section.key, 0.0)))

    def split(self, row: SheetRow, room: float) -> tuple[SheetRow, SheetRow] | None:
        """Return the part of a row that fits into a height, and the rest; None where too little fits."""
        setting = self._setting(row)
        room -= PADDING + setting.em
        if not row.points or room < max(self._label_height(row), _FEWEST_LINES * setting.leading * setting.em):
            return None
        first, rest, is_inside = setting.split_whole(row.points, room)
        if not first or not rest:
            return None
        return (
            self.measured(replace(row, points=first)),
            self.measured(replace(row, points=rest, goes_on=True, is_inside=is_inside)),
        )

    def _setting(self, row: SheetRow) -> Setting:
        return self.frame.row_setting(
            self.size, self.translate.language, has_number=self.has_numbers, is_single=len(row.points) == 1
        )

    def _points_height(self, row: SheetRow) -> float:
        setting = self._setting(row)
        return setting.height(row.points) or LEADING * setting.em + LINES_TO_FILL * RULE

    def _label_height(self, row: SheetRow) -> float:
        setting = Setting(self.size * LABEL_SIZE, LEADING, LABEL, self.translate.language)
        label = setting.text_height(self.translate(row.section.label), is_strong=True)
        # « (suite) » is on a line of its own.
        return label + (LEADING * setting.em if row.goes_on else 0.0)


def rows_of(
    case: Case, sections: Sequence[Section], long: Sequence[tuple[Section, Point]], *, has_numbers: bool
) -> list[SheetRow]:
    """Return the rows of a sheet, without their heights.

    Args:
        case: whose sheet it is.
        sections: what it shows.
        long: what the head has no room for.
        has_numbers: whether the rows of the grid are numbered.
    """
    rows = [SheetRow(section, (point,), 0, is_list=False) for section, point in long]
    for section in sections:
        if section.part in _ROWS:
            points = _points(case, section)
            number = _NUMBERS.get(section.key, 0) if has_numbers else 0
            rows.append(SheetRow(section, points, number, is_list=len(points) > 1))
    return rows


def _points(case: Case, section: Section) -> tuple[Point, ...]:
    match section.kind:
        case SectionKind.POINTS:
            return case.filled_row(section.key)
        case SectionKind.STEPS:
            return tuple(Point(libelle=step.quand, texte=step.quoi) for step in case.ordered_steps())
    return (Point(texte=section.text(case)),)


def on_pages(
    rows: Sequence[SheetRow], setting: RowSetting, rooms: tuple[float, float], *, divides: bool
) -> list[list[SheetRow]]:
    """Return the rows of each page.

    Args:
        rows: of the sheet.
        setting: how they are set.
        rooms: the height for rows on the first page, and on each other page.
        divides: whether any row may go on to the next page; else only one that is higher than `WHOLE_ROW`.
    """
    pages: list[list[SheetRow]] = [[]]
    left = rooms[0]
    for whole in rows:
        row = setting.measured(whole)
        while row.height > left:
            parts = setting.split(row, left) if divides or row.height > WHOLE_ROW else None
            if parts is None and not pages[-1]:
                break
            if parts:
                pages[-1].append(parts[0])
                row = parts[1]
            pages.append([])
            left = rooms[1]
        pages[-1].append(row)
        left -= row.height
    return pages
