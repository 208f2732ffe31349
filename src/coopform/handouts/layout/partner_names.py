"""The names of partners where there is little room for each: what sets them apart stays."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq

from coopform.handouts.layout.text_widths import shortened, width

# Names begin alike if they have so many words in common: an article alone says nothing.
_FEWEST_SHARED = 2


def short_names(names: Sequence[str], room: float) -> list[str]:
    """Return names cut to a width, with « … » where words are left out.

    What explains a name, after a comma, goes first; then the words that it begins with as others do (« Communauté … du
    Val »); then its end.

    Args:
        names: as they are typeset.
        room: for each, in ems.
    """
    cut = [_short(name, _shared(name, names), room) for name in names]
    said = Counter(cut)
    # « Partenaire … » for two of them: they begin alike with one word.
    return [
        short if said[short] == 1 else _short(name, _shared(name, names, fewest=1), room)
        for name, short in zip(names, cut, strict=True)
    ]


def short_list(names: Sequence[str], room: float) -> list[str]:
    """Return names cut as by `short_names`, but in full the first of those that begin alike: it says what all are."""
    cut = short_names(names, room)
    for place, name in enumerate(names):
        if not _shared(name, names[:place]) and _shared(name, names[place + 1 :]):
            cut[place] = name.partition(",")[0]
    return cut


def _short(name: str, shared: int, room: float) -> str:
    for candidate in _candidates(name, shared):
        if width(candidate) <= room:
            return candidate
    return shortened(" ".join(["…", *name.split(" ")[shared:]]) if shared else name, room)


def _candidates(name: str, shared: int) -> Iterator[str]:
    """Yield ways to write a name, the longest first: the words shared with others are those left out."""
    yield name
    actor, comma, _ = name.partition(",")
    if comma:
        yield f"{actor} …"
    words = actor.split(" ")
    ending = ["…"] if comma else []
    for start in range(2, shared + 1):
        yield " ".join([words[0], "…", *words[start:], *ending])
    for start in range(1, shared + 1):
        yield " ".join(["…", *words[start:], *ending])


def _shared(name: str, names: Iterable[str], fewest: int = _FEWEST_SHARED) -> int:
    """Return how many words a name begins with that another begins with too, one at least left to it; 0 for few."""
    words = name.partition(",")[0].casefold().split(" ")
    others = (other.casefold().split(" ") for other in names if other != name)
    shared = max((sum(takewhile(bool, map(eq, words, other))) for other in others), default=0)
    return min(shared, len(words) - 1) if shared >= fewest else 0
