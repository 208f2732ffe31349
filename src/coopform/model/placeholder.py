"""What stands in the place of a text that is still to be typed: « À compléter », « … »."""

from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.folding import fold

# What a sheet prints in an empty row, in each language, folded: recognised in all of them.
_TO_FILL = ("a completer", "to be filled in")
_SAYS_NOTHING = frozenset(("", *_TO_FILL))
_LONGEST = max(map(len, _TO_FILL))
# May stand around it without saying more: « … », a full stop, a colon, quotes, brackets.
_AROUND = ' .…:«»“”"()[]' + NBSP + NARROW_NBSP


def says_nothing(text: str) -> bool:
    """Return whether a text is empty, or a placeholder and nothing else."""
    bare = text.strip(_AROUND)
    # Folding every text of a row would cost more than the row: hardly any is that short.
    return len(bare) <= _LONGEST and fold(bare) in _SAYS_NOTHING
