"""A block of a file that the parser refused: its lines, and where the walk through them stands."""

import re
from collections.abc import Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.fault import Edit, Fault
from coopform.casefile.yaml.faults.line import SourceLine, lines_between

_HEADER_OF_BLOCK_TEXT = re.compile(r"[|>][-+]?[1-9]?[-+]?")


class Block:
    """The lines from a key at the margin up to the next one.

    Attributes:
        source: the whole file.
        lines: the lines of the block.
        margin: the column, from 0, at which the keys of the file stand.
    """

    def __init__(self, source: Source, start: int, end: int, margin: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.margin = margin
        self.lines = lines_between(source, start, end)
        # Between these two lines, by their number, is no note.
        self._begun = self._searched = 0

    def fault(self, code: str, start: int, end: int, edits: Sequence[Edit] = (), **params: str) -> Fault:
        """Return a fault from the index `start` up to `end` of the source."""
        return Fault(self.source.problem(code, start, end, **params), tuple(edits))

    def in_line(
        self, code: str, line: SourceLine, first: int, last: int, edits: Sequence[Edit] = (), /, **params: str
    ) -> Fault:
        """Return a fault from the column `first` up to `last` of a line."""
        return self.fault(code, line.at(first), line.at(last), edits, **params)

    def after(self, index: int, parent: int) -> int:
        """Return the index of the first line after `index` that does not stand to the right of `parent`."""
        index += 1
        while index < len(self.lines) and (not self.lines[index].text.strip() or self.lines[index].indent > parent):
            index += 1
        return index

    def first_note(self, first: SourceLine, last: SourceLine) -> SourceLine | None:
        """Return the first line with a note from `first` on, above `last`.

        Asked for one line after the other, it goes on where it stopped: a text may have thousands.
        """
        if self._begun != first.number:
            self._begun = self._searched = first.number
        for number in range(self._searched, last.number):
            line = self.lines[number - self.lines[0].number]
            if line.note is not None:
                return line
            self._searched = number + 1
        return None

    def next_line(self, index: int) -> SourceLine | None:
        """Return the first line after `index` that is neither blank nor a note."""
        below = (self.lines[number] for number in range(index + 1, len(self.lines)))
        return next((line for line in below if not line.is_silent), None)


def begins_block_text(line: SourceLine) -> bool:
    """Return whether the value of a line is `|` or `>`, rightly alone."""
    return _HEADER_OF_BLOCK_TEXT.fullmatch(line.value) is not None
