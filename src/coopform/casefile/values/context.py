"""What the readers of one file share: its text, the spans of its values and the problems so far."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coopform.casefile.positions import Path, ValueSpans
from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Node, Text, span
from coopform.model.keys import Shape
from coopform.problems.problem import Problem

Reader = Callable[["Context", Node, Path], Any]
Pair = tuple[Text, Node]


class Context:
    """The reading of one file.

    Attributes:
        source: the text of the file.
        readers: the reader of each shape; passed in because readers and `mapping` need each other.
        problems: the problems so far.
        spans: the span of each value.
        reported_keys: keys that are in the file but have a reported problem, so they are not missing.
        pairs: the keys at the margin with their values.
        hides_nothing: no text of the file can have an invisible character or a lost letter.
    """

    def __init__(self, source: Source, readers: Mapping[Shape, Reader]) -> None:
        self.source = source
        self.readers = readers
        self.problems: list[Problem] = []
        self.spans = ValueSpans(source)
        self.reported_keys: set[Path] = set()
        self.pairs: Sequence[Pair] = ()
        self.hides_nothing = source.is_ordinary and "\\" not in source.text

    def problem(self, code: str, start: int, end: int, **params: str) -> None:
        """Report a problem at the characters from `start` to `end`, exclusive."""
        self.problems.append(self.source.problem(code, start, end, **params))

    def duplicate(self, key: Text, first: Text, name: str) -> None:
        """Report a key that occurs again, by the name that it has for its author, and the line of the first."""
        self.at("duplicate-key", key, key=name, line=str(self.source.line_of(span(first)[0])))

    def at(self, code: str, node: Node, **params: str) -> None:
        """Report a problem at a node."""
        start, end = span(node)
        self.problem(code, start, end, **params)
