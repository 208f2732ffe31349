"""The small words that no phrase ends with, in French and English: a text that does goes on, or was cut."""

from coopform.text.folding import fold

_WORDS = frozenset((
    "a", "and", "at", "au", "aux", "avec", "between", "by", "d'", "dans", "de", "des", "du", "en", "entre",
    "et", "for", "from", "in", "l'", "la", "le", "les", "of", "on", "or", "ou", "par", "pour", "sans", "sous",
    "sur", "the", "to", "un", "une", "vers", "with",
))  # fmt: skip


def is_small(word: str) -> bool:
    """Return whether a word is one of them; a single capital is a name: « Plan A »."""
    return fold(word) in _WORDS and not (len(word) == 1 and word.isupper())
