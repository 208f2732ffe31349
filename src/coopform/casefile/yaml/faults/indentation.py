"""Find lines that are not aligned with those of their kind: moved keys and items, uneven lines."""

from coopform.casefile.yaml.faults import hyphens, indent_characters
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.model.keys import CASE, NAMES, fold_key
from coopform.text.folding import fold

# The first key of an item of these keys, when the item is a mapping.
_FIRST_KEYS = {"partenaires": "texte", "sources": "titre", "etapes": "quand"}


def check_moved_key(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a key that is indented too far, and is read as part of the text above."""
    if line.has_hyphen or fold_key(line.key) not in NAMES:
        return None
    siblings = [first] if first.colon is not None else []
    if fold_key(line.key) in CASE and block.lines[0] not in siblings:
        siblings.append(block.lines[0])
    if not siblings:
        return _under_text(block, first, line)
    return _moved(block, line, min(siblings, key=lambda other: line.content - other.content))


def _under_text(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a text without its key, above other keys of the same item."""
    key = _FIRST_KEYS.get(fold(block.lines[0].key))
    if key is None or not first.has_hyphen:
        return None
    words = first.text[first.content :].strip()
    right = f"- {key}: {words}"
    return block.in_line("text-above-keys", first, first.content, first.end, line.mask_key(), key=line.key, right=right)


def check_first(block: Block) -> Fault | None:
    """Return the fault of the first block of a file, when its key is not aligned with the other keys."""
    line = next((line for line in block.lines if not line.is_blank_or_comment), None)
    below = block.source.line_of(block.end)
    if line is None or line.indent == block.margin or below > len(block.source.lines):
        return None
    if line.lead.strip(" "):
        return indent_characters.check(block, block.index_of(line.number))[0]
    last = line.indent + 1 if line.has_hyphen else line.colon or len(line.text)
    return block.in_line("uneven-indent", line, line.indent, last, (), line=str(below), spaces=str(block.margin))


def uneven(block: Block, number: int) -> Fault | None:
    """Return the fault of the line on which the parser stopped, when it is not aligned with another line."""
    index = block.index_of(number)
    if not 0 < index < len(block.lines):
        return None
    line, above = block.lines[index], block.above(index)
    if line.is_blank_or_comment or not above:
        return None
    if key := hyphens.check_key_after_hyphen(block, line):
        return key
    if line.colon is None and not line.has_hyphen:
        return _moved(block, line, above[-1]) if above[-1].indent > line.indent > block.margin else None
    if line.has_hyphen and any(other.indent == line.indent and not other.has_hyphen for other in above[1:]):
        return _mixed(block, index)
    alike = [other for other in above if other.has_hyphen == line.has_hyphen]
    others = [other for other in alike if other.indent != line.indent] or [
        other for other in alike if other.content != line.indent
    ]
    if all(other is block.lines[0] for other in others) and (fault := _beside_items(block, index)):
        return fault
    if not others:
        keys = [other for other in block.lines[:index] if other.colon is not None and not other.value]
        if keys and keys[-1].indent > line.indent:
            return _moved(block, line, keys[-1])
        return _mixed(block, index)
    return _moved(block, line, min(reversed(others), key=lambda other: abs(_column(other, line) - line.indent)))


def _beside_items(block: Block, index: int) -> Fault | None:
    """Return the fault of a label below items, or of a key, which should be aligned with the first key of its item."""
    line, item = block.lines[index], block.above(index)[-1]
    if not item.has_hyphen or item.indent > line.indent or fold_key(line.key) in CASE:
        return None
    if fold(block.lines[0].key) in _FIRST_KEYS and item.colon is not None:
        return _moved(block, line, item)
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


def _moved(block: Block, line: SourceLine, sibling: SourceLine) -> Fault:
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
