"""The position of each value in a file, by its path in the data."""

from functools import cached_property

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Map, Node, span
from coopform.problems.problem import Problem

Path = tuple[str | int, ...]


def last_name(path: Path) -> str:
    """Return the last key of a path, without list indexes; empty for the whole file."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


class ValueSpans:
    """The spans of the values in a text, by path: `("partenaires", 0, "type", 1)`.

    Attributes:
        record: stores a path and the node of its value; the spans are only looked up for the first problem.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._recorded: list[tuple[Path, Node]] = []
        self.record = self._recorded.append

    @cached_property
    def _nodes(self) -> dict[Path, Node]:
        return dict(self._recorded)

    def __contains__(self, path: Path) -> bool:
        return path in self._nodes

    def problem(self, code: str, path: Path, **params: str) -> Problem:
        """Return a problem at the value of `path`, or at its nearest parent with a known span."""
        while path and path not in self._nodes:
            path = path[:-1]
        start, end = span(self._nodes[path]) if path in self._nodes else (0, 0)
        # A problem of a mapping is reported at its beginning.
        return self._source.problem(code, start, start if isinstance(self._nodes.get(path), Map) else end, **params)
