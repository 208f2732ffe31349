"""The text of a file, with the line and the column of each of its characters."""

import re
from bisect import bisect_right
from functools import cached_property

from coopform.problems.problem import Position, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[ \t]*+")
# Latin letters and punctuation in NFC, and line ends. Most files contain nothing else and need no further search for
# control or invisible characters.
_ORDINARY = re.compile("[\\n\\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u203a\u20ac]*+")


class Source:
    """The text of a file and its path; converts character indexes to lines and columns.

    Attributes:
        is_ordinary: the text has no control, invisible, unusual or combining characters, and no tabs.
        is_link: the path of the file is a link.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.is_link = False
        self.is_ordinary = _ORDINARY.fullmatch(text) is not None
        self._cached_line, self._cached_start = 0, 0

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without line ends, split like editors do and not like `str.splitlines`."""
        return _LINE_END.split(self.text)

    def position(self, index: int) -> Position:
        """Return the line and column of the character at `index`."""
        line = self.line_of(index)
        return Position(line, index - self._line_starts[line - 1] + 1)

    def line_of(self, index: int) -> int:
        """Return the line of the character at `index`, counted from 1."""
        return bisect_right(self._line_starts, index)

    def before(self, index: int) -> str:
        """Return the text before the character at `index` on its line."""
        return self.text[self._line_starts[self.line_of(index) - 1] : index]

    def begins_line(self, index: int) -> bool:
        """Return whether there are only spaces and tabs before the character at `index` on its line."""
        line = self.line_of(index)
        # Cached for the line: it may have thousands of values.
        if line != self._cached_line:
            blanks = _BLANKS.match(self.text, self._line_starts[line - 1])
            self._cached_line, self._cached_start = line, blanks.end() if blanks else 0
        return self._cached_start >= index

    def character_before(self, index: int) -> str:
        """Return the last character before `index` on its line that is not white space; empty if there is none."""
        start = self._line_starts[self.line_of(index) - 1]
        while index > start and self.text[index - 1].isspace():
            index -= 1
        return self.text[index - 1] if index > start else ""

    def line_start(self, line: int) -> int:
        """Return the index of the first character of `line`, counted from 1."""
        return self._line_starts[line - 1]

    def index(self, position: Position) -> int:
        """Return the character index of a line and column."""
        return self._line_starts[position.line - 1] + position.column - 1

    @property
    def line_end(self) -> str:
        """The line end to insert in the text."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def span(self, problem: Problem) -> tuple[int, int]:
        """Return the index of the first character of a problem, and the index after the last one."""
        return self.index(problem.start), self.index(problem.end)

    def problem(self, code: str, start: int, end: int, **params: str) -> Problem:
        """Return a problem at the characters from `start` to `end`, exclusive."""
        return Problem(self.path, self.position(start), self.position(max(start, end)), code, params)
