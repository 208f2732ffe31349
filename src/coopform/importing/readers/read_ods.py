"""Read workbooks of LibreOffice Calc with odfdo: for each sheet a break with its name, and a table of its texts."""

import io
from collections.abc import Iterator
from pathlib import Path

from odfdo import Document

from coopform.importing.blocks import Break, DocumentBlock, SourceDocument
from coopform.importing.readers.odf import Texts
from coopform.importing.readers.odf_styles import attribute
from coopform.importing.readers.safety import read_package
from coopform.model.limits import OPEN_DOCUMENT


def read(path: Path) -> SourceDocument:
    """Read a workbook.

    Raises:
        UnreadableDocument: see `safety.read_package`.
        OSError: the file cannot be opened.
    """
    return read_package(path, OPEN_DOCUMENT, _blocks)


def _blocks(stream: io.BytesIO) -> Iterator[DocumentBlock]:
    document = Document(stream)
    texts = Texts(document)
    for sheet in document.body.children:
        if sheet.tag == "table:table":
            yield Break(attribute(sheet, "table:name"))
            table = texts.table(sheet).filled()
            if table.rows:
                yield table
