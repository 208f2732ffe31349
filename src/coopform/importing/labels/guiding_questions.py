"""Recognise the guiding questions of the grid, which blank sheets have under the labels."""

from functools import cache

from coopform.importing.cleaning import clean
from coopform.importing.labels.rubric_labels import Label
from coopform.model.grid import GRID
from coopform.text.folding import fold
from coopform.text.i18n import translations


def is_guiding_question(text: str) -> bool:
    """Return whether a text is a guiding question."""
    return label_of_question(text) is not None


def label_of_question(text: str) -> Label | None:
    """Return the label of the row that a guiding question asks for; None for another text."""
    typed = clean(text)
    key = _questions().get(fold(typed))
    return Label(key, typed) if key else None


@cache
def _questions() -> dict[str, str]:
    return {fold(clean(said)): row.keys[0] for row in GRID for said in translations(row.question)}
