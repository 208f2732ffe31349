"""A block that the parser refused, read line by line as its author meant it: every fault in it, by name.

The parser stops at the first thing that it cannot take, often lines below the fault, and its messages
differ between its two builds. So the lines are looked at in their own right; only what is left (lines
that begin one space off) is told by the place where the parser stopped.
"""

from collections.abc import Callable

import yaml

from coopform.casefile.yaml.faults import colons, indentation, keys_in_line, missing_colons, quotes, reserved_signs
from coopform.casefile.yaml.faults.block import Block, begins_block_text
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.model.limits import MAX_FAULTS

# The parser stops behind the letter of an escape, or at the end of its digits.
_LONGEST_ESCAPE = 10


def faults(block: Block) -> list[Fault]:
    """Return the faults that the lines of a block show, one a line at most, in order."""
    return _Walk(block).run()


def last_resort(block: Block, error: yaml.MarkedYAMLError) -> Fault:
    """Return the fault at the place where the parser stopped, when no line shows one."""
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
    # The parser may stop behind the last line of the block.
    if opening < block.end and block.source.text[opening] in "[{":
        line = block.lines[block.source.line_of(opening) - block.lines[0].number]
        if line.at(line.value_column) == opening:
            return reserved_signs.leading_sign(block, line)
    for line in block.lines:
        if line.number in (number - 1, number):
            fault = colons.check_glued(block, line)
            if fault:
                return fault
    index = number - block.lines[0].number
    if 0 <= index < len(block.lines):
        tab, _ = indentation.check_lead(block, index)
        if tab:
            return tab
    return indentation.uneven(block, number) or block.fault("yaml-syntax", at, at + 1)


class _Walk:
    """The walk through the lines of a block.

    `owner` is the line whose text the next ones may go on with, `label` a line that ends with its colon.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        self.found: list[Fault] = []
        self.owner: SourceLine | None = None
        self.label: SourceLine | None = None

    def run(self) -> list[Fault]:
        index = 0
        while index < len(self.block.lines) and len(self.found) <= MAX_FAULTS:
            index = self._look(index)
        return self.found

    def _look(self, index: int) -> int:
        """Look at a line; return the index of the next one to look at."""
        line = self.block.lines[index]
        if line.is_silent:
            return index + 1
        for check in (indentation.check_lead, self._header, indentation.check_bullets, self._margin):
            fault, after = check(self.block, index)
            if fault:
                return self._add(fault, after)
        if self.owner is not None and line.indent > self.owner.parent:
            self._continued(self.owner, line)
            return index + 1
        fault = indentation.check_under_label(self.block, self.label, line) if self.label is not None else None
        if fault:
            # The next lines may be as far to the left.
            return self._add(fault, index + 1)
        self.label = None
        for besides in (indentation.check_too_left, indentation.check_missing_hyphen):
            fault = besides(self.block, self.owner, line) if self.owner is not None else None
            if fault:
                self.found.append(fault)
                if besides is indentation.check_too_left:
                    return index + 1
        self.owner = None
        fault, after = indentation.check_items_below(self.block, index)
        return self._add(fault, after) if fault else self._value(index)

    def _add(self, fault: Fault, after: int) -> int:
        self.found.append(fault)
        self.owner = None
        return after

    def _header(self, block: Block, index: int) -> tuple[Fault | None, int]:
        if index:
            return None, index
        return colons.check_glued(block, block.lines[0]) or missing_colons.check_signs(block), index + 1

    def _margin(self, block: Block, index: int) -> tuple[Fault | None, int]:
        return indentation.check_margin(block, index) if index or not block.start else (None, index)

    def _continued(self, owner: SourceLine, line: SourceLine) -> None:
        """Look at a line that goes on with the text of another."""
        checks = (
            indentation.check_moved_key,
            indentation.check_swallowed,
            reserved_signs.check_note_above,
            colons.check_continued,
        )
        for check in checks:
            fault = check(self.block, owner, line)
            if fault:
                self.found.append(fault)
                if fault.problem.code == "uneven-indent":
                    self.owner = line if line.value else None
                return

    def _value(self, index: int) -> int:
        line = self.block.lines[index]
        value = line.value
        if not value and line.key:
            self.label = line
            return index + 1
        if begins_block_text(line):
            notes, after = indentation.check_notes_in_text(self.block, index)
            self.found.extend(notes)
            return after
        crowded_line = keys_in_line.check(self.block, line)
        if crowded_line:
            return self._add(crowded_line, index + 1)
        if value[:1] in ("'", '"'):
            return self._longer(quotes.check, index)
        if value[:1] in ("[", "{"):
            return self._longer(reserved_signs.check_bracket, index)
        checks: tuple[Callable[[Block, SourceLine], Fault | None], ...] = (
            indentation.check_empty_label,
            reserved_signs.check,
            indentation.check_hyphen_after_key,
            quotes.check_smart,
            colons.check_value,
        )
        self.owner = line
        fault = next((found for check in checks if (found := check(self.block, line))), None)
        if fault:
            self.found.append(fault)
        return index + 1

    def _longer(self, check: Callable[[Block, int], tuple[Fault | None, int]], index: int) -> int:
        """Look at a value that may run over several lines."""
        fault, after = check(self.block, index)
        if fault:
            self.found.append(fault)
            self.owner = self.block.lines[index]
        return after
