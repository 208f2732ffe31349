"""The words of a document, cleaned for a case."""

import re

from coopform.text.characters import NARROW_NBSP, NBSP, without_hidden
from coopform.text.folding import tidy
from coopform.text.misread import read_again

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_THREE_DOTS = re.compile(r"\.{3,}")
_BEFORE_COMMA = re.compile(r"(?<=\w) +,(?=\s)")
_SPACES = re.compile(r" {2,}")


def clean(text: str) -> str:
    """Return a text with the apostrophes, ellipses and spaces of case files, and misread characters as they were."""
    text = read_again(text).replace("\x0b", " ").replace(NBSP, " ").replace(NARROW_NBSP, " ").replace("\t", " ")
    text = _THREE_DOTS.sub("…", _APOSTROPHE.sub("’", tidy(without_hidden(text))))
    return _SPACES.sub(" ", _BEFORE_COMMA.sub(",", text)).strip(" ")
