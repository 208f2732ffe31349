"""The sheet of a case in the terminal."""

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coopform.comparing.synthesis import INSTANCE_LABELS
from coopform.model.case import Case, Lecture
from coopform.model.grid import Rubric
from coopform.model.sections import Medium, Section, SectionKind, sections_of, sigles_of
from coopform.rendering import phrases
from coopform.rendering.terminal import points
from coopform.rendering.terminal.console import words
from coopform.text.i18n import Translator
from coopform.text.typography import colon, semicolon

# Longer lines are hard to read: a wide terminal keeps a margin.
_READABLE = 110
_LABEL_WIDTH = 22
# Below this width a label is above its points instead of to their left.
_BESIDE = 64

_Rows = list[tuple[str, RenderableType]]


def view(case: Case, translate: Translator, width: int | None, rows: Sequence[Rubric] = ()) -> RenderableType:
    """Return the sheet of a case: title and facts, then its sections with their labels.

    Args:
        case: the case.
        translate: the language of the sheet.
        width: the columns of the terminal, None when there is none.
        rows: the rows wanted; everything when none is named.
    """
    heading: list[RenderableType] = []
    body: _Rows = []
    for section in sections_of(case, Medium.TERMINAL, rows):
        content = _DRAW[section.kind](case, section, translate)
        if section.kind in (SectionKind.TITLE, SectionKind.FACTS):
            heading.append(content)
        else:
            body.append((translate(section.label), content))
    rule = Rule(style="dim") if width else Text("─" * 40)
    sheet = Group(*heading, rule, _layout(body, width))
    return sheet if width is None or width <= _READABLE else Padding(sheet, (0, width - _READABLE, 0, 0))


def _title(case: Case, _: Section, t: Translator) -> RenderableType:
    return words(case.titre, t, style="bold")


def _facts(case: Case, _: Section, t: Translator) -> RenderableType:
    return words(" · ".join(phrases.facts(case, t)), t)


def _text(case: Case, section: Section, t: Translator) -> RenderableType:
    return words(section.text(case), t)


def _points(case: Case, section: Section, t: Translator) -> RenderableType:
    return points.view(case.filled_row(section.key), t)


def _steps(case: Case, _: Section, t: Translator) -> RenderableType:
    return Group(
        *(Text.assemble(words(f"{step.quand} ", t, "bold"), words(step.quoi, t)) for step in case.ordered_steps())
    )


def _reading(case: Case, _: Section, t: Translator) -> RenderableType:
    """Return the signed reading, under a line that names its author."""
    lecture = case.lecture or Lecture()
    lines = [words(f"({phrases.signature(case, t)})", t, style="italic")]
    entries = [(t("What triggered it"), lecture.declenchement)]
    entries += [(t(label), getattr(lecture.instances, key)) for key, label in INSTANCE_LABELS.items()]
    entries += [
        (t("Configuration"), _one(lecture.configuration)),
        (t("Scale of integration"), _one(lecture.integration)),
    ]
    for label, values in entries:
        if values:
            lines.append(Text.assemble(words(f"{label}{colon(t.language)} ", t), words(" / ".join(values), t)))
    return Group(*lines)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _sigles(case: Case, _: Section, t: Translator) -> RenderableType:
    return words(semicolon(t.language).join(f"{sigle}, {meaning}" for sigle, meaning in sigles_of(case).items()), t)


def _sources(case: Case, _: Section, t: Translator) -> RenderableType:
    lines = []
    for source in case.sources:
        lines.append(words(phrases.source_line(source, t), t))
        if source.url:
            lines.append(words(source.url, t))
    return Group(*lines)


def _fiche(case: Case, _: Section, t: Translator) -> RenderableType:
    return words(phrases.sheet_line(case, t), t)


_DRAW: dict[SectionKind, Callable[[Case, Section, Translator], RenderableType]] = {
    SectionKind.TITLE: _title,
    SectionKind.FACTS: _facts,
    SectionKind.TEXT: _text,
    SectionKind.POINTS: _points,
    SectionKind.STEPS: _steps,
    SectionKind.READING: _reading,
    SectionKind.SIGLES: _sigles,
    SectionKind.SOURCES: _sources,
    SectionKind.FICHE: _fiche,
}


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
