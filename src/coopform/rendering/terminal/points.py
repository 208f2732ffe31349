"""The points of a row as an outline with bullets."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coopform.model.case import Point
from coopform.model.outline import Item, outline
from coopform.rendering.terminal.console import words
from coopform.text.i18n import Translator
from coopform.text.typography import colon

BULLET = "•"


def view(points: Sequence[Point], translate: Translator) -> RenderableType:
    """Return points as an outline whose lines hang after their bullets; without points, « To be filled in »."""
    if not points:
        return _to_fill(translate)
    return Group(*(_hanging(item.level, _head(item, translate)) for item in outline(points)))


def flat(points: Sequence[Point], translate: Translator) -> Text:
    """Return what `view` shows where lines are not broken, as one text, which rich lays out faster than tables."""
    if not points:
        return _to_fill(translate)
    return Text("\n").join(
        Text.assemble(_margin(item.level) if number == 0 else "  " * item.level, line)
        for item in outline(points)
        for number, line in enumerate(_head(item, translate).split("\n", allow_blank=True))
    )


def _to_fill(translate: Translator) -> Text:
    return words(translate("To be filled in"), translate, style="dim italic")


def _margin(level: int) -> str:
    return f"{'  ' * (level - 1)}{BULLET} " if level else ""


def _hanging(level: int, text: Text) -> RenderableType:
    if level == 0:
        return text
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(BULLET, text)
    return Padding(table, (0, 0, 0, 2 * (level - 1)))


def _head(item: Item, translate: Translator) -> Text:
    point = item.point
    if point.libelle is None:
        return words(point.texte or "", translate)
    label = words(f"{point.libelle}{colon(translate.language)}", translate, style="bold" if item.is_strong else "")
    return Text.assemble(label, " ", words(point.texte, translate)) if point.texte else label
