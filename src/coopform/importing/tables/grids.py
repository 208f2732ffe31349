"""Find the grids in a table: with labels in a row or a column, for one case or for one case per row or column."""

from functools import partial

from coopform.importing.blocks import Table
from coopform.importing.labels.rubric_labels import Labels
from coopform.importing.tables.grid_cells import CellRow, Grid, LaidOut, filled, holds_text_of_label, label_in
from coopform.importing.tables.grid_columns import read_columns
from coopform.importing.tables.grid_heads import read_heads
from coopform.importing.tables.grid_rows import read_rows
from coopform.text.folding import fold

_YES_OR_NO = ("oui", "non", "yes", "no", "en partie", "sans objet", "partly")


def read_table(table: Table, labels: Labels) -> list[Grid] | LaidOut | None:
    """Return the grids in a table, its cells if it only sets labelled texts side by side, None if it is another."""
    rows: list[CellRow] = [row for row in table.rows if filled(row)]
    if not rows or len(rows[0]) < 2 or _is_of_answers(rows[0]):
        return None
    if _is_layout(rows, labels):
        return LaidOut([cell for row in rows for cell in row if cell.lines])
    return read_heads(rows, labels) or read_columns(rows, labels) or read_rows(rows, labels)


def _is_of_answers(row: CellRow) -> bool:
    """Return whether the columns of a table are the answers of a questionnaire: « Oui », « Non »."""
    return sum(fold(cell.words) in _YES_OR_NO for cell in row) > 1


def _is_layout(rows: list[CellRow], labels: Labels) -> bool:
    """Return whether cells have labels with their own text in them, more than there are labels beside a text."""
    with_text = beside = 0
    heads: list[int] = []
    # A line above a table is no part of it: « Mise à jour : mars 2024 ».
    top = next((index for index, row in enumerate(rows) if len(filled(row)) > 1), 0)
    for row in rows[top:]:
        is_of_labels = len(filled(row)) > 1 and all(label_in(row[index], labels) for index in filled(row))
        heads = (
            filled(row) if is_of_labels and not any(map(partial(holds_text_of_label, labels=labels), row)) else heads
        )
        for index, cell in enumerate(row):
            after = row[index + 1] if index + 1 < len(row) else None
            has_text_after = after is not None and bool(after.lines) and label_in(after, labels) is None
            if holds_text_of_label(cell, labels):
                # Below a label, « Pilotage : les maires » is a text.
                if index in heads:
                    continue
                with_text += not (has_text_after and not holds_text_of_label(after, labels)) if after else 1
            elif label_in(cell, labels) and has_text_after:
                beside += 1
    return with_text > beside
