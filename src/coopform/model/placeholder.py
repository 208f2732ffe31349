"""Placeholders for a text that is still to be typed: « À compléter », « … », « ? »."""

from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.folding import fold

# The text of a sheet in an empty row, in each language, folded.
_TO_FILL = ("a completer", "to be filled in")
# What people type where they do not know yet.
_UNKNOWN = ("a preciser", "a definir", "a renseigner", "a remplir", "non renseigne", "to be specified", "to be defined")
# What a form of Word shows in a field that nobody filled in.
_PROMPTS = (
    "cliquez ou appuyez ici pour entrer du texte", "cliquez ou appuyez ici pour entrer une date",
    "cliquez ici pour entrer du texte", "cliquez ici pour taper du texte", "cliquez ici pour entrer une date",
    "choisissez un element", "click or tap here to enter text", "click or tap to enter a date",
    "click here to enter text", "choose an item",
)  # fmt: skip
_SAYS_NOTHING = frozenset(("", *_TO_FILL, *_UNKNOWN, *_PROMPTS))
_LENGTHS = frozenset(map(len, _SAYS_NOTHING))
# Signs around it that are ignored.
_AROUND = ' .…:?_«»“”"()[]' + NBSP + NARROW_NBSP


def says_nothing(text: str) -> bool:
    """Return whether a text, with single spaces, is empty or only a placeholder."""
    bare = text.strip(_AROUND)
    # Most texts are not folded (`python -m tests.benchmarks --only instructions`).
    return len(bare) in _LENGTHS and fold(bare) in _SAYS_NOTHING
