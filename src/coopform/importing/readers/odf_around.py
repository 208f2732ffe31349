"""What is around the text of an OpenDocument file: headers and footers of its pages, comments, fields of forms."""

from collections.abc import Callable, Iterator

from odfdo import Document, Element

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine, aside, flat
from coopform.importing.readers.drawn import described_lines, signature
from coopform.importing.readers.odf_styles import attribute, roots
from coopform.importing.readers.page_headings import PageHeadings

ElementReader = Callable[[Element], Iterator[DocumentBlock]]
_MASTER = "style:master-page"
_KINDS = {
    name + end: kind
    for name, kind in (("style:header", AsideKind.HEADER), ("style:footer", AsideKind.FOOTER))
    for end in ("", "-left", "-first")
}


def masters(document: Document) -> list[Element]:
    """Return the master pages that the document uses: those that its pages and styles name, and the first."""
    parts = roots(document)
    pages = [page for root in parts for page in root.get_elements(f"//{_MASTER}")]
    named = {
        attribute(element, name)
        for root in parts
        for name in ("style:master-page-name", "draw:master-page-name")
        for element in root.get_elements(f"//*[@{name}]")
    }
    named.update(attribute(page, "style:next-style-name") for page in pages)
    return [page for index, page in enumerate(pages) if not index or attribute(page, "style:name") in named]


def page_headings(document: Document, read: ElementReader) -> Iterator[Aside]:
    """Yield the headers and footers of the pages of a text or a workbook.

    Args:
        document: the document.
        read: yields the blocks in an element.
    """
    around = PageHeadings()
    for page in masters(document):
        for heading in page.children:
            kind = _KINDS.get(heading.tag)
            if kind is not None and attribute(heading, "style:display") != "false":
                yield from around.new(kind, read(heading))


def comment(annotation: Element, read: ElementReader, place: str) -> Iterator[Aside]:
    """Yield a comment, signed.

    Args:
        annotation: its element.
        read: yields the blocks in an element.
        place: in the document.
    """
    author = date = ""
    for child in annotation.children:
        if child.tag == "dc:creator":
            author = child.text_recursive
        elif child.tag == "dc:date":
            date = child.text_recursive
    lines = flat(list(read(annotation)))
    if lines:
        lines += signature(author, date)
    yield from aside(AsideKind.COMMENT, lines, place)


def form_fields(forms: Element, place: str) -> Iterator[Aside]:
    """Yield the labels and the values of the fields of forms."""
    lines: list[TextLine] = []
    for field in forms.get_elements("descendant::*[@form:label or @form:current-value]"):
        words = (attribute(field, name) for name in ("form:label", "form:current-value"))
        lines += described_lines(" : ".join(filter(None, words)))
    lines += described_lines(*(paragraph.text_recursive for paragraph in forms.get_elements("descendant::text:p")))
    yield from aside(AsideKind.TEXT_BOX, lines, place)
