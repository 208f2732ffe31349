"""The nodes of a parsed file: texts, lists and mappings, each with its span in the source."""

from dataclasses import dataclass, field
from typing import Any

from coopform.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar; `plain` when it was typed without quotes."""

    value: str
    start: int
    end: int
    plain: bool = True


@dataclass(slots=True)
class List:
    """A sequence of nodes; `flow` when it was typed in square brackets."""

    items: list["Node"]
    start: int
    end: int
    flow: bool = False


@dataclass(slots=True)
class Map:
    """A mapping as ordered pairs, with duplicate keys; `flow` when it was typed in braces."""

    pairs: list[tuple[Text, "Node"]]
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value that cannot be read; its problem is already reported."""

    start: int
    end: int


Node = Text | List | Map | Unreadable


def is_empty(node: Node) -> bool:
    """Return whether a node is an empty text."""
    return isinstance(node, Text) and not node.value.strip()


def items_of(node: Node) -> list[Node]:
    """Return the items of a list; another node counts as a list of one, an empty text as an empty list."""
    if isinstance(node, List):
        return node.items
    return [] if is_empty(node) else [node]


def plain(node: Node) -> Any:
    """Return a node as texts, lists and dictionaries.

    Raises:
        ValueError: a key is duplicate, or a value cannot be read.
    """
    if isinstance(node, Text):
        return node.value
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    if isinstance(node, Unreadable):
        raise ValueError("a value that cannot be read")
    pairs = {key.value: plain(value) for key, value in node.pairs}
    if len(pairs) < len(node.pairs):
        raise ValueError("a duplicate key")
    return pairs


@dataclass(slots=True)
class Parsed:
    """The result of parsing a text.

    Attributes:
        root: the node of the whole file, None when nothing can be read.
        problems: the problems of the syntax.
        faulty_lines: the numbers of lines not read exactly as typed: problems of their values only follow from the
            problems of the syntax.
    """

    root: Node | None
    problems: list[Problem] = field(default_factory=list)
    faulty_lines: set[int] = field(default_factory=set)
