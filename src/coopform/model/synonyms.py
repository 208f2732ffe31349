"""Other words for the keys of a case, from `data/intitules.yaml`: « gouvernance » is « acteurs »."""

import re
from functools import cache

from coopform.model.keys import CASE
from coopform.resources import load_data
from coopform.text.folding import fold

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def key_of_synonym(typed: str) -> str | None:
    """Return the key of a case that a word or a label means, if any; what follows it in brackets does not count."""
    word = _IN_BRACKETS.sub("", fold(typed).replace("_", " "))
    return word if word in CASE else _keys_by_word().get(word)


@cache
def _keys_by_word() -> dict[str, str]:
    words = load_data("intitules.yaml")
    return {fold(word): key for key in CASE for word in words.get(key, ())}
