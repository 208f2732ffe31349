"""Read HTML: pages, and fragments in the texts of other programs. Malformed tags lose no words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument, Table, TextLine, flat
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, words
from coopform.importing.readers.sheet_rows import require_few

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {
    "a", "abbr", "b", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
}  # fmt: skip
_LISTS = {"ul", "ol", "menu"}
_CELLS = {"table", "tr", "td", "th"}
_BOLD = {"b", "strong", "dt", "th"}
_UNSEEN = {"script", "style", "template", "svg", "title", "noscript"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CDATA = "[CDATA["
_SPACES = re.compile(r"[ \t\r\n\f]+")
# The depth of open tags beyond which bold is not tracked: most of them were never closed.
_DEEPEST = 200
# More columns or rows than any cell spans; a page may ask for millions.
_WIDEST_SPAN = 200

# Elements that end where the next of their kind begins, closed or not.
_ENDS_ITSELF = {"p", "li", "dt", "dd", "tr", "td", "th", "option"}

Attributes = list[tuple[str, str | None]]


def read(path: Path) -> SourceDocument:
    """Read a page.

    Raises:
        UnreadableDocument: it is not text, or has no words.
        OSError: it cannot be read.
    """
    found = blocks(decoded(path))
    if not found:
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, tuple(found))


def blocks(text: str) -> list[DocumentBlock]:
    """Return the blocks of a page."""
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return page.out[0]


def lines(text: str, place: str = "") -> list[TextLine]:
    """Return the lines of a fragment, including those of its tables."""
    page = _Page(place)
    page.feed(text)
    page.close()
    page.finish()
    return flat(page.out[0])


@dataclass(slots=True)
class _Rows:
    """A table as it is read; `below` counts, by column, the rows that a cell above still covers."""

    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)
    spans: tuple[int, int] = (1, 1)
    in_cell: bool = False

    def begin_row(self) -> None:
        self.rows.append([])
        self._cover()

    def add(self, cell: Cell) -> None:
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        across, down = self.spans
        for index in range(across if len(row) < _WIDEST_SPAN else 1):
            if down > 1:
                self.below[len(row)] = down - 1
            row.append(Cell(merged=True) if index else cell)
        self._cover()

    def _cover(self) -> None:
        row = self.rows[-1]
        while self.below.get(len(row), 0):
            self.below[len(row)] -= 1
            row.append(Cell(merged=True))

    def table(self, place: str) -> Table:
        widest = max(map(len, self.rows), default=0)
        require_few(widest * len(self.rows))
        return Table(tuple((*row, *(Cell(),) * (widest - len(row))) for row in self.rows if row), place)


class _Page(HTMLParser):
    """Collects blocks; `out` is a stack, whose last list is that of the current cell."""

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.place = place
        self.out: list[list[DocumentBlock]] = [[]]
        self._tables: list[_Rows] = []
        self._lists: list[list[int]] = [[]]  # by cell: the next number of each list, 0 for bullets
        self._runs: list[TextRun] = []
        self._open: list[tuple[str, bool]] = []  # the open tags, each with whether its text is bold
        self._heading = 0
        self._number = ""
        self._in_item = False
        self._breaks = 0
        self._unseen: list[str] = []
        self._facts = False

    # Called by the parser.

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        values = dict(attrs)
        if self._hide(tag, values):
            return
        if tag == "br":
            self._flush(ends_block=False)
            self._breaks += 1
        elif tag == "span":
            self._separate_facts()
        elif _is_block(tag):
            self._flush()
            self._start_block(tag, values)
        if tag in _ENDS_ITSELF and self._open and self._open[-1][0] == tag:
            self._open.pop()
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append((tag, tag in _BOLD or bool(_BOLD_STYLE.search(values.get("style") or ""))))

    def _start_block(self, tag: str, values: dict[str, str | None]) -> None:
        if tag == "hr":
            self.out[-1].append(Break(place=self.place))
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in _LISTS or tag == "li":
            self._start_list(tag, values)
        elif tag in _CELLS:
            self._start_table(tag, values)
        self._facts = "facts" in (values.get("class") or "").split()

    def _separate_facts(self) -> None:
        """Separate the facts of a sheet, between which only its style sheet puts a space."""
        if self._facts and self._runs:
            self._runs.append((" · ", False))

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.pop()
            return
        if _is_block(tag) and tag not in _VOID:
            self._flush()
            self._end_block(tag)
        last = next((index for index in reversed(range(len(self._open))) if self._open[index][0] == tag), None)
        if last is not None:
            # Tags opened inside and never closed end here too.
            del self._open[last:]

    def _end_block(self, tag: str) -> None:
        self._facts = False
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in _LISTS or tag == "li":
            self._in_item = False
            if tag in _LISTS and self._lists[-1]:
                self._lists[-1].pop()
        elif tag in _CELLS:
            self._end_table(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._runs.append((data, any(bold for _, bold in self._open)))

    def handle_comment(self, data: str) -> None:
        if data.startswith(_CDATA):
            self.handle_data(data.removeprefix(_CDATA).removesuffix("]]"))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 (the parser's signature)
        """Skip `<![…>` as browsers do: HTMLParser raises for unknown ones."""
        return self.parse_bogus_comment(i)

    def finish(self) -> None:
        """End what the page left open."""
        self._flush()
        while self._tables:
            self._end_table("table")

    # Beginnings and ends.

    def _hide(self, tag: str, values: dict[str, str | None]) -> bool:
        """Return whether the content of a tag is hidden."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.append(tag)
            return True
        if tag not in _VOID and (tag in _UNSEEN or values.get("aria-hidden") == "true"):
            self._unseen.append(tag)
            return True
        return False

    def _start_list(self, tag: str, values: dict[str, str | None]) -> None:
        stack = self._lists[-1]
        if tag != "li":
            stack.append(_whole(values.get("start"), 1) if tag == "ol" else 0)
            return
        self._in_item = False
        self._number = ""
        if stack and stack[-1]:
            number = _whole(values.get("value"), stack[-1])
            self._number = f"{number}."
            stack[-1] = number + 1

    def _start_table(self, tag: str, values: dict[str, str | None]) -> None:
        if tag == "table":
            self._tables.append(_Rows())
            return
        if not self._tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if tag == "tr":
            table.begin_row()
            return
        table.spans = (_whole(values.get("colspan"), 1), _whole(values.get("rowspan"), 1))
        table.in_cell = True
        self.out.append([])
        self._lists.append([])

    def _end_table(self, tag: str) -> None:
        if not self._tables:
            return
        self._close_cell()
        if tag == "table":
            made = self._tables.pop().table(self.place)
            if made.rows:
                self.out[-1].append(made)

    def _close_cell(self) -> None:
        table = self._tables[-1]
        if table.in_cell:
            table.in_cell = False
            self._lists.pop()
            table.add(Cell(tuple(flat(self.out.pop()))))

    def _flush(self, *, ends_block: bool = True) -> None:
        """End the current line."""
        text = _SPACES.sub(" ", words(self._runs)).strip()
        runs, self._runs = self._runs, []
        breaks = self._breaks
        if text or ends_block:
            self._breaks = 0
        if not text:
            return
        level = len(self._lists[-1])
        line = TextLine(
            text,
            level=0 if self._heading else level,
            bold=is_bold(runs),
            heading=self._heading,
            number=self._number,
            place=self.place,
            lead=_SPACES.sub(" ", lead(runs)),
            # After a single <br> the line is another item; after two or another tag, a paragraph of the same item.
            continues=self._in_item and breaks != 1,
        )
        self.out[-1].append(line)
        self._number = ""
        self._in_item = level > 0


def _is_block(tag: str) -> bool:
    """Return whether a tag begins a line. Tags with a colon are from Word, and inline."""
    return tag not in _INLINE and ":" not in tag


def _whole(typed: str | None, otherwise: int) -> int:
    if typed and typed.isascii() and typed.isdigit():
        return min(max(int(typed[:6]), 1), _WIDEST_SPAN)
    return otherwise
