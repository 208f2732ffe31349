"""Texts in columns: each as wide as its longest text, the widest narrowed until all fit, words wrapped.

The lines are those of rich's tables, which are too slow for the list of a big folder.
"""

import re
from collections.abc import Sequence

GAP = "  "
# Letters and signs that take one column each: nearly every text consists of them.
_NARROW = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027\u202f-\u203a\u20ac]*")


def column_widths(rows: Sequence[Sequence[str]], fixed: Sequence[bool], limit: int | None) -> list[int]:
    """Return the width of each column.

    Args:
        rows: the texts, headings among them.
        fixed: for each column whether it keeps its width.
        limit: the most columns of the terminal that all take with the gaps between them; no limit when None.
    """
    widths = [max(map(text_width, column)) for column in zip(*rows, strict=True)]
    if limit is None:
        return widths
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - limit
    loose = [column for column, is_fixed in enumerate(fixed) if not is_fixed]
    while excess > 0 and max(widths[column] for column in loose) > 1:
        # The widest becomes one narrower; of several the last, since the first columns matter most.
        widest = max(reversed(loose), key=lambda column: widths[column])
        widths[widest] -= 1
        excess -= 1
    return widths


def text_width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` columns: cut at spaces, a longer word anywhere."""
    if text_width(text) <= width:
        return [text]
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.extend(_fold(word, width))
    return lines


def _fold(word: str, width: int) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and text_width(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
