"""The parts that all pages share: fonts, style sheets, the logo.

A template prints a mark in their place; they are inserted as bytes once the rest is encoded. `python -m
tests.benchmarks --only optimisations` measures what that saves.
"""

import re

from markupsafe import Markup, escape

# No text of a case holds a NUL on a page: hidden characters are written out.
_MARK = re.compile(rb"\0held-(\d+)\0")
# Bounds the memory of a program that renders with ever new looks; a page has about six parts.
_MOST = 64


class SharedParts:
    """The parts that the pages of an environment share."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, bool], Markup] = {}
        self._parts: list[bytes] = []

    def make_room(self) -> None:
        """Forget the parts when there are many; only before a page is begun, since its marks refer to them."""
        if len(self._parts) > _MOST:
            self._marks.clear()
            self._parts.clear()

    def hold(self, text: str) -> Markup:
        """Return the mark of a text, which is escaped on the page unless it is HTML already."""
        # A Markup equals the str of the same characters.
        kind = (text, isinstance(text, Markup))
        mark = self._marks.get(kind)
        if mark is None:
            mark = self._marks[kind] = Markup(f"\0held-{len(self._parts)}\0")
            self._parts.append(escape(text).encode("utf-8"))
        return mark

    def put_in(self, page: bytes) -> bytes:
        """Return a page with its marks replaced by the parts."""
        return _MARK.sub(self._part, page)

    def _part(self, mark: re.Match[bytes]) -> bytes:
        number = int(mark[1])
        return self._parts[number] if number < len(self._parts) else mark[0]
