"""Find faults of quotes: an unclosed quote, one closed by an apostrophe, text after it, backslashes."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change, right_words
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, COLON, SourceLine
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.text.characters import OTHER_SPACES
from coopform.text.quotation import SMART_QUOTES

_CLOSED = {"'": re.compile(r"'(?:[^']|'')*+'"), '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)}
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_BAD_ESCAPE = re.compile(
    r'\\(?:(?![0abtnvfreN_LP"/\\ \t\r\nxuU])|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))'
)
# A character beyond U+FFFF as JSON writes it, and escapes of code points that are not characters.
_SURROGATE_PAIR = re.compile(r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})")
_NO_CHARACTER = re.compile(
    r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_NEW_ENTRY = re.compile(rf"[ \t]*(?:-[ \t]|[^\s:'\"-][^\s:'\"]*[ {OTHER_SPACES}]?:[ \t])")


def check(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of the quoted value of a line, if any, and the index of the line after the value."""
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
    if closed is None or _closes_too_late(block, index, last, closed.end()):
        fault = block.fault("unclosed-quote", opening, opening + 1, [line.mask_value()], quote=quote)
        return fault, index + 1
    return wrong, last + 1


def end_of_quoted(line: SourceLine) -> int:
    """Return the column after the quoted value of a line, or of its value when it has no quotes."""
    closed = _CLOSED.get(line.text[line.value_column : line.value_column + 1])
    match = closed.match(line.text, line.value_column) if closed else None
    return match.end() if match else line.value_column


def _closes_too_late(block: Block, first: int, last: int, end: int) -> bool:
    """Return whether a quote is closed after the start of another entry, or before more text."""
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
    """Return the fault of the escape at index `start`, if any."""
    text = block.source.text
    if pair := _SURROGATE_PAIR.match(text, start):
        right = _character_of(pair[0])
        return block.fault("json-escape", *pair.span(), right_words, escape=pair[0], right=right)
    if number := _NO_CHARACTER.match(text, start):
        masked = Change(*number.span(), "x" * len(number[0]))
        return block.fault("no-character", *number.span(), [masked], escape=number[0])
    if _BAD_ESCAPE.match(text, start):
        return block.fault("backslash", start, start + 2, [Change(start, start + 1, "x")])
    return None


def _character_of(pair: str) -> str:
    """Return the character, such as an emoji, that JSON writes as a surrogate pair of two escapes."""
    high, low = pair[2:6], pair[8:12]
    return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)


def _after(block: Block, line: SourceLine, opening: int, end: int) -> Fault | None:
    """Return the fault of text after a closing quote on its line."""
    rest = line.text[end - line.start :]
    words = rest.strip()
    if not words or (words.startswith("#") and rest[0] in " \t"):
        return None
    whole = block.source.text[opening : line.at(len(line.text))].rstrip()
    if whole[0] == "'" and rest[0].isalnum():
        text = in_quotes(whole.strip("'"))
        return block.fault("apostrophe-in-quotes", end - 1, end, [line.mask_value()], text=text)
    start = end + len(rest) - len(rest.lstrip())
    return check_sign_after(block, start, words) or block.fault(
        "text-after-quotes", start, end + len(rest.rstrip()), [line.mask_value()], text=as_guillemets(whole)
    )


def check_sign_after(block: Block, start: int, words: str) -> Fault | None:
    """Return the fault of a comma or a semicolon after quotes or a bracket, as in JSON and in lists of programs."""
    if words not in (",", ";"):
        return None
    return block.fault("sign-after-quotes", start, start + 1, [Change(start, start + 1, " ")], sign=words)


def as_guillemets(text: str) -> str:
    """Return a text with inner straight quotes in straight quotes, with « » for the inner ones."""
    quote = text[0]
    closing = text.find(quote, 1)
    if quote == '"' and text[-1] == quote and text[closing - 1] in BLANKS:
        # The second quote is an opening one: the first and the last enclose the whole text.
        return in_quotes(re.sub(r'"([^"]*)"', lambda words: _guillemets(words[1]), text[1:-1]))
    return in_quotes(f"{_guillemets(text[1:closing])}{text[closing + 1 :]}")


def _guillemets(words: str) -> str:
    return f"« {words.strip(BLANKS)} »"


def check_smart(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a value with a colon in typographic quotes, which do not quote in YAML."""
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
    return block.in_line(
        "smart-quotes", line, start, start + 1, [line.mask_value()], quotes=value[0] + closing, text=text
    )
