"""The parts of a page that are the same on each: fonts, style sheets, the logo.

A template prints a mark in their place; they are put in as bytes once the rest is encoded. Nine tenths of a sheet are
such parts: joined and encoded anew for each page they took an eighth of what it costs, with a large logo nearly all.
"""

import re

from markupsafe import Markup, escape

# No text of a case holds a NUL: handouts write hidden characters out.
_MARK = re.compile(rb"\0held-(\d+)\0")
# A program that fills pages for years may do it in ever new looks; one page has some six parts.
_MOST = 64


class Held:
    """What the pages of an environment have in common."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, bool], Markup] = {}
        self._parts: list[bytes] = []

    def make_room(self) -> None:
        """Forget the parts where they are many: before a page is begun, since its marks would mean nothing then."""
        if len(self._parts) > _MOST:
            self._marks.clear()
            self._parts.clear()

    def hold(self, text: str) -> Markup:
        """Return the mark of a text, which stands on the page escaped, unless it is HTML already."""
        # HTML equals the text that is spelt alike.
        kind = (text, isinstance(text, Markup))
        mark = self._marks.get(kind)
        if mark is None:
            mark = self._marks[kind] = Markup(f"\0held-{len(self._parts)}\0")
            self._parts.append(escape(text).encode("utf-8"))
        return mark

    def put_in(self, page: bytes) -> bytes:
        """Return a page with the parts in the place of their marks."""
        return _MARK.sub(self._part, page)

    def _part(self, mark: re.Match[bytes]) -> bytes:
        number = int(mark[1])
        return self._parts[number] if number < len(self._parts) else mark[0]
