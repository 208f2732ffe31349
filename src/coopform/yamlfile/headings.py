"""Keys and labels of rows without their colon: a table pasted line by line, a heading alone on its line."""

import re

from coopform.keys import AT_MARGIN, fold_key
from coopform.labels import key_of_label
from coopform.text import fold
from coopform.yamlfile.block import Block
from coopform.yamlfile.fault import Fault, quoted
from coopform.yamlfile.lines import COLON, Line

# What is typed between a key and its text where a colon belongs.
_INSTEAD_OF_COLON = " \t\u00a0\u202f=-–—>→"
_FIRST_WORD = re.compile(r"[^\W\d]\w*")
# A cell of a table, as it is pasted: up to a tab, several spaces, or the end of the line.
_CELL = re.compile(r"[^\W\d][^\t\r\n:]*?(?=[ \u00a0\u202f]*(?:\t|[ \u00a0\u202f]{2}|$))")


def missing_colon(block: Block) -> Fault | None:
    """Return the fault of a block whose key, or whose label, has no colon."""
    line = block.lines[0]
    label = label_at(line.text, line.indent)
    if label:
        key = key_of_label(label) or label
        right = _right(line, line.indent + len(label), key)
        end = line.indent + len(label)
        return block.in_line("label-without-colon", line, line.indent, end, label=label, key=key, right=right)
    word = _FIRST_WORD.match(line.text, line.indent)
    if word is None or line.colon is not None or fold(word[0]) not in AT_MARGIN:
        return None
    return block.in_line("missing-colon", line, *word.span(), key=word[0], right=_right(line, word.end(), word[0]))


def label_at(text: str, start: int) -> str:
    """Return the label of a row that fills a cell of a table at `start` of a line; empty when none does."""
    cell = _CELL.match(text, start)
    if cell is None or fold_key(cell[0]) in AT_MARGIN or key_of_label(cell[0]) not in AT_MARGIN:
        return ""
    return "" if text[cell.end() :].lstrip().startswith(":") else cell[0]


def _right(line: Line, end: int, key: str) -> str:
    """Return the line as it should be: what stands from `end` on is the text of the key."""
    words = line.text[end:].strip(_INSTEAD_OF_COLON)
    return f"{key}: {quoted(words) if COLON.search(words) else words}".strip()
