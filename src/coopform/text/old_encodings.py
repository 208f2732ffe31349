"""The encodings that programs wrote before UTF-8, recognised by the characters that French text has in them."""

# Windows first: it wins when no character decides. The others are what Excel calls “MS-DOS” and “Macintosh”.
_NAMES = ("cp1252", "cp850", "mac_roman")
# How much a character speaks for an encoding, by how frequent it is in French.
_WEIGHTS = {
    **dict.fromkeys("ÉÈÊÀÂÇÎÔŒœëïîôûâ“”–—…•°€\u00a0", 1),
    **dict.fromkeys("èàêçù’«»", 2),
    "é": 4,
}


def name_of(data: bytes) -> str:
    """Return the codec of bytes that are not UTF-8: that in which they are the most usual characters of French."""
    special = bytes(byte for byte in data if byte > 127)
    return max(_NAMES, key=lambda name: _weight(special.decode(name, errors="replace")))


def _weight(text: str) -> int:
    return sum(_WEIGHTS.get(sign, 0) for sign in text)
