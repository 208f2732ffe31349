"""A document as DOCX: which builder makes which kind."""

from collections.abc import Callable

from coopform.handouts.documents import Document
from coopform.rendering.word import analysis, blank, booklet, comparison, guide, sheet
from coopform.rendering.word.stable_bytes import pack
from coopform.rendering.word.writer import Writer

_BUILDERS: dict[str, Callable[[Document], Writer]] = {
    "sheet": sheet.make,
    "comparison": comparison.make,
    "analysis": analysis.make,
    "booklet": booklet.make,
    "blank": blank.make,
    "guide": guide.make,
}


def as_docx(document: Document) -> bytes:
    """Return a document as the bytes of a DOCX file.

    The same document gives the same bytes: a file that did not change is not written again.
    """
    return pack(_BUILDERS[document.kind](document))
