"""Objects in an OpenDocument file, each a document of its own: charts, formulas, sheets and texts."""

from collections.abc import Iterator
from typing import Any

from lxml import etree
from odfdo import Document, Element

from coopform.importing.blocks import Aside, AsideKind, TextLine, aside
from coopform.importing.readers.drawn import described_lines
from coopform.importing.readers.odf_styles import attribute

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_KINDS = {f"{_OFFICE}chart": AsideKind.CHART}
_BETWEEN = {f"{_MATH}mfrac": "/", f"{_MATH}msup": "^", f"{_MATH}msub": "_", f"{_MATH}msubsup": "_^"}


def object_asides(frame: Element, document: Document, place: str) -> Iterator[Aside]:
    """Yield the words of an object.

    Args:
        frame: the element that refers to it, or holds it.
        document: the document.
        place: in the document.
    """
    path = attribute(frame, "xlink:href").removeprefix("./").rstrip("/")
    try:
        content = document.container.get_part(f"{path}/content.xml") if path and document.container else None
    except KeyError:
        content = None
    if not content:
        # In a file that is not a package of several parts.
        yield from aside(AsideKind.INSERTED, described_lines(frame.text_recursive), place)
        return
    data = content.encode() if isinstance(content, str) else content
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.tag.startswith(_MATH):
        yield from aside(AsideKind.EQUATION, described_lines(_formula(root)), place)
        return
    kind = next((kind for tag, kind in _KINDS.items() if next(root.iter(tag), None) is not None), AsideKind.INSERTED)
    yield from aside(kind, [TextLine(line) for line in _lines(root)], place)


def _lines(parent: Any) -> Iterator[str]:
    """Yield the paragraphs below an element, those of a row of a table on one line."""
    for element in parent:
        if element.tag in (f"{_TABLE}table-row", f"{_TEXT}p", f"{_TEXT}h"):
            is_row = element.tag.startswith(_TABLE)
            texts = ["".join(one.itertext()) for one in (element.iter(f"{_TEXT}p") if is_row else [element])]
            line = " | ".join(text.strip() for text in texts if text.strip())
            yield from [line] if line else []
        else:
            yield from _lines(element)


def _formula(element: Any) -> str:
    """Return a formula of MathML as a line of text; what was typed to make it is an annotation, and left out."""
    if element.tag in (f"{_MATH}annotation", f"{_MATH}annotation-xml"):
        return ""
    parts = [part for part in map(_formula, element) if part]
    signs = _BETWEEN.get(element.tag, "")
    if len(parts) == len(signs) + 1 and signs:
        parts = [parts[0], *(sign + _group(part) for sign, part in zip(signs, parts[1:], strict=True))]
        parts[0] = _group(parts[0]) if signs == "/" else parts[0]
    elif element.tag in (f"{_MATH}msqrt", f"{_MATH}mroot"):
        return f"√({' '.join(parts)})"
    return (
        ("".join(parts) or (element.text or "").strip()) if signs else " ".join(parts) or (element.text or "").strip()
    )


def _group(text: str) -> str:
    return text if text.isalnum() else f"({text})"
