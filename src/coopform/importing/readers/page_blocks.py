"""Turn the tags and texts of a page, one after the other, into blocks. No words are lost where tags are never closed.

`read_html` and `read_markdown` call it with what their parsers found, `html_fragments` with the tags in other texts.
"""

from collections.abc import Callable

from coopform.importing.blocks import AsideKind, Break, DocumentBlock
from coopform.importing.readers.form_fields import words_of_field, words_of_option
from coopform.importing.readers.html_elements import (
    CELLS,
    HEADINGS,
    LISTS,
    VOID,
    Attributes,
    is_block,
    is_hidden,
    is_words,
    word_item_level,
)
from coopform.importing.readers.open_elements import OpenElements
from coopform.importing.readers.page_asides import PageAsides, is_address, without_known_titles
from coopform.importing.readers.page_cells import PageCells
from coopform.importing.readers.page_lines import PageLines, plain

# Elements beside the text: no rubric goes on in them, or from them.
_BESIDE = ("nav", "footer")
# Elements of a drawing that begin a line.
_DRAWN_LINES = {"text", "title", "desc"}
# Line ends in them are those of the text.
_PREFORMATTED = {"pre", "textarea", "listing", "xmp", "plaintext"}


class PageBlocks:
    """Collects blocks.

    Attributes:
        place: of the lines; it may be changed as the page goes on.
        _line: the line that is being read.
        _asides: what is kept beside this line.
        _cells: the page and its open cells, with the blocks and the open lists in each.
        _unseen: the tag of an element that is hidden, once for each of its kind that is open.
        _preformatted: how many elements are open in which line ends are those of the text.
        _facts: whether the block is the line of facts of our own sheets.
    """

    def __init__(self, place: str = "", *, has_indents: bool = False) -> None:
        """Begin a page.

        Args:
            place: of its lines.
            has_indents: whether spaces at the beginning of a line are the indentation of a typed list.
        """
        self._line = PageLines(has_indents=has_indents)
        self._asides = PageAsides(self._line, place)
        self._cells = PageCells()
        self._elements = OpenElements()
        self._unseen: list[str] = []
        self._preformatted = 0
        self._facts = False
        # Of a paragraph that Word saved as an item of a list.
        self._item_level = 0

    @property
    def place(self) -> str:
        """The place of the lines."""
        return self._asides.place

    @place.setter
    def place(self, place: str) -> None:
        self._asides.place = place

    def start(self, tag: str, values: Attributes) -> None:
        """Take the beginning of an element, or all of one without an end."""
        if self._hide(tag, values) or self._put_apart(tag):
            return
        if is_words(tag):
            self.text(f"<{' '.join([tag, *(part for pair in values.items() for part in pair if part)])}>")
            return
        if tag == "br" and self._line.heading:
            self.text(" ")
        elif tag == "br":
            self._break_line()
        elif tag == "span":
            self._separate_facts(values)
        elif is_block(tag):
            self._flush()
            self._start_block(tag, values)
        else:
            self._start_inline(tag, values)
        self._elements.begin(tag, values)

    def end(self, tag: str) -> None:
        """Take the end of an element; one that was not begun is ignored."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.pop()
            return
        if self._asides.apart:
            if tag == self._asides.apart:
                self._asides.end_apart()
            return
        if tag == "a":
            self._asides.end_link()
        if is_block(tag) and tag not in VOID:
            self._flush()
            self._end_block(tag)
        self._elements.end(tag)

    def text(self, data: str) -> None:
        """Take words."""
        if self._unseen or not data:
            return
        first, *others = data.split("\n") if self._preformatted else [data]
        self._add(first)
        for line in others:
            self._break_line()
            self._add(line)

    def aside(self, kind: AsideKind, *texts: str) -> None:
        """Take words around the text, to be kept after the current line."""
        if not self._unseen:
            self._asides.add(kind, *texts)

    def link(self, address: str, said: str) -> None:
        """Take the address of a link with its words."""
        self._asides.add_link(address, said)

    def finish(self) -> list[DocumentBlock]:
        """End what the page left open, and return the blocks.

        Raises:
            TooBig: more than `limits.MAX_TEXT_LINES` lines, or `limits.MAX_CELLS` cells in a table.
        """
        self._asides.end_apart()
        self._asides.end_link()
        self._flush()
        return without_known_titles(self._cells.finish(self.place))

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

    def _start_block(self, tag: str, values: Attributes) -> None:
        classes = values.get("class", "").split()
        self._facts = "facts" in classes
        # Text of our own sheets that began on the page before.
        self._line.goes_on = "text-goes-on" in classes
        self._item_level = word_item_level(tag, values)
        if self._item_level:
            self._line.begin_item("")
        if tag in HEADINGS or "MsoTitle" in classes:
            self._line.heading = HEADINGS.get(tag, 1)
        elif tag in _PREFORMATTED:
            self._preformatted += 1
        elif tag in LISTS:
            self._cells.begin_list(values, has_numbers=tag == "ol")
        elif tag == "li":
            self._line.begin_item(self._cells.next_number(values))
        elif tag in CELLS:
            self._cells.begin(tag, values)
        elif tag in _STARTS:
            _STARTS[tag](self, values)

    def _end_block(self, tag: str) -> None:
        self._facts = False
        self._line.end_block()
        self._item_level = 0
        if tag in HEADINGS or tag == "p":
            self._line.heading = 0
        elif tag in _PREFORMATTED:
            self._preformatted = max(self._preformatted - 1, 0)
        elif tag in LISTS or tag == "li":
            self._line.in_item = False
            if tag in LISTS:
                self._cells.end_list()
        elif tag in CELLS:
            self._cells.end(tag, self.place)
        elif tag in _BESIDE:
            self._rule({})

    def _start_inline(self, tag: str, values: Attributes) -> None:
        if tag == "a":
            self._asides.begin_link(values.get("href", ""))
        elif tag == "img":
            self._picture(values)
        elif tag == "input":
            self._field(values)

    def _separate_facts(self, values: Attributes) -> None:
        """Separate the facts of a sheet, between which only its style sheet puts a space.

        A span that says its language is a part of a fact.
        """
        if self._facts and self._line.runs and "lang" not in values:
            self._line.runs.append((" · ", False))

    # Words put apart, pictures and fields.

    def _put_apart(self, tag: str) -> bool:
        """Return whether the words of an element are put apart."""
        if self._asides.apart:
            self.text("\n" if tag in _DRAWN_LINES else "")
            return True
        return self._asides.begin_apart(tag)

    def _picture(self, values: Attributes) -> None:
        """Keep the text that replaces a picture, and that which is shown over it."""
        texts = dict.fromkeys(plain(values.get(name, "")) for name in ("alt", "title"))
        self.aside(AsideKind.PICTURE, *texts)

    def _frame(self, values: Attributes) -> None:
        """Keep the title and the address of a page within the page."""
        address = values.get("src", "")
        self.aside(AsideKind.INSERTED, values.get("title", ""), address if is_address(address) else "")

    def _field(self, values: Attributes) -> None:
        """Take a field as it is shown."""
        if values.get("type", "").lower() == "image":
            self._picture(values)
        else:
            self.text(words_of_field(values))

    def _option(self, values: Attributes) -> None:
        self.text(words_of_option(values))

    def _group(self, values: Attributes) -> None:
        self.text(values.get("label", ""))
        self._flush()

    def _rule(self, _: Attributes) -> None:
        self._cells.blocks.append(Break(place=self.place))

    # Lines.

    def _add(self, said: str) -> None:
        self._line.add(said, bold=self._elements.bold, underlined=self._elements.underlined)

    def _break_line(self) -> None:
        """End the line within its block."""
        self._flush(ends_block=False)
        self._line.breaks += 1

    def _flush(self, *, ends_block: bool = True) -> None:
        """End the line."""
        blocks = self._cells.blocks
        level = self._cells.list_level or self._item_level
        has_words = self._line.end(blocks, level=level, place=self.place)
        if has_words or ends_block:
            self._line.breaks = 0
        blocks += self._asides.take()


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
