"""Turn the tags and texts of a page, one after the other, into blocks. No words are lost where tags are never closed.

`read_html` and `read_markdown` call it with what their parsers found, `html_fragments` with the tags in other texts.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from coopform.importing.blocks import Aside, AsideKind, Break, DocumentBlock, TextLine, flat
from coopform.importing.readers import typed_lists
from coopform.importing.readers.emphasis import TextRun, is_bold, lead, words
from coopform.importing.readers.html_elements import (
    CELLS,
    ENDS_ITSELF,
    HEADINGS,
    LISTS,
    VOID,
    Attributes,
    is_block,
    is_bold_element,
    is_hidden,
    is_underlined,
    is_words,
)
from coopform.importing.readers.numerals import numeral
from coopform.importing.readers.page_tables import WIDEST_SPAN, PageTable
from coopform.importing.readers.table_cells import TooBig
from coopform.model.limits import MAX_TEXT_LINES
from coopform.text.folding import fold

# Elements whose words are not in the text, and what they are.
_APART = {"title": AsideKind.TITLE, "svg": AsideKind.PICTURE}
# Elements beside the text: no rubric goes on in them, or from them.
_BESIDE = ("nav", "footer")
# Elements of a drawing that begin a line.
_DRAWN_LINES = {"text", "title", "desc"}
# Line ends in them are those of the text.
_PREFORMATTED = {"pre", "textarea", "listing", "xmp", "plaintext"}
# Fields without words to read.
_NO_WORDS = {"hidden", "submit", "reset", "button", "image", "password", "file", "color", "range"}
_TICKED, _UNTICKED = "☑ ", "☐ "
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ADDRESS = re.compile(r"(?:mailto:|tel:|https?://)")
# The depth of open tags beyond which bold is not tracked: most of them were never closed.
_DEEPEST = 200
# Tables within tables; deeper ones are lines.
_DEEPEST_TABLES = 20
_LARGEST_NUMBER = 999_999


class PageBlocks:
    """Collects blocks; `_out` is a stack, whose last list is that of the current cell."""

    def __init__(self, place: str = "", *, has_indents: bool = False) -> None:
        """Begin a page.

        Args:
            place: of its lines; it may be changed as the page goes on.
            has_indents: whether spaces at the beginning of a line are the indentation of a typed list.
        """
        self.place = place
        self._out: list[list[DocumentBlock]] = [[]]
        self._tables: list[PageTable] = []
        self._ignored_tables = 0
        self._lists: list[list[tuple[int, str]]] = [[]]  # by cell: the next number of each list and its kind
        self._runs: list[TextRun] = []
        # The open tags, each with whether its text is bold and whether it is underlined.
        self._open: list[tuple[str, bool, bool]] = []
        self._bold = self._underline = 0
        self._dress: set[bool] = set()  # whether the words of the current line are underlined
        self._heading = 0
        self._number = ""
        self._in_item = False
        self._goes_on = False
        self._breaks = 0
        self._unseen: list[str] = []
        self._preformatted = 0
        self._link: tuple[str, int] | None = None  # the address of the open link, and how many runs are before it
        self._asides: list[Aside] = []  # of the current line
        self._apart: tuple[str, int] | None = None  # the open element of `_APART`, and how many runs are before it
        self._indents: list[int] | None = [] if has_indents else None
        self._facts = False
        self._lines = 0

    def start(self, tag: str, values: Attributes) -> None:
        """Take the beginning of an element, or all of one without an end."""
        if self._hide(tag, values) or self._put_apart(tag):
            return
        if is_words(tag):
            self.text(f"<{' '.join([tag, *(part for pair in values.items() for part in pair if part)])}>")
            return
        if tag == "br" and self._heading:
            self.text(" ")
        elif tag == "br":
            self._flush(ends_block=False)
            self._breaks += 1
        elif tag == "span":
            self._separate_facts()
        elif is_block(tag):
            self._flush()
            self._start_block(tag, values)
        else:
            self._start_inline(tag, values)
        if tag in ENDS_ITSELF and self._open and ENDS_ITSELF.get(self._open[-1][0]) == ENDS_ITSELF[tag]:
            self._close(len(self._open) - 1)
        if tag not in VOID and len(self._open) < _DEEPEST:
            bold, underlined = is_bold_element(tag, values), is_underlined(tag, values)
            self._open.append((tag, bold, underlined))
            self._bold += bold
            self._underline += underlined

    def end(self, tag: str) -> None:
        """Take the end of an element; one that was not begun is ignored."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.pop()
            return
        if self._apart:
            if tag == self._apart[0]:
                self._end_apart()
            return
        if tag == "a":
            self._end_link()
        if is_block(tag) and tag not in VOID:
            self._flush()
            self._end_block(tag)
        last = next((index for index in reversed(range(len(self._open))) if self._open[index][0] == tag), None)
        if last is not None:
            # Tags opened inside and never closed end here too.
            self._close(last)

    def text(self, data: str) -> None:
        """Take words."""
        if self._unseen or not data:
            return
        if any(map(str.isalnum, data)):
            self._dress.add(self._underline > 0)
        if not self._preformatted:
            self._runs.append((data, self._bold > 0))
            return
        for index, line in enumerate(data.split("\n")):
            if index:
                self._flush(ends_block=False)
                self._breaks += 1
            self._runs.append((line, self._bold > 0))

    def aside(self, kind: AsideKind, *texts: str) -> None:
        """Take words around the text, to be kept after the current line."""
        lines = [TextLine(_plain(text), place=self.place) for text in texts if _plain(text)]
        if lines and not self._unseen:
            self._asides.append(Aside(kind, tuple(lines), self.place))

    def link(self, address: str, said: str) -> None:
        """Keep the address of a link, unless it is the same as its words or leads to another place of the page."""
        if address and not address.startswith(("#", "javascript:", "data:")) and _bare(address) != _bare(said):
            line = TextLine(_plain(address), place=self.place, lead=said)
            self._asides.append(Aside(AsideKind.LINK, (line,), self.place))

    def finish(self) -> list[DocumentBlock]:
        """End what the page left open, and return the blocks.

        Raises:
            TooBig: more than `limits.MAX_TEXT_LINES` lines, or `limits.MAX_CELLS` cells in a table.
        """
        self._end_apart()
        self._end_link()
        self._flush()
        self._ignored_tables = 0
        while self._tables:
            self._end_table("table")
        return _without_known_titles(self._out[0])

    # Elements.

    def _hide(self, tag: str, values: Attributes) -> bool:
        """Return whether the content of an element is hidden."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.append(tag)
            return True
        if is_hidden(tag, values):
            self._unseen.append(tag)
            return True
        return False

    def _close(self, index: int) -> None:
        """Close the open tags from this one on."""
        self._bold -= sum(is_strong for _, is_strong, _ in self._open[index:])
        self._underline -= sum(is_underlined for *_, is_underlined in self._open[index:])
        del self._open[index:]

    def _start_block(self, tag: str, values: Attributes) -> None:
        classes = values.get("class", "").split()
        self._facts = "facts" in classes
        # Text of our own sheets that began on the page before.
        self._goes_on = "text-goes-on" in classes
        if tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in _PREFORMATTED:
            self._preformatted += 1
        elif tag in LISTS or tag == "li":
            self._start_list(tag, values)
        elif tag in CELLS:
            self._start_table(tag, values)
        elif tag in _STARTS:
            _STARTS[tag](self, values)

    def _end_block(self, tag: str) -> None:
        self._facts = False
        if self._indents:
            self._indents.clear()
        if tag in HEADINGS:
            self._heading = 0
        elif tag in _PREFORMATTED:
            self._preformatted = max(self._preformatted - 1, 0)
        elif tag in LISTS or tag == "li":
            self._in_item = False
            if tag in LISTS and self._lists[-1]:
                self._lists[-1].pop()
        elif tag in CELLS:
            self._end_table(tag)
        elif tag in _BESIDE:
            self._rule({})

    def _start_inline(self, tag: str, values: Attributes) -> None:
        if tag == "a":
            self._end_link()
            self._link = (values.get("href", ""), len(self._runs))
        elif tag == "img":
            self._picture(values)
        elif tag == "input":
            self._field(values)

    def _separate_facts(self) -> None:
        """Separate the facts of a sheet, between which only its style sheet puts a space."""
        if self._facts and self._runs:
            self._runs.append((" · ", False))

    # Links, pictures and fields.

    def _end_link(self) -> None:
        """End the open link, which may never be closed."""
        if self._link is None:
            return
        address, before = self._link
        self._link = None
        self.link(address.strip(), _plain(words(self._runs[before:])))

    def _put_apart(self, tag: str) -> bool:
        """Return whether the words of an element are put apart."""
        if self._apart:
            self.text("\n" if tag in _DRAWN_LINES else "")
        elif tag in _APART:
            self._apart = (tag, len(self._runs))
        return self._apart is not None

    def _end_apart(self) -> None:
        """Keep the words of a title or a drawing."""
        if self._apart:
            tag, before = self._apart
            said = words(self._runs[before:])
            del self._runs[before:]
            self._apart = None
            self.aside(_APART[tag], *said.split("\n"))

    def _picture(self, values: Attributes) -> None:
        """Keep the text that replaces a picture, and that which is shown over it."""
        texts = dict.fromkeys(_plain(values.get(name, "")) for name in ("alt", "title"))
        self.aside(AsideKind.PICTURE, *texts)

    def _frame(self, values: Attributes) -> None:
        """Keep the title and the address of a page within the page."""
        address = values.get("src", "")
        self.aside(AsideKind.INSERTED, values.get("title", ""), address if _ADDRESS.match(address) else "")

    def _field(self, values: Attributes) -> None:
        """Take the value of a field as it is shown: ticked, unticked, or its words."""
        kind = values.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            self.text(_TICKED if "checked" in values else _UNTICKED)
        elif kind == "image":
            self._picture(values)
        elif kind not in _NO_WORDS and values.get("value"):
            self.text(f" {values['value']} ")

    def _option(self, values: Attributes) -> None:
        self.text((_TICKED if "selected" in values else _UNTICKED) + values.get("label", ""))

    def _group(self, values: Attributes) -> None:
        self.text(values.get("label", ""))
        self._flush()

    def _rule(self, _: Attributes) -> None:
        self._out[-1].append(Break(place=self.place))

    # Lists.

    def _start_list(self, tag: str, values: Attributes) -> None:
        stack = self._lists[-1]
        if tag != "li":
            first = _whole(values.get("start"), 1, _LARGEST_NUMBER) if tag == "ol" else 0
            stack.append((first, values.get("type", "1") + values.get("delimiter", ".")))
            return
        self._in_item = False
        self._number = ""
        if stack and stack[-1][0]:
            number, kind = stack[-1]
            number = _whole(values.get("value"), number, _LARGEST_NUMBER)
            self._number = numeral(number, kind[:-1]) + kind[-1]
            stack[-1] = (number + 1, kind)

    # Tables.

    def _start_table(self, tag: str, values: Attributes) -> None:
        if tag == "table":
            if len(self._tables) < _DEEPEST_TABLES:
                self._tables.append(PageTable())
            else:
                self._ignored_tables += 1
            return
        if not self._tables or self._ignored_tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if tag == "tr":
            table.begin_row()
            return
        table.spans = (_whole(values.get("colspan"), 1, WIDEST_SPAN), _whole(values.get("rowspan"), 1, WIDEST_SPAN))
        table.in_cell = True
        self._out.append([])
        self._lists.append([])

    def _end_table(self, tag: str) -> None:
        if self._ignored_tables:
            self._ignored_tables -= tag == "table"
            return
        if not self._tables:
            return
        self._close_cell()
        if tag == "table":
            made = self._tables.pop().blocks(self.place)
            self._out[-1].extend(made)

    def _close_cell(self) -> None:
        table = self._tables[-1]
        if table.in_cell:
            table.in_cell = False
            self._lists.pop()
            table.add(self._out.pop())

    # Lines.

    def _flush(self, *, ends_block: bool = True) -> None:
        """End the current line."""
        typed = words(self._runs)
        runs, self._runs = self._runs, []
        self._link = (self._link[0], 0) if self._link else None
        text = _SPACES.sub(" ", typed).strip()
        if text:
            self._add_line(text, typed, runs)
            self._dress.clear()
        if text or ends_block:
            self._breaks = 0
        self._out[-1] += self._asides
        self._asides = []

    def _add_line(self, text: str, typed: str, runs: list[TextRun]) -> None:
        self._lines += 1
        if self._lines > MAX_TEXT_LINES:
            raise TooBig("lines", MAX_TEXT_LINES)
        before = self._out[-1][-1] if self._out[-1] else None
        if self._goes_on and isinstance(before, TextLine):
            self._out[-1][-1] = replace(before, text=f"{before.text} {text}")
            self._goes_on = False
            return
        bold = is_bold(runs)
        level = len(self._lists[-1])
        line = TextLine(
            text,
            level=0 if self._heading else level or self._typed_level(typed, bold=bold),
            bold=bold,
            heading=self._heading,
            number=self._number,
            place=self.place,
            lead=_SPACES.sub(" ", lead(runs)),
            # After a single <br> the line is another item; after two or another tag, a paragraph of the same item.
            continues=self._in_item and self._breaks != 1,
            underlined=self._dress == {True},
        )
        self._out[-1].append(line)
        self._number = ""
        self._in_item = level > 0

    def _typed_level(self, typed: str, *, bold: bool) -> int:
        """Return the level of a line that begins with a bullet or a number; a bold one may be a label."""
        if self._indents is None or bold or not typed_lists.begins_item(typed.lstrip()):
            return 0
        return typed_lists.level(typed, self._indents)


# What else the beginning of an element does.
_STARTS: dict[str, Callable[[PageBlocks, Attributes], None]] = {
    "hr": PageBlocks._rule,
    **dict.fromkeys(_BESIDE, PageBlocks._rule),
    "option": PageBlocks._option,
    "optgroup": PageBlocks._group,
    "iframe": PageBlocks._frame,
    "frame": PageBlocks._frame,
    "area": PageBlocks._picture,
}


def _without_known_titles(found: list[DocumentBlock]) -> list[DocumentBlock]:
    """Return the blocks of a page without its title, if that is one of its lines."""
    titles = [block for block in found if isinstance(block, Aside) and block.kind is AsideKind.TITLE]
    if not titles:
        return found
    said = {fold(line.text) for line in flat(found)}
    known = [title for title in titles if all(fold(line.text) in said for line in title.lines)]
    return [block for block in found if block not in known]


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _bare(address: str) -> str:
    """Return an address as people write it."""
    return _ADDRESS.sub("", address, count=1).removeprefix("www.").rstrip("/").lower()


def _whole(typed: str | None, otherwise: int, most: int) -> int:
    if typed and typed.isascii() and typed.isdigit():
        return min(max(int(typed[:6]), 1), most)
    return otherwise
