"""A comparison in the terminal: in columns if the width allows, else row by row; then the synthesis."""

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coopform.comparing.comparison import Comparison, Row, SharedWord
from coopform.model.case import Case, Point
from coopform.model.grid import GRID
from coopform.rendering.terminal import points, side_by_side, unbroken
from coopform.rendering.terminal.console import words
from coopform.rendering.terminal.textgrid import longest_word
from coopform.text.i18n import Translator
from coopform.text.quotation import inner_quotes, quotation_marks

# Of a point of the third level.
_INDENT = 6
# A longer title is not repeated with each quotation: the ID takes its place.
_LONGEST_TITLE = 40
# Characters quoted on each side of a shared word.
_AROUND = 42


def view(compared: Comparison, translate: Translator, width: int | None) -> RenderableType:
    """Return the cases side by side, the synthesis, then the words that several share, quoted."""
    compared = compared.labelled(translate)
    layout = side_by_side.layout(len(compared.cases), _longest_word(compared) + _INDENT, width)
    titles = [case.short_title for case in compared.cases]
    outline = points.view if width else points.flat
    rows = [
        (
            translate(row.rubric.label),
            [_cell(row, *one, outline, translate) for one in zip(compared.cases, row.cells, strict=True)],
        )
        for row in compared.rows
    ]
    parts = [layout(titles, rows, translate)]
    if compared.synthesis:
        synthesis = [
            (translate(row.label), [_texts(cell, translate) for cell in row.cells]) for row in compared.synthesis
        ]
        parts += [side_by_side.title(translate("Synthesis"), width), layout(titles, synthesis, translate)]
    if compared.shared:
        parts.append(side_by_side.title(translate("What several have in common"), width))
        parts += [_shared(word, translate, width) for word in compared.shared]
    return Group(*parts)


Outline = Callable[[Sequence[Point], Translator], RenderableType]


def _cell(row: Row, case: Case, cell: Sequence[Point], outline: Outline, translate: Translator) -> RenderableType:
    if cell:
        return outline(cell, Translator(case.langue))
    # Every case is to fill in the grid; the other rows only if it has them.
    return outline(cell, translate) if row.rubric in GRID else _texts((), translate)


def _longest_word(compared: Comparison) -> int:
    cells = (cell for row in compared.rows for cell in row.cells)
    texts = [text for cell in cells for point in cell for text in point.texts()]
    texts += [text for line in compared.synthesis for cell in line.cells for text in cell]
    return longest_word([*texts, *(case.short_title for case in compared.cases)])


def _texts(cell: Sequence[str], translate: Translator) -> RenderableType:
    return Text("\n").join(words(text, translate) for text in cell) if cell else side_by_side.nothing()


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
