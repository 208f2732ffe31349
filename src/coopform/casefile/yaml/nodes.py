"""The nodes of a file: texts, lists and maps, each with its place."""

from dataclasses import dataclass, field
from typing import Any

from coopform.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed: `plain` when it stood without quotes."""

    value: str
    start: int
    end: int
    plain: bool = True


@dataclass(slots=True)
class List:
    """A sequence of nodes; `flow` when it stood in square brackets."""

    items: list["Node"]
    start: int
    end: int
    flow: bool = False


@dataclass(slots=True)
class Map:
    """A mapping as ordered pairs; a key may stand twice."""

    pairs: list[tuple[Text, "Node"]]
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that cannot be read, for which a problem was reported."""

    start: int
    end: int


Node = Text | List | Map | Lost


def is_empty(node: Node) -> bool:
    """Return whether a node is a text without a word."""
    return isinstance(node, Text) and not node.value.strip()


def items_of(node: Node) -> list[Node]:
    """Return the items of a list; any other node counts as a list of one, an empty text as none."""
    if isinstance(node, List):
        return node.items
    return [] if is_empty(node) else [node]


def plain(node: Node) -> Any:
    """Return a node as texts, lists and dictionaries.

    Raises:
        ValueError: a key stands twice, or a value cannot be read.
    """
    if isinstance(node, Text):
        return node.value
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    if isinstance(node, Lost):
        raise ValueError("a value that cannot be read")
    pairs = {key.value: plain(value) for key, value in node.pairs}
    if len(pairs) < len(node.pairs):
        raise ValueError("a key that stands twice")
    return pairs


@dataclass(slots=True)
class Parsed:
    """What a text holds.

    Attributes:
        root: the node of the whole file, None when nothing of it can be read.
        problems: the problems met.
        faulty: the numbers of the lines that were not read as they stand: what is wrong with their values
            would only follow from the problem reported.
    """

    root: Node | None
    problems: list[Problem] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)
