"""Quotation marks: which ones a language has, what is inside a quotation, and « label : text » outside one."""

import re

from coopform.text.languages import USAGE

# What closes each of the quotation marks that Word puts around words.
SMART_QUOTES = {"“": "”", "„": "”", "‘": "’", "”": "”"}

_COLON = re.compile(r":\s+(?=\S)")


def quotation_marks(language: str) -> tuple[str, str]:
    """Return the marks that open and close a quotation in a language, with their spaces."""
    return USAGE[language].quotes


def quotation(text: str, language: str) -> str:
    """Return a text in the quotation marks of a language."""
    opening, closing = quotation_marks(language)
    return f"{opening}{text}{closing}"


def inner_quotes(text: str) -> str:
    """Return a text to be quoted: a quotation inside a quotation takes the other marks."""
    return re.sub(r"(?<!\s)\s*+»", "”", re.sub(r"«\s*", "“", text))


def opens_quotation(text: str) -> bool:
    """Return whether a quotation begins in a text and does not end in it."""
    return text.count("«") > text.count("»") or text.count("“") > text.count("”")


def is_in_smart_quotes(text: str) -> bool:
    """Return whether smart quotes enclose a text, and no other quotes end in it.

    The last one may be straight, as it was typed, where Word changed the first one only.
    """
    closing = SMART_QUOTES.get(text[:1])
    is_enclosed = closing is not None and len(text) > 1 and text[-1] in (closing, '"')
    return is_enclosed and "”" not in text[1:-1] and '"' not in text[1:-1]


def is_quoted_colon(label: str, text: str) -> bool:
    """Return whether the colon between two texts is inside one quotation, and makes no label."""
    return opens_quotation(label) or is_in_smart_quotes(label + text)


def split_label(text: str) -> tuple[str, str] | None:
    """Return the label and the text of « label : text », split at the first colon with a space after it.

    None without such a colon, and where it is inside a quotation or has no word before it.
    """
    colon = _COLON.search(text)
    if colon is None:
        return None
    label, rest = text[: colon.start()].strip(), text[colon.end() :]
    if is_quoted_colon(label, rest) or not any(map(str.isalnum, label)):
        return None
    return label, rest
