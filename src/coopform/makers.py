"""What writes a document in each format. PDF and DOCX are at the edge: loaded only when asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec

from coopform import documents
from coopform.documents import Document
from coopform.handouts import Maker
from coopform.look import Look
from coopform.pdf import engines


@dataclass
class ExtraMissing(Exception):
    """A format needs a library that is not installed: the extra `name` of coopform brings it."""

    name: str


def makers(formats: Iterable[str], look: Look, pdf_engine: str = engines.AUTO) -> dict[str, Maker]:
    """Return what writes each of these formats.

    Args:
        formats: keys of `filenames.FORMATS`.
        look: what the collection adds to the design.
        pdf_engine: one of `engines.CHOICES`.

    Raises:
        EngineMissing: no engine prints PDF here.
        ExtraMissing: the library for DOCX is not installed.
    """
    wanted = set(formats)
    made: dict[str, Maker] = {fmt: _text(fmt, look) for fmt in wanted & {"html", "markdown"}}
    if "pdf" in wanted:
        engine = engines.choose(pdf_engine)
        made["pdf"] = lambda document: engine(documents.as_text(document, "html", look))
    if "docx" in wanted:
        if not has_docx():
            raise ExtraMissing("docx")
        from coopform.word import build

        made["docx"] = build.as_docx
    return made


def has_docx() -> bool:
    """Return whether DOCX can be written here."""
    return find_spec("docx") is not None


def _text(fmt: str, look: Look) -> Maker:
    def write(document: Document) -> bytes:
        return documents.as_text(document, fmt, look).encode("utf-8")

    return write
