"""What the reading of a file knows: its text, where its values stand, and what was found wrong so far."""

from collections.abc import Callable, Mapping
from typing import Any

from coopform.casefile.positions import Path, Places
from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Node, span
from coopform.model.keys import Shape
from coopform.problems.problem import Problem

Reader = Callable[["Context", Node, Path], Any]


class Context:
    """The reading of one file.

    Attributes:
        source: the text of the file.
        readers: how each shape is read; handed in, since a mapping holds shapes, and shapes hold mappings.
        problems: what was found wrong.
        places: where each value stands.
        named: the keys that are in the file in a way that was reported: they are not missing as well.
        hides_nothing: no text of the file can hold a hidden character or a lost letter.
    """

    def __init__(self, source: Source, readers: Mapping[Shape, Reader]) -> None:
        self.source = source
        self.readers = readers
        self.problems: list[Problem] = []
        self.places = Places(source)
        self.named: set[Path] = set()
        self.hides_nothing = source.is_ordinary and "\\" not in source.text

    def problem(self, code: str, start: int, end: int, **params: str) -> None:
        """Report a problem from the index `start` up to `end` of the text."""
        self.problems.append(self.source.problem(code, start, end, **params))

    def at(self, code: str, node: Node, **params: str) -> None:
        """Report a problem at a node."""
        start, end = span(node)
        self.problem(code, start, end, **params)
