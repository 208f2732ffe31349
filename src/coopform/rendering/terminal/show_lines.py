"""Lines with styles that need no layout; without rich where stdout shows no styles, as in a pipe or a file.

Loading rich takes as long as checking five cases.
"""

import os
import sys
from collections.abc import Iterable

from coopform.rendering.terminal.styled_line import StyledLine, plain


def show(lines: Iterable[StyledLine]) -> None:
    """Print lines on stdout, each to its last character; the terminal wraps them where it must."""
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        from coopform.rendering.terminal import console

        console.show_lines(lines)
        return
    for line in lines:
        for part in plain(line).split("\n"):
            sys.stdout.write(f"{part.rstrip()}\n")
