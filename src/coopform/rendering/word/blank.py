"""The grid to fill in, on A4 for a person and on A3 for a table.

One table, the labels in its first column: what is typed in the second can be read back from the file.
"""

from coopform.handouts.blank import Blank
from coopform.handouts.documents import Document
from coopform.model import grid, labels
from coopform.model.handout_kinds import document_label
from coopform.rendering.word import fact_lines, styles, tables
from coopform.rendering.word.page import A3_LANDSCAPE, A4
from coopform.rendering.word.words import one_line
from coopform.rendering.word.writer import Writer

_SIZES = {
    "a4": styles.Sizes(text=11.5, title=20, headings=(14, 12, 12), padding=5),
    "a3": styles.Sizes(text=14, title=24, headings=(18, 14, 14), padding=5),
}
_PAGES = {"a4": A4, "a3": A3_LANDSCAPE}
_LABELS = {"a4": 46, "a3": 66}
_FIELDS = ("titre", "outil", "territoire")
# Heights of the rows, in millimetres: those of a word, and those of a rubric.
_FIELD_HEIGHTS = {"a4": 11, "a3": 12}
_RUBRIC_HEIGHTS = {"a4": 30, "a3": 30}


def make(document: Document[Blank]) -> Writer:
    """Return the grid to fill in, by hand or in the file."""
    paper = document.content.paper
    recueil = document.recueil
    writer = Writer(document, _PAGES[paper], _SIZES[paper])
    docx, t = writer.docx, writer.t
    title = t(document_label("blank", document.part))
    writer.name(title)
    if recueil.titre:
        writer.add(docx, "Kicker", one_line(recueil.titre))
    writer.add(docx, "Title", t("Co-operation sheet"))
    first = _LABELS[paper]
    table = tables.add(writer, (first, writer.page.measure - first), title)
    rows = [(t(labels.KEY_LABELS[key]), "", _FIELD_HEIGHTS[paper]) for key in _FIELDS]
    rows += [(t(rubric.label), t(rubric.question), _RUBRIC_HEIGHTS[paper]) for rubric in grid.GRID]
    rows += [(t(label), "", _FIELD_HEIGHTS[paper]) for label in ("Filled in by", "Date")]
    for label, question, height in rows:
        cell, _ = tables.add_row(table, height=height)
        writer.add(cell, "Row Label", label)
        if question:
            writer.add(cell, "Small Print", question)
    tables.gap(writer, docx)
    fact_lines.small_print(writer, docx, fact_lines.foot(writer))
    return writer
