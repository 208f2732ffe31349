"""Estimate how many ruled lines a sheet has room for at its foot; only the printer knows exactly.

One line too many would begin a second page, so the estimate errs on the low side.
Lengths are those of `sheet.css`, in millimetres.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from coopform.model.case import Case, Point
from coopform.model.outline import items
from coopform.model.sections import Part, Section, SectionKind

# A4 without its margins.
_PAGE = 265.0
# A higher row may break between its points: kept whole it would leave too much of a page empty.
_LONG = _PAGE / 4
# A line of 12 pt at 1.4, and the space between two points.
_LINE, _AFTER_POINT = 5.93, 0.85
# The padding of a row and its rule; the title block without its lines; the heading above the ruled lines.
_ROW, _HEADER, _HEADING = 5.6, 19.0, 12.0
# The foot: its padding, and a line of its small print.
_FOOT, _SMALL_LINE = 4.0, 4.75
RULE = 8.5
# Under « À compléter ».
EMPTY_LINES = 2
# Characters per line: of a point, fewer per level further in, of small print, of a title of 1.9 em.
_IN_ROW, _INDENT, _IN_SMALL, _IN_TITLE = 68, 3, 110, 44
# With room for fewer lines, they get a page of their own with eight; 24 fill a page.
_FEWEST, _ON_THEIR_OWN, _MOST = 2, 8, 24


class LaidSection(NamedTuple):
    """A section of the sheet of a case, with how much of the page it takes.

    Attributes:
        section: which section.
        points: those of a row, none where it is still to be filled in.
        height: in millimetres; 0 for a section outside the rows of the sheet.
    """

    section: Section
    points: tuple[Point, ...]
    height: float

    @property
    def is_long(self) -> bool:
        """Whether the row may break between its points."""
        return self.height > _LONG + _ROW


def lay_out(case: Case, sections: Iterable[Section]) -> list[LaidSection]:
    """Return sections of the sheet of a case with their heights, in the order given."""
    laid = []
    for section in sections:
        points = case.filled_row(section.key) if section.kind is SectionKind.POINTS else ()
        laid.append(LaidSection(section, points, _height(case, section, points)))
    return laid


def ruled_lines(laid: Iterable[LaidSection], small_print: Sequence[str]) -> int:
    """Return how many lines to write on a sheet has room for, with small print at its foot."""
    height = sum(one.height for one in laid)
    height += _FOOT + sum(_lines(text, _IN_SMALL) * _SMALL_LINE for text in small_print)
    left = (_PAGE - height % _PAGE - _HEADING) / RULE
    return _ON_THEIR_OWN if left < _FEWEST else min(_MOST, int(left))


def _height(case: Case, section: Section, points: Sequence[Point]) -> float:
    match section.kind:
        case SectionKind.TITLE:
            return _HEADER + _LINE * _lines(case.titre, _IN_TITLE) * 1.5
        case SectionKind.TEXT:
            return (0 if section.part is Part.HEAD else _ROW) + _lines(section.text(case), _IN_ROW) * _LINE
        case SectionKind.POINTS:
            return _ROW + (_points(points) if points else _LINE + EMPTY_LINES * RULE)
        case SectionKind.STEPS:
            return _ROW + sum(_lines(f"{step.quand} {step.quoi}", _IN_ROW) for step in case.etapes) * _LINE
    return 0.0


def _points(points: Sequence[Point]) -> float:
    height = 0.0
    for level, point in items(points, 0):
        own = f"{point.libelle or ''} {point.texte or ''}"
        lines = sum(_lines(text, _IN_ROW - _INDENT * level) for text in own.split("\n\n"))
        height += lines * _LINE + _AFTER_POINT
    return height


def _lines(text: str, width: int) -> int:
    return ceil(len(text) / width)
