"""Turn lines into points: without bullets, with their levels and labels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coopform.importing.blocks import TextLine
from coopform.importing.cleaning import clean
from coopform.importing.lines.numbering import without_running_numbers
from coopform.model.case import Point
from coopform.model.limits import MAX_POINT_DEPTH
from coopform.model.outline import STRONG_LABEL_LENGTH
from coopform.model.partner_words import read_number
from coopform.text.bullets import items
from coopform.text.folding import fold
from coopform.text.quotation import split_label

# A label names an axis or a body; anything longer is a sentence with a colon in it.
_LONGEST_LABEL = 60
_LONGEST_HEAD = 200
_MOST_WORDS = 8
# « Une charte : équilibre et répartition » is a sentence: a label has no article.
_ARTICLES = ("un", "une", "le", "la", "les", "l'", "des", "du", "ce", "cet", "cette", "ces", "a", "the", "an", "this")
# A rule drawn with characters, or a dotted line to write on.
_DRAWN = re.compile(r"[\s\-–—_=*•·|.:…]*")
# More dots than those of « … » are a line to write on.
_BLANK = re.compile(r"\.{4}|…{2}")
# « ....Entente.... », typed on such a line.
_LEADERS = re.compile(r"^[…_]+\s*(\w.*?)\s*[…_]+$")
_ENDS = re.compile(r"[.;:!?\n]")


@dataclass(slots=True)
class _Item:
    text: str
    level: int
    lead: str = ""
    under: list["_Item"] = field(default_factory=list)

    @property
    def is_head(self) -> bool:
        return self.text.rstrip().endswith(":")


def read_points(lines: Iterable[TextLine], *, is_own: bool = False) -> tuple[Point, ...]:
    """Return the points in lines; those deeper than a case file allows go up to the deepest level.

    Args:
        lines: of a rubric.
        is_own: whether they are from a sheet that coopform rendered, which has short labels in bold.
    """
    found = _items(lines, is_own=is_own)
    if not is_own:
        _nest_after_heads(found)
    return tuple(point for item in _tree(found) for point in _points(item, is_own=is_own))


def texts(lines: Iterable[TextLine]) -> list[str]:
    """Return the texts of lines, cleaned, without bullets and without empty ones."""
    return [item.text for item in _items(lines)]


def labelled(text: str, lead: str = "", *, is_own: bool = False) -> tuple[str, str] | None:
    """Return the label and the text of « label : text »; None if what precedes the colon is not a label.

    Args:
        text: cleaned.
        lead: the bold words at its beginning: if a colon follows, they are a label.
        is_own: whether a short label would be in bold.
    """
    found = split_label(text)
    if found is None:
        return None
    label, _ = found
    if lead.rstrip(" :") == label:
        return found
    if is_own and len(label) <= STRONG_LABEL_LENGTH:
        return None
    words = fold(label).replace("'", "' ").split()
    is_label = (
        len(label) <= _LONGEST_LABEL
        and len(words) <= _MOST_WORDS
        and words[0] not in _ARTICLES
        and not _ENDS.search(label)
    )
    return found if is_label else None


def _items(lines: Iterable[TextLine], *, is_own: bool = False) -> list[_Item]:
    found: list[_Item] = []
    # Sheets that coopform made have no numbered lists: a number is a word of the text.
    for line in lines if is_own else without_running_numbers([*lines]):
        if line.continues and found and clean(line.text):
            found[-1].text += "\n\n" + clean(line.text)
            continue
        for index, (typed, had_bullet) in enumerate(items(line.text)):
            text = clean(f"{line.number} {typed}" if line.number and not index else typed)
            text = _LEADERS.sub(r"\1", text)
            if (text == "…" and not _BLANK.search(typed)) or not _DRAWN.fullmatch(text):
                level = max(line.level, 1) if had_bullet else line.level
                found.append(_Item(text, level, clean(line.lead)))
    return found


def _nest_after_heads(found: Sequence[_Item]) -> None:
    """Move the items after « Trois axes : » below it, if they are on its level: all of them if it has no number."""
    head: _Item | None = None
    left = 0
    for item, after in zip(found, (*found[1:], None), strict=False):
        begins = item.is_head and after is not None and after.level == item.level
        if head is not None and (item.level < head.level or (item.level == head.level and (begins or not left))):
            head = None
        if head is not None:
            left -= item.level == head.level
            item.level += 1
        elif begins:
            head, left = item, _counted(item.text) or len(found)


def _counted(text: str) -> int:
    """Return the number that a text begins with (« Trois axes : »), 0 without one."""
    numbers = (read_number(word) or 0 for word in text.split()[:2])
    return next((number for number in numbers if number > 1), 0)


def _tree(found: Sequence[_Item]) -> list[_Item]:
    roots: list[_Item] = []
    above: list[_Item] = []
    for item in found:
        while above and above[-1].level >= item.level:
            above.pop()
        if above and above[-1].level == 0 and not above[-1].is_head:
            # A paragraph is the label of the list below it only if it ends with a colon.
            above.clear()
        if not above:
            roots.append(item)
        else:
            above[: MAX_POINT_DEPTH - 1][-1].under.append(item)
        above.append(item)
    return roots


def _points(item: _Item, *, is_own: bool) -> list[Point]:
    under = tuple(point for inner in item.under for point in _points(inner, is_own=is_own))
    head = item.text.rstrip(" :")
    if under and head and len(head) <= _LONGEST_HEAD and "\n" not in head:
        return [Point(libelle=head, points=under)]
    found = labelled(item.text, item.lead, is_own=is_own)
    first = Point(libelle=found[0], texte=found[1]) if found else Point(texte=item.text)
    return [first, *under]
