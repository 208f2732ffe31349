"""Messages on a terminal: lines that are too long are broken between words."""

import sys

# In place of a space that no line may end with; no message has it.
_HELD = "\0"


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
    from textwrap import wrap  # not needed for short messages

    indent = " " * (len(line) - len(line.lstrip(" ")) + hanging)
    # A name of a command stays with the program that it follows.
    held = line.replace("coopform ", f"coopform{_HELD}")
    lines = wrap(held, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines or [line]).replace(_HELD, " ")
