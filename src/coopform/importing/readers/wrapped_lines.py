"""Join the lines of paragraphs that a program broke at a column, as in texts of e-mails or of old editors.

The programs that break lines fill them: the first word of a line would not have fitted on the line before. Where lines
go on in small letters, and most are as full, they are paragraphs; elsewhere a line is a point, and stays one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.rubric_labels import shipped
from coopform.importing.readers import typed_lists

# The columns at which programs break lines: 65 to 80, and more for a wide window.
_NARROWEST, _WIDEST = 45, 120
# How full a line is at least. A program that fits lines to a width, not to a column, fills some less.
_FULL = 0.9
# So few may be points in small letters.
_FEWEST_JOINTS = 2
_ENDS = re.compile(r"[.!?…]\s*$")
# What ends no point.
_OPEN_END = re.compile(
    r"(?:[,\d]|\b(?:de|du|des|le|la|les|un|une|et|ou|en|au|aux|à|par|pour|sur|avec|dans|depuis|entre|que|qui|the|of|and"
    r"|to|in|for|with))\s*$"
)
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]-$")


def joined(lines: Sequence[str]) -> list[str]:
    """Return lines of which those of a paragraph that was broken are one, followed by blank ones in their place.

    The number of lines stays the same.
    """
    column = _column(lines)
    if not column:
        return list(lines)
    breaks = _breaks(lines, column)
    found: list[list[str]] = []
    start = 0
    for index, line in enumerate(lines):
        if index in breaks:
            found[start].append(line.strip())
            found.append([])
        else:
            found.append([line.rstrip()])
            start = index
    return [_one_line(parts) for parts in found]


def _column(lines: Sequence[str]) -> int:
    """Return the column at which the lines of a text were broken; 0 if they were not, or it is not certain."""
    near = ((above, below) for above, below in pairwise(lines) if len(above.rstrip()) <= _WIDEST)
    pairs = [(above, below) for above, below in near if _goes_on(above, below)]
    column = max((len(above.rstrip()) for above, _ in pairs), default=0)
    full = sum(_is_full(above, below, column) for above, below in pairs)
    is_certain = full >= _FEWEST_JOINTS and 2 * (len(pairs) - full) < full
    return column if is_certain and column >= _NARROWEST else 0


def _breaks(lines: Sequence[str], column: int) -> set[int]:
    """Return the lines that go on from the line before."""
    sure = {index for index in range(1, len(lines)) if _is_break(lines, index, column)}
    found = set(sure)
    for index in range(len(lines) - 1, 0, -1):
        above, below = lines[index - 1], lines[index]
        # A name or another sentence begins the line, in a paragraph that has surely been broken.
        is_within = index + 1 in found or (index - 1 in sure and below.rstrip().endswith("."))
        if is_within and _may_go_on(above, below) and _is_full(above, below, column):
            found.add(index)
    return found


def _is_break(lines: Sequence[str], index: int, column: int) -> bool:
    return _goes_on(lines[index - 1], lines[index]) and _is_full(lines[index - 1], lines[index], column)


def _goes_on(above: str, below: str) -> bool:
    """Return whether a line goes on in small letters, after one that ends no sentence, or after « de la »."""
    first = below.lstrip()[:1]
    goes_on = (first.islower() or first in "«(€%") and not _ENDS.search(above)
    return (goes_on or _OPEN_END.search(above) is not None) and _may_go_on(above, below)


def _may_go_on(above: str, below: str) -> bool:
    """Return whether both lines have words, and the lower one begins no item and has no label."""
    if not above.strip() or not below.strip() or above.rstrip().endswith(":") or "\t" in f"{above.strip()}{below}":
        return False
    return not typed_lists.begins_item(below) and not _is_label(below)


def _is_label(text: str) -> bool:
    """Return whether a line is a label or begins with one; in small letters, « moyens. » is the end of a sentence."""
    begun = label_begun(text, shipped())
    is_alone = text.rstrip().endswith(":") or text.lstrip()[:1].isupper()
    return (begun is not None and begun[0].is_sure) or (is_alone and shipped().find(text) is not None)


def _is_full(above: str, below: str, column: int) -> bool:
    """Return whether the first word of a line would not have fitted on the line above it."""
    word = _WORD.search(below)
    length = len(above.rstrip()) + 1 + (len(word[0]) if word else 0)
    return length > _FULL * column and len(above.rstrip()) <= column


def _one_line(parts: Sequence[str]) -> str:
    """Return the parts of a line; a word that was broken at its hyphen keeps it."""
    if len(parts) < 2:
        return "".join(parts)
    return "".join(part if _LETTER.search(part[-2:]) else f"{part} " for part in parts[:-1]) + parts[-1]
