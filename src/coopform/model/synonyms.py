"""Other words for the keys of a case, from `data/intitules.yaml`: « gouvernance » is « acteurs »."""

import re
from collections.abc import Callable
from functools import cache

from coopform.model.keys import CASE
from coopform.resources import load_data
from coopform.text.folding import fold

# What is between two names of one key: « Gouvernance / pilotage », « Pilotage et animation ».
_BETWEEN_NAMES = re.compile(r"\s*[/,+&]\s*|\s+(?:et|ou|and|or)\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def key_of_synonym(typed: str) -> str | None:
    """Return the key of a case that a word or a label means, if any; what follows it in brackets does not count."""
    word = _IN_BRACKETS.sub("", fold(typed).replace("_", " "))
    return _key_of_word(word) or key_of_names(word, _key_of_word)


def key_of_names(typed: str, key_of: Callable[[str], str | None]) -> str | None:
    """Return the key if all names in a text are of one: « Gouvernance / pilotage »; `key_of` gives that of a name."""
    found = set(map(key_of, _BETWEEN_NAMES.split(typed)))
    return found.pop() if len(found) == 1 else None


def _key_of_word(word: str) -> str | None:
    return word if word in CASE else _keys_by_word().get(word)


@cache
def _keys_by_word() -> dict[str, str]:
    words = shipped_synonyms()
    return {fold(word): key for key in CASE for word in words.get(key, ())}


@cache
def shipped_synonyms() -> dict[str, list[str]]:
    """Return the synonyms that coopform knows, by key."""
    data: dict[str, list[str]] = load_data("intitules.yaml")
    return data
