"""The sheet of a case in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coopform.comparing.synthesis import INSTANCE_LABELS
from coopform.model import grid
from coopform.model.case import Case
from coopform.model.grid import Rubric
from coopform.model.labels import KEY_LABELS
from coopform.rendering import phrases
from coopform.rendering.terminal import points
from coopform.rendering.terminal.console import words
from coopform.text.i18n import Translator
from coopform.text.typography import colon

# A line of more than some ninety characters is hard to read: a wide terminal keeps its margin.
_READABLE = 110
_LABEL_WIDTH = 22
# Below this width a label stands above its points instead of beside them.
_BESIDE = 64

_Rows = list[tuple[str, RenderableType]]


def view(case: Case, translate: Translator, width: int | None, rows: Sequence[Rubric] = ()) -> RenderableType:
    """Return a sheet: title, line of facts, rows of the grid, what was learnt, sources.

    Args:
        case: the case.
        translate: the language of the sheet.
        width: the columns of the terminal, None when there is none.
        rows: the rows wanted; everything when none is named.
    """
    heading: list[RenderableType] = [words(case.titre, translate, style="bold")]
    if rows:
        body = _rows(case, translate, rows)
    else:
        heading.append(words(" · ".join(phrases.facts(case, translate)), translate))
        body = list(_body(case, translate))
    rule = Rule(style="dim") if width else Text("─" * 40)
    content = Group(*heading, rule, _layout(body, width))
    return content if width is None or width <= _READABLE else Padding(content, (0, width - _READABLE, 0, 0))


def _rows(case: Case, translate: Translator, rubrics: Sequence[Rubric]) -> _Rows:
    return [
        (translate(row.label), points.view(case.row(row.key) if case.is_filled(row.key) else (), translate))
        for row in rubrics
    ]


def _body(case: Case, t: Translator) -> Iterator[tuple[str, RenderableType]]:
    heading = {key: t(label) for key, label in KEY_LABELS.items()}
    if case.resume:
        yield heading["resume"], words(case.resume, t)
    yield from _rows(case, t, grid.GRID)
    yield from _rows(case, t, [row for row in (*grid.LEARNT, *grid.AROUND) if case.row(row.key)])
    if case.themes:
        yield heading["themes"], words(", ".join(case.themes), t)
    if case.etapes:
        steps = [
            Text.assemble(words(f"{step.quand} ", t, "bold"), words(step.quoi, t)) for step in case.ordered_steps()
        ]
        yield heading["etapes"], Group(*steps)
    if case.departements:
        yield heading["departements"], words(", ".join(case.departements), t)
    if case.suite_de:
        yield heading["suite_de"], words(case.suite_de, t)
    if case.lecture:
        yield heading["lecture"], _reading(case, t)
    if case.a_verifier:
        yield heading["a_verifier"], points.view(case.a_verifier, t)
    if case.sources:
        yield heading["sources"], Group(*_sources(case, t))


def _reading(case: Case, t: Translator) -> RenderableType:
    """Return the signed reading, said to be one."""
    lecture = case.lecture
    assert lecture is not None  # noqa: S101 (the caller asked)
    lines = [words(f"({phrases.signature(case, t)})", t, style="italic")]
    said = [(t("What triggered it"), lecture.declenchement)]
    said += [(t(label), getattr(lecture.instances, key)) for key, label in INSTANCE_LABELS.items()]
    said += [(t("Configuration"), _one(lecture.configuration)), (t("Scale of integration"), _one(lecture.integration))]
    for label, values in said:
        if values:
            lines.append(Text.assemble(words(f"{label}{colon(t.language)} ", t), words(" / ".join(values), t)))
    return Group(*lines)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _sources(case: Case, t: Translator) -> Iterator[Text]:
    for source in case.sources:
        yield words(phrases.source_line(source, t), t)
        if source.url:
            yield words(source.url, t)


def _layout(rows: _Rows, width: int | None) -> RenderableType:
    if width is not None and width < _BESIDE:
        stacked: list[RenderableType] = []
        for label, content in rows:
            stacked += [Text(label, style="bold"), Padding(content, (0, 0, 1, 2))]
        return Group(*stacked)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL_WIDTH, style="bold")
    table.add_column(overflow="fold")
    for label, content in rows:
        table.add_row(label, Padding(content, (0, 0, 1, 0)))
    return table
