"""How much of a page the points of a row take, and where they go on when a page is full.

Lengths are in millimetres, sizes of type in points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from coopform.handouts.text_widths import MeasuredText, TextPiece, measured
from coopform.model.case import Point
from coopform.model.outline import Item, items, outline
from coopform.text.typography import colon, shown

MM_PER_PT = 25.4 / 72


@lru_cache(maxsize=256)
def measured_text(text: str, language: str, *, is_strong: bool = False) -> MeasuredText:
    """Return a text with its words measured, for any size of type and any width.

    Titles are tried in several sizes, and the labels of rows are on all sheets.
    """
    return measured([TextPiece(shown(text, language), is_strong)])


class MeasuredItem(NamedTuple):
    """A point of an outline, its words measured: how far in it is, and its paragraphs, its label in the first."""

    level: int
    paragraphs: Sequence[MeasuredText]


def measured_items(points: Sequence[Point], language: str) -> list[MeasuredItem]:
    """Return the items of a row with their words measured, for any size of type and any width."""
    return [_measured_item(item, language) for item in outline(points)]


def _measured_item(item: Item, language: str) -> MeasuredItem:
    paragraphs = [[TextPiece(shown(text, language))] for text in item.paragraphs or [""]]
    if item.point.libelle is not None:
        label = shown(item.point.libelle + colon(language), language)
        paragraphs[0] = [TextPiece(label, item.is_strong), TextPiece(" "), *paragraphs[0]]
    return MeasuredItem(item.level, [measured(pieces) for pieces in paragraphs])


@dataclass(frozen=True, slots=True)
class Setting:
    """How the points of a row are set.

    Attributes:
        size: of the type, in points.
        leading: the height of a line, in sizes.
        width: of the row, without its label, in millimetres.
        language: of the text, whose spaces it has.
        after: the space after a point, in sizes.
        indent: of a list, and of each level further in, in sizes.
        hangs: whether the bullets of a list hang outside, so that lists and single points have one left edge.
    """

    size: float
    leading: float
    width: float
    language: str
    after: float = 0.2
    indent: float = 1.05
    hangs: bool = False

    @property
    def em(self) -> float:
        """The size of the type in millimetres."""
        return self.size * MM_PER_PT

    def text_height(self, text: str, *, is_strong: bool = False) -> float:
        """Return the height of a paragraph, in millimetres."""
        return self.measured_height(measured_text(text, self.language, is_strong=is_strong))

    def measured_height(self, text: MeasuredText) -> float:
        """Return the height of a paragraph whose words are measured, in millimetres."""
        return text.line_count(self.width / self.em) * self.leading * self.em

    def height(self, points: Sequence[Point], *, is_list: bool = False) -> float:
        """Return the height of the points of a row, in millimetres; 0 without points.

        Args:
            points: what the row says.
            is_list: whether a single point is part of a list.
        """
        return self._height(items(points) if is_list else outline(points))

    def _height(self, shown_items: Iterable[Item]) -> float:
        return self.items_height([_measured_item(item, self.language) for item in shown_items])

    def items_height(self, row: Iterable[MeasuredItem]) -> float:
        """Return the height of the items of a row, in millimetres."""
        lines, room = 0.0, self.width / self.em
        for level, paragraphs in row:
            inset = max(0, level - self.hangs) * self.indent
            counts = [text.line_count(room - inset) for text in paragraphs]
            # A blank line is between two paragraphs of a point.
            lines += (sum(counts) + len(counts) - 1) * self.leading + self.after
        return lines * self.em

    def split(
        self, points: Sequence[Point], height: float, *, is_list: bool = False
    ) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
        """Return the points that fit into a height, and the rest.

        A point with points under it may go on, its label repeated; so may the text of a point, at a space. When not
        even a line fits, the first part is empty.
        """
        fitting: list[Point] = []
        level = 0 if len(points) == 1 and not is_list else 1
        for place, point in enumerate(points):
            own = self._height(items([point], level))
            if own <= height:
                height -= own
                fitting.append(point)
                continue
            first, rest = self._split_point(point, height, level, own)
            return (*fitting, *first), (*rest, *points[place + 1 :])
        return tuple(fitting), ()

    def split_whole(
        self, points: Sequence[Point], height: float, *, is_list: bool = False
    ) -> tuple[tuple[Point, ...], tuple[Point, ...], bool]:
        """Return what `split` does, without dividing a text that fits on the next page whole.

        The last value is whether the rest begins inside a point, whose label is repeated.
        """
        first, rest = self.split(points, height, is_list=is_list)
        is_inside = bool(rest) and not any(rest[0] is point for point in points)
        if is_inside and rest[0].libelle is None and len(first) > 1:
            whole = len(first) - 1
            return tuple(points[:whole]), tuple(points[whole:]), False
        return first, rest, is_inside

    def _split_point(
        self, point: Point, height: float, level: int, whole: float
    ) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
        """Return the parts of a point that is as high as `whole`, which is too high."""
        if point.points:
            own = self._height([Item(level, replace(point, points=()))])
            inner = replace(self, width=self.width - self.indent * self.em)
            first, rest, _ = inner.split_whole(point.points, height - own) if own <= height else ((), (), False)
            if first:
                return (replace(point, points=first),), (Point(libelle=point.libelle or point.texte, points=rest),)
            return (), (point,)
        if not point.texte:
            return (), (point,)
        words = point.texte.split(" ")
        most = self._most_words(point, words, height, level, height / whole)
        if most == 0:
            return (), (point,)
        begun = replace(point, texte=" ".join(words[:most]))
        return (begun,), (replace(point, libelle=None, texte=" ".join(words[most:])),)

    def _most_words(self, point: Point, words: Sequence[str], height: float, level: int, share: float) -> int:
        """Return how many words of a point fit into a height, of which `share` would if all were equal.

        Long texts take time to measure: two tries around the share, then halving.
        """
        low, high = 0, len(words) - 1
        guess = int(len(words) * share)
        reach = 1 + guess // 32
        tries = [guess - reach, guess + reach]
        while low < high:
            middle = tries.pop() if tries else (low + high + 1) // 2
            if not low < middle <= high:
                continue
            begun = replace(point, texte=" ".join(words[:middle]))
            if self._height([Item(level, begun)]) <= height:
                low = middle
            else:
                high = middle - 1
        return low
