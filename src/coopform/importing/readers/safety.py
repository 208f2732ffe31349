"""Read untrusted documents safely: check them before a library opens them, and give it only their XML.

The library gets a copy in memory, in which pictures, films, macros and embedded files are empty. The copy unpacks to
no more than `limits` allow and declares no entities, and nothing in it can make a library read another file, run a
program or use the network.
"""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

from coopform.importing.blocks import Aside, DocumentBlock, SourceDocument, Table, TextLine
from coopform.importing.failures import TooBig, UnreadableDocument
from coopform.importing.readers.archives import DAMAGES, open_archive
from coopform.importing.readers.odf_repair import CONTENT, MIME_TYPE, missing_parts
from coopform.importing.readers.ooxml_repair import (
    CONTENT_TYPES,
    UNREAD,
    add_types,
    name_of_relations,
    plain_type,
    repair_relations,
    transitional,
)
from coopform.importing.readers.page_headings import without_repeats
from coopform.model.limits import (
    MAX_ENTRIES,
    MAX_RATIO,
    MAX_XML,
    MIN_RATIO_BYTES,
    PackageLimits,
)

_ENCRYPTED_FLAG = 0x1
_CHUNK = 1 << 16

_ODF_MANIFEST = "META-INF/manifest.xml"
_ODF_ENCRYPTION = b"encryption-data"
# VML is the old format of drawings, often not well-formed.
_VML = ".vml"
_XML = (".xml", ".rels", _VML)
# Documents inside a Word document.
_INSERTED = (".docx", ".htm", ".html", ".mht", ".mhtml", ".txt", ".xhtml")


def read_package(
    path: Path, limits: PackageLimits, blocks: Callable[[io.BytesIO], Iterable[DocumentBlock]]
) -> SourceDocument:
    """Read a document that is a zip of XML parts: Office since 2007, LibreOffice.

    Args:
        path: the file.
        limits: of its format.
        blocks: turns the safe copy into blocks.

    Returns:
        The document.

    Raises:
        UnreadableDocument: locked, broken, old, without text, or over a limit.
        OSError: the file cannot be opened.
    """
    copy = safe_copy(path, limits)
    try:
        # Libraries warn about features that they do not read; none of these has text.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = tuple(_counted(blocks(copy), limits.lines))
    except (UnreadableDocument, ModuleNotFoundError):
        raise
    except TooBig as error:
        raise UnreadableDocument(path, "bomb", limit=error.limit, most=error.most) from error
    except Exception as error:
        # For a document that breaks a rule of its format, libraries raise exceptions of any class.
        raise UnreadableDocument(path, "broken") from error
    if not any(isinstance(block, TextLine | Table | Aside) for block in found):
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, tuple(without_repeats(found)))


def _counted(blocks: Iterable[DocumentBlock], most: int) -> Iterator[DocumentBlock]:
    """Yield blocks, up to a number of lines."""
    count = 0
    for block in blocks:
        yield block
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        count += 1 + sum(len(cell.lines) for cell in cells)
        if count > most:
            raise TooBig("lines", most)


def safe_copy(path: Path, limits: PackageLimits, inserted: bytes | None = None) -> io.BytesIO:
    """Return a zip in memory with the XML parts of a document and those inserted in it, checked; others are empty.

    Args:
        path: the file.
        limits: of its format.
        inserted: the content of a document that is inserted in it, of which a copy is wanted instead.

    Raises:
        UnreadableDocument: locked, broken, old, or over a limit.
        OSError: the file cannot be opened.
    """
    try:
        with open_archive(path, inserted) as archive:
            return _copy(path, archive, limits)
    except DAMAGES as error:
        raise UnreadableDocument(path, "broken") from error


def _copy(path: Path, archive: ZipFile, limits: PackageLimits) -> io.BytesIO:
    # Some programs write names of Windows.
    entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in archive.infolist()}
    _require_modest(path, list(entries.values()))
    if _ODF_MANIFEST in entries and _ODF_ENCRYPTION in _content(archive, _ODF_MANIFEST, entries[_ODF_MANIFEST]):
        raise UnreadableDocument(path, "password")
    names = {name.lower(): name for name in entries}
    copy = io.BytesIO()
    markup = 0
    with ZipFile(copy, "w") as safe:
        for name, entry in entries.items():
            data = _content(archive, name, entry)
            if _is_xml(name):
                markup += data.count(b"<") + data.count(b"=")
            if markup > limits.markup:
                raise UnreadableDocument(path, "bomb", limit="tags", most=limits.markup)
            plain = _plain(path, name, data, names)
            safe.writestr(name_of_relations(name, names), plain)
            if name == CONTENT:
                for missing, made in missing_parts(entries, plain).items():
                    safe.writestr(missing, made)
    copy.seek(0)
    return copy


def _require_modest(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that is locked, has too many entries or unpacks to too much."""
    if len(entries) > MAX_ENTRIES:
        raise UnreadableDocument(path, "bomb", limit="parts", most=MAX_ENTRIES)
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise UnreadableDocument(path, "password")
    parts = [entry for entry in entries if _is_read(entry.filename)]
    # If the archive lies about the sizes, reading it fails: `zipfile` compares size and checksum.
    if sum(entry.file_size for entry in parts) > MAX_XML:
        raise UnreadableDocument(path, "bomb", limit="bytes", most=MAX_XML)
    if any(map(_is_too_dense, parts)):
        raise UnreadableDocument(path, "bomb", limit="ratio", most=MAX_RATIO)


def _is_too_dense(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > MIN_RATIO_BYTES and entry.file_size > MAX_RATIO * entry.compress_size


def _is_xml(name: str) -> bool:
    return name.lower().endswith(_XML)


def _is_read(name: str) -> bool:
    plain = name.lower()
    return not plain.startswith(UNREAD) and (plain.endswith((*_XML, *_INSERTED)) or plain == MIME_TYPE)


def _content(archive: ZipFile, name: str, entry: zipfile.ZipInfo) -> bytes:
    """Return the content of an entry that is read, nothing of any other.

    It is unpacked in chunks: in one go, `zipfile` would unpack everything before it compares the size.
    """
    if not _is_read(name):
        return b""
    with archive.open(entry) as stream:
        return b"".join(iter(lambda: stream.read(_CHUNK), b""))


def _plain(path: Path, name: str, data: bytes, names: Mapping[str, str]) -> bytes:
    """Return an XML part without its document type, comments and instructions; refuse one that declares entities.

    Any other part is returned as it is. The manifest of OpenOffice 2 has a document type, which is never fetched; no
    office program declares entities.
    """
    if not data or not _is_xml(name):
        return data.strip() if name == MIME_TYPE else data
    # Of an extra; the other functions work without it.
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        recover=name.lower().endswith(_VML),
    )
    try:
        root = etree.fromstring(plain_type(data) if name == CONTENT_TYPES else data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(path, "broken") from error
    if root is None:
        return b""  # VML that cannot be repaired
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise UnreadableDocument(path, "broken")
    if name == CONTENT_TYPES:
        add_types(root, names.values())
    elif name.endswith(".rels"):
        repair_relations(name, root, names)
    plain: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return transitional(plain)
