"""Find the faults of a block that the parser refuses, line by line.

The parser stops at its first error, often some lines below the fault, and the messages of its C and Python versions
differ. So the lines are checked independently of it. The position of its error is only used for faults that no line
shows, such as uneven indentation.
"""

from collections.abc import Callable

import yaml

from coopform.casefile.yaml.faults import (
    bullets,
    colons,
    comments,
    hyphens,
    indent_characters,
    indentation,
    keys_in_line,
    missing_colons,
    quotes,
    reserved_signs,
    texts_too_left,
)
from coopform.casefile.yaml.faults.block import Block, begins_block_text
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.model.limits import MAX_FAULTS

# The parser stops after the letter of an escape, or after its digits.
_LONGEST_ESCAPE = 10


def faults(block: Block) -> list[Fault]:
    """Return the faults of the lines of a block in order, at most one per line."""
    return _Walk(block).run()


def fault_at_error(block: Block, error: yaml.MarkedYAMLError) -> Fault:
    """Return the fault at the position of the error of the parser, when no line shows one."""
    mark = error.problem_mark or error.context_mark
    at = min(block.start + (mark.index if mark else 0), max(block.end - 1, 0))
    number = block.source.line_of(at)
    backslash = block.source.text.rfind("\\", block.start, at + 1)
    if backslash >= 0 and at - backslash <= _LONGEST_ESCAPE:
        escape = quotes.escape_at(block, backslash)
        if escape and block.source.text[max(backslash - 1, 0)] != "\\":
            return escape
    context = error.context_mark
    opening = block.start + context.index if context else block.end
    # The parser may stop after the last line of the block.
    if opening < block.end and block.source.text[opening] in "[{":
        line = block.lines[block.index_of(block.source.line_of(opening))]
        if line.at(line.value_column) == opening:
            return reserved_signs.leading_sign(block, line)
    for line in block.lines:
        if line.number in (number - 1, number):
            fault = colons.check_glued(block, line)
            if fault:
                return fault
    index = block.index_of(number)
    if 0 <= index < len(block.lines):
        tab, _ = indent_characters.check(block, index)
        if tab:
            return tab
    return indentation.uneven(block, number) or block.fault("yaml-syntax", at, at + 1)


class _Walk:
    """The state of checking the lines of a block.

    `owner` is the line whose value the next lines may continue, `label` a line that ends with the colon of its key.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        self.found: list[Fault] = []
        self.owner: SourceLine | None = None
        self.label: SourceLine | None = None

    def run(self) -> list[Fault]:
        index = 0
        while index < len(self.block.lines) and len(self.found) <= MAX_FAULTS:
            index = self._check_line(index)
        return self.found

    def _check_line(self, index: int) -> int:
        """Check a line; return the index of the next line to check."""
        line = self.block.lines[index]
        if line.is_blank_or_comment:
            return index + 1
        for check in (indent_characters.check, self._check_first_line, bullets.check, self._check_margin):
            fault, after = check(self.block, index)
            if fault:
                return self._add(fault, after)
        if self.owner is not None and line.indent > self.owner.parent:
            self._check_continuation(self.owner, line)
            return index + 1
        fault = texts_too_left.check_under_label(self.block, self.label, line) if self.label is not None else None
        if fault:
            # The next lines may have the same fault.
            return self._add(fault, index + 1)
        self.label = None
        if self.owner is not None:
            if too_left := texts_too_left.check_too_left(self.block, self.owner, line):
                self.found.append(too_left)
                return index + 1
            if missing_hyphen := hyphens.check_missing_hyphen(self.block, self.owner, line):
                self.found.append(missing_hyphen)
        self.owner = None
        fault, after = hyphens.check_items_below(self.block, index)
        return self._add(fault, after) if fault else self._check_value(index)

    def _add(self, fault: Fault, after: int) -> int:
        self.found.append(fault)
        self.owner = None
        return after

    def _check_first_line(self, block: Block, index: int) -> tuple[Fault | None, int]:
        if index:
            return None, index
        return colons.check_glued(block, block.lines[0]) or missing_colons.check_signs(block), index + 1

    def _check_margin(self, block: Block, index: int) -> tuple[Fault | None, int]:
        return texts_too_left.check_margin(block, index) if index or not block.start else (None, index)

    def _check_continuation(self, owner: SourceLine, line: SourceLine) -> None:
        checks = (
            indentation.check_moved_key,
            hyphens.check_swallowed,
            reserved_signs.check_comment_above,
            colons.check_continued,
        )
        for check in checks:
            fault = check(self.block, owner, line)
            if fault:
                self.found.append(fault)
                if fault.problem.code == "uneven-indent":
                    self.owner = line if line.value else None
                return

    def _check_value(self, index: int) -> int:
        line = self.block.lines[index]
        value = line.value
        if not value and line.key:
            self.label = line
            return index + 1
        if begins_block_text(line):
            in_text, after = comments.check_comments_in_text(self.block, index)
            self.found.extend(in_text)
            return after
        crowded_line = keys_in_line.check(self.block, line)
        if crowded_line:
            return self._add(crowded_line, index + 1)
        if value[:1] in ("'", '"'):
            return self._check_multiline(quotes.check, index)
        if value[:1] in ("[", "{"):
            return self._check_multiline(reserved_signs.check_bracket, index)
        checks: tuple[Callable[[Block, SourceLine], Fault | None], ...] = (
            colons.check_empty_label,
            reserved_signs.check,
            hyphens.check_hyphen_after_key,
            quotes.check_smart,
            colons.check_value,
        )
        self.owner = line
        fault = next((found for check in checks if (found := check(self.block, line))), None)
        if fault:
            self.found.append(fault)
        return index + 1

    def _check_multiline(self, check: Callable[[Block, int], tuple[Fault | None, int]], index: int) -> int:
        """Check a value that may extend over several lines."""
        fault, after = check(self.block, index)
        if fault:
            self.found.append(fault)
            self.owner = self.block.lines[index]
        return after
