"""Find texts that begin too far to the left to belong to the value above."""

import re
from collections.abc import Sequence
from itertools import takewhile

from coopform.casefile.yaml.faults import colons, missing_colons, places
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.model.keys import NAMES
from coopform.text.folding import fold

_FIRST_WORD = re.compile(r"[^\W\d]\w*")


def check_margin(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of unindented text that is neither a key nor an item, for a run of such lines."""
    line = block.lines[index]
    if not _is_loose(block, line):
        return None, index
    changes = [other.fill("#") for other in takewhile(lambda other: _is_loose(block, other), block.lines[index:])]
    last = index + len(changes)
    above = block.above(index)
    if not above:
        right = f"titre: {line.text.strip()}"
        return block.in_line("text-without-key", line, line.indent, line.end, changes, right=right), last
    return _misplaced_text(block, "at-margin", index, changes, key=_key_above(above)), last


def check_too_left(block: Block, owner: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a line that continues the value of `owner` but is not indented more."""
    if line.has_hyphen or line.colon is not None or line.indent <= block.margin:
        return None
    if glued := colons.check_glued(block, line, known_only=True):
        return glued
    changes = [line.fill("#", line.indent)]
    word = _FIRST_WORD.match(line.text, line.indent)
    if word and owner.colon is not None and line.indent == owner.content and fold(word[0]) in NAMES:
        right = missing_colons.corrected_line(line, word.end(), word[0])
        return block.in_line("missing-colon", line, *word.span(), changes, key=word[0], right=right)
    index = block.index_of(line.number)
    return _misplaced_text(block, "too-left", index, changes, line=str(owner.number))


def check_under_label(block: Block, label: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a text below a label, when it is not indented more than the label."""
    fault = check_too_left(block, label, line) if line.indent <= label.content else None
    if fault is None or fault.problem.code not in ("text-too-left", "item-too-left"):
        return fault
    # The label is read as a text, so that its missing value is not reported, too.
    return Fault(fault.problem, (*fault.changes, *label.mask_key()))


def _misplaced_text(block: Block, place: str, index: int, changes: Sequence[Change], **params: str) -> Fault:
    """Return the fault of a text that begins too far to the left: of an item, too, where an item may begin.

    Args:
        block: the block of the line.
        place: the end of the code, `at-margin` or `too-left`.
        index: the index of the line in the block.
        changes: the changes after which the rest can be read.
        params: further parameters of the problem.
    """
    line, above = block.lines[index], block.above(index)
    params["spaces"] = str(places.of_text(block, above))
    item = places.of_item(above, block.next_line(index))
    code = f"text-{place}" if item is None else f"item-{place}"
    if item is not None:
        params["item"] = str(item)
    return block.in_line(code, line, line.indent, line.end, changes, **params)


def _key_above(above: Sequence[SourceLine]) -> str:
    """Return the key that a text below these lines belongs to: an empty one just above, else that of the block."""
    return (above[-1].key if above[-1].colon is not None and not above[-1].value else above[0].key) or above[0].words


def _is_loose(block: Block, line: SourceLine) -> bool:
    return line.indent <= block.margin and not line.has_hyphen and line.colon is None
