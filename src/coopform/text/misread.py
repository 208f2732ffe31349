"""UTF-8 that a program read as Windows-1252 and saved: « coopÃ©ration », « lâ€™eau »."""

import re
from collections.abc import Iterator

# The bytes after the first one of a character, as that program read them; five have no meaning and stay controls.
_AFTER = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)  # one byte is one character or none
    for byte in range(0x80, 0xC0)
)
_MISREAD = re.compile(f"[ÂÃÅ][{re.escape(_AFTER)}]|[âï][{re.escape(_AFTER)}]{{2}}")


# Characters are looked for faster than the expression; a text without any of these has no other misread ones either.
_SIGNS = ("Â", "Ã", "Å", "ï»", "ï¬", *(f"â{sign}" for sign in "€‚„†ˆ–—˜œž"))
# A misread « à » ends in a non-breaking space.
_WORD = re.compile(r"(?:\S|(?<=[ÂÃ])\u00a0)+")


def has_signs(text: str) -> bool:
    """Return whether a text has signs of misread characters; most others have none."""
    return any(sign in text for sign in _SIGNS)


def misread_words(text: str, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """Yield the misread words between two indexes of a text: their index, the word, and the word as it was."""
    for word in _WORD.finditer(text, start, end):
        right = read_again(word[0])
        if right != word[0]:
            yield word.start(), word[0], right


def read_again(text: str) -> str:
    """Return a text with its misread characters as they were; others do not change."""
    return _MISREAD.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    data = b"".join(sign.encode("cp1252") if sign > "\x9f" else sign.encode("latin-1") for sign in found[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
