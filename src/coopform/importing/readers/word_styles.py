"""The styles of a Word document: their names, which are headings, which are bold."""

from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Limits the inheritance of styles, which a broken file may make circular.
_MOST_PARENTS = 20
OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """A style.

    Attributes:
        name: in small letters.
        bold: whether it makes text bold or not; None if it says nothing.
        numbering: the element with the list of its paragraphs; None without one.
    """

    name: str
    bold: bool | None
    numbering: Any


class WordStyles:
    """The styles of a document.

    Args:
        root: of the part with the styles; None without one.
    """

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        for element in root.iterfind(f"{W}style") if root is not None else ():
            identifier = element.get(f"{W}styleId", "")
            self._elements[identifier] = element
            if element.get(f"{W}default", "0") not in OFF:
                self._defaults[element.get(f"{W}type", "")] = identifier

    def of_paragraph(self, paragraph: Any) -> tuple[Style, ...]:
        """Return the style of a paragraph, and those that it inherits from, the nearest first."""
        return self._chain("paragraph", value(paragraph, "pPr", "pStyle"))

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Return whether a run of a paragraph is bold."""
        own = is_on(run, "rPr", "b")
        if own is not None:
            return own
        styles = (*self._chain("character", value(run, "rPr", "rStyle")), *self.of_paragraph(paragraph))
        return next((bool(style.bold) for style in styles if style.bold is not None), False)

    def heading(self, paragraph: Any) -> int:
        """Return the level of a heading: 1 for the title of the document, 2 for « Titre 1 » below it, 0 for none."""
        for style in self.of_paragraph(paragraph):
            if style.name in ("title", "titre"):
                return 1
            word, _, level = style.name.partition(" ")
            if word in ("heading", "titre") and level.isdecimal():
                return int(level) + 1
        return 0

    def _chain(self, kind: str, identifier: str) -> tuple[Style, ...]:
        if (kind, identifier) not in self._chains:
            found: list[Style] = []
            element = self._elements.get(identifier, self._elements.get(self._defaults.get(kind, "")))
            while element is not None and len(found) < _MOST_PARENTS:
                numbering = element.find(f"{W}pPr/{W}numPr")
                found.append(Style(value(element, "name").lower(), is_on(element, "rPr", "b"), numbering))
                element = self._elements.get(value(element, "basedOn"))
            self._chains[kind, identifier] = tuple(found)
        return self._chains[kind, identifier]


def value(element: Any, *path: str) -> str:
    """Return the value of an element below another, empty without one."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return found.get(f"{W}val", "") if found is not None else ""


def is_on(element: Any, *path: str) -> bool | None:
    """Return whether a property below an element is on; None if it is not there."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val", "1") not in OFF
