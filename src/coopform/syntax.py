"""The parser's faults of syntax, told apart by the line they stand on: the author's habit, not YAML's rule.

The messages of the C and the Python parser differ, so only the places and the source line are trusted.
"""

import re
from collections.abc import Callable

import yaml

from coopform.problem import Problem
from coopform.source import Source

_KEY = re.compile(
    r"(?P<lead>[ \t\u00a0\u202f]*(?:-[ \t]+)*)(?P<key>[^\s:#'\"][^:\r\n]*?)[ \u00a0\u202f]*:(?P<rest>.*)$"
)
_SECOND_COLON = re.compile(r"[\w»)\]…]*(?P<colon>\s*:)(?=\s|$)")
_MARKER = re.compile(r"^(<{7}|={7}|>{7})(\s|$)")


def explain(source: Source, error: yaml.MarkedYAMLError, start: int, end: int) -> Problem:
    """Return the problem that stands behind a parser's error.

    Args:
        source: the whole file.
        error: the error met while parsing the text from `start` to `end`, its marks counted from `start`.
        start: where the parsed block begins in the source.
        end: where it ends.
    """
    block = _Block(source, error, start, end)
    for recognise in _RECOGNISERS:
        problem = recognise(block)
        if problem is not None:
            return problem
    return source.problem("yaml-syntax", block.at, block.at + 1)


class _Block:
    """A block with a fault: where the parser stopped, and the line that it stopped on."""

    def __init__(self, source: Source, error: yaml.MarkedYAMLError, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        self.at = start + (mark.index if mark else 0)
        self.context = start + (context.index if context else 0)
        self.at = min(self.at, max(len(source.text) - 1, 0))
        self.line = source.position(self.at).line
        self.line_start = source.line_start(self.line)
        self.text = source.lines[self.line - 1]

    def lines(self) -> range:
        """The numbers of the lines of the block, up to the one the parser stopped on."""
        return range(self.source.position(self.start).line, self.line + 1)


def _merge_conflict(block: _Block) -> Problem | None:
    for line in block.lines():
        if _MARKER.match(block.source.lines[line - 1]):
            start = block.source.line_start(line)
            return block.source.problem("merge-conflict", start, start + 7)
    return None


def _tab_indent(block: _Block) -> Problem | None:
    for line in (block.line, block.line - 1):
        text = block.source.lines[line - 1] if line else ""
        lead = text[: len(text) - len(text.lstrip(" \t\u00a0\u202f"))]
        start = block.source.line_start(line) if line else 0
        if "\t" in lead:
            return block.source.problem("tab-indent", start + lead.index("\t"), start + len(lead))
        if lead.strip(" "):
            return block.source.problem("nbsp-indent", start, start + len(lead))
    return None


def _unclosed_quote(block: _Block) -> Problem | None:
    """A quoted text runs past its block, or ends inside a word: an apostrophe closed it."""
    for line in block.lines():
        quoted = re.search(
            r"(?:^|:[ \u00a0]+|-[ ]+|[\[{,][ ]*)(?P<quote>['\"])(?P<rest>[^\r\n]*)$", block.source.lines[line - 1]
        )
        if quoted is None:
            continue
        start = block.source.line_start(line) + quoted.start("quote")
        problem = _quote_fault(block, quoted["quote"], quoted["rest"], start)
        if problem:
            return problem
    return None


def _quote_fault(block: _Block, quote: str, rest: str, start: int) -> Problem | None:
    end = start + 1 + len(rest)
    if quote == '"':
        closing = re.match(r'(?:[^"\\]|\\.)*"(?P<after>.*)$', rest)
        bad_escape = re.search(r'\\(?![0abtnvfreN_LP"/\\ xuU])', rest)
        if bad_escape:
            place = start + 1 + bad_escape.start()
            return block.source.problem("backslash", place, place + 2)
    else:
        closing = re.match(r"(?:[^']|'')*?'(?!')(?P<after>.*)$", rest)
    if closing is None:
        if block.source.position(block.at).line == block.source.position(start).line and block.at < start:
            return None
        return block.source.problem("unclosed-quote", start, start + 1, quote=quote)
    after = closing["after"].strip()
    if after and after[0].isalnum() and quote == "'":
        place = start + closing.start("after")
        return block.source.problem("apostrophe-in-quotes", place, place + 1, text=rest.rstrip("' "))
    if after and after[0] not in ",]}#:":
        return block.source.problem("text-after-quotes", start, end, text=rest)
    return None


def _second_colon(block: _Block) -> Problem | None:
    key = _KEY.match(block.text)
    if key is None or key["rest"][:1] not in (" ", ""):
        return None
    value = key["rest"].strip()
    if not value or value[0] in "'\"[{|>&*!%@`":
        return None
    colon = re.search(r"\s*:(?=\s|$)", key["rest"])
    if colon is None:
        return None
    start = block.line_start + key.start("rest") + colon.start()
    return block.source.problem(
        "second-colon", start + len(colon[0]) - 1, start + len(colon[0]), key=key["key"].strip(), text=value
    )


def _leading_sign(block: _Block) -> Problem | None:
    sign = block.source.text[block.at : block.at + 1]
    value = block.source.text[block.context : block.context + 1]
    for index, character in ((block.at, sign), (block.context, value)):
        if character and character in "@`%&*!|>[]{}":
            rest = block.source.text[
                index : block.source.line_start(block.source.position(index).line)
                + len(block.source.lines[block.source.position(index).line - 1])
            ]
            code = "unclosed-bracket" if character in "[{" else "leading-sign"
            return block.source.problem(code, index, index + 1, sign=character, text=rest)
    return None


def _nbsp_after_colon(block: _Block) -> Problem | None:
    for line in (block.line, block.line - 1):
        text = block.source.lines[line - 1] if line else ""
        match = re.match(r"[^:]*:(?P<space>[\u00a0\u202f])", text)
        if match:
            start = block.source.line_start(line)
            return block.source.problem("nbsp-after-colon", start + match.start("space"), start + match.end())
    return None


def _no_space_after_colon(block: _Block) -> Problem | None:
    for line in (block.line, block.line - 1):
        text = block.source.lines[line - 1] if line else ""
        match = re.match(r"[ ]*(?:- )?[^\W\d_]+[ ]?:(?=[^\s/:])", text)
        if match:
            start = block.source.line_start(line)
            return block.source.problem("no-space-after-colon", start + match.end() - 1, start + match.end())
    return None


def _uneven_indent(block: _Block) -> Problem | None:
    lead = len(block.text) - len(block.text.lstrip(" "))
    if block.text.strip() and lead:
        return block.source.problem("uneven-indent", block.line_start, block.line_start + lead)
    return None


_RECOGNISERS: tuple[Callable[[_Block], Problem | None], ...] = (
    _merge_conflict,
    _tab_indent,
    _nbsp_after_colon,
    _second_colon,
    _unclosed_quote,
    _leading_sign,
    _no_space_after_colon,
    _uneven_indent,
)
