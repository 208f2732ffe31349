"""Files of office programs, which are archives: always the same bytes for the same content."""

import io
import re
import zipfile

# The earliest day that a zip knows.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def without_times(data: bytes) -> bytes:
    """Return a DOCX or XLSX file that does not tell when it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as packed:
        for name in sorted(made.namelist()):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # whatever the system: the bytes are compared
            part = made.read(name)
            packed.writestr(entry, _DATES.sub(b"", part) if name == _PROPERTIES else part)
    return stream.getvalue()
