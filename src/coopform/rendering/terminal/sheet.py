"""The sheet of a case in the terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coopform.comparing.synthesis import INSTANCE_LABELS
from coopform.handouts import phrases
from coopform.model.case import Case, Lecture
from coopform.model.grid import Rubric
from coopform.model.sections import Medium, Section, SectionKind, sections_of, sigles_of
from coopform.model.terms import shown_term
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
    """Return the sheet of a case: title and facts, then its sections with their labels; or some rows only.

    `width` is that of the terminal in columns, None when there is none.
    """
    heading: list[RenderableType] = []
    body: _Rows = []
    for section in sections_of(case, Medium.TERMINAL, rows):
        content = _content(case, section, translate)
        if section.kind in (SectionKind.TITLE, SectionKind.FACTS):
            heading.append(content)
        else:
            body.append((translate(section.label), content))
    rule = Rule(style="dim") if width else Text("─" * 40)
    sheet = Group(*heading, rule, _layout(body, width))
    return sheet if width is None or width <= _READABLE else Padding(sheet, (0, width - _READABLE, 0, 0))


def _content(case: Case, section: Section, t: Translator) -> RenderableType:
    match section.kind:
        case SectionKind.TITLE:
            return words(case.titre, t, style="bold")
        case SectionKind.FACTS:
            return words(" · ".join(phrases.facts(case, t)), t)
        case SectionKind.POINTS:
            return points.view(case.filled_row(section.key), t)
        case SectionKind.STEPS:
            steps = ((words(f"{step.quand} ", t, "bold"), words(step.quoi, t)) for step in case.ordered_steps())
            return Group(*(Text.assemble(*step) for step in steps))
        case SectionKind.READING:
            return _reading(case, t)
        case SectionKind.SIGLES:
            explained = [f"{sigle}, {meaning}" for sigle, meaning in sigles_of(case).items()]
            return words(semicolon(t.language).join(explained), t)
        case SectionKind.SOURCES:
            lines = ((phrases.source_line(source, t), source.url or "") for source in case.sources)
            return Group(*(words(line, t) for pair in lines for line in pair if line))
        case SectionKind.FICHE:
            return words(phrases.sheet_line(case, t), t)
    return words(section.text(case), t)


def _reading(case: Case, t: Translator) -> RenderableType:
    """Return the signed reading, under a line that names its author."""
    lecture = case.lecture or Lecture()
    lines = [words(f"({phrases.signature(case, t)})", t, style="italic")]
    entries = [(t("What triggered it"), _labels(lecture.declenchement, t))]
    entries += [(t(label), getattr(lecture.instances, key)) for key, label in INSTANCE_LABELS.items()]
    entries += [
        (t("Configuration"), _labels((lecture.configuration,), t)),
        (t("Degree of integration"), _labels((lecture.integration,), t)),
    ]
    for label, values in entries:
        if values:
            lines.append(Text.assemble(words(f"{label}{colon(t.language)} ", t), words(" / ".join(values), t)))
    return Group(*lines)


def _labels(terms: Sequence[str | None], t: Translator) -> list[str]:
    return [shown_term(term, t) for term in terms if term]


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
