"""Find texts that begin with a character that is reserved in YAML."""

import re
from itertools import takewhile

from coopform.casefile.yaml.faults import quotes
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.model.limits import MAX_DEPTH

# Never allowed at the start of a text. The others may be well formed; `builder` then reports them.
_ALWAYS = "@`%]},"
_WELL_FORMED = {
    "&": re.compile(r"&[\w-]+(?:[ \t]|$)", re.ASCII),
    "*": re.compile(r"\*[\w-]+$", re.ASCII),
    "!": re.compile(r"![\w-]*(?:[ \t]|$)", re.ASCII),
}
_CLOSING = {"[": "]", "{": "}"}
# In brackets, “#” after one of these begins a comment.
_BEFORE_COMMENT = " \t\r\n[]{},\"'"
_ITEM = re.compile(r"[ \t]*-[ \t]")


def check(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a value that begins with a reserved character, unless its use is valid YAML."""
    value = line.value
    sign = value[:1]
    if not sign:
        return None
    if sign in _WELL_FORMED and _WELL_FORMED[sign].match(value):
        return None
    if sign == "?" and value[1:2] in ("", " ", "\t"):
        return leading_sign(block, line)
    if sign in _ALWAYS or sign in _WELL_FORMED or sign in "|>":
        return leading_sign(block, line)
    return None


def leading_sign(block: Block, line: SourceLine) -> Fault:
    """Return the fault of the reserved character at the start of a value."""
    start = line.value_column
    sign = line.text[start]
    text = in_quotes(line.text[start:])
    return block.in_line("leading-sign", line, start, start + 1, [line.mask_value()], sign=sign, text=text)


def check_comment_above(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a comment within the text that begins on the line `first` and continues on `line`."""
    if line.has_hyphen:
        return None
    other = block.first_comment(first, line)
    if other is None or other.comment_column is None:
        return None
    # Further comments up to this line are the same fault.
    above = block.lines[block.index_of(other.number) : block.index_of(line.number)]
    changes = [hidden.fill("x", at, at + 1) for hidden in above if (at := hidden.comment_column) is not None]
    return block.in_line("note-in-text", other, other.comment_column, other.end, changes)


def check_bracket(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of a value that begins with a bracket, if any, and the index of the line after the value."""
    line = block.lines[index]
    opening = line.at(line.value_column)
    sign = block.source.text[opening]
    closing = _closing(block.source.text, opening, block.end)
    if closing is None:
        if note := _note_in_brackets(block, line, sign, opening):
            return note, index + 1
        return _unclosed(block, index, sign, opening), len(block.lines)
    last = block.source.line_of(closing) - line.number + index
    rest = block.lines[last].text[closing + 1 - block.lines[last].start :]
    after = rest.strip()
    if any(_ITEM.match(between.text) for between in block.lines[index + 1 : last + 1]):
        return _unclosed(block, index, sign, opening), index + 1
    if sign_after := quotes.check_sign_after(block, closing + 1 + rest.find(after), after):
        return sign_after, last + 1
    if after and not after.startswith("#"):
        return leading_sign(block, line), last + 1
    return None, last + 1


def _note_in_brackets(block: Block, line: SourceLine, sign: str, opening: int) -> Fault | None:
    """Return the fault of a note that hides the closing bracket on its line: `["a"#b, c]`."""
    end = line.at(len(line.text))
    begun = next((at for at in range(opening + 1, end) if _begins_note(block.source.text, at)), end)
    if _CLOSING[sign] not in block.source.text[begun:end]:
        return None
    return block.fault("note-in-text", begun, line.at(line.end), [line.mask_value()])


def _begins_note(text: str, at: int) -> bool:
    return text[at] == "#" and text[at - 1] in _BEFORE_COMMENT


def _unclosed(block: Block, index: int, sign: str, opening: int) -> Fault:
    line = block.lines[index]
    text = line.text[line.value_column :].strip()
    # The lines below that are indented more are part of the list: they are blanked, too.
    below = takewhile(lambda other: not other.text.strip() or other.indent > line.parent, block.lines[index + 1 :])
    changes = [line.mask_value(), *(other.fill(" ") for other in below)]
    return block.fault(
        "unclosed-bracket", opening, opening + 1, changes, sign=sign, closing=_CLOSING[sign], text=in_quotes(text)
    )


def _closing(text: str, start: int, end: int) -> int | None:
    """Return the index of the closing bracket for the one at `start`, ignoring quotes and comments.

    None also with more brackets in one another than may be: those of the lines below were never closed either.
    """
    expected: list[str] = []
    quote = ""
    previous = ""
    is_comment = False
    for index in range(start, end):
        character = text[index]
        is_comment = (is_comment and character not in "\r\n") or (
            not quote and character == "#" and text[index - 1] in _BEFORE_COMMENT
        )
        if is_comment:
            continue
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and previous in "[{,:":
            quote = character
        elif character in _CLOSING:
            expected.append(_CLOSING[character])
            if len(expected) > MAX_DEPTH:
                return None
        elif expected and character == expected[-1]:
            expected.pop()
            if not expected:
                return index
        previous = character if not character.isspace() else previous
    return None
