"""Where a line that is wider than the terminal is broken: between words, as people copy paths and commands."""

import re

# A word with the spaces before it; the name of a command stays with the program that it follows.
_WORD = re.compile(r" +(?:coopform )?[^ ]+")


def line_breaks(line: str, width: int, hanging: int) -> tuple[list[int], str]:
    """Return where the further lines of a line begin, and the spaces that go before them.

    Args:
        line: a word in it that is longer than the width is left whole.
        width: of the terminal, in characters.
        hanging: how much deeper than the line itself the further ones are.
    """
    indent = len(line) - len(line.lstrip(" ")) + hanging
    starts, end = [], width
    for word in _WORD.finditer(line):
        if word.end() > end and word.start():
            start = word.end() - len(word[0].lstrip(" "))
            starts.append(start)
            end = start + width - indent
    return starts, " " * indent
