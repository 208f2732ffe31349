"""The level and number of the list items of a Word document."""

from collections import Counter
from typing import Any, NamedTuple

from coopform.importing.readers.word_styles import W, WordStyles, value

# The names of list styles, as Word stores them in every language and as some programs translate them.
_LISTS = ("list bullet", "list number", "list paragraph", "liste à puces", "liste à numéros")
_CONTINUES = ("list continue", "liste continue")
_LETTERS = {"lowerLetter": "a", "upperLetter": "A"}


class ListPlace(NamedTuple):
    """Where a paragraph is in a list.

    Attributes:
        level: 0 outside lists.
        number: as shown, empty for a bullet.
        continues: whether it is another paragraph of the item before it.
    """

    level: int = 0
    number: str = ""
    continues: bool = False


class Numbering:
    """The lists of a document. Ask for its paragraphs in order: numbers are counted.

    Args:
        root: of the part with the lists; None without one.
        styles: of the document.
    """

    def __init__(self, root: Any, styles: WordStyles) -> None:
        self._styles = styles
        self._levels = _read_levels(root)
        self._counts: Counter[tuple[str, int]] = Counter()

    def of(self, paragraph: Any) -> ListPlace:
        """Return where the next paragraph is."""
        styles = self._styles.of_paragraph(paragraph)
        names = [style.name for style in styles]
        for name in names:
            if name.startswith(_CONTINUES):
                return ListPlace(_suffix(name), continues=True)
        number, level = _number_of(paragraph.find(f"{W}pPr/{W}numPr"), *(style.numbering for style in styles))
        by_style = max((_suffix(name) for name in names if name.startswith(_LISTS[:2] + _LISTS[3:])), default=0)
        if number is None:
            return ListPlace(by_style)
        return ListPlace(max(level + 1, by_style), self._count(number, level))

    def _count(self, number: str, level: int) -> str:
        shape, pattern = self._levels.get((number, level), ("bullet", ""))
        if shape == "bullet" or shape == "none":
            return ""
        self._counts[number, level] += 1
        for key in [key for key in self._counts if key[0] == number and key[1] > level]:
            del self._counts[key]
        for index in range(level + 1):
            count = max(self._counts[number, index], 1)
            shown = _shown(count, self._levels.get((number, index), (shape, ""))[0])
            pattern = pattern.replace(f"%{index + 1}", shown)
        return pattern


def _number_of(*numberings: Any) -> tuple[str | None, int]:
    """Return the identifier of the list of a paragraph or its styles, None without one, and its level from 0."""
    for found in numberings:
        if found is not None:
            identifier, depth = value(found, "numId"), value(found, "ilvl")
            # 0 removes a paragraph from the list of its style.
            return (None, 0) if identifier in ("", "0") else (identifier, int(depth) if depth.isdecimal() else 0)
    return None, 0


def _suffix(name: str) -> int:
    last = name.rsplit(" ", 1)[-1]
    return int(last) if last.isdecimal() else 1


def _shown(count: int, shape: str) -> str:
    if shape in _LETTERS and count <= 26:
        return chr(ord(_LETTERS[shape]) + count - 1)
    return str(count)


def _read_levels(root: Any) -> dict[tuple[str, int], tuple[str, str]]:
    """Return, by list and level, the kind of numeral and the pattern of the numbers (`%1.`)."""
    abstract: dict[str, dict[int, tuple[str, str]]] = {}
    for kind in root.iterfind(f"{W}abstractNum") if root is not None else ():
        levels = abstract.setdefault(kind.get(f"{W}abstractNumId", ""), {})
        for level in kind.iterfind(f"{W}lvl"):
            levels[int(level.get(f"{W}ilvl", "0"))] = (value(level, "numFmt"), value(level, "lvlText"))
    found = {}
    for number in root.iterfind(f"{W}num") if root is not None else ():
        for level, shape in abstract.get(value(number, "abstractNumId"), {}).items():
            found[number.get(f"{W}numId", ""), level] = shape
    return found
