"""The grid to fill in, on A4 for a person and on A3 for a table.

On A4 it is one table, the labels in its first column: what is typed in the second can be read back from the file. On A3
it is the board that it is on paper: six boxes for felt pens and notes.
"""

from coopform.handouts.blank import Blank
from coopform.handouts.documents import Document
from coopform.model import grid, labels
from coopform.rendering.word import fact_lines, styles, tables
from coopform.rendering.word.page import A3_LANDSCAPE, A4
from coopform.rendering.word.words import numbered, one_line
from coopform.rendering.word.writer import Writer
from coopform.text.i18n import mark

_SIZES = {
    "a4": styles.Sizes(text=11.5, title=20, headings=(14, 12, 12), padding=5),
    "a3": styles.Sizes(text=14, title=20, headings=(18, 14, 14), padding=6),
}
_PAGES = {"a4": A4, "a3": A3_LANDSCAPE}
_LABELS = 46
_FIELDS = ("titre", "outil", "territoire")
_WHO_AND_WHEN = (mark("Filled in by"), mark("Date"))
# Heights of the rows, in millimetres: those of a word, and those of a rubric.
_FIELD_HEIGHT, _RUBRIC_HEIGHT = 11, 30
# On A3, as on paper: one row of fields, the first the widest and the last the narrowest, and six boxes in two bands.
_FIELD_SHARES = (3, 2, 2, 2, 1)
_BOX_FIELD_HEIGHT, _BAND_HEIGHT, _BOXES = 17, 112, 3


def make(document: Document[Blank]) -> Writer:
    """Return the grid to fill in, by hand or in the file."""
    paper = document.content.paper
    recueil = document.recueil
    writer = Writer(document, _PAGES[paper], _SIZES[paper])
    title = writer.t(document.label)
    if recueil.titre:
        writer.add(writer.docx, "Kicker", one_line(recueil.titre))
    writer.add(writer.docx, "Title", writer.t("Co-operation sheet"))
    if paper == "a3":
        _board(writer, title)
    else:
        _rows(writer, title)
    tables.gap(writer, writer.docx)
    fact_lines.small_print(writer, writer.docx, fact_lines.foot(writer))
    return writer


def _rows(writer: Writer, title: str) -> None:
    t = writer.t
    table = tables.add(writer, (_LABELS, writer.page.measure - _LABELS), title)
    rows = [(t(labels.KEY_LABELS[key]), "", _FIELD_HEIGHT) for key in _FIELDS]
    rows += [(numbered(rubric.key, t(rubric.label)), t(rubric.question), _RUBRIC_HEIGHT) for rubric in grid.GRID]
    rows += [(t(label), "", _FIELD_HEIGHT) for label in _WHO_AND_WHEN]
    for label, question, height in rows:
        cell, _ = tables.add_row(table, height=height)
        writer.add(cell, "Row Label", label)
        if question:
            writer.add(cell, "Small Print", question)


def _board(writer: Writer, title: str) -> None:
    t, measure = writer.t, writer.page.measure
    share = measure / sum(_FIELD_SHARES)
    fields = tables.add(writer, [share * part for part in _FIELD_SHARES], title, style=styles.SMALL_TABLE)
    names = [*(labels.KEY_LABELS[key] for key in _FIELDS), *_WHO_AND_WHEN]
    for cell, name in zip(tables.add_row(fields, height=_BOX_FIELD_HEIGHT), names, strict=True):
        writer.add(cell, "Row Label", t(name))
    tables.rule_between_columns(fields)
    tables.gap(writer, writer.docx)
    bands = tables.add(writer, [measure / _BOXES] * _BOXES, t("The grid"))
    for first in range(0, len(grid.GRID), _BOXES):
        cells = tables.add_row(bands, height=_BAND_HEIGHT)
        for cell, rubric in zip(cells, grid.GRID[first : first + _BOXES], strict=True):
            writer.add(cell, "heading 2", numbered(rubric.key, t(rubric.label))).paragraph_format.space_before = 0
            writer.add(cell, "Small Print", t(rubric.question))
    tables.rule_between_columns(bands)
