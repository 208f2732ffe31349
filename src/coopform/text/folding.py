"""Fold text for comparison, normalise it for storage, find similar words."""

import re
import unicodedata
from functools import cache

# Letters and apostrophes that NFKD does not decompose.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‘": "'"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")

# Most French texts can be folded byte by byte in one of these code pages, after the replacements below.
_PAGES = ("latin-1", "cp1252")
_REPLACEMENTS = (("’", "'"), ("œ", "oe"), ("…", "..."), ("\u202f", " "))
# In a table, the result for characters that do not fold to one byte.
_NO_BYTE = "\x00"


def fold(text: str) -> str:
    """Return `text` for comparison: without case and accents, œ as oe, one kind of apostrophe and of space."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = _fold_by_table(text)
    if folded is None:
        return " ".join(_fold_any(text).split())
    # The table has turned every kind of space into the plain one.
    return " ".join(folded.split()) if "  " in folded else folded.strip()


def _fold_by_table(text: str) -> str | None:
    """Return `text` folded by the table of a code page, None if some characters are in none."""
    for character, replacement in _REPLACEMENTS:
        text = text.replace(character, replacement)
    for page in _PAGES:
        try:
            folded = text.encode(page).translate(_table(page)).decode(page)
        except UnicodeEncodeError:
            continue
        if _NO_BYTE not in folded:
            return folded
    return None


def _fold_any(text: str) -> str:
    # Compatibility letters (℠, ﬁ) are decomposed before case folding.
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(character for character in plain if not unicodedata.combining(character))


@cache
def _table(page: str) -> bytes:
    return b"".join(_folded_byte(byte, page) for byte in range(256))


def _folded_byte(byte: int, page: str) -> bytes:
    character = bytes([byte]).decode(page, "replace")
    folded = " " if character.isspace() else _fold_any(character)
    encoded = folded.encode(page, "ignore")
    return encoded if len(encoded) == len(folded) == 1 else _NO_BYTE.encode()


def slug(text: str) -> str:
    """Return `text` as an identifier of a-z, 0-9 and single hyphens, which may be empty."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def tidy(text: str) -> str:
    """Return a text in its normal form: NFC, single spaces, paragraphs separated by a blank line.

    A line break inside a paragraph becomes a space. Non-breaking spaces are kept.
    """
    # Four searches take a sixth of the time of one regular expression.
    is_untidy = "  " in text or "\n" in text or "\t" in text or "\r" in text
    if not is_untidy and unicodedata.is_normalized("NFC", text):
        return text.strip()
    paragraphs = _BLANK_LINES.split(unicodedata.normalize("NFC", text).strip())
    return "\n\n".join(re.sub(r"[ \t\r\n]+", " ", paragraph).strip() for paragraph in paragraphs)


def nearest(word: str, candidates: list[str], *, most: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `most` candidates that are similar to `word`, best first, ignoring case and accents.

    `likeness` is the minimal similarity of difflib, from 0 to 1.
    """
    from difflib import get_close_matches

    folded = {fold(candidate): candidate for candidate in reversed(candidates)}
    return [folded[match] for match in get_close_matches(fold(word), list(folded), n=most, cutoff=likeness)]
