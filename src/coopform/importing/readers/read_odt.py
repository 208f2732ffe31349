"""Read texts of LibreOffice Writer with odfdo."""

import io
from collections.abc import Iterator
from pathlib import Path

from odfdo import Document

from coopform.importing.blocks import DocumentBlock, SourceDocument
from coopform.importing.readers.odf import Texts
from coopform.importing.readers.odf_around import page_headings
from coopform.importing.readers.safety import read_package
from coopform.model.limits import OPEN_DOCUMENT


def read(path: Path) -> SourceDocument:
    """Read a text.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, OPEN_DOCUMENT, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    document = Document(stream)
    texts = Texts(document)
    yield from page_headings(document, texts.blocks)
    yield from texts.blocks(document.body)
    yield from texts.notes()
