"""Read Markdown from the tokens of markdown-it: CommonMark, the tables of GitHub and pandoc, front matter, HTML."""

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, newline
from markdown_it.token import Token

from coopform.importing.blocks import AsideKind, DocumentBlock, SourceDocument
from coopform.importing.failures import TooBig
from coopform.importing.lines.list_marks import TICKED, UNTICKED
from coopform.importing.readers import html_fragments, pandoc_tables, pipe_tables, typed_lines
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.front_matter import front_matter
from coopform.importing.readers.page_blocks import PageBlocks
from coopform.model.limits import MAX_TEXT_BYTES, MAX_TEXT_LINES

# What pandoc takes for the name of a heading, not for its words.
_NAME = re.compile(r"\s*\{[#.][^{}]*\}\s*")
# The language of a block of code, or what pandoc takes for its name; anything else after the fence is words.
_LANGUAGE = re.compile(r"\s*(?:[a-z0-9+#.-]{0,15}|\{.*\})\s*")
_BOXES = {"[ ] ": f"{UNTICKED} ", "[x] ": f"{TICKED} ", "[X] ": f"{TICKED} "}


def read(path: Path) -> SourceDocument:
    """Read a Markdown file.

    Raises:
        UnreadableDocument: it is not text, is empty, or is too large.
        TooBig: it is over a limit.
        OSError: it cannot be read.
    """
    lines = decoded(path, MAX_TEXT_BYTES).split("\n")
    if len(lines) > MAX_TEXT_LINES:
        raise TooBig("lines", MAX_TEXT_LINES)
    above = front_matter(lines)
    found = blocks("\n".join(lines[above.lines :]), above.lines)
    return SourceDocument(path.name, (*above.remarks, *found), front_matter=above.texts)


def blocks(text: str, lines_above: int = 0) -> list[DocumentBlock]:
    """Return the blocks of a text in Markdown.

    Args:
        text: without front matter.
        lines_above: how many lines of the file are above it.

    Raises:
        TooBig: it is over a limit.
    """
    environment: dict[str, object] = {}
    reader = _Reader(lines_above)
    reader.take(_parser().parse(text, environment))
    return reader.finish(environment)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference, {"alt": []})
    parser.inline.ruler.at("newline", _newline)
    pipe_tables.use(parser)
    pandoc_tables.use(parser)
    return parser


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse the address of a link at the end of a text; « [^1]: … » is a footnote, whose words are text."""
    is_note = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not is_note and reference(state, start, end, silent)


def _newline(state: StateInline, silent: bool) -> bool:
    """Parse a line end within a paragraph; the indentation of the next line is kept, as it may be a typed list."""
    begin = state.pos
    if not newline(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta = {"indent": state.pos - begin - 1}
    return True


class _Reader:
    """Gives the tokens of a text to the blocks of a page, as their tags are those of HTML."""

    def __init__(self, lines_above: int) -> None:
        self._page = PageBlocks(has_indents=True)
        self._lines_above = lines_above
        self._addresses: set[str] = set()
        self._in_item = False
        self._in_cell = False
        self._in_heading = False

    def take(self, tokens: Sequence[Token]) -> None:
        """Take the tokens of a text."""
        for token in tokens:
            if token.map:
                self._go_to(token.map[0])
            if token.type == "inline":
                self._take_line(token)
            elif token.type == "html_block":
                html_fragments.take(self._page, token.content)
            elif token.type in ("fence", "code_block"):
                self._take_code(token)
            elif token.nesting < 0:
                self._page.end(token.tag)
            elif not token.hidden:
                self._page.start(token.tag, _attributes(token))
            self._in_heading = token.type == "heading_open"
            self._in_cell = token.type in ("td_open", "th_open") or (
                self._in_cell and token.type not in ("td_close", "th_close")
            )
            self._in_item = token.type == "list_item_open" or (self._in_item and token.type == "paragraph_open")

    def finish(self, environment: dict[str, object]) -> list[DocumentBlock]:
        """Return the blocks, with the addresses that no link leads to."""
        known = environment.get("references")
        for name, found in known.items() if isinstance(known, dict) else ():
            if found["href"] not in self._addresses:
                self._page.link(found["href"], name)
                self._page.aside(AsideKind.COMMENT, found["title"])
        return self._page.finish()

    def _go_to(self, line: int) -> None:
        self._page.place = f"line {self._lines_above + line + 1}"

    def _take_code(self, token: Token) -> None:
        if not _LANGUAGE.fullmatch(token.info):
            self._page.text(token.info)
        self._page.start("pre", {})
        self._page.text(token.content.rstrip("\n"))
        self._page.end("pre")

    def _take_line(self, token: Token) -> None:
        """Take the words of a paragraph; a line of it that was typed as an item or a label stays a line."""
        typed = token.content.split("\n")
        children = token.children or []
        if children and self._in_heading:
            children[-1].content = _NAME.sub("", children[-1].content)
        if children and self._in_item:
            children[0].content = _with_box(children[0].content)
        number, is_line = 0, True
        for child in children:
            if child.type in ("softbreak", "hardbreak"):
                number += 1
                is_line = child.type == "hardbreak" or typed_lines.begins(typed, number, is_narrow=self._in_cell)
                self._page.start("br", {}) if is_line else self._page.text(" ")
                self._page.text(" " * child.meta.get("indent", 0) if is_line else "")
                self._go_to((token.map or [0])[0] + number)
            else:
                self._take_child(child, begins_line=is_line)
                is_line = False

    def _take_child(self, token: Token, *, begins_line: bool) -> None:
        if token.type == "image":
            alt = "".join(child.content for child in token.children or ())
            self._page.start("img", {**_attributes(token), "alt": alt})
        elif token.type == "html_inline":
            html_fragments.take(self._page, token.content)
        elif token.nesting > 0:
            values = _attributes(token)
            self._addresses.add(values.get("href", ""))
            self._page.start(token.tag, values)
            self._page.aside(AsideKind.COMMENT, values.get("title", ""))
        elif token.nesting < 0:
            self._page.end(token.tag)
        else:
            self._page.text(typed_lines.without_mark(token.content) if begins_line else token.content)


def _attributes(token: Token) -> dict[str, str]:
    """Return the attributes of a token; the sign after the numbers of a list is one of them."""
    values = {name: str(value) for name, value in token.attrs.items()}
    return {**values, "delimiter": token.markup} if token.type == "ordered_list_open" else values


def _with_box(text: str) -> str:
    """Return the text of an item with the box that « [x] » means."""
    return _BOXES[text[:4]] + text[4:] if text[:4] in _BOXES else text
