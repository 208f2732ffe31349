"""The nodes of a parsed file: texts, lists and mappings as libyaml composes them, with the marks of their spans."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from coopform.problems.problem import Problem

# A scalar; its `style` is empty when it was typed without quotes.
Text = yaml.ScalarNode
# A sequence; its `value` is a list of nodes, its `flow_style` true when it was typed in square brackets.
List = yaml.SequenceNode
# A mapping; its `value` is a list of pairs, with duplicate keys, its `flow_style` true when it was typed in braces.
Map = yaml.MappingNode


Composed = Text | List | Map


def mark_at(index: int) -> yaml.Mark:
    """Return a new mark at an index of a text; the marks that the parser makes cannot be changed."""
    return yaml.Mark("", index, 0, 0, None, 0)


class Unreadable(yaml.Node):
    """A value that cannot be read; its problem is already reported."""

    def __init__(self, start: int, end: int) -> None:
        self.start_mark, self.end_mark = mark_at(start), mark_at(end)


Node = Composed | Unreadable


def span(node: Node) -> tuple[int, int]:
    """Return the index of the first character of a node, and the index after the last one."""
    return node.start_mark.index, node.end_mark.index


def is_empty(node: Node) -> bool:
    """Return whether a node is an empty text."""
    return isinstance(node, Text) and not node.value.strip()


def items_of(node: Node) -> list[Node]:
    """Return the items of a list; another node counts as a list of one, an empty text as an empty list."""
    if isinstance(node, List):
        items: list[Node] = node.value
        return items
    return [] if is_empty(node) else [node]


def plain(node: Node) -> Any:
    """Return a node as texts, lists and dictionaries.

    Raises:
        ValueError: a key is duplicate, or a value cannot be read.
    """
    if isinstance(node, Text):
        return node.value
    if isinstance(node, List):
        return [plain(item) for item in node.value]
    if isinstance(node, Unreadable):
        raise ValueError("a value that cannot be read")
    pairs = {key.value: plain(value) for key, value in node.value}
    if len(pairs) < len(node.value):
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
