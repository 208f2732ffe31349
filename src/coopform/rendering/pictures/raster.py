"""Raster images: recognised by their first bytes, measured by their headers, never decoded."""

_BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
ENDINGS = frozenset(_BEGINNINGS)

# The segments of a JPEG that contain its size; three of that range do not.
_SIZES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def is_raster(data: bytes, ending: str = "") -> bool:
    """Return whether bytes are a raster image, of the kind of a file name's ending if one is given."""
    kinds = [ending] if ending else list(_BEGINNINGS)
    return any(data.startswith(_BEGINNINGS[kind]) and (kind != ".webp" or data[8:12] == b"WEBP") for kind in kinds)


def pixels(data: bytes) -> int:
    """Return how many pixels the header of an image declares; 0 where it is cut off."""
    if data.startswith(b"\x89PNG"):
        return _big(data[16:20]) * _big(data[20:24])
    if data.startswith(b"GIF"):
        return _little(data[6:8]) * _little(data[8:10])
    return _pixels_of_webp(data) if data.startswith(b"RIFF") else _pixels_of_jpeg(data)


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _pixels_of_jpeg(data: bytes) -> int:
    """Go from segment to segment: each begins with FF, its kind and its length."""
    place, found = 2, 0
    while data[place : place + 1] == b"\xff":
        kind = data[place + 1 : place + 2]
        if kind == b"\xff":  # filling
            place += 1
            continue
        if kind and kind[0] in _SIZES:
            found = max(found, _big(data[place + 5 : place + 7]) * _big(data[place + 7 : place + 9]))
        place += 2 + max(_big(data[place + 2 : place + 4]), 2)
    return found


def _pixels_of_webp(data: bytes) -> int:
    kind = data[12:16]
    if kind == b"VP8X":
        return (_little(data[24:27]) + 1) * (_little(data[27:30]) + 1)
    if kind == b"VP8L":
        bits = _little(data[21:25])
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    return (_little(data[26:28]) & 0x3FFF) * (_little(data[28:30]) & 0x3FFF)
