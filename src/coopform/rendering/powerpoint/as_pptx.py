"""A document as PPTX, made by the module of this package that has the name of its kind."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from coopform.handouts.documents import Content, Document
from coopform.rendering.powerpoint.deck import Deck


def as_pptx(document: Document[Content]) -> bytes:
    """Return a document as the bytes of a PPTX file; the same document gives the same bytes."""
    make: Callable[[Document[Any]], Deck] = import_module(f"coopform.rendering.powerpoint.{document.kind}").make
    return make(document).as_bytes()
