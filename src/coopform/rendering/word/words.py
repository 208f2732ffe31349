"""Texts for a word processor: valid in its XML, with the spaces of the language."""

from urllib.parse import quote, urlsplit

from coopform.model.grid import GRID
from coopform.text import typography
from coopform.text.characters import NARROW_NBSP, NBSP, visible

# The longest address that Word opens.
_LONGEST_ADDRESS = 2079
_IN_ADDRESS = "%/:=&?~#+!$,;'@()*"


def shown(text: str, language: str) -> str:
    """Return a text as a document shows it: hidden characters written out, French spaces set.

    The fonts of word processors lack the narrow space: the wide one replaces it.
    """
    return typography.shown(text, language).replace(NARROW_NBSP, NBSP)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; a line break inside one is a space."""
    return [one_line(part) for part in text.split("\n\n")]


def address(url: str) -> str | None:
    """Return an address for a link, None where Word would report the file as damaged because of it."""
    try:
        parts = urlsplit(url)
        # `port` raises if the port is not a number.
        is_sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    encoded = quote(visible(url), safe=_IN_ADDRESS)
    return encoded if is_sound and len(encoded) <= _LONGEST_ADDRESS else None


def numbered(key: str, label: str) -> str:
    """Return the label of a row with its number, from 1 to 6, if it is one of the grid."""
    keys = [rubric.key for rubric in GRID]
    return f"{keys.index(key) + 1}. {label}" if key in keys else label


def one_line(text: str) -> str:
    """Return a text whose paragraphs follow each other in one line."""
    return " ".join(text.split("\n"))
