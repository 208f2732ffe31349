"""Report comments that may be meant as text. They are found between the values that the parser reads.

A comment on its own line is fine, unless it is a key whose points would go to the key above. A “#” after something else
on its line may be meant as text, and so may a line with “#” right below a block text (`|` or `>`).
In a block that the parser refuses, those within a block text are found line by line.
"""

import re
from collections.abc import Iterator, Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine
from coopform.casefile.yaml.faults.quotes import as_guillemets
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.casefile.yaml.nodes import List, Map
from coopform.model.keys import AT_MARGIN
from coopform.model.labels import key_meant
from coopform.problems.problem import Problem
from coopform.text.characters import OTHER_SPACES

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER_WITH_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#[^\r\n]*)")
_KEY_IN_NOTE = re.compile(rf"#+[{BLANKS}]*(?P<key>[^\W\d][^:\r\n]*?)[{BLANKS}]*:?[ \t]*$")
# With few lines between: looking further from each of many notes would take time in proportion to their square.
_ITEM_BELOW = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)){1,4}[ \t]*-[ \t]")
_LINES_ABOVE = 60
_KEY_LINE = re.compile(rf"(?P<key>\w[^:\r\n#]*?)[ {OTHER_SPACES}]*:(?:[ \t]|$)")
_FIRST_LINE = re.compile(r"[\r\n](?P<indent> *+)[^ \r\n]")


class Comments:
    """Finds the comments of a text that begins at index `offset` of the source."""

    def __init__(self, source: Source, text: str, offset: int) -> None:
        self.source = source
        self.text = text
        self.offset = offset
        self._read = 0
        self._next = self._find(0)
        # The span of the last value in quotes or brackets, or of the last block text.
        self._value = (0, 0)

    def up_to(self, index: int, around: Sequence[List | Map]) -> Iterator[Problem]:
        """Yield the problems of the comments between the last value and the next node.

        Args:
            index: the index of the next node.
            around: the lists and mappings that are open there, the outermost first.
        """
        while self._next < index:
            if self._next >= self._read:
                comment = _COMMENT.match(self.text, self._next)
                end = comment.end() if comment else index
                yield from self._problems(self._next, end, around)
                self._read = end
            self._next = self._find(self._read)
        self._read = max(self._read, index)

    def skip(self, start: int, end: int) -> None:
        """Skip a value, whose “#” is not a comment."""
        self._read = max(self._read, end)
        self._value = (start, end)

    def _find(self, start: int) -> int:
        found = self.text.find("#", start)
        return len(self.text) + 1 if found < 0 else found

    def _problems(self, start: int, end: int, around: Sequence[List | Map]) -> Iterator[Problem]:
        source, begun, ended = self.source, start + self.offset, end + self.offset
        opening = self._value[0] + self.offset
        sign = self.text[self._value[0]]
        if source.begins_line(begun):
            if sign in "|>" and self._is_out_of_line(begun, around):
                yield comment_left_of_text(source, opening, begun, ended, self._indent_of_text())
            elif found := key_in_note(source, begun, ended):
                yield found
        elif start > self._value[1] or (around and around[-1].flow_style):
            yield comment_after_value(source, begun, ended)
        elif sign in "\"'":
            words = " ".join(source.text[opening:ended].split())
            yield source.problem("text-after-quotes", begun, ended, text=as_guillemets(words))
        elif sign in "[{" and source.line_of(opening) == source.line_of(begun):
            words = in_quotes(source.text[opening:ended])
            yield source.problem("leading-sign", opening, opening + 1, sign=sign, text=words)
        else:
            yield comment_after_value(source, begun, ended)

    def _indent_of_text(self) -> int:
        """Return the indentation of the last block text; two if it is empty."""
        header, end = self._value
        first = _FIRST_LINE.search(self.text, header, end)
        return len(first["indent"]) if first else 2

    def _is_out_of_line(self, start: int, around: Sequence[List | Map]) -> bool:
        """Return whether a line is indented, and not aligned with an open key or item."""
        column = self.source.position(start).column
        return column > 1 and all(column != self.source.position(node.start_mark.index).column for node in around)


