"""The parts of a page that are the same on each: fonts, style sheets, the logo.

A template prints a mark in their place; they are put in as bytes once the rest is encoded, so that they are encoded
once and not for each page. `python -m tests.benchmarks --only optimisations` measures what that saves.
"""

import re

from markupsafe import Markup, escape

# No text of a case holds a NUL: pages write hidden characters out.
_MARK = re.compile(rb"\0part-(\d+)\0")
# A page has some six parts. A long-lived program may use many style sheets: then they are dropped and made again.
_MOST = 64


class SharedParts:
    """The parts that the pages of an environment have in common."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, bool], Markup] = {}
        self._parts: list[bytes] = []

    def make_room(self) -> None:
        """Drop the parts when there are many. Call it before a page is begun: its marks would refer to nothing."""
        if len(self._parts) > _MOST:
            self._marks.clear()
            self._parts.clear()

    def hold(self, text: str) -> Markup:
        """Return a mark for a text, which is escaped on the page unless it is `Markup`."""
        # `Markup` is equal to a `str` with the same characters.
        kind = (text, isinstance(text, Markup))
        mark = self._marks.get(kind)
        if mark is None:
            mark = self._marks[kind] = Markup(f"\0part-{len(self._parts)}\0")
            self._parts.append(escape(text).encode("utf-8"))
        return mark

    def put_in(self, page: bytes) -> bytes:
        """Return a page with the parts in the place of their marks."""
        return _MARK.sub(self._part, page)

    def _part(self, mark: re.Match[bytes]) -> bytes:
        number = int(mark[1])
        return self._parts[number] if number < len(self._parts) else mark[0]
