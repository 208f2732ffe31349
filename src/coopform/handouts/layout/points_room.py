"""How much of a page the points of a row take, and where they go on when a page is full.

Lengths are in millimetres, sizes of type in points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from coopform.handouts.layout.text_widths import MeasuredText, TextPiece, measured, measured_text, shortened
from coopform.model.case import Point
from coopform.model.outline import Item, items, outline
from coopform.text.typography import colon, shown

MM_PER_PT = 25.4 / 72

# No letter is narrower, in ems, and no space.
_NARROW = 0.1
# Rows are tried in many sizes and places: the words of paragraphs up to a length, in characters, are measured once.
_KEPT, _LONGEST_KEPT = 1024, 1000


class MeasuredItem(NamedTuple):
    """A point of an outline, its words measured: how far in it is, and its paragraphs, its label in the first."""

    level: int
    paragraphs: Sequence[MeasuredText]


def measured_items(points: Sequence[Point], language: str) -> list[MeasuredItem]:
    """Return the items of a row with their words measured, for any size of type and any width."""
    return [_measured_item(item, language) for item in outline(points)]


def _measured_item(item: Item, language: str) -> MeasuredItem:
    first, *others = item.paragraphs or [""]
    begun = _measured_paragraph(first, language, item.point.libelle, item.is_strong)
    return MeasuredItem(item.level, [begun, *(_measured_paragraph(text, language) for text in others)])


def _measured_paragraph(text: str, language: str, label: str | None = None, is_strong: bool = False) -> MeasuredText:
    measure = _measure_once if len(text) + len(label or "") <= _LONGEST_KEPT else _measure
    return measure(text, language, label, is_strong)


def _measure(text: str, language: str, label: str | None, is_strong: bool) -> MeasuredText:
    words = TextPiece(shown(text, language))
    if label is None:
        return measured([words])
    # The colon may be that of another language than the page's: the widest has a space before it.
    return measured([TextPiece(shown(label + colon("fr"), "fr"), is_strong), TextPiece(" "), words])


_measure_once = lru_cache(maxsize=_KEPT)(_measure)


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
        return self.measured_height(measured_text(shown(text, self.language), is_strong=is_strong))

    def line_count(self, text: str, *, is_strong: bool = False) -> int:
        """Return how many lines a paragraph takes, at least one."""
        return measured_text(shown(text, self.language), is_strong=is_strong).line_count(self.width / self.em)

    def cut(self, text: str, *, lines: int = 1, is_strong: bool = False) -> str:
        """Return a text as it is typeset, cut to a number of lines, with « … » at the end if it was cut."""
        return shortened(shown(text, self.language), self.width / self.em, lines=lines, is_strong=is_strong)

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
    ) -> tuple[tuple[Point, ...], tuple[Point, ...], int]:
        """Return the points that fit into a height, the rest, and how many levels of the rest go on.

        A point with points under it may go on, its label repeated; so may the text of a point, at a space, if it is the
        first: others fit on the next page whole. When not even a line fits, the first part is empty.

        The levels are 0 where the rest begins with a point, 1 where its first point has begun before, 2 where the first
        point under that has too.
        """
        first, rest, levels = self._split_anywhere(points, height, is_list=is_list)
        if levels and rest[0].libelle is None and len(first) > 1:
            whole = len(first) - 1
            return tuple(points[:whole]), tuple(points[whole:]), 0
        return first, rest, levels

    def _split_anywhere(
        self, points: Sequence[Point], height: float, *, is_list: bool
    ) -> tuple[tuple[Point, ...], tuple[Point, ...], int]:
        """Return what `split` does, where any text may be divided."""
        fitting: list[Point] = []
        level = 0 if len(points) == 1 and not is_list else 1
        for place, point in enumerate(points):
            own = None if self._is_far_too_long(point, height) else self._height(items([point], level))
            if own is not None and own <= height:
                height -= own
                fitting.append(point)
                continue
            first, rest, levels = self._split_point(point, height, level)
            return (*fitting, *first), (*rest, *points[place + 1 :]), levels
        return tuple(fitting), (), 0

    def _split_point(self, point: Point, height: float, level: int) -> tuple[tuple[Point, ...], tuple[Point, ...], int]:
        own = self._height([Item(level, replace(point, points=()))]) if point.points else 0.0
        if point.points and own <= height:
            inner = replace(self, width=self.width - level * self.indent * self.em)
            first, rest, levels = inner.split(point.points, height - own, is_list=True)
            if first:
                going_on = Point(libelle=point.libelle or point.texte, points=rest)
                return (replace(point, points=first),), (going_on,), levels + 1
            return (), (point,), 0
        if not point.texte or point.points:
            return (), (point,), 0
        words = point.texte.split(" ")
        most = self._most_words(point, words, height, level)
        if most == 0:
            return (), (point,), 0
        begun = replace(point, texte=" ".join(words[:most]))
        return (begun,), (replace(point, libelle=None, texte=" ".join(words[most:])),), 1

    def _most_words(self, point: Point, words: Sequence[str], height: float, level: int) -> int:
        """Return how many words of a point fit into a height: the most, found by doubling, then by halving.

        No more of the text is measured than twice what fits: a text of many pages takes time in proportion to it.
        """

        def fit(count: int) -> bool:
            return self._height([Item(level, replace(point, texte=" ".join(words[:count])))]) <= height

        low, high, most = 0, 1, len(words) - 1
        while high < most and fit(high):
            low, high = high, 2 * high
        high = min(high, most)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fit(middle) else (low, middle - 1)
        return low

    def _is_far_too_long(self, point: Point, height: float) -> bool:
        """Return whether a point has more characters than fit into a height even if all were narrow."""
        most = height / (self.leading * self.em) * (self.width / self.em) / _NARROW
        return len(point.texte or "") > most
