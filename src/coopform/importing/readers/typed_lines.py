"""Which lines of a paragraph were typed as lines: programs wrap texts, people type lists and labels."""

import re

from coopform.importing.lines import glued_hyphens
from coopform.importing.readers.typed_lists import begins_item
from coopform.text.quotation import split_label

# A shorter line was not wrapped, if the next word would have fitted.
_NARROWEST = 60
_LONGEST_LABEL = 40
# A footnote or the address of a link.
_NOTE = re.compile(r"\s*\[[^\]]+\]:")
# The text of a definition, in pandoc's Markdown.
_DEFINITION = re.compile(r"\s*[:~]\s")
_ENDS_SENTENCE = (".", ",", ";", "!", "?")


def begins(lines: list[str], index: int, *, is_narrow: bool) -> bool:
    """Return whether a line of a paragraph is a line of its own, rather than the rest of the line before.

    Args:
        lines: of the paragraph, as typed.
        index: of the line, from 1; beyond the last it is the rest.
        is_narrow: whether the lines are in a cell, which wraps short ones.
    """
    if not 0 < index < len(lines):
        return False
    before, line = lines[index - 1].strip(), lines[index]
    words = line.strip()
    if (
        begins_item(words)
        or glued_hyphens.is_item(lines, index)
        or _NOTE.match(line)
        or _DEFINITION.match(line)
        or _is_labelled(words)
    ):
        return True
    if is_narrow or not words[:1].isupper() or len(before) + 1 + len(words.split()[0]) > _NARROWEST:
        return False
    return begins_item(before) or not before.endswith(_ENDS_SENTENCE)


def without_mark(line: str) -> str:
    """Return a line without the mark of a definition."""
    return _DEFINITION.sub("", line, count=1) if _DEFINITION.match(line) else line


def _is_labelled(words: str) -> bool:
    found = split_label(words)
    return found is not None and words[0].isupper() and len(found[0]) <= _LONGEST_LABEL
