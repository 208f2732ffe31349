"""Pictures made of pixels, told by how their bytes begin."""

_BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
ENDINGS = frozenset(_BEGINNINGS)


def is_raster(data: bytes, ending: str = "") -> bool:
    """Return whether bytes are those of a picture, of the kind that the ending of a name says, or of any."""
    kinds = [ending] if ending else list(_BEGINNINGS)
    return any(data.startswith(_BEGINNINGS[kind]) and (kind != ".webp" or data[8:12] == b"WEBP") for kind in kinds)
