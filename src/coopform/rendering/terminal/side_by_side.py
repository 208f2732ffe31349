"""A table of things side by side: columns where the width holds them, else row by row; without a width, for a pipe."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import cast

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coopform.rendering.terminal import unbroken
from coopform.rendering.terminal.console import words
from coopform.text.i18n import Translator

_LABEL_WIDTH = 16
# Narrower columns break French words at every line.
_COLUMN_WIDTH = 28

# Each row: its label, and a cell for each column.
LabelledRows = Sequence[tuple[str, Sequence[RenderableType]]]
# Draws rows under the titles of the columns.
Layout = Callable[[Sequence[str], LabelledRows, Translator], RenderableType]


def layout(count: int, longest: int, width: int | None) -> Layout:
    """Return how to draw tables.

    Args:
        count: the columns.
        longest: how many signs the longest word takes, with what is before it on its line.
        width: of the terminal; None for a pipe, whose cells are to be of `Text`.
    """
    if width is None:
        return _unbroken
    # The gap between columns is of three signs.
    room = (width - _LABEL_WIDTH) // count - 3
    return _columns if room >= max(_COLUMN_WIDTH - 3, longest) else _grouped


def title(text: str, width: int | None) -> RenderableType:
    """Return the heading of a table, with a rule up to the width of the terminal."""
    heading: RenderableType = Rule(Text(text, style="bold"), align="left", style="dim") if width else Text(text, "bold")
    return Padding(heading, (1, 0, 1, 0), expand=bool(width))


def nothing() -> Text:
    """Return what an empty cell shows."""
    return Text("–", style="dim")


def _unbroken(titles: Sequence[str], rows: LabelledRows, translate: Translator) -> RenderableType:
    """Return the columns for a pipe: as `_columns`, but only the labels are wrapped."""
    table = [[Text(), *(words(text, translate, style="bold") for text in titles)]]
    for label, cells in rows:
        lines = "\n".join(wrap(label, _LABEL_WIDTH, break_on_hyphens=False))
        # In a pipe outlines are flat: all cells are texts.
        table.append([Text(lines, style="bold"), *cast("Sequence[Text]", cells)])
    return Group(*unbroken.table(table, _LABEL_WIDTH))


def _columns(titles: Sequence[str], rows: LabelledRows, translate: Translator) -> RenderableType:
    table = Table(
        box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False, show_edge=False, header_style="bold", expand=True
    )
    table.add_column("", width=_LABEL_WIDTH, style="bold")
    for text in titles:
        table.add_column(words(text, translate), ratio=1, overflow="fold")
    for label, cells in rows:
        table.add_row(label, *cells)
    return table


def _grouped(titles: Sequence[str], rows: LabelledRows, translate: Translator) -> RenderableType:
    parts: list[RenderableType] = []
    for label, cells in rows:
        parts.append(Text(label.upper(), style="bold"))
        for text, cell in zip(titles, cells, strict=True):
            parts.append(words(text, translate, style="underline"))
            parts.append(Padding(cell, (0, 0, 1, 2)))
    return Group(*parts)
