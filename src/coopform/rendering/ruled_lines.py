"""How many ruled lines the foot of a sheet has room for: an estimate, since only the printer knows.

A line too few leaves a white foot, a line too many sends the lines to a second page: the estimate errs on
the short side. Lengths are those of `sheet.css`, in millimetres.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.model.grid import Rubric

# A4 without its margins.
_PAGE = 265.0
# A row that is longer may break: kept whole it would leave too much of a page white.
_LONG = _PAGE / 4
# 12 pt at 1.4, and what parts two points.
_LINE, _AFTER_POINT = 5.93, 0.85
# The padding of a row and its rule; the title block without its lines; the heading above the ruled lines.
_ROW, _HEADER, _HEADING = 5.6, 19.0, 12.0
# The foot: its padding, and a line of its small print.
_FOOT, _SMALL_LINE = 4.0, 4.75
RULE = 8.5
# Under « À compléter ».
EMPTY_LINES = 2
# How many characters a line holds: a point beside its label, one level further in, small print, a title of 1.9 em.
_IN_ROW, _INDENT, _IN_SMALL, _IN_TITLE = 68, 3, 110, 44
# Fewer are no room to write, and a page of their own has these; more fill a page.
_FEWEST, _ON_THEIR_OWN, _MOST = 2, 8, 24


class LaidRow(NamedTuple):
    """A row of a sheet, worked out once for all who ask.

    Attributes:
        rubric: which row.
        points: what it says.
        is_filled: whether it says something.
        height: of its points.
    """

    rubric: Rubric
    points: tuple[Point, ...]
    is_filled: bool
    height: float

    @property
    def is_long(self) -> bool:
        """Whether the row may break between its points."""
        return self.height > _LONG


def lay_out(case: Case, rubrics: Iterable[Rubric]) -> list[LaidRow]:
    """Return rows of a case, in the order of `rubrics`."""
    rows = []
    for rubric in rubrics:
        points = case.row(rubric.key)
        rows.append(LaidRow(rubric, points, case.is_filled(rubric.key), _points(points, _IN_ROW)))
    return rows


def whole_sheet(case: Case) -> list[LaidRow]:
    """Return the rows of a sheet that shows everything: the grid, and what else the case says."""
    beside = [rubric for rubric in (*grid.LEARNT, *grid.AROUND) if getattr(case, rubric.key)]
    return lay_out(case, (*grid.GRID, *beside))


def ruled_lines(case: Case, small_print: Sequence[str], rows: Iterable[LaidRow] | None = None) -> int:
    """Return how many lines to write on the sheet of a case is given.

    Args:
        case: the case.
        small_print: the paragraphs at the foot of its sheet.
        rows: those of its sheet, where they are known already.
    """
    rows = whole_sheet(case) if rows is None else rows
    height = _HEADER + _LINE * (_lines(case.titre, _IN_TITLE) * 1.5 + _lines(case.resume or "", _IN_ROW))
    height += sum(_ROW + (row.height if row.is_filled else _LINE + EMPTY_LINES * RULE) for row in rows)
    height += _around(case)
    height += _FOOT + sum(_lines(text, _IN_SMALL) * _SMALL_LINE for text in small_print)
    left = (_PAGE - height % _PAGE - _HEADING) / RULE
    return _ON_THEIR_OWN if left < _FEWEST else min(_MOST, int(left))


def _points(points: Iterable[Point], width: int) -> float:
    height = 0.0
    for point in points:
        own = f"{point.libelle or ''} {point.texte or ''}"
        lines = sum([_lines(text, width) for text in own.split("\n\n")]) if "\n" in own else _lines(own, width)
        height += lines * _LINE + _AFTER_POINT
        if point.points:
            height += _points(point.points, width - _INDENT)
    return height


def _around(case: Case) -> float:
    rows = [[f"{step.quand} {step.quoi}" for step in case.etapes], [", ".join(case.themes)], [case.suite_de or ""]]
    rows.append([", ".join(case.departements)])
    return sum(_ROW + sum(_lines(text, _IN_ROW) for text in row) * _LINE for row in rows if any(row))


def _lines(text: str, width: int) -> int:
    return ceil(len(text) / width)
