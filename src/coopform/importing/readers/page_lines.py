"""Put the words of a page into lines, with what the elements around them say: heading, item, bold, underlined."""

import re
from dataclasses import replace

from coopform.importing.blocks import DocumentBlock, TextLine
from coopform.importing.failures import TooBig
from coopform.importing.readers import typed_lists
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, words
from coopform.model.limits import MAX_TEXT_LINES

_SPACES = re.compile(r"[ \t\r\n\f]+")


class PageLines:
    """The line that is being read; what is said of it stays until a line with words ends.

    Attributes:
        runs: its words so far.
        heading: the level of the heading that it is in, 0 for none.
        number: of the item that it begins, empty for a bullet.
        in_item: whether the line before it belongs to the same item.
        goes_on: whether it is the rest of the line before.
        breaks: how many line breaks are before it.
    """

    def __init__(self, *, has_indents: bool) -> None:
        self.runs: list[TextRun] = []
        self.heading = 0
        self.number = ""
        self.in_item = False
        self.goes_on = False
        self.breaks = 0
        self._underlined: set[bool] = set()  # whether its words are
        self._indents: list[int] | None = [] if has_indents else None
        self._count = 0

    def add(self, said: str, *, bold: bool, underlined: bool) -> None:
        """Add words."""
        if any(map(str.isalnum, said)):
            self._underlined.add(underlined)
        self.runs.append((said, bold))

    def begin_item(self, number: str) -> None:
        """Begin an item of a list."""
        self.number = number
        self.in_item = False

    def end_block(self) -> None:
        """Forget the indentation of the lines before."""
        if self._indents:
            self._indents.clear()

    def end(self, found: list[DocumentBlock], *, level: int, place: str) -> bool:
        """End the line, and add it to the blocks before it; return whether it has words.

        Args:
            found: the blocks before it.
            level: how many lists it is in.
            place: of the line.

        Raises:
            TooBig: more than `limits.MAX_TEXT_LINES` lines.
        """
        typed = words(self.runs)
        text = plain(typed)
        if text:
            self._count += 1
            if self._count > MAX_TEXT_LINES:
                raise TooBig("lines", MAX_TEXT_LINES)
            before = found[-1] if found else None
            if self.goes_on and isinstance(before, TextLine):
                found[-1] = replace(before, text=f"{before.text} {text}")
                self.goes_on = False
            else:
                found.append(self._made(text, typed, level, place))
                self.number = ""
                self.in_item = level > 0
            self._underlined.clear()
        self.runs = []
        return bool(text)

    def _made(self, text: str, typed: str, level: int, place: str) -> TextLine:
        bold = is_bold(self.runs)
        return TextLine(
            text,
            level=0 if self.heading else level or self._typed_level(typed, bold=bold),
            bold=bold,
            heading=self.heading,
            number=self.number,
            place=place,
            lead=_SPACES.sub(" ", lead(self.runs)),
            # After a single <br> the line is another item; after two or another tag, a paragraph of the same item.
            continues=self.in_item and self.breaks != 1,
            underlined=self._underlined == {True},
        )

    def _typed_level(self, typed: str, *, bold: bool) -> int:
        """Return the level of a line that begins with a bullet or a number; a bold one may be a label."""
        if self._indents is None or bold or not typed_lists.begins_item(typed.lstrip()):
            return 0
        return typed_lists.level(typed, self._indents)


def plain(text: str) -> str:
    """Return a text as a page shows it, with single spaces."""
    return _SPACES.sub(" ", text).strip()
