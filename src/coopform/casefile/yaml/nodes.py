"""The nodes of a file: texts, lists and mappings as libyaml composes them, each with the marks of its place."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from coopform.problems.problem import Problem

# A text: `value` as typed, `style` empty when it is without quotes.
Text = yaml.ScalarNode
# Its `value` is a list of nodes; `flow_style`: it is in square brackets.
List = yaml.SequenceNode
# Its `value` is a list of pairs of nodes; a key may be there twice.
Map = yaml.MappingNode


Composed = Text | List | Map


def mark_at(index: int) -> yaml.Mark:
    """Return the mark of a place in a text: those that the parser makes cannot be changed."""
    return yaml.Mark("", index, 0, 0, None, 0)


class Lost(yaml.Node):
    """A value that cannot be read, for which a problem was reported."""

    def __init__(self, start: int, end: int) -> None:
        self.start_mark, self.end_mark = mark_at(start), mark_at(end)


Node = Composed | Lost


def span(node: Node) -> tuple[int, int]:
    """Return the index of the first character of a node, and the index after the last one."""
    return node.start_mark.index, node.end_mark.index


def is_empty(node: Node) -> bool:
    """Return whether a node is a text without a word."""
    return isinstance(node, Text) and not node.value.strip()


def items_of(node: Node) -> list[Node]:
    """Return the items of a list; any other node counts as a list of one, an empty text as none."""
    if isinstance(node, List):
        items: list[Node] = node.value
        return items
    return [] if is_empty(node) else [node]


def plain(node: Node) -> Any:
    """Return a node as texts, lists and dictionaries.

    Raises:
        ValueError: a mapping has the same key twice, or a value cannot be read.
    """
    if isinstance(node, Text):
        return node.value
    if isinstance(node, List):
        return [plain(item) for item in node.value]
    if isinstance(node, Lost):
        raise ValueError("a value that cannot be read")
    pairs = {key.value: plain(value) for key, value in node.value}
    if len(pairs) < len(node.value):
        raise ValueError("the same key twice")
    return pairs


@dataclass(slots=True)
class Parsed:
    """What a text holds.

    Attributes:
        root: the node of the whole file, None when nothing of it can be read.
        problems: the problems met.
        faulty: the numbers of the lines that were not read as typed: what is wrong with their values
            would only follow from the problem reported.
    """

    root: Node | None
    problems: list[Problem] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)
