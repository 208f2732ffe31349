"""A line of a case file, split as its author sees it: indentation, hyphens, key, value, comment."""

import re
from dataclasses import dataclass
from functools import cached_property

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.text.characters import OTHER_SPACES

BLANKS = f" \t{OTHER_SPACES}"
# A colon that ends a key in YAML.
COLON = re.compile(r":(?=[ \t]|$)")

_HYPHENS = re.compile(r"(?:-[ \t]+)*")
_QUOTED_KEY = re.compile(rf"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')[{BLANKS}]*(?P<colon>:)(?=[ \t]|$)""")
_COMMENT = re.compile(r"[ \t]#")


@dataclass(frozen=True)
class SourceLine:
    """A line of a source.

    Attributes:
        number: the line number, from 1.
        start: the index of its first character in the source.
        text: its text, without the line end.
    """

    number: int
    start: int
    text: str

    @cached_property
    def lead(self) -> str:
        """The blanks before the first hyphen or word."""
        return self.text[: len(self.text) - len(self.text.lstrip(BLANKS))]

    @cached_property
    def indent(self) -> int:
        """The number of blanks before the first hyphen or word."""
        return len(self.lead)

    @cached_property
    def is_blank_or_comment(self) -> bool:
        """Whether the line is blank or a comment."""
        return self.text.lstrip()[:1] in ("", "#")

    @cached_property
    def content(self) -> int:
        """The column, from 0, after the hyphens: of the key, or of the text without a key."""
        hyphens = _HYPHENS.match(self.text, self.indent)
        if self.text[self.indent :].rstrip() == "-":
            return len(self.text)
        return hyphens.end() if hyphens else self.indent

    @property
    def end(self) -> int:
        """The column after the last word."""
        return len(self.text.rstrip())

    @property
    def has_hyphen(self) -> bool:
        """Whether the line begins an item of a list."""
        return self.content > self.indent

    @cached_property
    def words(self) -> str:
        """The text after the hyphens, without a comment."""
        text = self.text[self.content :]
        comment = _COMMENT.search(text)
        text = text[: comment.start()] if comment and text[:1] not in "\"'" else text
        # A non-breaking space at the end of a line is a blank, but directly after a colon it is a fault.
        words = text.rstrip(BLANKS)
        return words if text[len(words) : len(words) + 1] in ("", " ", "\t") else text.rstrip(" \t")

    @cached_property
    def comment_column(self) -> int | None:
        """The column of the “#” of a comment, None if there is no comment outside quotes."""
        if self.text.lstrip()[:1] == "#":
            return self.text.index("#")
        end = self.content + len(self.words)
        rest = self.text[end:].lstrip()
        return self.text.index("#", end) if rest else None

    @cached_property
    def colon(self) -> int | None:
        """The column of the colon after the key, None if there is no key."""
        if self.words[:1] in ('"', "'"):
            quoted = _QUOTED_KEY.match(self.words)
            return self.content + quoted.start("colon") if quoted else None
        if self.words[:1] in ("@", "`", "%", "&", "*", "!", "|", ">", "[", "]", "{", "}", ","):
            return None
        colon = COLON.search(self.words)
        if colon and self.words[0] == "“" and "”" not in self.words[: colon.start()]:
            return None  # the colon of a quotation
        return self.content + colon.start() if colon else None

    @property
    def key(self) -> str:
        """The key; empty if there is none."""
        return "" if self.colon is None else self.text[self.content : self.colon].strip(BLANKS + "\"'")

    @cached_property
    def value_column(self) -> int:
        """The column of the value; the length of the line if there is no value."""
        after = self.content if self.colon is None else self.colon + 1
        return after + len(self.text[after:]) - len(self.text[after:].lstrip(" \t"))

    @cached_property
    def value(self) -> str:
        """The text after the key, or after the hyphens if there is no key, without a comment."""
        return self.text[self.value_column : self.content + len(self.words)]

    @property
    def parent(self) -> int:
        """The column that a line must be indented more than to continue the value of this line."""
        if self.colon is not None:
            return self.content
        return self.text.rindex("-", 0, self.content) if self.has_hyphen else self.indent - 1

    def fill(self, sign: str, first: int = 0, last: int | None = None) -> Change:
        """Return the change of each character from column `first` to `last`, or to the end of the line, to a sign."""
        last = len(self.text) if last is None else last
        return Change(self.at(first), self.at(last), sign * (last - first))

    def mask_colons(self, first: int = 0, last: int | None = None) -> list[Change]:
        """Return the changes of the colons of keys between two columns, so that they end no key."""
        return [self.fill("x", *colon.span()) for colon in COLON.finditer(self.text[:last], first)]

    def mask_key(self) -> list[Change]:
        """Return the change of the colon of the key, if there is one, so that it ends no key."""
        return [] if self.colon is None else [self.fill("x", self.colon, self.colon + 1)]

    def mask_value(self) -> Change:
        """Return the change of the value, to the end of the line, to a plain word."""
        return self.fill("x", self.value_column)

    def at(self, column: int) -> int:
        """Return the index in the source of a column, from 0."""
        return self.start + column


def lines_between(source: Source, start: int = 0, end: int | None = None) -> list[SourceLine]:
    """Return the lines of a source from the line of index `start` to those that begin before `end`, or to the last."""
    last = len(source.lines) if end is None else source.line_of(end - 1)
    return [line_at(source, number) for number in range(source.line_of(start), last + 1)]


def line_at(source: Source, number: int) -> SourceLine:
    """Return a line of a source by its number, from 1."""
    return SourceLine(number, source.line_start(number), source.lines[number - 1])
