"""Print lines with styles that need no layout; rich is loaded only where stdout shows styles."""

import os
import sys
from collections.abc import Iterable

from coopform.rendering.terminal.styled_line import StyledLine, plain


def show(lines: Iterable[StyledLine]) -> None:
    """Print lines on stdout, without spaces at their ends; a terminal shows them broken between words."""
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        from coopform.rendering.terminal import console

        console.show_lines(lines)
        return
    for line in lines:
        for part in plain(line).split("\n"):
            sys.stdout.write(f"{part.rstrip()}\n")
