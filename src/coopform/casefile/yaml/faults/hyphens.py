"""Find faults of items: a hyphen that is missing or behind a key, items below a text or read as part of one."""

import re

from coopform.casefile.yaml.faults import missing_colons
from coopform.casefile.yaml.faults.block import Block, begins_block_text
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import COLON, SourceLine
from coopform.casefile.yaml.faults.silent_losses import items_below_text
from coopform.model.keys import AT_MARGIN, NAMES, fold_key
from coopform.text.bullets import BULLET, BULLET_IN_ITEM

_HYPHEN = re.compile(r"-(?=[ \t]|$)")


def check_hyphen_after_key(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an item on the line of its key; above other items, also behind a glued hyphen or a bullet."""
    bullet = BULLET_IN_ITEM.match(line.value)
    if line.colon is None or not (bullet or _HYPHEN.match(line.value)):
        return None
    below = block.next_line(block.index_of(line.number))
    is_above = below is not None and (below.has_hyphen or BULLET.match(below.text) is not None)
    if bullet and not is_above:
        return None
    at = line.value_column
    hidden = [line.fill(" ", at)]
    if bullet and bullet["bullet"] != "-":
        return block.in_line("typed-bullets", line, at, at + bullet.end(), hidden, bullet=bullet["bullet"])
    column = below.indent if below and is_above and below.indent >= line.content else line.content + 2
    return block.in_line("hyphen-after-key", line, at, at + 1, hidden, key=line.key, spaces=str(column))


def check_missing_hyphen(block: Block, owner: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a text without a hyphen above items: `owner` is the text, `line` the first item."""
    if owner.has_hyphen or owner.colon is not None or not line.has_hyphen:
        return None
    return block.in_line("missing-hyphen", owner, owner.indent, owner.end, [owner.fill("#")])


def check_items_below(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of a text on the line of its key, with items below it."""
    line = block.lines[index]
    below = block.next_line(index)
    if below is None or not below.has_hyphen or below.indent < line.content or not _is_key_with_text(line):
        return None, index
    if key := check_key_after_hyphen(block, below):
        return key, block.index_of(below.number) + 1
    problem = items_below_text(block.source, line, below.indent)
    return Fault(problem, (line.fill(" ", line.value_column),)), index + 1


def check_key_after_hyphen(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an unindented item that is a key, or the label of a row above points: `- Enjeux :`."""
    is_label = line.has_hyphen and line.indent == block.margin and (not line.value or _is_typed_as_key(line))
    return missing_colons.check_key(block, line) if is_label else None


def _is_typed_as_key(line: SourceLine) -> bool:
    """Return whether a line has a key in the form of keys, `objet:`, and not that of labels, « Objet : »."""
    return line.text[line.content : line.colon] in AT_MARGIN


def _is_key_with_text(line: SourceLine) -> bool:
    """Return whether a line is a known key with a text that has no other fault."""
    if line.has_hyphen or fold_key(line.key) not in NAMES or begins_block_text(line):
        return False
    if line.value[:1] in ("", "[", "{") or BULLET_IN_ITEM.match(line.value):
        return False
    return not _HYPHEN.match(line.value) and not COLON.search(line.value)


def check_swallowed(block: Block, _: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of an item with a label that is read as part of the text above."""
    if not line.has_hyphen or line.colon is None:
        return None
    changes = [line.fill(" ", 0, line.content), *line.mask_key()]
    return block.in_line("swallowed-item", line, line.indent, line.end, changes)
