"""The pages of a sheet: which rows each has, in what size of type, how many lines to write on.

A sheet is one sheet of paper, recto and verso; what is longer goes on with a second one. Lengths are in millimetres.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import product
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
    SheetFrame,
)
from coopform.handouts.sheet_head import SheetHead
from coopform.handouts.sheet_rows import RowSetting, SheetRow
from coopform.handouts.small_print import SmallPrint, small_print
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric
from coopform.model.sections import Medium, Section, sections_of
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


# The pages of a sheet in a size of type, no row divided that need not be.
_Made = Callable[[float], tuple[SheetPage, ...]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """What the sheets of a pack have in common: the size of their type, the height of the head and of each row."""

    size: float
    head: float
    rows: Mapping[str, float]


@dataclass(frozen=True)
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
    frame: SheetFrame = LOOSE
    has_letter: bool = False
    aligned: Aligned | None = None
    language: str = ""
    translate: Translator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "translate", Translator(self.language or self.case.langue))

    @cached_property
    def _sections(self) -> list[Section]:
        return sections_of(self.case, Medium.PAPER, self.rows)

    @cached_property
    def head(self) -> SheetHead:
        """The head of its first page."""
        head = sheet_head.full(self.case, self._sections, self.translate, self._head_width)
        return replace(head, height=max(head.height, self.aligned.head)) if self.aligned else head

    @cached_property
    def _again(self) -> SheetHead:
        return sheet_head.again(self.case, self.translate, self._head_width)

    def head_of(self, page: int) -> SheetHead:
        """Return the head of a page, the first of which is 0."""
        return self._again if page else self.head

    def room(self, page: int) -> float:
        """Return the height of a page under its head."""
        return self.frame.height - self.head_of(page).height

    @cached_property
    def printed(self) -> list[tuple[SmallPrint, float]]:
        """Its small print, each paragraph with its height."""
        setting = self.frame.small_setting(self.translate.language)
        found = small_print(self.case, self._sections, self.recueil, self.translate)
        return [(one, one.height(setting, self.translate)) for one in found]

    @property
    def _head_width(self) -> float:
        beside = sheet_head.DISC + sheet_head.BESIDE if self.has_letter else 0.0
        beside += sheet_head.LOGO + sheet_head.BESIDE if self.recueil.logo and self.frame.has_logo else 0.0
        return self.frame.width - beside

    def row_setting(self, size: float) -> RowSetting:
        """Return how its rows are set in a size of type."""
        least = self.aligned.rows if self.aligned else {}
        return RowSetting(self.frame, size, self.translate, self.has_letter, least)

    @cached_property
    def unmeasured_rows(self) -> list[SheetRow]:
        """Its rows, before their heights are known."""
        long = self.head.too_long
        return sheet_rows.rows_of(self.case, self._sections, long, self.translate, has_numbers=self.has_letter)


def lay_out(plan: SheetPlan) -> tuple[SheetPage, ...]:
    """Return the pages of a sheet, in the largest type that keeps it on one page, on one sheet, or on the fewest."""
    if plan.aligned:
        return _at(plan, plan.aligned.size, divides=False)
    whole = cache(partial(_at, plan, divides=False))
    comfortable = [size for size in plan.frame.sizes if size >= COMFORTABLE]
    return (
        _first_fitting(whole, comfortable, pages=1)
        # All rows on the recto.
        or _first_fitting(whole, plan.frame.sizes, pages=plan.frame.sides, rows_on=1)
        or _fewest(plan, whole)
    )


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
        heads.append(plan.head.height)
        for row in map(plan.row_setting(size).measured, plan.unmeasured_rows):
            if row.section.key in heights:
                heights[row.section.key] = max(heights[row.section.key], row.height)
    return Aligned(size, max(heads), heights)


def _first_fitting(
    whole: _Made, sizes: Sequence[float], *, pages: int, rows_on: int | None = None
) -> tuple[SheetPage, ...] | None:
    """Return the pages in the first size in which they are so few; the rows, if asked for, on the first of them."""
    for size in sizes:
        made = whole(size)
        if len(made) <= pages and not any(page.rows for page in made[rows_on or pages :]):
            return made
    return None


def _fewest(plan: SheetPlan, whole: _Made) -> tuple[SheetPage, ...]:
    """Return the pages on the fewest sheets of paper, in the largest type, with as few divided rows as can be."""

    def sheets(pages: tuple[SheetPage, ...]) -> int:
        return ceil(len(pages) / plan.frame.sides)

    made: list[tuple[SheetPage, ...]] = []
    for size, divides in product(plan.frame.sizes, (False, True)):
        made.append(_at(plan, size, divides=True) if divides else whole(size))
        if sheets(made[-1]) == 1:
            break
    return min(made, key=sheets)


def _at(plan: SheetPlan, size: float, *, divides: bool) -> tuple[SheetPage, ...]:
    """Return the pages of a sheet in a size of type."""
    setting, divides = plan.row_setting(size), divides or plan.frame.divides
    on_pages = sheet_rows.on_pages(plan.unmeasured_rows, setting, plan.room, divides=divides)
    pages = [SheetPage(plan.head_of(number), tuple(on), size) for number, on in enumerate(on_pages)]
    if plan.rows:
        return tuple(pages)
    left = plan.room(len(pages) - 1) - sum(row.height for row in pages[-1].rows)
    return tuple(_with_end(plan, pages, left))


def _with_end(plan: SheetPlan, pages: list[SheetPage], left: float) -> list[SheetPage]:
    """Return the pages of a sheet with the notes and the small print, on the last page or on pages of their own."""
    printed, heights = [one for one, _ in plan.printed], [height for _, height in plan.printed]
    fewest = NOTES + FEWEST_LINES * RULE
    needed = ABOVE_SMALL + sum(heights)
    if needed + (fewest if plan.frame.needs_notes else 0) <= left:
        return [*pages[:-1], replace(pages[-1], lines=_lines(left - needed), small_print=tuple(printed))]
    room, empty = plan.room(1), SheetPage(plan.head_of(1), (), pages[-1].size)
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
