"""The level and number of the list items of a Word document."""

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The names of list styles, as Word stores them in every language and as some programs translate them.
_LISTS = ("list bullet", "list number", "list paragraph", "liste à puces", "liste à numéros")
_CONTINUES = ("list continue", "liste continue")
_LETTERS = {"lowerLetter": "a", "upperLetter": "A"}


class Numbering:
    """The lists of a document. Ask for its paragraphs in order: numbers are counted."""

    def __init__(self, document: "Document") -> None:
        self._levels = _read_levels(document)
        self._counts: Counter[tuple[str, int]] = Counter()

    def of(self, paragraph: Any) -> tuple[int, str, bool]:
        """Return the level of a paragraph (0 outside lists), its number, whether it continues the item before it."""
        names = [(style.name or "").lower() for style in _styles(paragraph)]
        for name in names:
            if name.startswith(_CONTINUES):
                return _suffix(name), "", True
        number, level = _number_of(paragraph)
        by_style = max((_suffix(name) for name in names if name.startswith(_LISTS[:2] + _LISTS[3:])), default=0)
        if number is None:
            return by_style, "", False
        return max(level + 1, by_style), self._count(number, level), False

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


def _styles(paragraph: Any) -> list[Any]:
    found = []
    style = paragraph.style
    while style is not None:
        found.append(style)
        style = style.base_style
    return found


def _number_of(paragraph: Any) -> tuple[str | None, int]:
    """Return the identifier of the list of a paragraph or its style, None without one, and its level from 0."""
    for element in (paragraph._p, *(style.element for style in _styles(paragraph))):
        found = element.find(f"{_W}pPr/{_W}numPr")
        if found is None:
            continue
        number, level = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
        identifier = number.get(f"{_W}val") if number is not None else None
        depth = level.get(f"{_W}val", "0") if level is not None else "0"
        # 0 removes a paragraph from the list of its style.
        return (None, 0) if identifier in (None, "0") else (identifier, int(depth) if depth.isdigit() else 0)
    return None, 0


def _suffix(name: str) -> int:
    last = name.rsplit(" ", 1)[-1]
    return int(last) if last.isdigit() else 1


def _shown(count: int, shape: str) -> str:
    if shape in _LETTERS and count <= 26:
        return chr(ord(_LETTERS[shape]) + count - 1)
    return str(count)


def _read_levels(document: "Document") -> dict[tuple[str, int], tuple[str, str]]:
    """Return, by list and level, the kind of numeral and the pattern of the numbers (`%1.`)."""
    try:
        element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract: dict[str | None, dict[int, tuple[str, str]]] = {}
    for kind in element.iterfind(f"{_W}abstractNum"):
        levels = abstract.setdefault(kind.get(f"{_W}abstractNumId"), {})
        for level in kind.iterfind(f"{_W}lvl"):
            levels[int(level.get(f"{_W}ilvl", "0"))] = (_value(level, "numFmt"), _value(level, "lvlText"))
    found = {}
    for number in element.iterfind(f"{_W}num"):
        for level, shape in abstract.get(_value(number, "abstractNumId"), {}).items():
            found[number.get(f"{_W}numId"), level] = shape
    return found


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""
