"""How much of a page the points of a row take, and where they go on when a page is full.

Lengths are in millimetres, sizes of type in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coopform.handouts.text_widths import TextPiece, line_count
from coopform.model.case import Point
from coopform.model.outline import Item, items, outline
from coopform.text.typography import colon, shown

MM_PER_PT = 25.4 / 72


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

    def text_height(self, text: str, *, indent: float = 0.0, is_strong: bool = False) -> float:
        """Return the height of a paragraph, in millimetres."""
        return self._lines([TextPiece(shown(text, self.language), is_strong)], indent) * self.leading * self.em

    def height(self, points: Sequence[Point]) -> float:
        """Return the height of the points of a row, in millimetres; 0 without points."""
        return sum(map(self._item_height, outline(points)))

    def _item_height(self, item: Item) -> float:
        paragraphs = [shown(text, self.language) for text in item.paragraphs] or [""]
        # A blank line is between two paragraphs of a point.
        lines = len(paragraphs) - 1
        for number, text in enumerate(paragraphs):
            lines += self._lines(
                [*(self._label(item) if number == 0 else ()), TextPiece(text)], self._inset(item.level)
            )
        return (lines * self.leading + self.after) * self.em

    def _inset(self, level: int) -> float:
        return max(0, level - self.hangs) * self.indent

    def _label(self, item: Item) -> list[TextPiece]:
        if item.point.libelle is None:
            return []
        return [
            TextPiece(shown(item.point.libelle + colon(self.language), self.language), item.is_strong),
            TextPiece(" "),
        ]

    def _lines(self, pieces: Sequence[TextPiece], indent: float) -> int:
        return line_count(pieces, self.width / self.em - indent)

    def split(self, points: Sequence[Point], height: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
        """Return the points that fit into a height, and the rest.

        A point with points under it may go on, its label repeated; so may the text of a point, at a space. When not
        even a line fits, the first part is empty.
        """
        fitting: list[Point] = []
        level = 0 if len(points) == 1 else 1
        for place, point in enumerate(points):
            own = sum(map(self._item_height, items([point], level)))
            if own <= height:
                height -= own
                fitting.append(point)
                continue
            first, rest = self._split_point(point, height, level)
            return (*fitting, *first), (*rest, *points[place + 1 :])
        return tuple(fitting), ()

    def split_whole(self, points: Sequence[Point], height: float) -> tuple[tuple[Point, ...], tuple[Point, ...], bool]:
        """Return what `split` does, without dividing a text that fits on the next page whole.

        The last value is whether the rest begins inside a text.
        """
        first, rest = self.split(points, height)
        is_inside = bool(rest) and rest[0].libelle is None and not any(rest[0] is point for point in points)
        if is_inside and len(first) > 1:
            whole = len(first) - 1
            return tuple(points[:whole]), tuple(points[whole:]), False
        return first, rest, is_inside

    def _split_point(self, point: Point, height: float, level: int) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
        head = replace(point, points=())
        own = self._item_height(Item(level, head))
        if point.points and own <= height:
            inner = replace(self, width=self.width - self.indent * self.em)
            first, rest = inner.split(point.points, height - own)
            if first:
                return (replace(point, points=first),), (Point(libelle=point.libelle or point.texte, points=rest),)
            return (), (point,)
        if not point.texte or point.points:
            return (), (point,)
        words = point.texte.split(" ")
        most = self._most_words(point, words, height, level)
        if most == 0:
            return (), (point,)
        begun = replace(point, texte=" ".join(words[:most]))
        return (begun,), (replace(point, libelle=None, texte=" ".join(words[most:])),)

    def _most_words(self, point: Point, words: Sequence[str], height: float, level: int) -> int:
        """Return how many words of a point fit into a height: the most, found by halving."""
        low, high = 0, len(words) - 1
        while low < high:
            middle = (low + high + 1) // 2
            begun = replace(point, texte=" ".join(words[:middle]))
            if self._item_height(Item(level, begun)) <= height:
                low = middle
            else:
                high = middle - 1
        return low
