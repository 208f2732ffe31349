"""Make office files reproducible: they are zip archives that record when they were made."""

import io
import re
import zipfile

# The earliest date in the zip format.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def without_times(data: bytes) -> bytes:
    """Return a DOCX or XLSX file without its creation times: the same content gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as packed:
        for name in sorted(made.namelist()):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on every system: part of the bytes
            part = made.read(name)
            packed.writestr(entry, _DATES.sub(b"", part) if name == _PROPERTIES else part)
    return stream.getvalue()
