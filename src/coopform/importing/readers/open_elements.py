"""The open elements of a page, and how words in them look."""

from typing import NamedTuple

from coopform.importing.readers.html_elements import ENDS_ITSELF, VOID, Attributes, is_bold_element, is_underlined

# Elements that are deeper are not tracked: most of those around them were never closed.
_DEEPEST = 200


class _Open(NamedTuple):
    """An open element, and how words in it look, also by an element around it."""

    tag: str
    bold: bool
    underlined: bool


class OpenElements:
    """The open elements, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def bold(self) -> bool:
        """Whether words are bold here."""
        return bool(self._open) and self._open[-1].bold

    @property
    def underlined(self) -> bool:
        """Whether words are underlined here."""
        return bool(self._open) and self._open[-1].underlined

    def begin(self, tag: str, values: Attributes) -> None:
        """Open an element; it may end the one before it, as `<li>` does."""
        if tag in ENDS_ITSELF and self._open and ENDS_ITSELF.get(self._open[-1].tag) == ENDS_ITSELF[tag]:
            self._open.pop()
        if tag not in VOID and len(self._open) < _DEEPEST:
            bold = self.bold or is_bold_element(tag, values)
            self._open.append(_Open(tag, bold, self.underlined or is_underlined(tag, values)))

    def end(self, tag: str) -> None:
        """Close an element, and those in it that were never closed; one that was not opened is ignored."""
        last = next((index for index in reversed(range(len(self._open))) if self._open[index].tag == tag), None)
        if last is not None:
            del self._open[last:]
