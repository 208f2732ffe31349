"""Faults of quotes: one that is never closed, one that an apostrophe closes, words after it, backslashes."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Edit, Fault, in_quotes
from coopform.casefile.yaml.faults.line import BLANKS, COLON, Line
from coopform.text.typography import SMART_QUOTES

_CLOSED = {"'": re.compile(r"'(?:[^']|'')*+'"), '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)}
_BAD_ESCAPE = re.compile(
    r'\\(?:\\|(?![0abtnvfreN_LP"/ \t\r\nxuU])|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))'
)
_NEW_ENTRY = re.compile(r"[ \t]*(?:-[ \t]|[^\s:'\"-][^\s:'\"]*[ \u00a0\u202f]?:[ \t])")


def check(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of the quoted value of a line, if any, and the index of the first line after the value."""
    line = block.lines[index]
    opening = line.at(line.value_column)
    quote = line.text[line.value_column]
    text = block.source.text
    closed = _CLOSED[quote].match(text, opening, block.end)
    end_of_line = line.at(len(line.text))
    wrong = _bad_escape(block, opening, min(closed.end() if closed else block.end, block.end)) if quote == '"' else None
    if closed and closed.end() <= end_of_line:
        return wrong or _after(block, line, opening, closed.end()), index + 1
    last = block.source.line_of(closed.end()) - line.number + index if closed else index
    if closed is None or _runs_over(block, index, last, closed.end()):
        fault = block.fault("unclosed-quote", opening, opening + 1, [line.neutral()], quote=quote)
        return fault, index + 1
    return wrong, last + 1


def end_of_quoted(line: Line) -> int:
    """Return the column where the quoted value of a line ends, where its value begins when it has no quotes."""
    closed = _CLOSED.get(line.text[line.value_column : line.value_column + 1])
    match = closed.match(line.text, line.value_column) if closed else None
    return match.end() if match else line.value_column


def _runs_over(block: Block, first: int, last: int, end: int) -> bool:
    """Return whether a quote closes too late: past the beginning of another entry, or in the middle of words."""
    after = block.lines[last].text[end - block.lines[last].start :].strip()
    if after and not after.startswith("#"):
        return True
    return any(_NEW_ENTRY.match(line.text) for line in block.lines[first + 1 : last + 1])


def _bad_escape(block: Block, start: int, end: int) -> Fault | None:
    for escape in _BAD_ESCAPE.finditer(block.source.text, start, end):
        if escape[0] != "\\\\":
            return block.fault("backslash", escape.start(), escape.start() + 2, [Edit(escape.start(), "x")])
    return None


def _after(block: Block, line: Line, opening: int, end: int) -> Fault | None:
    """Return the fault of the words that follow a closing quote on its line."""
    rest = line.text[end - line.start :]
    words = rest.strip()
    if not words or (words.startswith("#") and rest[0] in " \t"):
        return None
    whole = block.source.text[opening : line.at(len(line.text))].rstrip()
    if whole[0] == "'" and rest[0].isalnum():
        text = in_quotes(whole.strip("'"))
        return block.fault("apostrophe-in-quotes", end - 1, end, [line.neutral()], text=text)
    start = end + len(rest) - len(rest.lstrip())
    return block.fault(
        "text-after-quotes", start, end + len(rest.rstrip()), [line.neutral()], text=_as_guillemets(whole)
    )


def _as_guillemets(text: str) -> str:
    """Return a text whose straight quotes are inside it as a text in straight quotes with « » inside."""
    quote = text[0]
    closing = text.find(quote, 1)
    if quote == '"' and text[-1] == quote and text[closing - 1] in BLANKS:
        # The second quote opens: the first and the last hold the whole text, and those between quote words of it.
        return in_quotes(re.sub(r'"([^"]*)"', lambda words: _guillemets(words[1]), text[1:-1]))
    return in_quotes(f"{_guillemets(text[1:closing])}{text[closing + 1 :]}")


def _guillemets(words: str) -> str:
    return f"« {words.strip(BLANKS)} »"


def check_smart(block: Block, line: Line) -> Fault | None:
    """Return the fault of a value that typographic quotes were meant to delimit and that holds a colon."""
    value = line.value
    closing = SMART_QUOTES.get(value[:1])
    if closing is None:
        return None
    inside = value[1:]
    colon = COLON.search(inside)
    if colon is None:
        return None
    text = in_quotes(inside.replace(closing, "", 1) if inside.endswith(closing) else inside.replace(closing, ""))
    start = line.value_column
    return block.in_line("smart-quotes", line, start, start + 1, [line.neutral()], quotes=value[0] + closing, text=text)
