"""A comparison in the terminal: in columns if the width allows, else row by row; then the synthesis."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import cast

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coopform.comparing.comparison import Comparison, Row, SharedWord
from coopform.model.case import Case, Point
from coopform.model.grid import GRID
from coopform.rendering.terminal import points, unbroken
from coopform.rendering.terminal.console import words
from coopform.rendering.terminal.textgrid import longest_word
from coopform.text.i18n import Translator
from coopform.text.quotation import inner_quotes, quotation_marks

_LABEL_WIDTH = 16
# Narrower columns break French words at every line.
_CASE_WIDTH = 28
# Of a point of the third level.
_INDENT = 6
# A longer title is not repeated with each quotation: the ID takes its place.
_LONGEST_TITLE = 40
# Characters quoted on each side of a shared word.
_AROUND = 42


def view(compared: Comparison, translate: Translator, width: int | None) -> RenderableType:
    """Return the cases side by side, the synthesis, then the words that several share, quoted."""
    layout = _layout(compared, width)
    outline = points.view if width else points.flat
    rows = [
        (translate(row.rubric.label), [_cell(row, cell, outline, translate) for cell in row.cells])
        for row in compared.rows
    ]
    parts = [layout(compared, translate, rows)]
    if compared.synthesis:
        synthesis = [
            (translate(row.label), [_texts(cell, translate) for cell in row.cells]) for row in compared.synthesis
        ]
        parts += [_title(translate("Synthesis"), width), layout(compared, translate, synthesis)]
    if compared.shared:
        parts.append(_title(translate("What several have in common"), width))
        parts += [_shared(word, translate, width) for word in compared.shared]
    return Group(*parts)


Outline = Callable[[Sequence[Point], Translator], RenderableType]


def _cell(row: Row, cell: Sequence[Point], outline: Outline, translate: Translator) -> RenderableType:
    # Every case is to fill in the grid; the other rows only if it has them.
    return outline(cell, translate) if cell or row.rubric in GRID else _texts((), translate)


_Rows = Sequence[tuple[str, Sequence[RenderableType]]]
Layout = Callable[[Comparison, Translator, _Rows], RenderableType]


def _layout(compared: Comparison, width: int | None) -> Layout:
    if width is None:
        return _unbroken
    # The gap between columns is of three signs.
    room = (width - _LABEL_WIDTH) // len(compared.cases) - 3
    return _columns if room >= max(_CASE_WIDTH - 3, _longest_word(compared) + _INDENT) else _grouped


def _longest_word(compared: Comparison) -> int:
    cells = (cell for row in compared.rows for cell in row.cells)
    texts = [text for cell in cells for point in cell for text in point.texts()]
    texts += [text for line in compared.synthesis for cell in line.cells for text in cell]
    return longest_word([*texts, *(case.short_title for case in compared.cases)])


def _unbroken(compared: Comparison, translate: Translator, rows: _Rows) -> RenderableType:
    """Return the columns for a pipe: as `_columns`, but only the labels are wrapped."""
    table = [[Text(), *(words(case.short_title, translate, style="bold") for case in compared.cases)]]
    for label, cells in rows:
        lines = "\n".join(wrap(label, _LABEL_WIDTH, break_on_hyphens=False))
        # In a pipe outlines are flat: all cells are texts.
        table.append([Text(lines, style="bold"), *cast("Sequence[Text]", cells)])
    return Group(*unbroken.table(table, _LABEL_WIDTH))


def _columns(compared: Comparison, translate: Translator, rows: _Rows) -> RenderableType:
    table = Table(
        box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False, show_edge=False, header_style="bold", expand=True
    )
    table.add_column("", width=_LABEL_WIDTH, style="bold")
    for case in compared.cases:
        table.add_column(words(case.short_title, translate), ratio=1, overflow="fold")
    for label, cells in rows:
        table.add_row(label, *cells)
    return table


def _grouped(compared: Comparison, translate: Translator, rows: _Rows) -> RenderableType:
    parts: list[RenderableType] = []
    for label, cells in rows:
        parts.append(Text(label.upper(), style="bold"))
        for case, cell in zip(compared.cases, cells, strict=True):
            parts.append(words(case.short_title, translate, style="underline"))
            parts.append(Padding(cell, (0, 0, 1, 2)))
    return Group(*parts)


def _title(title: str, width: int | None) -> RenderableType:
    heading: RenderableType = (
        Rule(Text(title, style="bold"), align="left", style="dim") if width else Text(title, "bold")
    )
    return Padding(heading, (1, 0, 1, 0), expand=bool(width))


def _texts(cell: Sequence[str], translate: Translator) -> RenderableType:
    return Text("\n").join(words(text, translate) for text in cell) if cell else Text("–", style="dim")


def _shared(word: SharedWord, translate: Translator, width: int | None) -> RenderableType:
    rows = [
        (
            words(f"{_brief(excerpt.case)}, {translate(excerpt.rubric.label)}", translate, style="dim"),
            _quotation(excerpt.text, excerpt.start, excerpt.end, translate),
        )
        for excerpt in word.excerpts
    ]
    heading = words(word.mot, translate, style="bold")
    if width is None:
        return Group(
            heading, *unbroken.columns([(Text("  ") + place, quoted) for place, quoted in rows], gap=2), Text()
        )
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return Group(heading, Padding(table, (0, 0, 1, 2)))


def _brief(case: Case) -> str:
    return case.short_title if len(case.short_title) <= _LONGEST_TITLE else case.id


def _quotation(text: str, start: int, end: int, translate: Translator) -> Text:
    """Return the words around a shared word, which is underlined, cut at whole words."""
    before, after = inner_quotes(text[:start]), inner_quotes(text[end:])
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    opening, closing = quotation_marks(translate.language)
    return Text.assemble(
        words(opening + before, translate),
        words(text[start:end], translate, style="underline"),
        words(after + closing, translate),
    )
