"""The letter of each case of a pack: A, B, C… With the number of a row it is a coordinate: C4."""

from collections.abc import Sequence
from string import ascii_uppercase

from coopform.model.case import Case


def letters_of(cases: Sequence[Case]) -> dict[str, str]:
    """Return the letter of each case, by its ID."""
    return dict(zip((case.id for case in cases), letters(len(cases)), strict=True))


def letters(count: int) -> tuple[str, ...]:
    """Return the letters of a number of cases: A to Z, then AA, AB and so on."""
    return tuple(_letter(place) for place in range(count))


def _letter(place: int) -> str:
    rounds, rest = divmod(place, len(ascii_uppercase))
    return (_letter(rounds - 1) if rounds else "") + ascii_uppercase[rest]
