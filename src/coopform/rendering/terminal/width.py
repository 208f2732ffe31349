"""The width of the terminal, found without rich; a pipe has none."""

import os
import sys

# Below this width rich silently drops words: the terminal wraps the lines instead.
_NARROWEST = 20


def terminal_width() -> int | None:
    """Return the columns of the terminal, or None when stdout is no terminal and `COLUMNS` names no width."""
    if os.environ.get("COLUMNS", "").isdecimal() and int(os.environ["COLUMNS"]) > 0:
        return max(int(os.environ["COLUMNS"]), _NARROWEST)
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # slow to load: not needed in a pipe

    # Older Windows consoles begin a new line once the last column is filled.
    spare = 1 if sys.platform == "win32" else 0
    return max(get_terminal_size().columns - spare, _NARROWEST)
