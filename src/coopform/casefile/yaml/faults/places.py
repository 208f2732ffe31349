"""Where a text, or an item, may begin below the lines of a block: the columns, from 0, that help messages name."""

from collections.abc import Sequence

from coopform.casefile.yaml.faults.block import Block, begins_block_text
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.model.keys import CASE, LISTS, NAMES, RECUEIL, fold_key


def of_text(block: Block, above: Sequence[SourceLine]) -> int:
    """Return the column at which a text goes on with the value of the last of the lines `above`."""
    if header := _block_text(above):
        return _column_of_lines(header, above)
    owner = _owner(above)
    if owner is None:
        return block.margin + 2
    if owner.colon is not None or not owner.words:
        return (owner.content if owner.words else owner.indent) + 2
    return owner.content


def of_item(above: Sequence[SourceLine], below: SourceLine | None) -> int | None:
    """Return the column of the hyphen of an item between some lines, None where there can be no item.

    Args:
        above: the lines of the block before it, neither blank nor a comment.
        below: the first line after it, if any.
    """
    if _block_text(above):
        return None
    last, first = above[-1], above[0]
    if last.has_hyphen and last.colon is not None and not last.value:
        return last.content + 2
    items = [line for line in above if line.has_hyphen]
    if items:
        return items[-1].indent
    if last.colon is None or last.value:
        return None
    if below is not None and below.has_hyphen and below.indent >= last.content:
        return below.indent
    return last.content + 2 if takes_items(fold_key(last.key), is_first=last is first) else None


def takes_items(name: str, *, is_first: bool) -> bool:
    """Return whether items may be under a key; what is no key is a label."""
    key = (RECUEIL | CASE).get(name) if is_first else None
    return key.shape in LISTS if key is not None else name not in NAMES


def _owner(above: Sequence[SourceLine]) -> SourceLine | None:
    """Return the line whose value the next line continues: the last one with a hyphen or a key."""
    return next((line for line in reversed(above) if line.has_hyphen or line.colon is not None), None)


def _block_text(above: Sequence[SourceLine]) -> SourceLine | None:
    """Return the line that begins the block text (`|`, `>`) to which the last of some lines belongs, if it does."""
    lowest = above[-1].indent + 1
    for line in reversed(above):
        if begins_block_text(line) and (line is above[-1] or line.parent < lowest):
            return line
        lowest = min(lowest, line.indent)
    return None


def _column_of_lines(header: SourceLine, above: Sequence[SourceLine]) -> int:
    first = next((line for line in above if line.number > header.number), None)
    return first.indent if first is not None else header.content + 2
