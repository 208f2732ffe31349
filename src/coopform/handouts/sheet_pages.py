"""The pages of a sheet: which rows each has, in what size of type, how many lines to write on.

A sheet is one sheet of paper, recto and verso; what is longer goes on with a second one. Lengths are in millimetres.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from coopform.handouts import sheet_head, sheet_rows
from coopform.handouts.sheet_frame import (
    ABOVE_SMALL,
    COMFORTABLE,
    FEWEST_LINES,
    LOOSE,
    MOST_LINES,
    NOTES,
    RULE,
    Frame,
)
from coopform.handouts.sheet_head import SheetHead
from coopform.handouts.sheet_rows import RowSetting, SheetRow
from coopform.handouts.small_print import SmallPrint, small_print
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric
from coopform.model.sections import Medium, sections_of
from coopform.text.i18n import Translator

# More sheets than these are not laid edge to edge on a table.
_MOST_ALIGNED = 6


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page of a sheet.

    Attributes:
        head: above the rows.
        rows: of this page.
        size: of the type of the rows, in points.
        lines: to write on; 0 where the notes are on another page.
        small_print: at the foot.
    """

    head: SheetHead
    rows: tuple[SheetRow, ...]
    size: float
    lines: int = 0
    small_print: tuple[SmallPrint, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """What the sheets of a pack have in common: the size of their type, the height of the head and of each row."""

    size: float
    head: float
    rows: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What the pages of a sheet are made of.

    Attributes:
        case: whose sheet it is.
        recueil: the collection, with its logo and the line at its foot.
        rows: the only rows to show, if some were named: then there is no room to write, and no small print.
        frame: the room of its pages.
        has_letter: whether a disc with its letter is in the head, and the rows are numbered.
        aligned: what it has in common with the other sheets of its pack.
        language: of its labels; that of the case when not given.
        translate: into this language.
    """

    case: Case
    recueil: Recueil
    rows: Sequence[Rubric] = ()
    frame: Frame = LOOSE
    has_letter: bool = False
    aligned: Aligned | None = None
    language: str = ""
    translate: Translator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "translate", Translator(self.language or self.case.langue))


def lay_out(plan: SheetPlan) -> tuple[SheetPage, ...]:
    """Return the pages of a sheet, in the largest type that keeps it on one page, on one sheet, or on the fewest."""
    if plan.aligned:
        return _at(plan, plan.aligned.size, divides=False)
    one_page = _first_fitting(plan, [size for size in plan.frame.sizes if size >= COMFORTABLE], pages=1)
    grid_on_recto = one_page or _first_fitting(plan, plan.frame.sizes, pages=plan.frame.sides, rows_on=1)
    return grid_on_recto or _fewest(plan)


def align(plans: Sequence[SheetPlan]) -> Aligned | None:
    """Return what sheets have in common that are laid edge to edge; None where they are too many, or too long."""
    if not 1 < len(plans) <= _MOST_ALIGNED:
        return None
    for rows_on in (1, 2):
        for size in (size for size in plans[0].frame.sizes if size >= COMFORTABLE):
            aligned = _in_common(plans, size)
            made = [_at(replace(plan, aligned=aligned), size, divides=False) for plan in plans]
            if all(len(pages) <= rows_on and not any(page.rows for page in pages[1:]) for pages in made):
                return aligned
    return None


def _in_common(plans: Sequence[SheetPlan], size: float) -> Aligned:
    heads, heights = [0.0], dict.fromkeys((rubric.key for rubric in grid.GRID), 0.0)
    for plan in plans:
        head, setting, rows = _parts(plan, size)
        heads.append(head.height)
        for row in map(setting.measured, rows):
            if row.section.key in heights:
                heights[row.section.key] = max(heights[row.section.key], row.height)
    return Aligned(size, max(heads), heights)


def _first_fitting(
    plan: SheetPlan, sizes: Sequence[float], *, pages: int, rows_on: int | None = None
) -> tuple[SheetPage, ...] | None:
    """Return the pages in the first size in which they are so few; the rows, if asked for, on the first of them."""
    for size in sizes:
        made = _at(plan, size, divides=False)
        if len(made) <= pages and not any(page.rows for page in made[rows_on or pages :]):
            return made
    return None


def _fewest(plan: SheetPlan) -> tuple[SheetPage, ...]:
    """Return the pages on the fewest sheets of paper, in the largest type, with as few divided rows as can be."""
    made = [_at(plan, size, divides=divides) for size in plan.frame.sizes for divides in (False, True)]
    return min(made, key=lambda pages: ceil(len(pages) / plan.frame.sides))


def _parts(plan: SheetPlan, size: float) -> tuple[SheetHead, RowSetting, list[SheetRow]]:
    head = sheet_head.full(plan.case, plan.translate, _head_width(plan), has_rows=bool(plan.rows))
    least = plan.aligned.rows if plan.aligned else {}
    setting = RowSetting(plan.frame, size, plan.translate, plan.has_letter, least)
    sections = sections_of(plan.case, Medium.PAPER, plan.rows)
    return head, setting, sheet_rows.rows_of(plan.case, sections, head.too_long, has_numbers=plan.has_letter)


def _head_width(plan: SheetPlan) -> float:
    beside = sheet_head.DISC + sheet_head.BESIDE if plan.has_letter else 0.0
    beside += sheet_head.LOGO + sheet_head.BESIDE if plan.recueil.logo and plan.frame.has_logo else 0.0
    return plan.frame.width - beside


def _at(plan: SheetPlan, size: float, *, divides: bool) -> tuple[SheetPage, ...]:
    """Return the pages of a sheet in a size of type."""
    head, setting, rows = _parts(plan, size)
    if plan.aligned:
        head = replace(head, height=max(head.height, plan.aligned.head))
    again = sheet_head.again(plan.case, plan.translate, _head_width(plan))
    rooms = (plan.frame.height - head.height, plan.frame.height - again.height)
    on_pages = sheet_rows.on_pages(rows, setting, rooms, divides=divides)
    pages = [SheetPage(head if not number else again, tuple(on), size) for number, on in enumerate(on_pages)]
    if plan.rows:
        return tuple(pages)
    left = rooms[len(pages) > 1] - sum(row.height for row in pages[-1].rows)
    return tuple(_with_end(plan, pages, left, replace(pages[-1], head=again, rows=()), rooms[1]))


def _with_end(plan: SheetPlan, pages: list[SheetPage], left: float, empty: SheetPage, room: float) -> list[SheetPage]:
    """Return the pages of a sheet with the notes and the small print, on the last page or on pages of their own."""
    printed = small_print(plan.case, plan.recueil, plan.translate)
    small = plan.frame.small_setting(plan.translate.language)
    heights = [one.height(small, plan.translate) for one in printed]
    fewest = NOTES + FEWEST_LINES * RULE
    needed = ABOVE_SMALL + sum(heights)
    if needed + (fewest if plan.frame.needs_notes else 0) <= left:
        return [*pages[:-1], replace(pages[-1], lines=_lines(left - needed), small_print=tuple(printed))]
    while printed:
        pages.append(empty)
        left = room - ABOVE_SMALL - fewest
        count = 1
        while count < len(printed) and sum(heights[: count + 1]) <= left:
            count += 1
        lines = _lines(room - ABOVE_SMALL - sum(heights[:count]))
        pages[-1] = replace(empty, lines=lines, small_print=tuple(printed[:count]))
        printed, heights = printed[count:], heights[count:]
    return pages if pages[-1].lines else [*pages, replace(empty, lines=_lines(room))]


def _lines(room: float) -> int:
    """Return how many lines to write on a height has room for; none rather than too few."""
    lines = int((room - NOTES) / RULE)
    return min(MOST_LINES, lines) if lines >= FEWEST_LINES else 0
