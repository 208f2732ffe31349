"""The forms of agreement in the terminal: all of them in a line each, or some side by side."""

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coopform.comparing.form_table import ON_ALL, SECOND_HAND, SEEN, FormsCompared, FormTable, facts_of
from coopform.model.case import Point
from coopform.model.terms import shown_term
from coopform.model.vocabulary import Fact, Outil
from coopform.rendering.terminal import points, side_by_side
from coopform.rendering.terminal.console import words
from coopform.rendering.terminal.textgrid import longest_word
from coopform.text.characters import NBSP
from coopform.text.i18n import Translator

# From this width on what a form is for is beside its name; below, under it.
_BESIDE = 76
# Of a point of the first level.
_INDENT = 2


def view(compared: FormsCompared, translate: Translator, width: int | None) -> RenderableType:
    """Return the forms that were asked for side by side, or all of them in a line each."""
    return (_overview if compared.is_of_all else _side_by_side)(compared, translate, width)


def _overview(compared: FormsCompared, translate: Translator, width: int | None) -> RenderableType:
    """Return the forms of each family, each with its name and what it is for."""
    forms = [(table.famille, outil) for table in compared.tables for outil in table.outils]
    names = max(cell_len(outil.nom) for _, outil in forms)
    parts: list[RenderableType] = []
    previous = ""
    for famille, outil in forms:
        if famille != previous:
            parts += [
                *([Text()] if previous else []),
                words(shown_term(famille, translate).upper(), translate, style="bold"),
            ]
        previous = famille
        parts.append(_line(words(outil.nom, translate), words(_purpose(outil), translate), names, width))
    return Group(*parts)


def _purpose(outil: Outil) -> str:
    """Return what a form is for in a line: the first fact on it."""
    return next((fact.text for fact in facts_of(outil, "usage")), "–")


def _line(name: Text, purpose: Text, names: int, width: int | None) -> RenderableType:
    if width is None:
        return Text("  ") + name + Text(" " * (names - name.cell_len + 2)) + purpose
    if width < _BESIDE:
        return Group(Padding(name, (0, 0, 0, 2)), Padding(purpose, (0, 0, 0, 4)))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=names)
    table.add_column(overflow="fold")
    table.add_row(name, purpose)
    return Padding(table, (0, 0, 0, 2))


def _side_by_side(compared: FormsCompared, translate: Translator, width: int | None) -> RenderableType:
    """Return the forms side by side, what holds for all, then the pages where it was seen by their numbers."""
    tables = (_table(table, compared, translate, width) for table in compared.tables)
    on_all = [_point(fact, compared) for fact in compared.on_all]
    return Group(
        *tables,
        side_by_side.title(translate(ON_ALL), width),
        points.view(on_all, translate),
        side_by_side.title(translate(SEEN), width),
        *(_numbered(number, page, width) for number, page in enumerate(compared.pages, start=1)),
        Text(),
        words(translate(SECOND_HAND), translate, style="italic"),
    )


def _numbered(number: int, page: str, width: int | None) -> RenderableType:
    if width is None:
        return Text(f"{number}. {page}")
    line = Table.grid(padding=(0, 1, 0, 0))
    line.add_column(width=3, justify="right")
    line.add_column(overflow="fold")
    line.add_row(f"{number}.", page)
    return line


def _table(table: FormTable, compared: FormsCompared, translate: Translator, width: int | None) -> RenderableType:
    outline = points.view if width else points.flat
    shown = [row.labelled(translate) for row in table.rows]
    cells = [[[_point(fact, compared) for fact in cell] for cell in row.cells] for row in shown]
    texts = [text for row in cells for cell in row for point in cell for text in point.texts()]
    names = [outil.nom for outil in table.outils]
    layout = side_by_side.layout(len(names), longest_word([*texts, *names]) + _INDENT, width)
    rows = [
        (translate(row.label), [outline(cell, translate) if cell else side_by_side.nothing() for cell in line])
        for row, line in zip(table.rows, cells, strict=True)
    ]
    return layout(names, rows, translate)


def _point(fact: Fact, compared: FormsCompared) -> Point:
    """Return a fact with the numbers of its pages; a family and the title of a case have none."""
    numbers = compared.numbers(fact)
    return Point(texte=f"{fact.text} [{f',{NBSP}'.join(map(str, numbers))}]" if numbers else fact.text)
