"""The terminal: its width, and how a view gets there. Piped output has no width and does not wrap."""

import os
import sys
from typing import TYPE_CHECKING, Literal

from rich.console import Console, RenderableType
from rich.text import Text

from coopform.text import NARROW_NBSP, NBSP, typeset, visible

if TYPE_CHECKING:
    from coopform.i18n import Translator

# Wide enough that nothing wraps: output in a pipe is cut to lines by whoever reads it.
_UNBOUNDED = 100_000
# In less, rich cuts words away without a word; a terminal wraps the lines by itself.
_NARROWEST = 20
# rich breaks lines at non-breaking spaces too: while it lays out, a character that no text holds stands in.
_HELD_SPACE = "\ufdd0"


def width() -> int | None:
    """Return the columns of the terminal, or None when stdout is no terminal and `COLUMNS` names no width."""
    if os.environ.get("COLUMNS", "").isdecimal() and int(os.environ["COLUMNS"]) > 0:
        return max(int(os.environ["COLUMNS"]), _NARROWEST)
    return max(Console().width, _NARROWEST) if sys.stdout.isatty() else None


def show(view: RenderableType) -> None:
    """Print a view on stdout; lines end at their last character."""
    sys.stdout.write(_rendered(view, width() or _UNBOUNDED))


def show_line(line: Text) -> None:
    """Print one line on stdout; the terminal wraps it where it must."""
    sys.stdout.write(_rendered(line, _UNBOUNDED))


def as_text(view: RenderableType) -> str:
    """Return a view as plain text, without colours, each cell on its line."""
    return _rendered(view, _UNBOUNDED, color_system=None)


def words(text: str, translate: "Translator", style: str = "") -> Text:
    """Return text for a view: nothing in it is markup or a control, and French spaces do not break."""
    set_text = typeset(visible(text), translate.language, narrow=NBSP)
    return Text(set_text.replace(NARROW_NBSP, _HELD_SPACE).replace(NBSP, _HELD_SPACE), style=style)


def _rendered(view: RenderableType, columns: int, color_system: Literal["auto"] | None = "auto") -> str:
    """Return a view as the terminal shows it: its non-breaking spaces back, no space at the end of a line."""
    console = Console(width=columns, color_system=color_system, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        # Nothing is cut away where nobody looks at the width, nor is each line measured for it.
        console.print(view, crop=columns < _UNBOUNDED)
    lines = capture.get().replace(_HELD_SPACE, NBSP).split("\n")
    return "\n".join(line.rstrip() for line in lines)
