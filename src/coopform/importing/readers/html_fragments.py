"""The tags in a text that is no page: HTML within Markdown, or left in plain text by other programs.

Whatever is not a tag is words. Each character is looked at once or twice, however many tags are never closed.
"""

import re
from html import unescape
from string import ascii_lowercase, ascii_uppercase

from coopform.importing.blocks import DocumentBlock
from coopform.importing.readers.html_elements import is_hidden
from coopform.importing.readers.page_blocks import PageBlocks

_NAME = re.compile(r"<(/?)([a-zA-Z][^\s<>/\"'=]*)")
_SIGN = re.compile(r"[<>]")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
# Not `str.lower`, which makes some letters longer.
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_COMMENT, _COMMENT_END = "<!--", "-->"
_SECTION, _SECTION_END = "<![CDATA[", "]]>"


def blocks(text: str, place: str = "") -> list[DocumentBlock]:
    """Return the blocks of a text with tags."""
    page = PageBlocks(place)
    take(page, text)
    return page.finish()


def take(page: PageBlocks, text: str) -> None:
    """Add the words and tags of a text to a page."""
    _Fragment(page, text).take()


class _Fragment:
    """Goes through a text; `_missing` are the ends of which there are none in its rest."""

    def __init__(self, page: PageBlocks, text: str) -> None:
        self._page = page
        self._text = text
        self._folded = text.translate(_LOWER)
        self._missing: set[str] = set()
        self._at = 0

    def take(self) -> None:
        while True:
            sign = self._text.find("<", self._at)
            if sign < 0:
                self._words(len(self._text))
                return
            self._words(sign)
            self._take_sign()

    def _words(self, end: int) -> None:
        """Take the words up to a place."""
        self._page.text(unescape(self._text[self._at : end]))
        self._at = end

    def _take_sign(self) -> None:
        """Take a tag, a comment or a section; without an end, its beginning is words or nothing."""
        start = self._at
        if self._text.startswith(_SECTION, start):
            end = self._find(_SECTION_END, start)
            self._page.text(self._text[start + len(_SECTION) : len(self._text) if end is None else end])
            self._at = len(self._text) if end is None else end + len(_SECTION_END)
        elif self._text.startswith(_COMMENT, start):
            end = self._find(_COMMENT_END, start + 2)
            self._at = start + len(_COMMENT) if end is None else end + len(_COMMENT_END)
        elif self._text.startswith(("<!", "<?"), start):
            end = self._find(">", start)
            self._at = start + 2 if end is None else end + 1
        else:
            self._take_tag()

    def _take_tag(self) -> None:
        start = self._at
        name = _NAME.match(self._text, start)
        end = self._tag_end(name.end()) if name else None
        if name is None or end is None:
            self._at = start + 1
            self._page.text("<")
            return
        tag = name[2].lower()
        self._at = end + 1
        if name[1]:
            self._page.end(tag)
        else:
            self._take_start(tag, name.end(), end)

    def _take_start(self, tag: str, start: int, end: int) -> None:
        found = _ATTRIBUTE.findall(self._text[start:end])
        values = {key.lower(): unescape(value.strip("\"'")) for key, value in found}
        if is_hidden(tag, values):
            # An element that is never closed hides nothing.
            close = self._find(f"</{tag}", end)
            self._at = end + 1 if close is None else close
            if close is None:
                return
        self._page.start(tag, values)
        if self._text[end - 1] == "/":
            self._page.end(tag)

    def _tag_end(self, start: int) -> int | None:
        """Return the place of the `>` that ends a tag, None if another tag begins before."""
        found = _SIGN.search(self._text, start)
        if found is None or found[0] == "<":
            return None
        end = found.start()
        if self._text.count('"', start, end) % 2:
            # The sign is within quotes, if they end.
            quote = self._find('"', end)
            close = None if quote is None else self._find(">", quote)
            return end if close is None else close
        return end

    def _find(self, sought: str, start: int) -> int | None:
        """Return the place of an end, None if there is none; the rest of a text is searched in vain only once."""
        if sought in self._missing:
            return None
        found = self._folded.find(sought.lower(), start)
        if found < 0:
            self._missing.add(sought)
            return None
        return found
