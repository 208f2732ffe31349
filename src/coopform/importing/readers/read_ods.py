"""Read workbooks of LibreOffice Calc with odfdo.

For each sheet a break with its name, a table of its texts, and what is around its cells.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from odfdo import Document

from coopform.importing.blocks import Break, DocumentBlock, SourceDocument
from coopform.importing.readers.odf import Texts
from coopform.importing.readers.odf_around import page_headings
from coopform.importing.readers.odf_styles import attribute
from coopform.importing.readers.safety import read_package
from coopform.model.limits import OPEN_WORKBOOK


def read(path: Path) -> SourceDocument:
    """Read a workbook.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, OPEN_WORKBOOK, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    document = Document(stream)
    texts = Texts(document)
    yield from page_headings(document, texts.blocks)
    for sheet in document.body.children:
        if sheet.tag == "table:table":
            name = attribute(sheet, "table:name")
            yield Break(name)
            yield from texts.sheet(sheet, name)
