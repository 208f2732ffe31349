"""Where each value of a file is, found by its path in the data."""

from functools import cached_property

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Map, Node, span
from coopform.problems.problem import Problem

Path = tuple[str | int, ...]


def last_name(path: Path) -> str:
    """Return the key that a path leads to, whatever number of its items; empty for the whole file."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


class Places:
    """The places of a file's values by canonical path: `("partenaires", 0, "type", 1)`.

    Attributes:
        record: takes a path and the node of its value; no more is done until the first problem asks.
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
        """Return a problem at the value of `path`, or at the nearest thing that holds it."""
        while path and path not in self._nodes:
            path = path[:-1]
        start, end = span(self._nodes[path]) if path in self._nodes else (0, 0)
        # A mapping is named at its beginning.
        return self._source.problem(code, start, start if isinstance(self._nodes.get(path), Map) else end, **params)
