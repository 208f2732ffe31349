"""Find faults of indentation: uneven lines, moved keys and items, unindented text."""

import re
from collections.abc import Sequence
from itertools import takewhile

from coopform.casefile.yaml.faults import colons, indent_characters, missing_colons, places
from coopform.casefile.yaml.faults.block import Block, begins_block_text
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.comments import comment_left_of_text, heading
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import COLON, SourceLine
from coopform.casefile.yaml.faults.silent_losses import items_below_text
from coopform.model.keys import AT_MARGIN, CASE, NAMES, fold_key
from coopform.text.folding import fold

_HYPHEN = re.compile(r"-(?=[ \t]|$)")
# The first key of an item of these keys, when the item is a mapping.
_FIRST_KEYS = {"partenaires": "texte", "sources": "titre", "etapes": "quand"}
_FIRST_WORD = re.compile(r"[^\W\d]\w*")


def check_hyphen_after_key(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an item on the line of its key."""
    if line.colon is None or not _HYPHEN.match(line.value):
        return None
    at = line.value_column
    below = block.next_line(line.number - block.lines[0].number)
    column = below.indent if below and below.has_hyphen and below.indent >= line.content else line.content + 2
    return block.in_line("hyphen-after-key", line, at, at + 1, [line.fill(" ", at)], key=line.key, spaces=str(column))


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


def check_moved_key(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a key that is indented too far, and is read as part of the text above."""
    if line.has_hyphen or fold_key(line.key) not in NAMES:
        return None
    siblings = [first] if first.colon is not None else []
    if fold_key(line.key) in CASE and block.lines[0] not in siblings:
        siblings.append(block.lines[0])
    if not siblings:
        return _under_text(block, first, line)
    return moved(block, line, min(siblings, key=lambda other: line.content - other.content))


def _under_text(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a text without its key, above other keys of the same item."""
    key = _FIRST_KEYS.get(fold(block.lines[0].key))
    if key is None or not first.has_hyphen:
        return None
    words = first.text[first.content :].strip()
    right = f"- {key}: {words}"
    return block.in_line("text-above-keys", first, first.content, first.end, line.mask_key(), key=line.key, right=right)


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
    index = line.number - block.lines[0].number
    return _misplaced_text(block, "too-left", index, changes, line=str(owner.number))


def check_under_label(block: Block, label: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a text below a label, when it is not indented more than the label."""
    fault = check_too_left(block, label, line) if line.indent <= label.content else None
    if fault is None or fault.problem.code not in ("text-too-left", "item-too-left"):
        return fault
    # The label is read as a text, so that its missing value is not reported, too.
    return Fault(fault.problem, (*fault.changes, *label.mask_key()))


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
    if key := _check_key_after_hyphen(block, below):
        return key, below.number - block.lines[0].number + 1
    if label := _check_heading(block, index, below):
        return label, index + 1
    problem = items_below_text(block.source, line, below.indent)
    return Fault(problem, (line.fill(" ", line.value_column),)), index + 1


def _check_key_after_hyphen(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an unindented item that is a key, or the label of a row above points: `- Enjeux :`."""
    is_label = line.has_hyphen and line.indent == block.margin and (not line.value or _is_typed_as_key(line))
    return missing_colons.check_key(block, line) if is_label else None


def _is_typed_as_key(line: SourceLine) -> bool:
    """Return whether a line has a key in the form of keys, `objet:`, and not that of labels, « Objet : »."""
    return line.text[line.content : line.colon] in AT_MARGIN


def _check_heading(block: Block, index: int, below: SourceLine) -> Fault | None:
    """Return the fault of a heading of Markdown between a key with a text and items: `## Enjeux`."""
    between = block.lines[index + 1 : below.number - block.lines[0].number]
    line = next((line for line in between if line.indent == block.margin and heading(line.text.strip())), None)
    label = heading(line.text.strip()) if line else None
    if line is None or label is None or label[1] == fold_key(block.lines[index].key):
        return None
    right = f"{label[1]}:"
    as_key = Change(line.at(line.indent), line.at(line.end), right)
    typed = line.text.strip()
    return block.in_line(
        "label-without-colon", line, line.indent, line.end, [as_key], label=typed, key=label[1], right=right
    )


def _is_key_with_text(line: SourceLine) -> bool:
    """Return whether a line is a known key with a text that has no other fault."""
    if line.has_hyphen or fold_key(line.key) not in NAMES or begins_block_text(line):
        return False
    return line.value[:1] not in ("", "[", "{") and not _HYPHEN.match(line.value) and not COLON.search(line.value)


def check_swallowed(block: Block, _: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of an item with a label that is read as part of the text above."""
    if not line.has_hyphen or line.colon is None:
        return None
    changes = [line.fill(" ", 0, line.content), *line.mask_key()]
    return block.in_line("swallowed-item", line, line.indent, line.end, changes)


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


def check_empty_label(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a colon without a label before it."""
    if line.colon is None or line.key:
        return None
    return block.in_line("empty-label", line, line.colon, line.colon + 1, line.mask_key())


def check_first(block: Block) -> Fault | None:
    """Return the fault of the first block of a file, when its key is not aligned with the other keys."""
    line = next((line for line in block.lines if not line.is_blank_or_comment), None)
    below = block.source.line_of(block.end)
    if line is None or line.indent == block.margin or below > len(block.source.lines):
        return None
    if line.lead.strip(" "):
        return indent_characters.check(block, line.number - block.lines[0].number)[0]
    last = line.indent + 1 if line.has_hyphen else line.colon or len(line.text)
    return block.in_line("uneven-indent", line, line.indent, last, (), line=str(below), spaces=str(block.margin))


def uneven(block: Block, number: int) -> Fault | None:
    """Return the fault of the line on which the parser stopped, when it is not aligned with another line."""
    index = number - block.lines[0].number
    if not 0 < index < len(block.lines):
        return None
    line = block.lines[index]
    if line.is_blank_or_comment:
        return None
    if key := _check_key_after_hyphen(block, line):
        return key
    if line.colon is None and not line.has_hyphen:
        above = block.above(index)
        return moved(block, line, above[-1]) if above and above[-1].indent > line.indent > block.margin else None
    above = [other for other in block.above(index) if other.has_hyphen == line.has_hyphen]
    others = [other for other in above if other.indent != line.indent] or [
        other for other in above if other.content != line.indent
    ]
    if all(other is block.lines[0] for other in others) and (fault := _beside_items(block, index)):
        return fault
    if not others:
        keys = [other for other in block.lines[:index] if other.colon is not None and not other.value]
        if keys and keys[-1].indent > line.indent:
            return moved(block, line, keys[-1])
        return _mixed(block, index)
    return moved(block, line, min(reversed(others), key=lambda other: abs(_column(other, line) - line.indent)))


def _beside_items(block: Block, index: int) -> Fault | None:
    """Return the fault of a label below items, or of a key, which should be aligned with the first key of its item."""
    line, item = block.lines[index], block.above(index)[-1]
    if not item.has_hyphen or item.indent > line.indent or fold_key(line.key) in CASE:
        return None
    if fold(block.lines[0].key) in _FIRST_KEYS and item.colon is not None:
        return moved(block, line, item)
    return _mixed(block, index)


def _mixed(block: Block, index: int) -> Fault | None:
    """Return the fault of an item among other lines, or of another line among items."""
    line = block.lines[index]
    others = [
        other for other in block.above(index) if other.has_hyphen != line.has_hyphen and other is not block.lines[0]
    ]
    if not others or line.indent <= block.margin:
        return None
    last = line.indent + 1 if line.has_hyphen else line.colon or line.indent + 1
    return block.in_line("mixed-hyphens", line, line.indent, last, (), line=str(others[-1].number))


def _column(other: SourceLine, line: SourceLine) -> int:
    """Return the column of `line` when it is aligned with `other`."""
    return other.indent if line.has_hyphen else other.content


def moved(block: Block, line: SourceLine, sibling: SourceLine) -> Fault:
    """Return the fault of a line that should be aligned with `sibling`."""
    column = _column(sibling, line)
    surplus = line.indent - column
    changes = []
    if surplus > 0 and line.has_hyphen:
        changes.append(Change(line.start, line.at(line.content), " " * column + "-"))
    elif surplus > 0 and line.colon is not None:
        key = line.text[line.content : line.colon]
        changes.append(Change(line.start, line.at(line.colon), " " * column + key))
    last = line.indent + 1 if line.has_hyphen else line.colon or line.end
    place = {"line": str(sibling.number), "spaces": str(column)}
    return block.in_line("uneven-indent", line, line.indent, last, changes, **place)
