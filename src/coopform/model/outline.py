"""The points of a row as the items of an outline, in reading order: every medium draws this list."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coopform.model.case import Point

# A longer label is rather a sentence with a colon in it: too much bold.
STRONG_LABEL_LENGTH = 30


class Item(NamedTuple):
    """A point in an outline.

    Attributes:
        level: 0 for a point alone, which is a paragraph; from 1 for the items of lists.
        point: its label and its text; the points under it follow as items of the next level.
    """

    level: int
    point: Point

    @property
    def is_strong(self) -> bool:
        """Whether its label is set in bold: it heads points, or is short."""
        label = self.point.libelle
        return label is not None and (bool(self.point.points) or len(label) <= STRONG_LABEL_LENGTH)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of its text, none without a text."""
        return self.point.texte.split("\n\n") if self.point.texte else []


def outline(points: Sequence[Point]) -> Iterator[Item]:
    """Yield the points of a row and those under them: a single point is a paragraph, several are a list."""
    return items(points, 0 if len(points) == 1 else 1)


def items(points: Sequence[Point], level: int = 1) -> Iterator[Item]:
    """Yield points and those under them, the first ones on a given level."""
    for point in points:
        yield Item(level, point)
        if point.points:
            yield from items(point.points, level + 1)
