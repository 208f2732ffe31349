"""Hostile documents are refused with a short reason and little memory, for every library."""

import struct
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document as OdfDocument
from pptx import Presentation

from coopform.importing import detect
from coopform.importing.blocks import SourceDocument
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers import read_odt, safety
from coopform.model import limits
from tests.support import office
from tests.support.running import Coopform

MEGABYTES = 200
SECRET = "ce que personne ne doit lire"
WORDS = "Enjeux"
Change = Callable[[bytes], bytes]

# The part with the text in each kind of document.
PARTS = {
    "docx": "word/document.xml",
    "pptx": "ppt/slides/slide1.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "odt": "content.xml",
    "odp": "content.xml",
    "ods": "content.xml",
}
KINDS = list(PARTS)


def plain(kind: str, folder: Path) -> Path:
    """Return a document of some kind with one word."""
    path = folder / f"plain.{kind}"
    path.write_bytes(whole_of(kind))
    return path


@cache
def whole_of(kind: str) -> bytes:
    """Return reproducible bytes of the document, without the time of its creation."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"plain.{kind}"
        if kind == "docx":
            word = docx.Document()
            word.add_paragraph(WORDS)
            word.save(str(path))
        elif kind == "pptx":
            deck = Presentation()
            deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text_frame.text = WORDS
            deck.save(str(path))
        elif kind == "xlsx":
            book = openpyxl.Workbook()
            book.worksheets[0]["A1"] = WORDS
            book.save(path)
        else:
            _plain_odf(kind, path)
        return path.read_bytes()


def _plain_odf(kind: str, path: Path) -> None:
    body = {
        "odt": f"<office:text><text:p>{WORDS}</text:p></office:text>",
        "odp": "<office:presentation><draw:page><draw:frame><draw:text-box>"
        f"<text:p>{WORDS}</text:p></draw:text-box></draw:frame></draw:page></office:presentation>",
        "ods": '<office:spreadsheet><table:table table:name="Feuille"><table:table-row><table:table-cell>'
        f"<text:p>{WORDS}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>",
    }[kind]
    names = {"office": "office", "text": "text", "draw": "drawing", "table": "table"}
    spaces = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in names.items())
    content = f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
    OdfDocument({"odt": "text", "odp": "presentation", "ods": "spreadsheet"}[kind]).save(str(path))
    changed(path, path, {"content.xml": lambda _: content.encode()})


def changed(path: Path, new: Path, changes: dict[str, Change], *, method: int = ZIP_STORED) -> Path:
    """Write a copy of a document with some parts changed; stored parts have no compression ratio."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(new, "w", method) as copy:
        for name, data in parts.items():
            copy.writestr(name, changes.get(name, bytes)(data))
    return new


def read(path: Path, megabytes: int = MEGABYTES) -> SourceDocument:
    """Read a document; it must take no more memory than a hostile one may."""
    # What a library takes to load is none of the document's.
    import_module(f"coopform.importing.readers.{detect.READERS[path.suffix]}")
    tracemalloc.start()
    try:
        return detect.read(path)
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < megabytes * 1_000_000


def reason(path: Path, megabytes: int = MEGABYTES) -> str:
    """Return the reason for which a document is refused."""
    with pytest.raises(UnreadableDocument) as refusal:
        read(path, megabytes)
    assert refusal.value.path == path
    return refusal.value.reason


def with_type(declaration: str) -> Change:
    """Declare a document type in a part, and replace the word by an entity."""

    def change(data: bytes) -> bytes:
        text = data.decode("utf-8").replace(WORDS, "&e;")
        head, mark, rest = text.rpartition("?>") if text.startswith("<?xml") else ("", "", text)
        return f"{head}{mark}<!DOCTYPE x {declaration}>{rest}".encode()

    return change


LAUGHS = "".join(f'<!ENTITY {chr(102 + n)} "{f"&{chr(103 + n)};" * 10}">' for n in range(9))
DECLARATIONS = {
    "one": '[<!ENTITY e "deux mots">]',
    "laughs": f'[<!ENTITY e "&f;">{LAUGHS}<!ENTITY o "ha">]',
    "file": '[<!ENTITY e SYSTEM "SECRET">]',
    "address": '[<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]',
    "parameter": '[<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p; <!ENTITY e "x">]',
    "outside": 'SYSTEM "http://127.0.0.1:9/e.dtd"',
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_entities_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, declaration: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("went on the network"))
    change = with_type(DECLARATIONS[declaration].replace("SECRET", secret.as_uri()))
    assert reason(changed(plain(kind, tmp_path), tmp_path / f"hostile.{kind}", {PARTS[kind]: change})) == "broken"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-7"])
