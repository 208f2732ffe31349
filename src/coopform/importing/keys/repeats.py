"""Cases that come twice in a document with the same words: on a sheet, and in the table of all of them."""

import re
from collections.abc import Sequence

from coopform.importing.keys.build_case import Built
from coopform.model.grid import ROWS
from coopform.model.value_types import SHORT_TITLE_LENGTH
from coopform.text.folding import fold

_WORDS = re.compile(r"[^\W_]+")
# Between two partners on a line, but not between two points.
_BETWEEN = frozenset(("et", "and"))
_FEWEST = 3


def without_repeats(made: Sequence[Built]) -> list[Built]:
    """Return the cases of a document, each once: of two with the same words in all rows, the one that says more.

    Two cases may say the same: they are one only if they have the same title, or if one is on a sheet and the other in
    a table of several. The title in the table becomes the short title; what was left aside is kept.
    """
    found: list[Built] = []
    places: dict[tuple[frozenset[str], ...], int] = {}
    for built in made:
        said = tuple(_words(built, key) for key in ROWS)
        place = places.setdefault(said, len(found)) if sum(map(bool, said)) >= _FEWEST else len(found)
        if place < len(found) and _are_one(found[place], built):
            found[place] = _joined(found[place], built)
        else:
            found.append(built)
    return found


def _are_one(one: Built, other: Built) -> bool:
    return one.is_in_table != other.is_in_table or fold(one.case.titre) == fold(other.case.titre)


def _words(built: Built, key: str) -> frozenset[str]:
    words = (word for text in built.case.row_texts(key) for word in _WORDS.findall(fold(text)))
    return frozenset(words) - _BETWEEN


def _joined(one: Built, other: Built) -> Built:
    kept, dropped = (one, other) if _filled(one) >= _filled(other) else (other, one)
    short = dropped.case.titre
    is_short = "titre" not in dropped.missing and fold(short) != fold(kept.case.titre)
    if (
        is_short
        and len(short) <= SHORT_TITLE_LENGTH
        and (kept.case.titre_court is None or "titre_court" in kept.guessed)
    ):
        kept.case = kept.case.model_copy(update={"titre_court": short})
        kept.guessed = [key for key in kept.guessed if key != "titre_court"]
    kept.left += [left for left in dropped.left if left not in kept.left]
    return kept


def _filled(built: Built) -> int:
    """Return how many keys a case has, beside those to be filled in or confirmed."""
    unsure = {*built.missing, *built.guessed}
    return sum(bool(getattr(built.case, key)) for key in type(built.case).model_fields if key not in unsure)
