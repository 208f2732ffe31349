"""The terminal as it is: its width, whether it shows styles, and lines that need no layout to get there.

Without rich where stdout is no terminal: what goes into a pipe or a file is plain, and loading rich takes as long as
reading a hundred cases.
"""

import os
import shutil
import sys
from collections.abc import Iterable

# What stands out in a line, at its beginning, and the rest.
Line = tuple[str, str]

# In less, rich cuts words away without a word; a terminal wraps the lines by itself.
_NARROWEST = 20


def width() -> int | None:
    """Return the columns of the terminal, or None when stdout is no terminal and `COLUMNS` names no width."""
    if os.environ.get("COLUMNS", "").isdecimal() and int(os.environ["COLUMNS"]) > 0:
        return max(int(os.environ["COLUMNS"]), _NARROWEST)
    if not sys.stdout.isatty():
        return None
    # The console of older Windows begins a new line once the last column is filled.
    spare = 1 if sys.platform == "win32" else 0
    return max(shutil.get_terminal_size().columns - spare, _NARROWEST)


def show_lines(lines: Iterable[Line]) -> None:
    """Print lines on stdout, in bold what stands out where stdout is a terminal."""
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        from coopform.terminal import console

        console.show_lines(lines)
    else:
        sys.stdout.writelines(f"{strong}{rest}\n" for strong, rest in lines)
