"""Count how many elements an SVG draws once its references are followed, without following one twice.

`<use>` draws an element again; a pattern, a mask, a clipping path, a marker or a filter is drawn for each shape that
refers to it. Ten references to ten elements, eight levels deep, are a hundred million elements.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from coopform.model.limits import MAX_SVG_DEPTH, MAX_SVG_DRAWN, MAX_SVG_ELEMENTS

# On a group, these apply to each shape in it; markers are drawn at each point of each shape.
_PAINTS = {"fill", "stroke"}
_MARKERS = {"marker", "marker-start", "marker-mid", "marker-end"}
_WORDS = {"text", "tspan", "textPath", "tref", "a"}
# What counts as one element: so many characters of a path or a style sheet, so many style rules.
_CHARACTERS = 50
_RULES = 100


class TooMuch(Exception):
    """The drawing draws too much, or refers to itself."""


@dataclass(slots=True)
class References:
    """What an element refers to, by how often it is drawn: the names of other elements."""

    again: set[str] = field(default_factory=set)
    once: set[str] = field(default_factory=set)
    paints: set[str] = field(default_factory=set)
    markers: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.again or self.once or self.paints or self.markers)

    def add(self, name: str, targets: Iterable[str]) -> None:
        """Note what an attribute or a property of that name refers to."""
        kind = self.again if name == "href" else self.once
        kind = self.paints if name in _PAINTS else self.markers if name in _MARKERS else kind
        kind.update(targets)

    def update(self, other: "References") -> None:
        """Note what others refer to."""
        self.again |= other.again
        self.once |= other.once
        self.paints |= other.paints
        self.markers |= other.markers


@dataclass(slots=True)
class Element:
    """An element; the `length` of its attributes, the `points` of its path and its `text` are counted in characters."""

    tag: str
    length: int = 0
    points: int = 0
    text: int = 0
    ids: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)
    refers: References = field(default_factory=References)


class _Sum(NamedTuple):
    """What an element is once its references are followed.

    Attributes:
        size: how many elements, `<use>` expanded.
        points: how many characters of paths are in these.
        drawn: how many elements are drawn, or what costs as much.
        depth: how deeply elements are nested.
    """

    size: int
    points: int
    drawn: int
    depth: int


class _Group(NamedTuple):
    """The sums of the targets of references, by how often they are drawn."""

    again: _Sum
    once: int
    paints: int
    markers: int
    depth: int


def count(elements: list[Element], styles: dict[str, References], rules: int) -> None:
    """Count what a drawing draws.

    Args:
        elements: all its elements, the outermost first.
        styles: by selector (`.class`, `#id`, `tag` or `*`), what style sheets have elements refer to.
        rules: how many rules these have.

    Raises:
        TooMuch: it refers to itself, or draws more than `limits` allow.
    """
    _Counter(elements, styles, rules).of_element(elements[0], 0)


class _Counter:
    def __init__(self, elements: list[Element], styles: dict[str, References], rules: int) -> None:
        self.styles = styles
        self.rules = rules
        self.named: dict[str, list[Element]] = {}
        for element in elements:
            for name in element.ids:
                self.named.setdefault(name, []).append(element)
        # None while an element or a group is being counted: meeting it again means a cycle.
        self.sums: dict[int, _Sum | None] = {}
        self.groups: dict[int, _Group | None] = {}

    def of_element(self, element: Element, level: int) -> _Sum:
        if level > MAX_SVG_DEPTH:
            raise TooMuch
        if id(element) in self.sums:
            known = self.sums[id(element)]
            if known is None:
                raise TooMuch
            return known
        self.sums[id(element)] = None
        children = _total([self.of_element(child, level + 1) for child in element.children])
        groups = [self.of_group(refers, level + 1) for refers in self._references(element)]
        again = _total([group.again for group in groups])
        size = 1 + children.size + again.size
        points = element.points + children.points + again.points
        drawn = self._own_cost(element) + children.drawn + again.drawn
        drawn += sum(group.once + group.paints * size + group.markers * points for group in groups)
        depth = 1 + max([children.depth, *(group.depth for group in groups)])
        if size > MAX_SVG_ELEMENTS or drawn > MAX_SVG_DRAWN or depth > MAX_SVG_DEPTH:
            raise TooMuch
        made = self.sums[id(element)] = _Sum(size, points, drawn, depth)
        return made

    def of_group(self, refers: References, level: int) -> _Group:
        """Return the sum of the targets of references; those of a style sheet serve many elements."""
        if id(refers) in self.groups:
            known = self.groups[id(refers)]
            if known is None:
                raise TooMuch
            return known
        self.groups[id(refers)] = None
        parts = [self._of_targets(names, level) for names in (refers.again, refers.once, refers.paints, refers.markers)]
        again, once, paints, markers = parts
        depth = max(part.depth for part in parts)
        made = self.groups[id(refers)] = _Group(again, once.drawn, paints.drawn, markers.drawn, depth)
        return made

    def _of_targets(self, names: Iterable[str], level: int) -> _Sum:
        return _total([self.of_element(target, level) for name in names for target in self.named.get(name, ())])

    def _references(self, element: Element) -> Iterable[References]:
        if element.refers:
            yield element.refers
        for selector in (
            "*",
            element.tag,
            *(f".{name}" for name in set(element.classes)),
            *(f"#{i}" for i in element.ids),
        ):
            if selector in self.styles:
                yield self.styles[selector]

    def _own_cost(self, element: Element) -> int:
        words = element.text if element.tag in _WORDS else 0
        return 1 + element.length // _CHARACTERS + self.rules // _RULES + words


def _total(sums: list[_Sum]) -> _Sum:
    return _Sum(
        sum(one.size for one in sums),
        sum(one.points for one in sums),
        sum(one.drawn for one in sums),
        max((one.depth for one in sums), default=0),
    )
