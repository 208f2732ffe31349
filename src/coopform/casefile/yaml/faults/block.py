"""A top-level block of a file that the parser refuses."""

import re
from collections.abc import Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change, Fix
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine, lines_between

# The changes of a fault, or the fix that makes them, also for `--fix`.
Changes = Sequence[Change] | Fix

_HEADER_OF_BLOCK_TEXT = re.compile(r"[|>][-+]?[1-9]?[-+]?")


class Block:
    """The lines from one top-level key to the next.

    Attributes:
        source: the whole file.
        lines: the lines of the block.
        margin: the column, from 0, of the top-level keys of the file.
    """

    def __init__(self, source: Source, start: int, end: int, margin: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.margin = margin
        self.lines = lines_between(source, start, end)
        # There is no comment from the first of these line numbers up to the second.
        self._begun = self._searched = 0

    def fault(self, code: str, start: int, end: int, changes: Changes = (), /, **params: str) -> Fault:
        """Return a fault at the characters from `start` to `end`, exclusive, of the source."""
        problem = self.source.problem(code, start, end, **params)
        return Fault(problem, tuple(changes(self.source, problem) if callable(changes) else changes))

    def in_line(
        self, code: str, line: SourceLine, first: int, last: int, changes: Changes = (), /, **params: str
    ) -> Fault:
        """Return a fault at the columns from `first` to `last`, exclusive, of a line."""
        return self.fault(code, line.at(first), line.at(last), changes, **params)

    def index_of(self, number: int) -> int:
        """Return the index in the block of a line by its number in the source."""
        return number - self.lines[0].number

    def first_comment(self, first: SourceLine, last: SourceLine) -> SourceLine | None:
        """Return the first line with a comment from `first` on, before `last`.

        Repeated calls for the same `first` continue the search: a text may have thousands of lines.
        """
        if self._begun != first.number:
            self._begun = self._searched = first.number
        for number in range(self._searched, last.number):
            line = self.lines[self.index_of(number)]
            if line.comment_column is not None:
                return line
            self._searched = number + 1
        return None

    def above(self, index: int) -> list[SourceLine]:
        """Return the lines before `index` that are neither blank nor a comment."""
        return [line for line in self.lines[:index] if not line.is_blank_or_comment]

    def next_line(self, index: int) -> SourceLine | None:
        """Return the first line after `index` that is neither blank nor a comment."""
        below = (self.lines[number] for number in range(index + 1, len(self.lines)))
        return next((line for line in below if not line.is_blank_or_comment), None)


def begins_block_text(line: SourceLine) -> bool:
    """Return whether the value of a line is a valid header of a block text: `|` or `>`."""
    return _HEADER_OF_BLOCK_TEXT.fullmatch(line.value) is not None
