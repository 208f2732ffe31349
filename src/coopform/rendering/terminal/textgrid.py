"""Texts in columns: each as wide as its longest text, the widest narrowed until all fit, words wrapped.

The lines are those of rich's tables, which are too slow for the list of a big folder.
"""

import re
from collections.abc import Iterable, Sequence

GAP = "  "
# Letters and signs that take one column each: nearly every text consists of them.
_NARROW = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027\u202f-\u203a\u20ac]*")


def column_widths(rows: Sequence[Sequence[str]], least: Sequence[int], limit: int | None) -> list[int]:
    """Return the width of each column.

    Args:
        rows: the texts, headings among them.
        least: for each column how narrow it may become, at most as wide as its longest text.
        limit: the most columns of the terminal that all take with the gaps between them; no limit when None. Where the
            least widths take more, they are what is returned.
    """
    widths = [max(map(text_width, column)) for column in zip(*rows, strict=True)]
    if limit is None:
        return widths
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - limit
    while excess > 0:
        loose = [column for column, width in enumerate(widths) if width > least[column]]
        if not loose:
            break
        # The widest becomes one narrower; of several the last, since the first columns matter most.
        widest = max(reversed(loose), key=lambda column: widths[column])
        widths[widest] -= 1
        excess -= 1
    return widths


def longest_word(texts: Iterable[str]) -> int:
    """Return how many columns the longest word of texts takes; a word ends where `wrap` cuts."""
    return max((text_width(word) for text in texts for word in text.split(" ")), default=0)


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
