"""The position of each value in a file, by its path in the data."""

from coopform.casefile.source import Source
from coopform.problems.problem import Problem

Path = tuple[str | int, ...]


def last_name(path: Path) -> str:
    """Return the last key of a path, without list indexes; empty for the whole file."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


class ValueSpans:
    """The spans of the values in a text, by path: `("partenaires", 0, "type", 1)`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._spans: dict[Path, tuple[int, int]] = {}

    def record(self, path: Path, start: int, end: int) -> None:
        """Store the span of the value at `path`: its first index, and the index after its last character."""
        self._spans[path] = (start, end)

    def __contains__(self, path: Path) -> bool:
        return path in self._spans

    def line(self, path: Path) -> str:
        """Return the line number, as text, on which the value at `path` begins."""
        return str(self._source.line_of(self._spans[path][0]))

    def problem(self, code: str, path: Path, **params: str) -> Problem:
        """Return a problem at the value of `path`, or at its nearest parent with a known span."""
        while path and path not in self._spans:
            path = path[:-1]
        start, end = self._spans.get(path, (0, 0))
        return self._source.problem(code, start, end, **params)
