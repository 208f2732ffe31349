"""Points of a row as an outline with hanging bullets."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coopform.model.case import Point, is_label_strong
from coopform.rendering.terminal.console import words
from coopform.text.i18n import Translator
from coopform.text.typography import colon

BULLET = "•"


def view(points: Sequence[Point], translate: Translator) -> RenderableType:
    """Return points as an outline; one point alone needs no bullet, none reads « To be filled in »."""
    if not points:
        return words(translate("To be filled in"), translate, style="dim italic")
    if len(points) == 1:
        return _point(points[0], translate)
    return _outline(points, translate)


def flat(points: Sequence[Point], translate: Translator) -> Text:
    """Return what `view` shows where no line is broken: one text, which costs a fifth of tables in tables."""
    if not points:
        return words(translate("To be filled in"), translate, style="dim italic")
    return Text("\n").join(_lines(points[0], translate) if len(points) == 1 else _bulleted(points, translate))


def _lines(point: Point, translate: Translator) -> Iterator[Text]:
    yield from _head(point, translate).split("\n", allow_blank=True)
    yield from _bulleted(point.points, translate)


def _bulleted(points: Sequence[Point], translate: Translator) -> Iterator[Text]:
    for point in points:
        for number, line in enumerate(_lines(point, translate)):
            yield Text.assemble("  " if number else f"{BULLET} ", line)


def _outline(points: Sequence[Point], translate: Translator) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for point in points:
        table.add_row(BULLET, _point(point, translate))
    return table


def _point(point: Point, translate: Translator) -> RenderableType:
    head = _head(point, translate)
    return Group(head, _outline(point.points, translate)) if point.points else head


def _head(point: Point, translate: Translator) -> Text:
    if point.libelle is None:
        return words(point.texte or "", translate)
    label = words(
        f"{point.libelle}{colon(translate.language)}", translate, style="bold" if is_label_strong(point) else ""
    )
    return Text.assemble(label, " ", words(point.texte, translate)) if point.texte else label
