"""Choose the reader of a document by its content, then by its extension."""

from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

from coopform.importing.blocks import SourceDocument
from coopform.importing.failures import TooBig, UnreadableDocument
from coopform.importing.readers import own_tables
from coopform.importing.readers.archives import DAMAGES, open_archive

# By extension, the module in `readers`.
READERS = {
    ".txt": "read_text",
    ".text": "read_text",
    ".eml": "read_eml",
    ".mht": "read_eml",
    ".mhtml": "read_eml",
    ".md": "read_markdown",
    ".markdown": "read_markdown",
    ".html": "read_html",
    ".htm": "read_html",
    ".xhtml": "read_html",
    ".docx": "read_docx",
    ".docm": "read_docx",
    ".dotx": "read_docx",
    ".dotm": "read_docx",
    ".pptx": "read_pptx",
    ".pptm": "read_pptx",
    ".ppsx": "read_pptx",
    ".ppsm": "read_pptx",
    ".potx": "read_pptx",
    ".potm": "read_pptx",
    ".xlsx": "read_xlsx",
    ".xlsm": "read_xlsx",
    ".xltx": "read_xlsx",
    ".xltm": "read_xlsx",
    ".odt": "read_odt",
    ".ott": "read_odt",
    ".odp": "read_odp",
    ".otp": "read_odp",
    ".ods": "read_ods",
    ".ots": "read_ods",
    ".csv": "read_csv",
    ".tsv": "read_csv",
    ".json": "read_data",
    ".jsonl": "read_data",
    ".ndjson": "read_data",
    ".yaml": "read_data",
    ".yml": "read_data",
}
# The readers of files that may be tables written by `coopform export`.
_TABLES = ("read_xlsx", "read_ods", "read_csv")
_OLD = (".doc", ".ppt", ".xls", ".rtf", ".wpd")
# Their text is not stored as text, or not in its order.
_PICTURES = (
    ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif", ".svg",
)  # fmt: skip
# The folder in a .zip that identifies an Office format.
_INSIDE = {"word/": ".docx", "ppt/": ".pptx", "xl/": ".xlsx"}
_OPEN_DOCUMENT = {"text": ".odt", "presentation": ".odp", "spreadsheet": ".ods"}
_PAGES = (b"<!doctype html", b"<html")
_PDF = b"%PDF-"
_OLE = b"\xd0\xcf\x11\xe0"
_FIRST_BYTES = 512


def read(path: Path) -> SourceDocument:
    """Read a document.

    Raises:
        UnreadableDocument: its format is unknown, or it cannot be read.
        OSError: the file cannot be read.
    """
    ending = kind(path)
    if ending in _OLD:
        raise UnreadableDocument(path, "old")
    if ending in _PICTURES:
        raise UnreadableDocument(path, "picture")
    if ending not in READERS:
        raise UnreadableDocument(path, "kind")
    try:
        source: SourceDocument = import_module(f"coopform.importing.readers.{READERS[ending]}").read(path)
    except ModuleNotFoundError as error:
        raise UnreadableDocument(path, "library") from error
    except TooBig as error:
        raise UnreadableDocument(path, "bomb", limit=error.limit, most=error.most) from error
    return own_tables.recognise(source) if READERS[ending] in _TABLES else source


def kind(path: Path) -> str:
    """Return the extension of the format of a file: that of its name, unless the content is of another format.

    Raises:
        OSError: the file cannot be read.
    """
    ending = path.suffix.lower()
    if not path.is_file() and path.exists():
        return ""  # a folder, a device: nothing to read
    with path.open("rb") as stream:
        first = stream.read(_FIRST_BYTES)
    if first.startswith(b"PK"):
        return _packed(path) or ending
    if first.startswith(_PDF):
        return ".pdf"
    if first.startswith(_OLE):
        return ".doc" if ending not in READERS else ending
    if first.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGES):
        return ".html"
    return ending


def _packed(path: Path) -> str | None:
    """Return the extension of an Office file by its content, None if it is damaged or not an Office file."""
    try:
        with open_archive(path) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                return _of_mime_type(archive)
    except (UnreadableDocument, *DAMAGES):
        # The reader of its extension will report what is wrong.
        return None
    return next((ending for start, ending in _INSIDE.items() if any(name.startswith(start) for name in names)), None)


def _of_mime_type(archive: ZipFile) -> str | None:
    """Return the extension of an OpenDocument file by its first part."""
    with archive.open("mimetype") as stream:
        mime_type = stream.read(100).decode("ascii", errors="replace")
    return _OPEN_DOCUMENT.get(mime_type.rpartition("opendocument.")[2])
