"""UTF-8 that a program read as Windows-1252 and saved: « coopÃ©ration », « lâ€™eau »."""

import re

# The bytes after the first one of a character, as that program read them; five have no meaning and stay controls.
_AFTER = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)  # one byte is one character or none
    for byte in range(0x80, 0xC0)
)
# The second sign of « Ã\u00a0 » (à) is a non-breaking space, which a copy may turn into an ordinary one, or join with
# the space after it.
_A = r"(?P<a>Ã\u00a0|(?<![A-ZÀ-Ý])Ã (?=[ \w]))(?P<glued>(?=\w))?"
# Likewise « Â\u00a0 » before the signs that a non-breaking space precedes.
_SPACE = r"(?P<space>(?<=[\w»)])Â)(?= [:;!?»%€])"
_MISREAD = re.compile(rf"{_A}|{_SPACE}|[ÂÃÅ][{re.escape(_AFTER)}]|[âï][{re.escape(_AFTER)}]{{2}}")
# A misread text may have been saved and misread again.
_MOST_TIMES = 3


def read_again(text: str) -> str:
    """Return a text with its misread characters as they were; others do not change."""
    for _ in range(_MOST_TIMES):
        before, text = text, _MISREAD.sub(_character, text)
        if text == before:
            break
    return text


def first_misread(text: str) -> re.Match[str] | None:
    """Return the first misread character of a text, if any."""
    # A search for single characters costs least (`python -m tests.benchmarks --only instructions`): one of these is in
    # each misread character, and most texts have none of them.
    if "Ã" in text or "Â" in text or "€" in text or "Å" in text or "¿" in text:
        return _MISREAD.search(text)
    return None


def is_misread_throughout(text: str) -> bool:
    """Return whether a text has no characters beyond ASCII but misread ones: then the whole of it was misread."""
    return _MISREAD.sub("", text).isascii()


def _character(found: re.Match[str]) -> str:
    if found["a"]:
        return "à" if found["glued"] is None else "à "
    if found["space"]:
        return ""
    data = b"".join(sign.encode("cp1252") if sign > "\x9f" else sign.encode("latin-1") for sign in found[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
