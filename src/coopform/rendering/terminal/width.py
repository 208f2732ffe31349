"""The width of the terminal, found without rich; a pipe has none."""

import os
import sys
from typing import TextIO

# Below this width rich silently drops words: the terminal wraps the lines instead.
_NARROWEST = 20
# Of a terminal that does not say its size.
_USUAL = 80


def terminal_width(stream: TextIO | None = None) -> int | None:
    """Return the columns of a terminal, or None when a stream is none and `COLUMNS` names no width.

    Args:
        stream: what is written to; stdout by default.
    """
    if os.environ.get("COLUMNS", "").isdecimal() and int(os.environ["COLUMNS"]) > 0:
        return max(int(os.environ["COLUMNS"]), _NARROWEST)
    stream = stream or sys.stdout
    if not stream.isatty():
        return None
    # Older Windows consoles begin a new line once the last column is filled.
    spare = 1 if sys.platform == "win32" else 0
    return max(_columns(stream) - spare, _NARROWEST)


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):  # a stream without a file, or a terminal that does not say its size
        return _USUAL
