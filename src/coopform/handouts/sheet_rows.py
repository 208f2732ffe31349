"""The rows of a sheet, how high they are, and on which page each is. Lengths are in millimetres."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coopform.handouts.layout.points_room import MM_PER_PT, MeasuredItem, Setting, measured_items
from coopform.handouts.layout.text_widths import MeasuredText, measured_text
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
from coopform.text.typography import shown

_ROWS = (Part.GRID, Part.LEARNT, Part.AROUND)
_NUMBERS = {rubric.key: number for number, rubric in enumerate(grid.GRID, start=1)}
# Of a row that goes on to the next page, each part has this many lines at least: more than one short point.
_FEWEST_LINES = 3


class SheetRow(NamedTuple):
    """A row of a sheet, or the part of it that is on a page.

    Attributes:
        section: which section.
        points: what it says; none where it is still to be filled in.
        items: the same, measured.
        label: the label of the section, measured.
        number: of a rubric of the grid; 0 where rows have none.
        is_inset: whether its label is as far in as those behind a number.
        is_list: whether its points are a list, even where one of them is alone on its page.
        height: of its part of the page.
        goes_on: whether it began on the page before.
        going_on: how many levels of its points began on the page before, as those of a `RowCell`.
    """

    section: Section
    points: tuple[Point, ...]
    items: Sequence[MeasuredItem]
    label: MeasuredText
    number: int
    is_inset: bool
    is_list: bool
    height: float = 0.0
    goes_on: bool = False
    going_on: int = 0


@dataclass(frozen=True)
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
        return row._replace(height=max(inner + PADDING, self.least.get(row.section.key, 0.0)))

    def split(self, row: SheetRow, room: float) -> tuple[SheetRow, SheetRow] | None:
        """Return the part of a row that fits into a height, and the rest; None where too little fits."""
        setting = self._settings[len(row.points) == 1]
        room -= PADDING + setting.em
        least = _FEWEST_LINES * setting.leading * setting.em
        if not row.points or room < max(self._label_height(row), least):
            return None
        parts = self._divided(row, setting, room)
        if parts and setting.items_height(parts[1].items) < least:
            parts = self._divided(row, setting, room - least) or parts
        return parts if parts and setting.items_height(parts[0].items) >= least else None

    def _divided(self, row: SheetRow, setting: Setting, room: float) -> tuple[SheetRow, SheetRow] | None:
        first, rest, going_on = setting.split(row.points, room)
        if not first or not rest:
            return None
        items = (measured_items(points, setting.language) for points in (first, rest))
        return (
            self.measured(row._replace(points=first, items=next(items))),
            self.measured(row._replace(points=rest, items=next(items), goes_on=True, going_on=going_on)),
        )

    @cached_property
    def _settings(self) -> dict[bool, Setting]:
        """How rows are set, by whether they have a single point."""
        language, has_number = self.translate.language, self.has_numbers
        return {
            is_single: self.frame.row_setting(self.size, language, has_number=has_number, is_single=is_single)
            for is_single in (False, True)
        }

    @cached_property
    def _label_setting(self) -> Setting:
        return Setting(self.size * LABEL_SIZE, LEADING, LABEL, self.translate.language)

    def _points_height(self, row: SheetRow) -> float:
        if not row.points:
            return LEADING * self.size * MM_PER_PT + LINES_TO_FILL * RULE
        return self._settings[len(row.points) == 1].items_height(row.items)

    def _label_height(self, row: SheetRow) -> float:
        setting = self._label_setting
        # « (suite) » is on a line of its own.
        return setting.measured_height(row.label) + (LEADING * setting.em if row.goes_on else 0.0)


def rows_of(
    case: Case,
    sections: Sequence[Section],
    long: Sequence[tuple[Section, Point]],
    translate: Translator,
    *,
    has_numbers: bool,
) -> list[SheetRow]:
    """Return the rows of a sheet, without their heights.

    Args:
        case: whose sheet it is.
        sections: what it shows.
        long: what the head has no room for.
        translate: into the language of the sheet.
        has_numbers: whether the rows of the grid are numbered.
    """
    rows = [_row(section, (point,), 0, translate, is_inset=has_numbers) for section, point in long]
    for section in sections:
        if section.part in _ROWS:
            number = _NUMBERS.get(section.key, 0) if has_numbers else 0
            rows.append(_row(section, _points(case, section), number, translate, is_inset=has_numbers))
    return rows


def _row(
    section: Section, points: tuple[Point, ...], number: int, translate: Translator, *, is_inset: bool
) -> SheetRow:
    items = measured_items(points, translate.language)
    label = measured_text(shown(translate(section.label), translate.language), is_strong=True)
    return SheetRow(section, points, items, label, number, is_inset=is_inset, is_list=len(points) > 1)


def _points(case: Case, section: Section) -> tuple[Point, ...]:
    match section.kind:
        case SectionKind.POINTS:
            return case.filled_row(section.key)
        case SectionKind.STEPS:
            return tuple(Point(libelle=step.quand, texte=step.quoi) for step in case.ordered_steps())
    return (Point(texte=section.text(case)),)


def on_pages(
    rows: Sequence[SheetRow], setting: RowSetting, room: Callable[[int], float], *, divides: bool
) -> list[list[SheetRow]]:
    """Return the rows of each page.

    Args:
        rows: of the sheet.
        setting: how they are set.
        room: the height for rows on a page, the first of which is 0.
        divides: whether any row may go on to the next page; else only one that is higher than `WHOLE_ROW`.
    """
    pages: list[list[SheetRow]] = [[]]
    left = room(0)
    for whole in rows:
        row = setting.measured(whole)
        while row.height > left:
            parts = setting.split(row, left) if divides or row.height > WHOLE_ROW else None
            if parts is None and not pages[-1]:
                break
            if parts:
                pages[-1].append(parts[0])
                row = parts[1]
            left = room(len(pages))
            pages.append([])
        pages[-1].append(row)
        left -= row.height
    return pages
