"""The cells of a row side by side: how high they are, and where they go on when a page is full.

Lengths are in millimetres.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coopform.handouts.layout.points_room import Setting
from coopform.model.case import Point


@dataclass(frozen=True, slots=True)
class RowCell:
    """What a cell says, or the part of it that is on a page.

    Attributes:
        points: none where nothing is said, or nothing on this page.
        is_list: whether they are a list, even where one of them is alone on its page.
        going_on: how many levels go on from the page before: 1 for the text of the first point or what is under its
            label, 2 for that of the first point under it.
    """

    points: tuple[Point, ...]
    is_list: bool = False
    going_on: int = 0


RowCells = tuple[RowCell, ...]


def cells_of(said: Sequence[tuple[Point, ...]]) -> RowCells:
    """Return the cells of a whole row from the points of each."""
    return tuple(RowCell(points, len(points) > 1) for points in said)


def words_height(cells: RowCells, settings: Sequence[Setting]) -> float:
    """Return the height of the words of a row, each cell in its setting; 0 without words."""
    pairs = zip(cells, settings, strict=True)
    return max((setting.height(cell.points, is_list=cell.is_list) for cell, setting in pairs), default=0.0)


def divided(cells: RowCells, settings: Sequence[Setting], room: float) -> tuple[RowCells, RowCells] | None:
    """Return the part of a row whose words fit into a height, and the rest; None where there are not both."""
    firsts, rests = [], []
    for cell, setting in zip(cells, settings, strict=True):
        first, rest, going_on = setting.split(cell.points, room, is_list=cell.is_list)
        firsts.append(replace(cell, points=first))
        rests.append(RowCell(rest, cell.is_list, going_on))
    if any(cell.points for cell in firsts) and any(cell.points for cell in rests):
        return tuple(firsts), tuple(rests)
    return None


def divides_text(rest: RowCells) -> bool:
    """Return whether the rest of a row goes on in the middle of a text, not only with more points under a label."""
    return any(cell.going_on > 1 or (cell.going_on and cell.points[0].libelle is None) for cell in rest)
