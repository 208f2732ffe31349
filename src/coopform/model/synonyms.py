"""Other words for the keys of a case, from `data/intitules.yaml`: « gouvernance » is « acteurs »."""

import re
from functools import cache

from coopform.model.keys import CASE
from coopform.resources import load_data
from coopform.text.folding import fold

# What is between two names of one key: « Gouvernance / pilotage », « Pilotage et animation ».
BETWEEN_NAMES = re.compile(r"\s*[/,+&]\s*|\s+(?:et|ou|and|or)\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def key_of_synonym(typed: str) -> str | None:
    """Return the key of a case that a word or a label means, if any; what follows it in brackets does not count."""
    word = _IN_BRACKETS.sub("", fold(typed).replace("_", " "))
    parts = BETWEEN_NAMES.split(word)
    # « Gouvernance / pilotage »: two words for one key.
    found = {_key_of_word(part) for part in parts if part}
    return _key_of_word(word) or (found.pop() if len(found) == 1 else None)


def _key_of_word(word: str) -> str | None:
    return word if word in CASE else _keys_by_word().get(word)


@cache
def _keys_by_word() -> dict[str, str]:
    words = load_data("intitules.yaml")
    return {fold(word): key for key in CASE for word in words.get(key, ())}
