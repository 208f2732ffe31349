"""Recognise the tables that `coopform export` wrote by their headings, and turn them into cases as they are typed.

Only the texts of the cells count, whatever program saved the file since.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from coopform.exporting.cells import from_cell
from coopform.exporting.table import OWN_HEADINGS
from coopform.importing.blocks import Cell, SourceDocument, Table
from coopform.importing.readers.data_text import readable
from coopform.model import keys
from coopform.model.keys import Shape, fold_key
from coopform.text.escaping import from_csv_cell

# `exporting` escapes formulas in text files, and texts that look like escapes in workbooks.
_TEXT_ENDINGS = (".csv", ".tsv", ".txt")
_ESCAPED = re.compile("_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")


def recognise(source: SourceDocument) -> SourceDocument:
    """Return a document with its `data` filled if it is an export of coopform, else unchanged.

    Args:
        source: the blocks of a CSV file or a workbook.

    Returns:
        A document without blocks. Its `data` are the cases of the first table with the headings of an export, its
        `recueil` the description of the collection, if a later table has one. An unknown heading is kept as a key,
        which `check` will report.
    """
    unescape = from_csv_cell if PurePath(source.name).suffix.lower() in _TEXT_ENDINGS else _from_workbook
    tables = [block for block in source.blocks if isinstance(block, Table)]
    found = next((index for index, table in enumerate(tables) if _is_export(table)), None)
    if found is None:
        return source
    recueil = next((data for table in tables[found + 1 :] if (data := _recueil(table, unescape))), None)
    return replace(source, blocks=(), data=tuple(_cases(tables[found], unescape)), recueil=recueil)


def _is_export(table: Table) -> bool:
    return {fold_key(_text(cell)) for cell in table.rows[0]} >= OWN_HEADINGS


def _cases(table: Table, unescape: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    headings = [_heading(cell) for cell in table.rows[0]]
    for row in table.rows[1:]:
        case = {}
        for heading, cell in zip(headings, row, strict=False):
            value = from_cell(unescape(_text(cell)), keys.CASE[heading].shape if heading in keys.CASE else Shape.TEXT)
            if value is not None:
                case[heading] = value
        if case:
            yield case


def _heading(cell: Cell) -> str:
    text = _text(cell)
    name = fold_key(text)
    return name if name == "id" or name in keys.CASE else text


def _recueil(table: Table, unescape: Callable[[str], str]) -> dict[str, Any] | None:
    """Return the description of the collection in a table of two columns, None if its first column has other words."""
    data = {}
    for row in table.rows:
        name = fold_key(_text(row[0]))
        if name not in keys.RECUEIL or len(row) < 2:
            return None
        value = from_cell(unescape(_text(row[1])), keys.RECUEIL[name].shape)
        if value is not None:
            data[name] = value
    return data or None


def _text(cell: Cell) -> str:
    return readable("\n".join(line.text for line in cell.lines))


def _from_workbook(text: str) -> str:
    return _ESCAPED.sub("_", text)
