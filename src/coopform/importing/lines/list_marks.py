"""The marks of lists in documents: bullets, numbers and boxes, the same in every format."""

import re
from collections.abc import Sequence
from itertools import pairwise

from coopform.importing.blocks import TextLine
from coopform.text.bullets import NUMBER, without_bullet

# The boxes that readers put before choices.
TICKED, UNTICKED = "☑", "☐"
_EMPTY = "☐◯□▢◻❏❐❑❒\uf06f\uf071\uf072\uf0a3\uf0a8"
_TICKED = "☑☒⊠◉⦿\uf052\uf053\uf054\uf078\uf0fd\uf0fe"
# A tick is a bullet where no box beside it is empty.
_TICK = "✓✔✗✘✕✖■◼\uf0fb\uf0fc"
_BOX = re.compile(rf"[{_EMPTY}{_TICKED}{_TICK}][\ufe0e\ufe0f]?|[\[(] ?[xX✓✔ ] ?[\])]|\[\]")
_TICK_ALONE = re.compile(rf"[{_TICK}]")
_BOX_ALONE = re.compile(rf"(?<!\S)(?:{_BOX.pattern})(?=\s|\w|$)")
_BULLET_OF_BOX = re.compile(rf"^\s*[-–—*•·]\s+(?={_BOX.pattern})")
_INITIAL = re.compile(r"[A-Z]\.")
_EMPTY_BOX = re.compile(rf"[{_EMPTY}]|[\[(] *[\])]")


def is_item(line: TextLine) -> bool:
    """Return whether a line of a document that was read is an item of a list, by its level, its bullet or its box.

    An arrow is a bullet here; `find_cases.py` says which arrows point to a title.
    """
    return line.level > 0 or without_bullet(line.text)[1] or _BOX.match(line.text.lstrip()) is not None


def number_of(line: TextLine) -> str:
    """Return the number before a line (`1.`, `a)`), empty without one."""
    if line.number:
        return line.number
    match = NUMBER.match(line.text)
    # « A. Rive » is a person.
    return match[1] if match and not _INITIAL.match(match[1]) else ""


def follows(number: str, before: str) -> bool:
    """Return whether a number is the next one after another of the same form: `3.` after `2.`, `c)` after `b)`."""
    return _form(number) == _form(before) and rank(number) == rank(before) + 1


def rank(number: str) -> int:
    """Return how much a number is: 2 for `2.` and for `b)`, 0 for another."""
    word = number.strip("()[] .°-–/")
    if word.isdecimal():
        return int(word)
    return ord(word.lower()) - ord("a") + 1 if len(word) == 1 and word.isascii() and word.isalpha() else 0


def runs(numbers: Sequence[str], goes_on: bool = False) -> bool:
    """Return whether numbers run: `1.`, `2.`, `3.`; their list is then in order without them.

    Args:
        numbers: of the items of a list.
        goes_on: whether the first one may go on with the numbers of a list before.
    """
    return (
        bool(numbers)
        and (goes_on or rank(numbers[0]) == 1)
        and all(follows(number, before) for before, number in pairwise(numbers))
    )


def has_box(text: str) -> bool:
    """Return whether a text begins or ends with a box to tick, or has several; a tick alone is a bullet."""
    text = _BULLET_OF_BOX.sub("", text)
    found = list(_BOX_ALONE.finditer(text))
    is_at_end = bool(found) and (not text[: found[0].start()].strip() or not text[found[-1].end() :].strip())
    return (is_at_end or len(found) > 1) and any(_TICK_ALONE.match(box[0]) is None for box in found)


def boxes(text: str) -> list[tuple[bool, str]]:
    """Return the choices in a text with boxes, each with whether it is ticked; none without a box.

    The box is before its words (« ☐ Charte ☑ Entente »), or after them where the text ends with one.
    """
    text = _BULLET_OF_BOX.sub("", text)
    found = list(_BOX_ALONE.finditer(text))
    if not found or (len(found) == 1 and text[: found[0].start()].strip() and text[found[0].end() :].strip()):
        return []
    ticks = [_EMPTY_BOX.match(box[0]) is None for box in found]
    is_after = bool(text[: found[0].start()].strip()) and not text[found[-1].end() :].strip()
    if is_after:
        starts = [0, *(box.end() for box in found[:-1])]
        words = [text[start : box.start()] for start, box in zip(starts, found, strict=True)]
        return list(zip(ticks, (word.strip(" ,;/|") for word in words), strict=True))
    ends = [*(box.start() for box in found[1:]), len(text)]
    words = [text[box.end() : end].strip(" ,;/|\t") for box, end in zip(found, ends, strict=True)]
    first = text[: found[0].start()].strip()
    return [*([(True, first)] if first else []), *zip(ticks, words, strict=True)]


def _form(number: str) -> tuple[str, bool]:
    return number.strip()[-1:], number.strip("()[] .").isdecimal()
