"""UTF-8 that a program read as Windows-1252 and saved: « coopÃ©ration », « lâ€™eau »."""

import re

# The bytes after the first one of a character, as that program read them; five have no meaning and stay controls.
_AFTER = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)  # one byte is one character or none
    for byte in range(0x80, 0xC0)
)
_MISREAD = re.compile(f"[ÂÃÅ][{re.escape(_AFTER)}]|[âï][{re.escape(_AFTER)}]{{2}}")


def read_again(text: str) -> str:
    """Return a text with its misread characters as they were; others do not change."""
    return _MISREAD.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    data = b"".join(sign.encode("cp1252") if sign > "\x9f" else sign.encode("latin-1") for sign in found[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
