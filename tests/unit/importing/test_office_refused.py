"""No Office document that other programs open is called damaged; one over a limit says which."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Cm

from coopform.importing import detect
from coopform.importing.blocks import TextLine
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers import read_docx, read_pptx, table_cells
from coopform.model import limits
from tests.support import office
from tests.support.growth import assert_grows_evenly
from tests.support.office_parts import SPACES, WordBuilder, patched
from tests.support.running import Coopform

Parts = dict[str, bytes]
ENDINGS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
WORDS = {"Entente de Motville", "motenjeu"}


def _word(path: Path) -> None:
    WordBuilder().save(path)


def _slides(path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Entente de Motville"
    slide.placeholders[1].text_frame.text = "Enjeux :\nmotenjeu"
    deck.save(str(path))


def _book(path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Titre", "Entente de Motville"), ("Enjeux", "motenjeu")):
        book.worksheets[0].append(row)
    book.save(path)


MAKERS = {"docx": _word, "pptx": _slides, "xlsx": _book}


def _rewritten(path: Path, change: Callable[[Parts], Parts]) -> Path:
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as copy:
        for name, data in change(parts).items():
            copy.writestr(name, data)
    return path


def _strict(parts: Parts) -> Parts:
    usual = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/(\w+)")
    kinds = (b"wordprocessingml", b"spreadsheetml", b"presentationml", b"drawingml", b"officeDocument")

    def change(found: re.Match[bytes]) -> bytes:
        kind, name = found.groups()
        return b"http://purl.oclc.org/ooxml/%s/%s" % (kind, name) if kind in kinds else found[0]

    return {name: usual.sub(change, data) for name, data in parts.items()}


def _other_capitals(parts: Parts) -> Parts:
    """Name the parts in capitals that the relations and the types of content do not have."""
    kept = ("[Content_Types].xml", "_rels/.rels")
    return {
        name if name in kept or name.endswith(".rels") else re.sub(r"[^/]+$", lambda m: m[0].title(), name): data
        for name, data in parts.items()
    }


def _absolute(parts: Parts) -> Parts:
    """Name all targets from the root of the package."""

    def change(name: str, data: bytes) -> bytes:
        folder = name.partition("_rels/")[0].encode()
        return re.sub(rb'Target="(?!\.\.|/)', rb'Target="/' + folder, data) if name.endswith(".rels") else data

    return {name: change(name, data) for name, data in parts.items()}


def _without_styles(parts: Parts) -> Parts:
    return {name: data for name, data in parts.items() if "styles" not in name.lower()}


def _without_properties(parts: Parts) -> Parts:
    """Damage what no text depends on, and relate to parts that are not there."""
    lost = b'<Relationship Id="rId999" Type="http://x/lost" Target="lost/part.xml"/></Relationships>'
    return {
        name: b"<damaged" if name.startswith("docProps/") else data.replace(b"</Relationships>", lost)
        for name, data in parts.items()
    }


def _without_relations_to_texts(parts: Parts) -> Parts:
    shared = re.compile(rb"<Relationship [^>]*(?:sharedStrings|styles|numbering)\.xml[^>]*/>")
    return {name: shared.sub(b"", data) if name.endswith(".rels") else data for name, data in parts.items()}


def _of_windows(parts: Parts) -> Parts:
    return {name.replace("/", "\\"): data for name, data in parts.items()}


def _without_a_type(parts: Parts) -> Parts:
    return {**parts, "docProps/apercu.wmf": b"x"}


SLOPPY = [
    _strict,
    _other_capitals,
    _absolute,
    _without_styles,
    _without_properties,
    _without_relations_to_texts,
    _of_windows,
    _without_a_type,
]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("change", SLOPPY, ids=lambda change: change.__name__.strip("_"))
def test_what_other_programs_open_is_read(tmp_path: Path, kind: str, change: Callable[[Parts], Parts]) -> None:
    path = tmp_path / f"fiche.{kind}"
    MAKERS[kind](path)
    source = detect.read(_rewritten(path, change))
    assert {line.text for line in office.flat(source.blocks)} >= WORDS


def _sheet(cells: str) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(rb"<dimension.*?/>|<sheetData>.*</sheetData>", b"", data).replace(
        b"</worksheet>", f"<sheetData>{cells}</sheetData></worksheet>".encode()
    )


def test_a_sheet_without_positions_nor_shared_texts_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fiche.xlsx"
    _book(path)
    rich = '<c t="inlineStr"><is><r><t>mot</t></r><r><t>enjeu</t></r><rPh><t>x</t></rPh></is></c>'
    row = f'<row><c t="str"><v>Enjeux</v></c>{rich}<c t="d"><v>2015-03-05T00:00:00</v></c><c><v>12</v></c></row>'
    source = detect.read(patched(path, {"xl/worksheets/sheet1.xml": _sheet(f"<row/>{row}")}))
    assert [line.text for line in office.flat(source.blocks)] == ["Enjeux", "motenjeu", "2015-03-05", "12"]


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "fiche.xlsx"
    _book(path)
    columns = [chr(letter) for letter in range(ord("B"), ord("Z"))]
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="{columns[row % len(columns)]}{row}"><v>1</v></c></row>'
        for row in range(1, 10_001)
    )
    source = detect.read(patched(path, {"xl/worksheets/sheet1.xml": _sheet(rows)}))
    assert len(office.flat(source.blocks)) == 20_000


@pytest.mark.parametrize("kind", ["text", "spreadsheet", "presentation"])
def test_an_opendocument_with_its_content_alone_is_read(tmp_path: Path, kind: str) -> None:
    paragraph = "<text:p>motenjeu</text:p>"
    inner = {
        "text": paragraph,
        "spreadsheet": "<table:table><table:table-row><table:table-cell>"
        f"{paragraph}</table:table-cell></table:table-row></table:table>",
        "presentation": f"<draw:page><draw:frame><draw:text-box>{paragraph}</draw:text-box></draw:frame></draw:page>",
    }[kind]
    names = {"office": "office", "text": "text", "draw": "drawing", "table": "table"}
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"' for name, uri in names.items())
    body = f"<office:body><office:{kind}>{inner}</office:{kind}></office:body>"
    path = tmp_path / f"fiche.{ENDINGS[kind]}"
    with ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    assert [line.text for line in office.flat(detect.read(path).blocks)] == ["motenjeu"]


def test_an_encrypted_opendocument_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "fiche.odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("content.xml", b"\x93\x07not xml")
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    with pytest.raises(UnreadableDocument) as refusal:
        detect.read(path)
    assert refusal.value.reason == "password"


def _ink(slide: Any) -> None:
    slide.shapes._spTree.append(
        parse_xml(
            f'<mc:AlternateContent {SPACES}><mc:Choice Requires="p14"><p:contentPart r:id="rId1"/></mc:Choice>'
            "<mc:Fallback/></mc:AlternateContent>"
        )
    )
    slide.shapes._spTree.append(parse_xml(f'<p:contentPart {SPACES} r:id="rId1"/>'))


def _picture_as_title(slide: Any) -> None:
    title = slide.shapes.title._element
    picture = parse_xml(
        f'<p:pic {SPACES}><p:nvPicPr><p:cNvPr id="2" name="Titre"/><p:cNvPicPr/><p:nvPr><p:ph type="title"/></p:nvPr>'
        "</p:nvPicPr><p:blipFill><a:blip/></p:blipFill><p:spPr/></p:pic>"
    )
    title.getparent().replace(title, picture)


@pytest.mark.parametrize("draw", [_ink, _picture_as_title])
def test_what_is_drawn_on_a_slide_hides_no_words(tmp_path: Path, draw: Callable[[Any], None]) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.add_textbox(Cm(1), Cm(5), Cm(5), Cm(1)).text_frame.text = "motenjeu"
    draw(slide)
    deck.save(str(tmp_path / "fiche.pptx"))
    lines = [block.text for block in read_pptx.read(tmp_path / "fiche.pptx").blocks if isinstance(block, TextLine)]
    assert lines == ["motenjeu"]


# A tenth of the limits that take seconds to reach.
LINES, CELLS = limits.WORD.lines // 10, limits.MAX_CELLS // 10
LIMITS = {
    "tags": ("docx", "word/document.xml", b"</w:body>", b"<w:p/>" * (limits.WORD.markup + 1) + b"</w:body>"),
    "lines": (
        "docx",
        "word/document.xml",
        b"</w:body>",
        b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * (LINES + 1) + b"</w:body>",
    ),
    "cells": (
        "xlsx",
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b"<row>" + b"<c><v>1</v></c>" * (CELLS + 1) + b"</row></sheetData>",
    ),
    "rows": ("xlsx", "xl/worksheets/sheet1.xml", b"</sheetData>", b'<row r="9999999"/></sheetData>'),
}
SAID = {
    "tags": "plus de 3 000 000 balises",
    "lines": "plus de 10 000 paragraphes et cellules",
    "cells": "plus de 25 000 cellules",
    "rows": "plus de 1 048 576 lignes",
}


@pytest.mark.long
@pytest.mark.parametrize("limit", LIMITS)
def test_the_limit_that_a_document_exceeds_is_named(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    monkeypatch.setattr(read_docx, "WORD", replace(limits.WORD, lines=LINES))
    monkeypatch.setattr(table_cells, "MAX_CELLS", CELLS)
    kind, name, there, instead = LIMITS[limit]
    path = tmp_path / f"gros.{kind}"
    MAKERS[kind](path)

    patched(path, {name: lambda data: data.replace(there, instead)}, method=ZIP_STORED)
    done = coopform("import", path)
    assert done.code == 2
    assert SAID[limit] in done.err.replace("\u00a0", " ")


def _tables(path: Path, count: int) -> Path:
    """Word tables: the styles of a document are looked up once, not for every run."""
    item = '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>mot</w:t></w:r>'
    row = f"<w:tr><w:tc><w:p>{item}</w:p></w:tc></w:tr>"
    return WordBuilder().body(f"<w:tbl>{row * 12}</w:tbl>" * count).save(path.with_suffix(".docx"))


def _merges(path: Path, count: int) -> Path:
    """A sheet with many merged cells."""
    merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 50 * count))
    _book(path.with_suffix(".xlsx"))
    cells = f"</sheetData><mergeCells>{merged}</mergeCells>".encode()
    change = {"xl/worksheets/sheet1.xml": lambda data: data.replace(b"</sheetData>", cells)}
    return patched(path.with_suffix(".xlsx"), change, method=ZIP_STORED)


@pytest.mark.parametrize("write", [_tables, _merges])
def test_large_documents_take_time_in_proportion(tmp_path: Path, write: Callable[[Path, int], Path]) -> None:
    written = {count: write(tmp_path / str(count), count) for count in (60, 120)}
    assert_grows_evenly(lambda count: detect.read(written[count]), 60)
