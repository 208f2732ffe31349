"""The numbers of list items in the styles of documents: 1, a, A, i, I."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Larger numbers in letters are too long to read.
_MOST = 4000


def numeral(value: int, kind: str) -> str:
    """Return a number as a list shows it.

    Args:
        value: from 1; any other value is written in figures.
        kind: `1`, `a`, `A`, `i` or `I`, as in OpenDocument; any other means figures.
    """
    if not 0 < value < _MOST or kind not in ("a", "A", "i", "I"):
        return str(value)
    written = _letters(value) if kind in ("a", "A") else _roman(value)
    return written.upper() if kind in ("A", "I") else written


def _letters(value: int) -> str:
    """Return a number in letters: a to z, then aa, ab."""
    letters = ""
    while value:
        value, letter = divmod(value - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(value: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        times, value = divmod(value, worth)
        letters += letter * times
    return letters
