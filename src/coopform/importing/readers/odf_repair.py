"""The parts that an OpenDocument file should have, and that some programs do not write."""

from collections.abc import Container

MIME_TYPE = "mimetype"
CONTENT = "content.xml"
_STYLES = "styles.xml"
_NO_STYLES = b'<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
_KINDS = {b"<office:spreadsheet": b"spreadsheet", b"<office:presentation": b"presentation"}


def missing_parts(names: Container[str], content: bytes) -> dict[str, bytes]:
    """Return the parts to add to a file, by name.

    Args:
        names: the parts that it has.
        content: the part with its text.
    """
    kind = next((kind for tag, kind in _KINDS.items() if tag in content), b"text")
    made = {MIME_TYPE: b"application/vnd.oasis.opendocument." + kind, _STYLES: _NO_STYLES}
    return {name: data for name, data in made.items() if name not in names}
