"""Words: folding for search, cleaning for storage, French spacing for display. Knows nothing of cases."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"

# What closes each of the quotes that Word puts around words.
SMART_QUOTES = {"“": "”", "„": "”", "‘": "’", "”": "”"}

# Combining marks that NFKD splits from their letter, and the letters that NFKD leaves whole.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‘": "'"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_UNTIDY = re.compile(r"[\t\r\n]|  ")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")

# What a terminal obeys or what reorders a line without being seen: C0 (but tab and line feed), DEL, C1,
# zero-width and bidirectional controls, line separators, lone surrogates, the byte-order mark, and what
# Unicode says is no character.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U0010fffe\U0010ffff]"
)

# A run of spaces is tried once, from its beginning: from each of its spaces would take the square of its length.
_SPACES_BEFORE = r"(?<![ \u00a0\u202f])[ \u00a0\u202f]++"
_LOW_BEFORE = re.compile(rf"{_SPACES_BEFORE}([;!?])")
_COLON_BEFORE = re.compile(rf"{_SPACES_BEFORE}(:)")
_OPENING = re.compile(r"«[ \u00a0\u202f]+")
_CLOSING = re.compile(rf"{_SPACES_BEFORE}»")
_SLASH = re.compile(r" /")
# « 3 axes », « 80 % », « 5 € », « 1 000 000 »: a number stays with what it counts, and in one piece.
_NUMBER = re.compile(r"(?<![\w,.])(\d+) (?=[^\W\d_]|[%€]|\d{3}(?!\d))")

_SET_SIGNS = re.compile(r"[;:!?«»/\d]")

# `**stress**` where Markdown takes it for that: asterisks against a word, or with nothing of a word outside.
_LETTER = r"[^\W_]"
_OUTSIDE = r"\s!-/:;?«»()’“”–—…"
_OPENS_STRESS = re.compile(rf"(?<![^{_OUTSIDE}])(?=\*\*\S)|(?=\*\*{_LETTER})")
_CLOSES_STRESS = re.compile(rf"(?<=\S)(?=\*\*(?![^{_OUTSIDE}]))|(?<={_LETTER})(?=\*\*)")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` for comparison: no case, no accents, œ as oe, one kind of apostrophe and of space."""
    if text.isascii():
        return " ".join(text.lower().split())
    # Compatibility letters (℠, ﬁ) must be plain before their case is folded.
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    plain = unicodedata.normalize("NFKD", plain)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def slug(text: str) -> str:
    """Return `text` as an identifier of a-z, 0-9 and single hyphens; may be empty."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def tidy(text: str) -> str:
    """Return a text as it is kept: NFC, one space between words, paragraphs parted by a blank line.

    A line break inside a paragraph becomes a space. Non-breaking spaces inside the text are kept.
    """
    if not _UNTIDY.search(text) and unicodedata.is_normalized("NFC", text):
        return text.strip()
    paragraphs = _BLANK_LINES.split(unicodedata.normalize("NFC", text).strip())
    return "\n\n".join(re.sub(r"[ \t\r\n]+", " ", paragraph).strip() for paragraph in paragraphs)


def hidden_characters(text: str) -> list[str]:
    """Return the control, bidirectional and zero-width characters of `text`, in order."""
    return _HIDDEN.findall(text)


def visible(text: str) -> str:
    """Return `text` with every hidden character written out, as `<U+202E>`: safe for a terminal or a page."""
    if text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def typeset(text: str, language: str = "fr", *, narrow: str = NARROW_NBSP) -> str:
    """Return `text` with the non-breaking spaces of French typography.

    Only spaces that are there are converted, none is added: U+202F before « ; ! ? », U+00A0 before
    « : » and inside « », no break before « / » nor between a number and its word.

    Args:
        text: what to set; its words are not changed.
        language: `fr`; a text in any other language is returned as it is.
        narrow: the narrow space, for media where U+202F is missing (terminal, DOCX): pass U+00A0.
    """
    # Most texts of a few words hold none of these signs: one look for them spares six.
    if language != "fr" or not _SET_SIGNS.search(text):
        return text
    text = _LOW_BEFORE.sub(narrow + r"\1", text)
    text = _COLON_BEFORE.sub(NBSP + r"\1", text)
    text = _OPENING.sub("«" + NBSP, text)
    text = _CLOSING.sub(NBSP + "»", text)
    text = _SLASH.sub(NBSP + "/", text)
    return _NUMBER.sub(r"\1" + NBSP, text)


def opens_quotation(text: str) -> bool:
    """Return whether a quotation begins in a text and does not end in it."""
    return text.count("«") > text.count("»") or text.count("“") > text.count("”")


def inner_quotes(text: str) -> str:
    """Return a text to be quoted: a quotation inside a quotation takes the other quotes."""
    return re.sub(r"(?<!\s)\s*+»", "”", re.sub(r"«\s*", "“", text))


def stresses(text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text that knows `**stress**`, each with whether it is stressed.

    Asterisks that stress nothing stay as typed.
    """
    parts = []
    done = 0
    ends = [match.start() for match in _CLOSES_STRESS.finditer(text)]
    for opening in _OPENS_STRESS.finditer(text):
        words = opening.start() + 2
        # One character at least is stressed.
        end = bisect_right(ends, words)
        if end == len(ends):
            break
        if opening.start() >= done:
            parts += [(text[done : opening.start()], False), (text[words : ends[end]], True)]
            done = ends[end] + 2
    parts.append((text[done:], False))
    return [part for part in parts if part[0]]


def colon(language: str) -> str:
    """Return the colon that follows a label, with the space that French puts before it."""
    return " :" if language == "fr" else ":"


def semicolon(language: str) -> str:
    """Return what parts the items of a list in one line."""
    return " ; " if language == "fr" else "; "


def shorten(text: str, width: int) -> str:
    """Return `text` cut at a word to at most `width` characters, with « … » where it was cut."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def nearest(word: str, candidates: list[str], *, most: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `most` of `candidates` that look like `word`, best first, ignoring case and accents.

    `likeness` is the least share of letters in common, from 0 to 1; difflib's own 0.6 suits words.
    """
    from difflib import get_close_matches

    folded = {fold(candidate): candidate for candidate in reversed(candidates)}
    return [folded[match] for match in get_close_matches(fold(word), list(folded), n=most, cutoff=likeness)]