def heading(line: str) -> tuple[str, str] | None:
    """Return the label in a line that is a heading of Markdown (`## Enjeux`), and its key; None for another line."""
    note = _KEY_IN_NOTE.match(line)
    if note is None:
        return None
    key = key_meant(note["key"])
    return (note["key"], key) if key in AT_MARGIN else None


def key_in_note(source: Source, start: int, end: int) -> Problem | None:
    """Return the problem of a comment that is a key alone, above points that belong to the key above it."""
    note = heading(source.text[start:end])
    if note is None or source.position(start).column > 1 or not _ITEM_BELOW.match(source.text, end):
        return None
    label, right = note
    here = source.line_of(start) - 1
    lines = reversed(source.lines[max(0, here - _LINES_ABOVE) : here])
    above = next((key for line in lines if (key := _key_or_heading(line))), "")
    if not above or key_meant(above) == right:
        return None
    return source.problem("key-in-note", start, end, key=label, right=right, above=above)


def _key_or_heading(line: str) -> str:
    key, label = _KEY_LINE.match(line), heading(line)
    return key["key"] if key else label[0] if label else ""


def key_without_sign(source: Source, problem: Problem) -> list[Change]:
    """Return the change of a heading of Markdown to a key; none for a single “#”, which may begin a note."""
    start, end = source.span(problem)
    return [Change(start, end, f"{problem.params['right']}:")] if source.text.startswith("##", start) else []


def in_block_header(source: Source, start: int, *, is_empty: bool) -> Problem | None:
    """Return the problem of a comment after `|` or `>`; without text below, the whole line was meant as text."""
    comment = _HEADER_WITH_COMMENT.match(source.text, start)
    if comment is None:
        return None
    if is_empty:
        return source.problem("leading-sign", start, start + 1, sign=comment[0][0], text=in_quotes(comment[0]))
    return comment_after_value(source, *comment.span("comment"))


def comment_left_of_text(source: Source, header: int, start: int, end: int, indent: int) -> Problem:
    """Return the problem of a comment that is indented less than a block text.

    Args:
        source: the file.
        header: the index of the `|` or `>` of the text.
        start: the index of the “#”.
        end: the index after the comment.
        indent: the indentation of the text.
    """
    line = str(source.line_of(header) + 1)
    return source.problem("note-left-of-text", start, end, line=line, spaces=str(indent))


def comment_after_value(source: Source, start: int, end: int) -> Problem:
    """Return the problem of a comment after something else on its line."""
    return source.problem("comment-cuts-text", start, end, comment=source.text[start:end].rstrip())


def check_comments_in_text(block: Block, index: int) -> tuple[list[Fault], int]:
    """Return the faults of comments left of a block text that continues below, and the index after the text.

    Args:
        block: the block of the text.
        index: the index of the line that ends with `|` or `>`.
    """
    header = block.lines[index]
    indent = None
    found: list[Fault] = []
    waiting: list[SourceLine] = []
    for other in block.lines[index + 1 :]:
        index += 1
        is_comment = other.is_blank_or_comment and other.text.strip() != ""
        if is_comment and other.indent < (indent or header.parent + 1):
            waiting.append(other)
        elif other.indent > header.parent:
            indent = indent or other.indent
            found.extend(_comment_in_text(block, header, comment, indent) for comment in waiting)
            waiting = []
        elif not other.is_blank_or_comment:
            return found, index
    return found, index + 1


def _comment_in_text(block: Block, header: SourceLine, comment: SourceLine, indent: int) -> Fault:
    start, end = comment.at(comment.indent), comment.at(comment.end)
    problem = comment_left_of_text(block.source, header.at(header.value_column), start, end, indent)
    return Fault(problem, (comment.fill(" "),))
