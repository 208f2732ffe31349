"""The lines that the tables of pandoc's Markdown are read from, and the cells that they are read into."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock

# The rule that begins and ends a multiline table.
FULL_RULE = re.compile(r" {0,3}-{3,} *")


@dataclass(slots=True)
class PandocCell:
    """A cell: its lines, and how many columns and rows it covers."""

    lines: list[str] = field(default_factory=list)
    across: int = 1
    down: int = 1
    is_heading: bool = False


PandocRows = list[list[PandocCell]]


class PandocLines:
    """The lines of a document from one on, without the indentation of the list or quotation that they are in."""

    def __init__(self, state: StateBlock, start: int, end: int) -> None:
        self._state = state
        self._start = start
        self._most = end - start

    def get(self, index: int) -> str:
        """Return a line, by its place after the first; empty after the last."""
        if index >= self._most:
            return ""
        return self._state.getLines(self._start + index, self._start + index + 1, self._state.blkIndent, False)

    def rest(self, index: int) -> Iterator[tuple[int, str]]:
        """Yield the lines from a place on, each with its place."""
        return ((at, self.get(at)) for at in range(index, self._most))

    def has_rule(self, index: int) -> bool:
        """Return whether a full rule follows; a text is searched in vain only once."""
        without = self._state.env.setdefault("without rules", set())
        text = (self._state.src, self._start + self._most)
        if text not in without and not any(FULL_RULE.fullmatch(line) for _, line in self.rest(index)):
            without.add(text)
        return text not in without
