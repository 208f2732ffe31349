"""Messages on a terminal: lines that are too long are broken between words."""

import sys
from itertools import pairwise


def wrapped(text: str, hanging: int = 0) -> str:
    """Return a message as it is shown on stderr: in lines as wide as the terminal, unchanged in a pipe or a file.

    A line that goes on keeps its indentation, and has `hanging` more spaces. A word that is longer than a line is left
    whole: people copy addresses and paths.
    """
    if not sys.stderr.isatty():
        return text
    from coopform.rendering.terminal.width import terminal_width

    width = terminal_width(sys.stderr)
    if not width or all(len(line) <= width for line in text.split("\n")):
        return text
    return "\n".join(_lines(line, width, hanging) for line in text.split("\n"))


def _lines(line: str, width: int, hanging: int) -> str:
    from coopform.rendering.terminal.line_breaks import line_breaks  # not needed for short messages

    starts, indent = line_breaks(line, width, hanging)
    parts = (line[start:end].rstrip(" ") for start, end in pairwise((0, *starts, len(line))))
    return f"\n{indent}".join(parts)
