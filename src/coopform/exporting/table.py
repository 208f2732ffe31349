"""Cases as a table: a row a case, a column a key, every cell a text."""

from collections.abc import Sequence

from coopform.casefile.writer import typed_case, typed_recueil
from coopform.exporting.cells import to_cell
from coopform.model import keys
from coopform.model.case import Case, Recueil
from coopform.model.keys import Shape
from coopform.text import escaping

HEADINGS = ("id", *keys.CASE)


def rows(cases: Sequence[Case]) -> list[list[str]]:
    """Return the headings, then a row for each case."""
    return [list(HEADINGS), *([case.id, *_cells(case)] for case in cases)]


def csv_rows(cases: Sequence[Case]) -> list[list[str]]:
    """Return `rows` in which no spreadsheet sees a formula."""
    return [[escaping.csv_cell(cell) for cell in row] for row in rows(cases)]


def recueil_rows(recueil: Recueil) -> list[tuple[str, str]]:
    """Return the keys of a collection's description, each with its value; those that are empty are left out."""
    typed = typed_recueil(recueil)
    return [(key, to_cell(value, keys.RECUEIL[key].shape, recueil.langue)) for key, value in typed.items()]


def _cells(case: Case) -> list[str]:
    typed = typed_case(case)
    return [to_cell(typed.get(name), key.shape, case.langue) for name, key in keys.CASE.items()]


def is_outline(key: str) -> bool:
    """Return whether a column holds outlines, which are long, rather than a few words."""
    return key == "resume" or (key in keys.CASE and keys.CASE[key].shape not in (Shape.TEXT, Shape.TEXTS))
