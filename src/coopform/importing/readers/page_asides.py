"""What a page has beside its text: its title, the words of drawings and pictures, the addresses of links."""

import re
from dataclasses import dataclass

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine, flat
from coopform.importing.readers.emphasis import words
from coopform.importing.readers.page_lines import PageLines, plain
from coopform.text.folding import fold

# Elements whose words are not in the text, and what they are.
_APART = {"title": AsideKind.TITLE, "svg": AsideKind.PICTURE}
_ADDRESS = re.compile(r"(?:mailto:|tel:|https?://)")


@dataclass(slots=True)
class _OpenWords:
    """An element whose words are needed when it ends: its tag or its address, and how many runs are before it."""

    name: str
    runs_before: int


class PageAsides:
    """Collects what is beside the line that is being read.

    Attributes:
        place: of the lines; it may be changed as the page goes on.
        _found: what is beside this line.
        _link: the open link.
        _apart: the open element of `_APART`.
    """

    def __init__(self, line: PageLines, place: str) -> None:
        self.place = place
        self._line = line
        self._found: list[Aside] = []
        self._link: _OpenWords | None = None
        self._apart: _OpenWords | None = None

    @property
    def apart(self) -> str:
        """The tag of the open element whose words are put apart, empty without one."""
        return self._apart.name if self._apart else ""

    def add(self, kind: AsideKind, *texts: str) -> None:
        """Keep words around the text."""
        if lines := [TextLine(said, place=self.place) for text in texts if (said := plain(text))]:
            self._found.append(Aside(kind, tuple(lines), self.place))

    def add_link(self, address: str, said: str) -> None:
        """Keep the address of a link, unless it is the same as its words or leads to another place of the page."""
        if address and not address.startswith(("#", "javascript:", "data:")) and _bare(address) != _bare(said):
            line = TextLine(plain(address), place=self.place, lead=said)
            self._found.append(Aside(AsideKind.LINK, (line,), self.place))

    def begin_link(self, address: str) -> None:
        """Begin a link; one that is open ends."""
        self.end_link()
        self._link = _OpenWords(address, len(self._line.runs))

    def end_link(self) -> None:
        """End the open link, which may never be closed."""
        if self._link:
            said = words(self._line.runs[self._link.runs_before :])
            self.add_link(self._link.name.strip(), plain(said))
            self._link = None

    def begin_apart(self, tag: str) -> bool:
        """Begin an element whose words are put apart; return whether it is one."""
        if tag in _APART:
            self._apart = _OpenWords(tag, len(self._line.runs))
        return tag in _APART

    def end_apart(self) -> None:
        """Keep the words of a title or a drawing."""
        if self._apart:
            said = words(self._line.runs[self._apart.runs_before :])
            del self._line.runs[self._apart.runs_before :]
            self.add(_APART[self._apart.name], *said.split("\n"))
            self._apart = None

    def take(self) -> list[Aside]:
        """Return what is beside a line that ends, and begin the next."""
        if self._link:
            self._link.runs_before = 0
        found, self._found = self._found, []
        return found


def is_address(text: str) -> bool:
    """Return whether a text begins as an address does."""
    return _ADDRESS.match(text) is not None


def without_known_titles(found: list[DocumentBlock]) -> list[DocumentBlock]:
    """Return the blocks of a page without its title, if that is one of its lines."""
    titles = [block for block in found if isinstance(block, Aside) and block.kind is AsideKind.TITLE]
    if not titles:
        return found
    said = {fold(line.text) for line in flat(found)}
    known = [title for title in titles if all(fold(line.text) in said for line in title.lines)]
    return [block for block in found if block not in known]


def _bare(address: str) -> str:
    """Return an address as people write it."""
    return _ADDRESS.sub("", address, count=1).removeprefix("www.").rstrip("/").lower()
