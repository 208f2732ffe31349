"""Recognise the guiding questions of the grid, which blank sheets have under the labels."""

import re
from functools import cache

from coopform.importing.cleaning import clean
from coopform.model.grid import GRID
from coopform.text.folding import fold
from coopform.text.i18n import translations

_WORDS = re.compile(r"[^\W_]+")


def is_guiding_question(text: str) -> bool:
    """Return whether a text is a guiding question."""
    return key_of_question(text) is not None


def key_of_question(text: str) -> str | None:
    """Return the key of the row that a guiding question asks for; None for another text."""
    typed = clean(text)
    return _questions().get(_asked(typed)) if typed.endswith("?") else None


@cache
def _questions() -> dict[str, str]:
    return {_asked(said): row.keys[0] for row in GRID for said in translations(row.question)}


def _asked(question: str) -> str:
    """Return the words of a question, whatever the signs between them: « Qui s’engage ? À quelle échelle ? »."""
    return " ".join(word for word in _WORDS.findall(fold(clean(question))) if word not in ("et", "and"))
