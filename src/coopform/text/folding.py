"""Words: folding for search, cleaning for storage, French spacing for display. Knows nothing of cases."""

import re
import unicodedata
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
_CONTROLS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U0010fffe\U0010ffff]"
)
# The scripts whose letters change with their neighbours, from Hebrew and Arabic to those of India and beyond.
_JOINING = (
    "\u0590-\u061b\u061d-\u109f\u1780-\u180d\u180f-\u18af\u1900-\u1cff\ua800-\uabff\ufb1d-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
# Joiners and tags that are text: between emoji (a family, which is several), after a letter that they give its shape or
# between one and what it does not join (Persian), in the flag of a region. Anywhere else they only hide something.
_SHAPING = (
    f"(?<=[{_EMOJI}\ufe0f])[\u200c\u200d](?=[{_EMOJI}])"
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}\\w])|(?<=\\w)\u200c(?=[{_JOINING}])"
    f"|(?<=[{_JOINING}])\u200d(?![\u200c\u200d])"
    "|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
)
_HIDDEN = re.compile(f"{_SHAPING}|(?P<hidden>{_CONTROLS})")

_LOW_BEFORE = re.compile(r"[ \u00a0\u202f]+([;!?])")
_COLON_BEFORE = re.compile(r"[ \u00a0\u202f]+(:)")
_OPENING = re.compile(r"«[ \u00a0\u202f]+")
_CLOSING = re.compile(r"[ \u00a0\u202f]+»")
_SLASH = re.compile(r" /")
# « 3 axes », « 80 % », « 5 € », « 1 000 000 »: a number stays with what it counts, and in one piece.
_NUMBER = re.compile(r"(?<![\w,.])(\d+) (?=[^\W\d_]|[%€]|\d{3}(?!\d))")

_SET_SIGNS = re.compile(r"[;:!?«»/\d]")

# `**stress**` where Markdown takes it for that: asterisks against a word, or with nothing of a word outside.
_LETTER = r"[^\W_]"
_OUTSIDE = r"\s!-/:;?«»()’“”–—…"
_STRESS = re.compile(
    rf"(?:(?<![^{_OUTSIDE}])\*\*(?=\S)|\*\*(?={_LETTER}))(.+?)(?:(?<=\S)\*\*(?![^{_OUTSIDE}])|(?<={_LETTER})\*\*)",
    re.DOTALL,
)


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
    """Return the control, bidirectional and zero-width characters of `text`, in order, but the joiners of words."""
    return [match["hidden"] for match in _HIDDEN.finditer(text) if match["hidden"]]


def without_hidden(text: str) -> str:
    """Return `text` without its hidden characters."""
    return _HIDDEN.sub(lambda match: "" if match["hidden"] else match[0], text)


def visible(text: str) -> str:
    """Return `text` with every hidden character written out, as `<U+202E>`: safe for a terminal or a page."""
    if text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>" if match["hidden"] else match[0], text)


def shown_name(name: object) -> str:
    """Return a file's name, a path or a typed word for a message: on one line, hidden characters written out."""
    return visible(str(name)).replace("\n", "<U+000A>").replace("\t", "<U+0009>")


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
    return re.sub(r"\s*»", "”", re.sub(r"«\s*", "“", text))


def stresses(text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text that knows `**stress**`, each with whether it is stressed.

    Asterisks that stress nothing stay as typed.
    """
    # What stands between the asterisks is every second part.
    return [(part, bool(index % 2)) for index, part in enumerate(_STRESS.split(text)) if part]


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