def test_entities_are_refused_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    def change(data: bytes) -> bytes:
        text = data.decode().replace(WORDS, "&e;")
        declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e "mots">]>'
        return (declared + text.rpartition("?>")[2]).encode(encoding)

    path = changed(plain("odt", tmp_path), tmp_path / "hostile.odt", {"content.xml": change})
    assert reason(path) == "broken"


def test_a_document_type_that_declares_nothing_is_let_be(tmp_path: Path) -> None:
    """OpenOffice 2 has an external document type in its manifest, which is not loaded."""
    declared = b'<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'

    def change(data: bytes) -> bytes:
        return declared + data.partition(b"?>")[2]

    path = changed(plain("odt", tmp_path), tmp_path / "old.odt", {"META-INF/manifest.xml": change})
    assert office.shown(read(path)) == [(WORDS, 0)]


# Small parts with a large effect on a reader; the large ones are made when they are needed.
SWELLING: dict[str, tuple[str, str, Callable[[], str]]] = {
    "repeated cells": ("ods", "</table:table>", lambda: '<table:table-row table:number-rows-repeated="999999999">'
        '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"),
    "repeated cells of a text": ("odt", "</office:text>", lambda: '<table:table xmlns:table="urn:oasis:names:tc:'
        'opendocument:xmlns:table:1.0"><table:table-row><table:table-cell table:number-columns-repeated="999999999"/>'
        "</table:table-row></table:table></office:text>"),
    "elements": ("odt", "</office:text>", lambda: "<text:p/>" * (limits.OPEN_DOCUMENT.markup + 1) + "</office:text>"),
    "shapes": ("pptx", "</p:spTree>", lambda: "<p:sp/>" * (limits.MAX_SHAPES + 1) + "</p:spTree>"),
    "attributes": ("docx", "<w:body>", lambda: f"<w:body><w:p {' a=0' * limits.WORD.markup}/>"),
    "spaces": ("xlsx", "<sheetData>", lambda: " " * (limits.MAX_XML + 1) + "<sheetData>"),
}  # fmt: skip


@pytest.mark.parametrize("name", SWELLING)
def test_what_swells_is_refused(tmp_path: Path, name: str) -> None:
    kind, there, instead = SWELLING[name]
    change = {PARTS[kind]: lambda data: data.replace(there.encode(), instead().encode())}
    path = changed(plain(kind, tmp_path), tmp_path / f"hostile.{kind}", change)
    assert reason(path) == "bomb"


def test_paragraphs_that_swell_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the most paragraphs takes a tenth of the memory: they are counted while they are read."""
    lines = limits.OPEN_DOCUMENT.lines // 10
    monkeypatch.setattr(read_odt, "OPEN_DOCUMENT", replace(limits.OPEN_DOCUMENT, lines=lines))
    paragraphs = b"<text:p>x</text:p>" * (lines + 1) + b"</office:text>"
    change = {PARTS["odt"]: lambda data: data.replace(b"</office:text>", paragraphs)}
    path = changed(plain("odt", tmp_path), tmp_path / "hostile.odt", change)
    assert reason(path, MEGABYTES // 10) == "bomb"


SHEETS = {
    "merged": ('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "beyond the last row": ("</sheetData>", '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_that_swell_are_refused(tmp_path: Path, name: str) -> None:
    there, instead = SHEETS[name]
    change = {"xl/worksheets/sheet1.xml": lambda data: data.replace(there.encode(), instead.encode())}
    assert reason(changed(plain("xlsx", tmp_path), tmp_path / "hostile.xlsx", change)) == "bomb"


def test_spaces_that_are_counted_are_not_all_made(tmp_path: Path) -> None:
    spaces = f'{WORDS}<text:s text:c="999999999"/>x'
    path = changed(
        plain("odt", tmp_path),
        tmp_path / "s.odt",
        {"content.xml": lambda d: d.replace(WORDS.encode(), spaces.encode())},
    )
    ((text, _),) = office.shown(read(path))
    assert text.split() == [WORDS, "x"]


@pytest.mark.parametrize("kind", KINDS)
def test_depth_is_refused(tmp_path: Path, kind: str) -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    change = {PARTS[kind]: lambda data: data.replace(WORDS.encode(), deep)}
    assert reason(changed(plain(kind, tmp_path), tmp_path / f"deep.{kind}", change)) == "broken"


@pytest.mark.parametrize("kind", KINDS)
def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    # A tenth of the limit, which is one of all kinds.
    most = limits.MAX_XML // 10
    monkeypatch.setattr(safety, "MAX_XML", most)
    path = tmp_path / f"bomb.{kind}"
    with ZipFile(plain(kind, tmp_path)) as archive, ZipFile(path, "w", ZIP_DEFLATED) as bomb:
        for name in archive.namelist():
            bomb.writestr(name, archive.read(name))
        bomb.writestr("more.xml", b" " * (most - 1_000_000))
    assert reason(path, MEGABYTES // 10) == "bomb"
    # An archive that understates a size is only unpacked up to that size.
    data = bytearray(path.read_bytes())
    size = struct.pack("<I", most - 1_000_000)
    path.write_bytes(data.replace(size, struct.pack("<I", 1_000)))
    assert reason(path, MEGABYTES // 10) == "broken"


@pytest.mark.parametrize("kind", KINDS)
def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    # A tenth of the limit, which is one of all kinds.
    monkeypatch.setattr(safety, "MAX_ENTRIES", limits.MAX_ENTRIES // 10)
    path = plain(kind, tmp_path)
    with ZipFile(path, "a") as archive:
        for number in range(limits.MAX_ENTRIES // 10):
            archive.writestr(f"{number}.xml", "")
    assert reason(path) == "bomb"


def test_pictures_films_and_macros_are_not_unpacked(tmp_path: Path) -> None:
    path = plain("pptx", tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/film.mp4", b"\0" * 50_000_000)
        archive.writestr("ppt/vbaProject.bin", b"Shell")
    assert office.shown(read(path)) == [(WORDS, 0)]
    with ZipFile(safety.safe_copy(path, limits.SLIDES)) as copy:
        assert copy.read("ppt/media/film.mp4") == copy.read("ppt/vbaProject.bin") == b""


@pytest.mark.parametrize(
    ("kind", "ending", "content_type"),
    [
        ("docx", "docm", b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("pptx", "pptm", b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
        ("pptx", "ppsx", b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"),
        ("xlsx", "xlsm", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    ],
)
def test_documents_with_macros_are_read_as_documents(
    tmp_path: Path, kind: str, ending: str, content_type: bytes
) -> None:
    main = {
        "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "pptx": b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    }[kind]
    changes = {"[Content_Types].xml": lambda data: data.replace(main, content_type)}
    path = changed(plain(kind, tmp_path), tmp_path / f"macros.{ending}", changes)
    assert content_type in ZipFile(path).read("[Content_Types].xml")
    assert office.shown(read(path)) == [(WORDS, 0)]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("kind", KINDS)
def test_documents_that_are_locked_or_old_are_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"locked.{kind}"
    path.write_bytes(OLE + bytes(5_000) + "EncryptedPackage".encode("utf-16-le") + bytes(500))
    assert reason(path) == "password"
    path.write_bytes(OLE + bytes(5_000) + "WordDocument".encode("utf-16-le"))
    assert reason(path) == "old"
    locked = bytearray(plain(kind, tmp_path).read_bytes())
    entry = locked.index(b"PK\x01\x02")
    locked[entry + 8] |= 1
    path.write_bytes(locked)
    assert reason(path) == "password"


def test_an_opendocument_that_is_locked_is_named(tmp_path: Path) -> None:
    change = {
        "META-INF/manifest.xml": lambda data: data.replace(
            b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
        )
    }
    assert reason(changed(plain("odt", tmp_path), tmp_path / "locked.odt", change)) == "password"


@pytest.mark.parametrize("kind", [*KINDS, "csv"])
def test_a_file_of_nothing_is_empty(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"empty.{kind}").touch()
    assert reason(tmp_path / f"empty.{kind}") == "empty"


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_damage_ends_in_one_refusal_or_in_the_words(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    """A truncated file, or one with bytes of another file."""
    whole = whole_of(kind)
    start = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole[:start] if data.draw(st.booleans()) else whole)
    damaged[start : start + 4] = data.draw(st.binary(max_size=4))
    path = tmp_path / f"damaged.{kind}"
    path.write_bytes(damaged)
    try:
        found = detect.read(path)
    except UnreadableDocument:
        return
    assert WORDS in [text for text, _ in office.shown(found)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_is_one_clear_message(coopform: Coopform, workshop: Path, kind: str) -> None:
    path = changed(
        plain(kind, workshop), workshop / f"hostile.{kind}", {PARTS[kind]: with_type(DECLARATIONS["laughs"])}
    )
    run = coopform("import", path)
    assert run.code == 2
    assert run.out == ""
    assert path.name in run.err
    assert "Traceback" not in run.err
    assert "Error" not in run.err
