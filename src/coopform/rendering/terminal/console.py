"""Print views on the terminal. Piped output has no width and does not wrap."""

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from rich.console import Console, RenderableType
from rich.text import Text

from coopform.rendering.terminal.line_breaks import line_breaks
from coopform.rendering.terminal.styled_line import StyledLine
from coopform.rendering.terminal.width import terminal_width
from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.typography import shown

if TYPE_CHECKING:
    from coopform.text.i18n import Translator

# Wide enough that nothing wraps: the reader of a pipe breaks lines as it wants.
_UNBOUNDED = 100_000
# Of no effect here, but without it rich takes any terminal with TERM=dumb, such as that of Emacs, for 80 columns wide.
_LINES = 25
# rich breaks lines at non-breaking spaces too: a character that no text holds replaces them during layout.
_HELD_SPACE = "\ufdd0"
# The line of a file, or what is marked in it: these lines stay under one another.
_SNIPPET = re.compile(r" +\d* \| ")
# How much deeper a line goes on.
_HANGING = 2


def show(view: RenderableType) -> None:
    """Print a view on stdout; lines end at their last character."""
    sys.stdout.write(_rendered(view, terminal_width() or _UNBOUNDED))


def show_line(line: Text) -> None:
    """Print one line on stdout; the terminal wraps it where it must."""
    sys.stdout.write(_rendered(line, _UNBOUNDED))


def show_lines(lines: Iterable[StyledLine]) -> None:
    """Print lines on stdout, each of its texts in its style, broken between words where a terminal is narrower."""
    console, width = _console(_UNBOUNDED, "auto"), terminal_width() or _UNBOUNDED
    for line in lines:
        text = Text.assemble(*line)
        if text.cell_len > width and not _SNIPPET.match(text.plain):
            starts, indent = line_breaks(text.plain, width, _HANGING)
            text = Text(f"\n{indent}").join(text.divide(starts))
        sys.stdout.write(_captured(console, text))


def as_text(view: RenderableType) -> str:
    """Return a view as plain text, without colours, each cell on its line."""
    return _rendered(view, _UNBOUNDED, color_system=None)


def words(text: str, translate: "Translator", style: str = "") -> Text:
    """Return text for a view: nothing in it is markup or a control, and French spaces do not break."""
    set_text = shown(text, translate.language)
    return Text(set_text.replace(NARROW_NBSP, _HELD_SPACE).replace(NBSP, _HELD_SPACE), style=style)


def _rendered(view: RenderableType, columns: int, color_system: Literal["auto"] | None = "auto") -> str:
    return _captured(_console(columns, color_system), view)


def _console(columns: int, color_system: Literal["auto"] | None) -> Console:
    return Console(width=columns, height=_LINES, color_system=color_system, highlight=False, markup=False, emoji=False)


def _captured(console: Console, view: RenderableType) -> str:
    """Return a view as the terminal shows it: non-breaking spaces restored, no space at the end of a line."""
    with console.capture() as capture:
        # Without a width there is nothing to crop; rich would measure each line for it.
        console.print(view, crop=console.width < _UNBOUNDED)
    lines = capture.get().replace(_HELD_SPACE, NBSP).split("\n")
    return "\n".join(line.rstrip() for line in lines)
