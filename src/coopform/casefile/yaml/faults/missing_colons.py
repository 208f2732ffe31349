"""Find keys and labels of rows without a colon: a pasted table, a heading alone on its line."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import right_words
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, COLON, SourceLine
from coopform.casefile.yaml.faults.quoting import quoted
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.model.labels import key_at_margin, key_behind_signs
from coopform.model.synonyms import key_of_synonym
from coopform.text.bullets import SIGNS
from coopform.text.characters import OTHER_SPACES
from coopform.text.folding import fold

# Typed between a key and its text instead of a colon; a hyphen before a number may be its minus sign.
_SIGN_FOR_COLON = (
    rf"[-=–—]+>|[=–—→,;|│┃:\uff1a\u2236\ufe55\ua789]|--?(?=[{BLANKS}]|$)|\.(?=[{BLANKS}]|$)|[{SIGNS}](?=[{BLANKS}])"
)
_INSTEAD_OF_COLON = re.compile(rf"[{BLANKS}]*+(?:(?:{_SIGN_FOR_COLON})[{BLANKS}]*+)*")
_FIRST_WORD = re.compile(r"[^\W\d]\w*")
# After a first word, shows that it is part of a phrase.
_PHRASE = re.compile(r" (?:(?:de|du|des|et|à|au|aux|en|pour|sur|qui|que)\b|d['’]|n[°o]|\d+$)")
# A label alone on its line, or in its cell, in the emphasis of Markdown: `**Enjeux**`.
_EMPHASISED = re.compile(r"(?P<sign>[*_]{1,3})\w[^\t\r\n:*]*(?P=sign)(?=[ \t]*(?:[|│┃]|$))")
# A cell of a pasted table: up to a tab, several spaces, a bar, or the end of the line.
_CELL = re.compile(rf"\w[^\t\r\n:]*?(?=[ {OTHER_SPACES}]*(?:[\t|│┃]|[ {OTHER_SPACES}]{{2}}|$))")
# Emphasis around a key and its colon: `**Enjeux :**`.
_COLON_INSIDE = re.compile(r"(?P<typed>(?P<sign>[*_]{1,3})[^:*_\r\n]+:[ ]*(?P=sign))(?=[ \t]|$)")
_BEFORE_COLON = re.compile(rf"(?P<typed>[^:\r\n]*[^:\s])[ {OTHER_SPACES}]*:(?=[ \t]|$)")


def missing_colon(block: Block) -> Fault | None:
    """Return the fault of a block whose key or label has no colon."""
    line = block.lines[0]
    if label := label_at(line.text, line.indent):
        key = key_of_heading(label) or label
        end = line.indent + len(label)
        right = corrected_line(line, end, key)
        return block.in_line("label-without-colon", line, line.indent, end, label=label, key=key, right=right)
    word = key_at(line.text, line.indent)
    if word is None or line.colon is not None:
        return None
    right = corrected_line(line, word.end(), word[0])
    return block.in_line("missing-colon", line, *word.span(), key=word[0], right=right)


def check_signs(block: Block) -> Fault | None:
    """Return the fault of a block with other characters around its key: `**Enjeux** :`."""
    return check_key(block, block.lines[0])


def check_key(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a line with other characters around its key: `- Enjeux :` below points that are indented."""
    typed, key = signed_key(line)
    last = line.indent + len(typed)
    return block.in_line("misspelt-key", line, line.indent, last, right_words, key=typed, right=key) if key else None


def signed_key(line: SourceLine) -> tuple[str, str]:
    """Return a key with other characters around it, as typed, and what is right there; empty if there is none."""
    if found := emphasised_key(line.text, line.indent):
        return found
    typed = _BEFORE_COLON.match(line.text, line.indent)
    if typed is None or _is_in_open_quotes(typed["typed"]):
        return "", ""
    return typed["typed"], key_behind_signs(typed["typed"]) or ""


def _is_in_open_quotes(typed: str) -> bool:
    """Return whether what precedes a colon begins a quoted text that goes on after it: `"? enjeux : x"`."""
    return typed[0] in "\"'" and typed.count(typed[0]) == 1


def emphasised_key(text: str, start: int) -> tuple[str, str] | None:
    """Return a key that is emphasised with its colon, at column `start`, and what is right there."""
    typed = _COLON_INSIDE.match(text, start)
    key = key_behind_signs(typed["typed"]) if typed else None
    return (typed["typed"], f"{key}:") if typed and key else None


def key_at(text: str, start: int) -> re.Match[str] | None:
    """Return the key at column `start`, unless it begins a phrase: « Objet de la convention »."""
    word = _FIRST_WORD.match(text, start)
    if word is None or fold(word[0]) not in AT_MARGIN or _PHRASE.match(text, word.end()):
        return None
    return word


def label_at(text: str, start: int) -> str:
    """Return the label of a row that is a whole cell at column `start`; empty if there is none."""
    cell = _EMPHASISED.match(text, start) or _CELL.match(text, start)
    if cell is None or fold_key(cell[0]) in AT_MARGIN or key_of_heading(cell[0]) is None:
        return ""
    return "" if text[cell.end() :].lstrip().startswith(":") else cell[0]


def key_of_heading(words: str) -> str | None:
    """Return the key that the words of a heading mean: its name, its label, or other words for it."""
    if key := key_at_margin(words):
        return key
    first = _FIRST_WORD.match(words)
    # « Objet de la convention » may be a text.
    return None if first and fold(first[0]) in AT_MARGIN else key_of_synonym(words)


def corrected_line(line: SourceLine, end: int, key: str) -> str:
    """Return the corrected line, with the text from column `end` on as the value of the key."""
    words = line.text[end:].rstrip(BLANKS)
    instead = _INSTEAD_OF_COLON.match(words)
    words = words[instead.end() :] if instead else words
    return f"{key}: {quoted(words) if COLON.search(words) else words}".strip()
