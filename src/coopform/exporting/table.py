"""Cases as a table: one row per case, one column per key, each cell a text."""

from collections.abc import Sequence

from coopform.casefile.writer import typed_case, typed_recueil
from coopform.exporting.cells import to_cell
from coopform.model import keys
from coopform.model.case import Case, Recueil
from coopform.model.keys import Shape
from coopform.text import escaping

HEADINGS = ("id", *keys.CASE)
# Other tables hardly ever have both.
OWN_HEADINGS = {"id", "titre"}


def rows(cases: Sequence[Case]) -> list[list[str]]:
    """Return the headings, then one row for each case."""
    return [list(HEADINGS), *([case.id, *_cells(case)] for case in cases)]


def csv_rows(cases: Sequence[Case]) -> list[list[str]]:
    """Return `rows` with cells that no spreadsheet takes for formulas."""
    return [[escaping.csv_cell(cell) for cell in row] for row in rows(cases)]


def recueil_rows(recueil: Recueil) -> list[tuple[str, str]]:
    """Return the key and the value of each row of a collection's description, without the empty ones."""
    typed = typed_recueil(recueil)
    return [(key, to_cell(value, keys.RECUEIL[key].shape, recueil.langue)) for key, value in typed.items()]


def _cells(case: Case) -> list[str]:
    typed = typed_case(case)
    return [to_cell(typed.get(name), key.shape, case.langue) for name, key in keys.CASE.items()]


def is_outline(key: str) -> bool:
    """Return whether a column holds outlines or other long texts."""
    return key == "resume" or (key in keys.CASE and keys.CASE[key].shape not in (Shape.TEXT, Shape.TEXTS))
