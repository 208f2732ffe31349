"""Search a text for signs of faults: without any, its nodes need no check.

A false alarm only costs time, since every node is then checked; a missed sign loses a warning.
"""

import re

from coopform.casefile.source import Source
from coopform.model.limits import MAX_TEXT
from coopform.text.misread import first_misread

_WORDS_IN_BRACKETS = r"\[[^\W_][\w ’-]*+(?:, ?\w[\w ’-]*+)*+\]"
# The end of the line of a key, but above a text that begins as points do: with a capital, a number or a sign.
_END = r"""\n(?!(?: *+\n)* +[^a-zà-öø-ÿœ \n"'(«“#-])"""
# What a value may begin with; in quotes or brackets it fills the rest of its line.
_TEXT = rf"""(?:{_END}|[^\W_]|[(«“…]|(?:"[^"\\\n]*+"|'[^'\n]*+'|{_WORDS_IN_BRACKETS}) *+\n)"""
# Each expression begins with a fixed character, which the engine can search for quickly.
# A line that begins with no word, or with what may be a bullet: a number, a letter.
_LINE = re.compile(rf"\n *+(?:[^\w \n(«“#-]|_|-(?! ++{_TEXT})|o |\(?(?:\d+|[^\W\d_])[.)/])")
# A hyphen that may divide a word.
_DIVIDED = "-\n"
# A value that begins with no word; a colon above what may be points, or with no space after it, but that of an address.
_VALUE = re.compile(rf":(?! |{_END}|//)|: ++(?!{_TEXT})")
# “#” after something else on its line.
_COMMENT = re.compile(r"\n *+[^ \n#][^\n#]*+#")
# A note at the margin above an item: it may be the key of the item.
_NOTE = re.compile(r"\n#[^\n]*+(?:\n *+(?:#[^\n]*+)?(?=\n)){0,3}\n *+- ")
# A number at the beginning of the file, whose lines may be numbered, or what begins the head of an e-mail.
_FIRST_LINE = re.compile(r"\s*(?:\d|(?:de|from|date|objet|sujet|subject)\s*:)", re.IGNORECASE)
_HYPHEN = re.compile(r"\n *+- ")


def in_text(source: Source) -> bool:
    """Return whether a text has a sign of a fault."""
    text = source.text
    if not source.is_ordinary or len(text) > MAX_TEXT or _FIRST_LINE.match(text):
        return True
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    text = f"\n{text}\n"
    if "\r" in text or "{" in text or "\\" in text or _DIVIDED in text:
        return True
    if "#" in text and (_COMMENT.search(text) or _NOTE.search(text)):
        return True
    return bool(_LINE.search(text) or _VALUE.search(text) or first_misread(text))


def in_items(source: Source, items: int) -> bool:
    """Return whether lines with a hyphen are not as many as items: then one continues the text above it."""
    return len(_HYPHEN.findall(f"\n{source.text}")) != items


def of_markup(source: Source) -> bool:
    """Return whether a text may have signs of Markdown or tags of HTML."""
    text = source.text
    # A search for single characters costs least.
    return "*" in text or "<" in text or "~" in text or ("]" in text and "](http" in text)
