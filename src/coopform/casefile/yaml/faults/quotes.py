"""Faults of quotes: one that is never closed, one that an apostrophe closes, words after it, backslashes."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Edit, Fault, in_quotes
from coopform.casefile.yaml.faults.line import BLANKS, COLON, SourceLine
from coopform.text.quotation import SMART_QUOTES

_CLOSED = {"'": re.compile(r"'(?:[^']|'')*+'"), '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)}
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_BAD_ESCAPE = re.compile(
    r'\\(?:(?![0abtnvfreN_LP"/\\ \t\r\nxuU])|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))'
)
# The halves that JSON writes a character beyond U+FFFF with, and numbers that are those of no character.
_HALVES = re.compile(r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})")
_NO_CHARACTER = re.compile(
    r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}"
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


def end_of_quoted(line: SourceLine) -> int:
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
    for escape in _ESCAPE.finditer(block.source.text, start, end):
        fault = escape_at(block, escape.start())
        if fault:
            return fault
    return None


def escape_at(block: Block, start: int) -> Fault | None:
    """Return the fault of the escape that the backslash at `start` begins, if any."""
    text = block.source.text
    if halves := _HALVES.match(text, start):
        right = character_of(halves[0])
        mend = [Edit(start, "x" * len(halves[0]))]
        return block.fault("json-escape", *halves.span(), mend, escape=halves[0], right=right)
    if number := _NO_CHARACTER.match(text, start):
        return block.fault("no-character", *number.span(), [Edit(start, "x" * len(number[0]))], escape=number[0])
    if _BAD_ESCAPE.match(text, start):
        return block.fault("backslash", start, start + 2, [Edit(start, "x")])
    return None


def character_of(halves: str) -> str:
    """Return the character that JSON writes as two escapes: 12 signs, such as those of an emoji."""
    high, low = halves[2:6], halves[8:12]
    return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)


def _after(block: Block, line: SourceLine, opening: int, end: int) -> Fault | None:
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
        "text-after-quotes", start, end + len(rest.rstrip()), [line.neutral()], text=as_guillemets(whole)
    )


def as_guillemets(text: str) -> str:
    """Return a text whose straight quotes are inside it as a text in straight quotes with « » inside."""
    quote = text[0]
    closing = text.find(quote, 1)
    if quote == '"' and text[-1] == quote and text[closing - 1] in BLANKS:
        # The second quote opens: the first and the last hold the whole text, and those between quote words of it.
        return in_quotes(re.sub(r'"([^"]*)"', lambda words: _guillemets(words[1]), text[1:-1]))
    return in_quotes(f"{_guillemets(text[1:closing])}{text[closing + 1 :]}")


def _guillemets(words: str) -> str:
    return f"« {words.strip(BLANKS)} »"


def check_smart(block: Block, line: SourceLine) -> Fault | None:
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
