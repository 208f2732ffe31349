"""A document as DOCX: which builder makes which kind."""

from coopform.documents import Document


def as_docx(document: Document) -> bytes:
    """Return a document as the bytes of a DOCX file.

    The same document gives the same bytes: a file that did not change is not written again.
    """
    raise NotImplementedError(document.kind)
