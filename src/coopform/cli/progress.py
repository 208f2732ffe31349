"""The progress of a run that takes seconds: one line on stderr, « 7/34 panneaux.pdf », when that is a terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from coopform.text.characters import shown_name
from coopform.text.typography import shorten

# Seconds between two lines: quick steps are not all shown.
_PAUSE = 0.1


class Progress:
    """Shows the current step on one line, which each step overwrites; the last one is cleared.

    Attributes:
        total: how many steps there are.
        done: how many have begun.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()
        self._width = 0
        self._next = 0.0

    def step(self, name: str) -> None:
        """Show the next step: the file that is read or written."""
        self.done += 1
        now = time.monotonic()
        if self._is_shown and now >= self._next:
            self._next = now + _PAUSE
            self._put(f"{self.done}/{self.total} {shown_name(name)}")

    def clear(self) -> None:
        """Clear the line."""
        if self._width:
            self._put("")

    def _put(self, text: str) -> None:
        from coopform.rendering.terminal.width import terminal_width

        # Spaces, because not every console knows the sequence that clears a line; the last column would wrap.
        line = shorten(text, (terminal_width(sys.stderr) or 1) - 1)
        blanks = " " * (self._width - len(line))
        self._width = len(line)
        try:
            sys.stderr.write(f"\r{line}{blanks}" + ("" if line else "\r"))
            sys.stderr.flush()
        except OSError:
            self._is_shown = False


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """Yield the progress of so many steps; its line is gone after the block, and before messages on a failure."""
    shown = Progress(total)
    try:
        yield shown
    finally:
        shown.clear()
