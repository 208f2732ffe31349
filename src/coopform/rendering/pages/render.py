"""A document as a page: its template, filled with the values of the document."""

from coopform.handouts.documents import Document
from coopform.model.handout_kinds import FORMATS
from coopform.rendering.pages.environment import filler
from coopform.rendering.pages.look import Look
from coopform.rendering.pages.template_folder import located


def as_text(document: Document, fmt: str, look: Look | None = None) -> str:
    """Return a document in a format.

    Args:
        document: what to write.
        fmt: `html` or `markdown`.
        look: what the collection adds to the design.

    Raises:
        TemplateFailure: a template cannot be used.
    """
    return as_utf8(document, fmt, look).decode("utf-8")


def as_utf8(document: Document, fmt: str, look: Look | None = None) -> bytes:
    """Return the page of `as_text` as the bytes of a file."""
    look = look or Look()
    with located(look.templates):
        return filler(fmt, document.language, look.templates).fill(
            f"{document.kind}.{FORMATS[fmt]}.j2",
            {
                "recueil": document.recueil,
                "cases": document.cases,
                "look": look,
                "part": document.part,
                **document.values,
            },
        )
