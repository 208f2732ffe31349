"""A document as a page: its template, filled with the values of the document."""

from dataclasses import fields
from typing import cast

from coopform.handouts.documents import Content, Document
from coopform.handouts.library import Library
from coopform.model.handout_kinds import FORMATS
from coopform.rendering.pages import scripts
from coopform.rendering.pages.environment import environment_of, fill
from coopform.rendering.pages.library_data import library_data
from coopform.rendering.pages.look import Look
from coopform.rendering.pages.page_data import data_element
from coopform.rendering.pages.template_folder import located


def as_text(document: Document[Content], fmt: str, look: Look | None = None) -> str:
    """Return a document in a format.

    Args:
        document: what to write.
        fmt: `html` or `markdown`.
        look: what the collection adds to the design.

    Raises:
        TemplateFailure: a template cannot be used.
    """
    return as_utf8(document, fmt, look).decode("utf-8")


def as_utf8(document: Document[Content], fmt: str, look: Look | None = None) -> bytes:
    """Return what `as_text` does as the bytes of a file."""
    look = look or Look()
    content = document.content
    values = {"recueil": document.recueil, "cases": document.cases, "look": look, "part": document.part}
    values["letters"] = document.letters
    # What a content computes on first use: its pages.
    values["content"] = content
    shown = [field.name for field in fields(content) if not field.name.startswith("_")]
    values |= {name: getattr(content, name) for name in shown}
    values |= _for_scripts(document)
    with located(look.templates):
        environment = environment_of(fmt, document.language, look.templates)
        page = fill(environment, f"{document.kind}.{FORMATS[fmt]}.j2", values)
    if fmt == "html" and look.templates:
        page = scripts.without_orders(page)
    return scripts.sealed(page, document.kind, document.language)


def _for_scripts(document: Document[Content]) -> dict[str, object]:
    """Return the elements with the scripts of a document and with what they know; none for most kinds."""
    if not isinstance(document.content, Library):
        return {}
    data = data_element(library_data(cast("Document[Library]", document)))
    return {"data": data, "scripts": scripts.scripts(document.kind)}
