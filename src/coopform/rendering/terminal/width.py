"""The width of the terminal, told without rich: what goes into a pipe has none, and needs no layout."""

import os
import sys

# In less, rich cuts words away without a word; a terminal wraps the lines by itself.
_NARROWEST = 20


def terminal_width() -> int | None:
    """Return the columns of the terminal, or None when stdout is no terminal and `COLUMNS` names no width."""
    if os.environ.get("COLUMNS", "").isdecimal() and int(os.environ["COLUMNS"]) > 0:
        return max(int(os.environ["COLUMNS"]), _NARROWEST)
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # takes as long to load as all of the listing

    # The console of older Windows begins a new line once the last column is filled.
    spare = 1 if sys.platform == "win32" else 0
    return max(get_terminal_size().columns - spare, _NARROWEST)
