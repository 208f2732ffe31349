"""Characters of symbol fonts: boxes of forms as Unicode, any other as it is, usually a bullet."""

_BOXES = {
    "wingdings": {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFD: "☒", 0xFE: "☑", 0xFC: "✓", 0xFB: "✗"},
    "wingdings 2": {0x2A: "☐", 0x30: "☐", 0xA3: "☐", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒"},
    "webdings": {0x63: "☐", 0x61: "✓"},
}
# Symbol fonts are stored in the private area of Unicode.
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """Return a character of a symbol font.

    Args:
        font: its name.
        code: the character in hexadecimal digits.
    """
    try:
        number = int(code, 16)
        plain = number - _PRIVATE if _PRIVATE <= number < _PRIVATE + 0x100 else number
        return _BOXES.get(font.lower(), {}).get(plain) or chr(number)
    except (ValueError, OverflowError):
        return "•"
