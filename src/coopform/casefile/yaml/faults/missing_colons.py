"""Keys and labels of rows without their colon: a table pasted line by line, a heading alone on its line."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Edit, Fault, quoted
from coopform.casefile.yaml.faults.line import COLON, SourceLine
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.model.labels import key_behind_signs, key_of_label
from coopform.text.folding import fold

# What is typed between a key and its text where a colon belongs.
_INSTEAD_OF_COLON = " \t\u00a0\u202f=-–—>→,;|\uff1a\u2236"
_FIRST_WORD = re.compile(r"[^\W\d]\w*")
# What makes a phrase of the words around it.
_PHRASE = re.compile(r" (?:(?:de|du|des|et|à|au|aux|en|pour|sur|qui|que)\b|d['’])")
# A cell of a table, as it is pasted: up to a tab, several spaces, or the end of the line.
_CELL = re.compile(r"\w[^\t\r\n:]*?(?=[ \u00a0\u202f]*(?:\t|[ \u00a0\u202f]{2}|$))")
_BEFORE_COLON = re.compile(r"(?P<typed>[^:\r\n]*[^:\s])[ \u00a0\u202f]*:(?=[ \t]|$)")


def missing_colon(block: Block) -> Fault | None:
    """Return the fault of a block whose key, or whose label, has no colon."""
    line = block.lines[0]
    label = label_at(line.text, line.indent)
    if label:
        key = _key(label) or label
        end = line.indent + len(label)
        return block.in_line(
            "label-without-colon", line, line.indent, end, label=label, key=key, right=right(line, end, key)
        )
    word = key_at(line.text, line.indent)
    if word is None or line.colon is not None:
        return None
    return block.in_line("missing-colon", line, *word.span(), key=word[0], right=right(line, word.end(), word[0]))


def check_signs(block: Block) -> Fault | None:
    """Return the fault of a block whose key stands behind a sign that begins no text: `**Enjeux** :`."""
    line = block.lines[0]
    typed = _BEFORE_COLON.match(line.text, line.indent)
    key = key_behind_signs(typed["typed"]) if typed else None
    if typed is None or key is None:
        return None
    # The key itself in the place of what was typed, so that what stands under it is read.
    mend = Edit(line.at(line.indent), f"{key}:".ljust(typed.end() - line.indent))
    return block.in_line("misspelt-key", line, *typed.span("typed"), [mend], key=typed["typed"], right=key)


def key_at(text: str, start: int) -> re.Match[str] | None:
    """Return the key at `start` of a line, unless it is the first word of a phrase: « Objet de la convention »."""
    word = _FIRST_WORD.match(text, start)
    if word is None or fold(word[0]) not in AT_MARGIN or _PHRASE.match(text, word.end()):
        return None
    return word


def label_at(text: str, start: int) -> str:
    """Return the label of a row that fills a cell of a table at `start` of a line; empty when none does."""
    cell = _CELL.match(text, start)
    if cell is None or fold_key(cell[0]) in AT_MARGIN or _key(cell[0]) not in AT_MARGIN:
        return ""
    return "" if text[cell.end() :].lstrip().startswith(":") else cell[0]


def _key(label: str) -> str | None:
    return key_of_label(label) or key_behind_signs(label)


def right(line: SourceLine, end: int, key: str) -> str:
    """Return the line as it should be: what stands from `end` on is the text of the key."""
    words = line.text[end:].strip(_INSTEAD_OF_COLON)
    return f"{key}: {quoted(words) if COLON.search(words) else words}".strip()
