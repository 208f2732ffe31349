"""Notes: “#” and what follows it on its line, which YAML leaves out. Found between the values that the parser reads.

A note on a line of its own is silent. What stands behind “#” on the line of something else may be meant as text, and
so may a line that begins with “#” right below a block text (`|` or `>`): these are reported.
"""

import re
from collections.abc import Iterator, Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.fault import in_quotes
from coopform.casefile.yaml.faults.quotes import as_guillemets
from coopform.casefile.yaml.nodes import List, Map
from coopform.problems.problem import Problem

_NOTE = re.compile(r"#[^\r\n]*")
_HEADER_WITH_NOTE = re.compile(r"[|>][-+0-9]*[ \t]*(?P<note>#[^\r\n]*)")
_FIRST_LINE = re.compile(r"[\r\n](?P<indent> *+)[^ \r\n]")


class Notes:
    """The notes of a text that begins at `offset` of the source."""

    def __init__(self, source: Source, text: str, offset: int) -> None:
        self.source = source
        self.text = text
        self.offset = offset
        self._read = 0
        self._next = self._find(0)
        # Where the last value in quotes, in brackets or of a block text begins and ends.
        self._value = (0, 0)

    def up_to(self, index: int, around: Sequence[List | Map]) -> Iterator[Problem]:
        """Yield the problems of the notes that stand between the last value and the index of the next node.

        Args:
            index: where a value begins, or a list or a mapping ends.
            around: the lists and mappings that are open there, the outermost first.
        """
        while self._next < index:
            if self._next >= self._read:
                note = _NOTE.match(self.text, self._next)
                end = note.end() if note else index
                yield from self._named(self._next, end, around)
                self._read = end
            self._next = self._find(self._read)
        self._read = max(self._read, index)

    def skip(self, start: int, end: int) -> None:
        """Go past a value: a “#” in it is its own."""
        self._read = max(self._read, end)
        self._value = (start, end)

    def _find(self, start: int) -> int:
        found = self.text.find("#", start)
        return len(self.text) + 1 if found < 0 else found

    def _named(self, start: int, end: int, around: Sequence[List | Map]) -> Iterator[Problem]:
        source, begun, ended = self.source, start + self.offset, end + self.offset
        opening = self._value[0] + self.offset
        sign = self.text[self._value[0]]
        if source.begins_line(begun):
            if sign in "|>" and self._is_out_of_line(begun, around):
                yield left_of_text(source, opening, begun, ended, self._indent_of_text())
        elif start > self._value[1] or (around and around[-1].flow_style):
            yield cut(source, begun, ended)
        elif sign in "\"'":
            words = " ".join(source.text[opening:ended].split())
            yield source.problem("text-after-quotes", begun, ended, text=as_guillemets(words))
        elif sign in "[{" and source.line_of(opening) == source.line_of(begun):
            words = in_quotes(source.text[opening:ended])
            yield source.problem("leading-sign", opening, opening + 1, sign=sign, text=words)
        else:
            yield cut(source, begun, ended)

    def _indent_of_text(self) -> int:
        """Return how many spaces stand before the block text read last; two when it has no line."""
        header, end = self._value
        first = _FIRST_LINE.search(self.text, header, end)
        return len(first["indent"]) if first else 2

    def _is_out_of_line(self, start: int, around: Sequence[List | Map]) -> bool:
        """Return whether a line stands neither at the margin nor where a key or an item may begin."""
        column = self.source.position(start).column
        return column > 1 and all(column != self.source.position(node.start_mark.index).column for node in around)


def in_block_header(source: Source, start: int, *, is_empty: bool) -> Problem | None:
    """Return the problem of a note behind `|` or `>`; with no text below, the whole line was meant as text."""
    note = _HEADER_WITH_NOTE.match(source.text, start)
    if note is None:
        return None
    if is_empty:
        return source.problem("leading-sign", start, start + 1, sign=note[0][0], text=in_quotes(note[0]))
    return cut(source, *note.span("note"))


def left_of_text(source: Source, header: int, start: int, end: int, indent: int) -> Problem:
    """Return the problem of a note that stands to the left of a block text.

    Args:
        source: the file.
        header: the index of the `|` or `>` of the text.
        start: the index of the “#”.
        end: the index where the note ends.
        indent: how many spaces stand before each line of the text.
    """
    line = str(source.line_of(header) + 1)
    return source.problem("note-left-of-text", start, end, line=line, spaces=str(indent))


def cut(source: Source, start: int, end: int) -> Problem:
    """Return the problem of a note on the line of something else."""
    return source.problem("comment-cuts-text", start, end, comment=source.text[start:end].rstrip())
