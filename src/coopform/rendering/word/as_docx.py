"""A document as DOCX, made by the module of this package that has the name of its kind."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from coopform.handouts.documents import Content, Document
from coopform.rendering.word import house_styles
from coopform.rendering.word.house_styles import HouseStyles
from coopform.rendering.word.stable_bytes import pack
from coopform.rendering.word.writer import Writer


def as_docx(document: Document[Content], house: HouseStyles | None = None) -> bytes:
    """Return a document as the bytes of a DOCX file, with the styles of the house where there are some.

    The same document gives the same bytes: a file that did not change is not written again.
    """
    make: Callable[[Document[Any]], Writer] = import_module(f"coopform.rendering.word.{document.kind}").make
    writer = make(document)
    if house:
        house_styles.apply(writer.docx.styles.element, house)
    return pack(writer)
