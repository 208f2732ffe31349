"""Write documents in each format. The libraries for PDF, DOCX and PPTX are loaded only when needed."""

from collections.abc import Callable, Iterable
from importlib.util import find_spec

from coopform.extras import require
from coopform.handouts.documents import Content, Document
from coopform.model import handout_kinds
from coopform.rendering.pages.look import Look
from coopform.rendering.pages.render import as_text, as_utf8
from coopform.rendering.pdf import engines
from coopform.rendering.pdf.choose import choose

# Writes a document in one format: HTML, Markdown, PDF, DOCX or PPTX.
Maker = Callable[[Document[Content]], bytes]


def makers(formats: Iterable[str], look: Look, pdf_engine: str = engines.AUTO) -> dict[str, Maker]:
    """Return a function for each of these formats, keys of `handout_kinds.FORMATS`, that writes a document in it.

    Raises:
        EngineMissing: no engine prints PDF here.
        ExtraMissing: the library for DOCX or PPTX is not installed.
        ModelUnreadable: the file with the styles of the house cannot be used.
    """
    wanted = set(formats)
    made: dict[str, Maker] = {fmt: _text(fmt, look) for fmt in wanted & {"html", "markdown"}}
    if "pdf" in wanted:
        engine = choose(pdf_engine)
        made["pdf"] = lambda document: engine(as_text(document, "html", look))
    if "docx" in wanted:
        require("docx", "docx")
        made["docx"] = _docx(look)
    if "pptx" in wanted:
        require("pptx", "office")
        from coopform.rendering.powerpoint import as_pptx

        made["pptx"] = as_pptx.as_pptx
    return made


def as_bytes(document: Document[Content], fmt: str, look: Look | None = None) -> bytes:
    """Return a document as the content of a file.

    Args:
        document: what `handouts.sheet.sheet` and the like return.
        fmt: `html`, `markdown`, `pdf`, `docx` or `pptx`, as far as that kind of document has it.
        look: what the collection adds to the design (`look.read_look`); the shipped design when not given.

    Raises:
        EngineMissing: no engine prints PDF here.
        ExtraMissing: the library for DOCX or PPTX is not installed.
        ValueError: there is no such format, or not of that kind of document.
    """
    if fmt not in handout_kinds.KINDS[document.kind].formats:
        raise ValueError(f"no {fmt!r} of {document.kind!r}")
    return makers([fmt], look or Look())[fmt](document)


def has_docx() -> bool:
    """Return whether DOCX can be written here."""
    return find_spec("docx") is not None


def has_pptx() -> bool:
    """Return whether PPTX can be written here."""
    return find_spec("pptx") is not None


def _docx(look: Look) -> Maker:
    from coopform.rendering.word import as_docx, house_styles

    house = house_styles.read(look.model) if look.model else None
    return lambda document: as_docx.as_docx(document, house)


def _text(fmt: str, look: Look) -> Maker:
    return lambda document: as_utf8(document, fmt, look)
