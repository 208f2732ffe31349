"""The styles of the house, from `_modele.docx`: what is taken of them, and what is not."""

import io
import zipfile
from pathlib import Path

import pytest

from coopform.model.handout_kinds import KINDS, RENDERED
from tests.support.running import Coopform

docx = pytest.importorskip("docx")
from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls, qn  # noqa: E402
from docx.shared import Pt, RGBColor  # noqa: E402

W = nsdecls("w")


def model(path: Path) -> None:
    """Write a model whose styles are in Garamond and red, with a text, whose sizes are its own."""
    made = docx.Document()
    made.add_paragraph("Un texte du modèle")
    made.styles["Normal"].font.name = "Garamond"
    heading = made.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0xB0, 0x10, 0x20)
    heading.font.size = Pt(40)
    heading.font.all_caps = True
    # As Word writes it: a font of the theme.
    fonts = heading.element.rPr.find(qn("w:rFonts"))
    heading.element.rPr.remove(fonts)
    heading.element.rPr.insert(0, parse_xml(f'<w:rFonts {W} w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'))
    made.save(str(path))


def changed(path: Path, name: str, data: bytes) -> None:
    """Replace a part of a package."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, data if entry == name else old.read(entry))
    path.write_bytes(made.getvalue())


def test_documents_have_the_styles_of_the_house_and_their_own_sizes(coopform: Coopform, workshop: Path) -> None:
    command = (
        "render",
        "--format",
        "docx",
        *(f"--document={kind}" for kind in RENDERED if "docx" in KINDS[kind].formats),
        "tridan",
    )
    assert coopform(*command, "-o", "plain").code == 0
    model(workshop / "cases/_modele.docx")
    assert coopform(*command, "-o", "house").code == 0
    plain, house = (docx.Document(str(workshop / folder / "tridan.docx")) for folder in ("plain", "house"))
    assert house.styles["Normal"].font.name == "Garamond"
    heading = house.styles["heading 1"]
    assert (str(heading.font.color.rgb), heading.font.all_caps, heading.font.name) == ("B01020", True, "Calibri")
    assert heading.font.size == plain.styles["heading 1"].font.size
    assert [style.name for style in house.styles] == [style.name for style in plain.styles]
    assert [p.text for p in house.paragraphs] == [p.text for p in plain.paragraphs]
    for path in (workshop / "house").glob("*.docx"):
        _in_order(docx.Document(str(path)))


def _in_order(document: object) -> None:
    """Assert that properties of styles are in the order of the schema."""
    order = ["rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "sz", "szCs",
             "highlight", "u", "shd", "lang"]  # fmt: skip
    for properties in document.styles.element.iter(qn("w:rPr")):  # type: ignore[attr-defined]
        names = [order.index(child.tag.partition("}")[2]) for child in properties]
        assert names == sorted(set(names))


BOMB = b"<w:styles>" + b" " * 3_000_000 + b"</w:styles>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&a;&c;</x>'


@pytest.mark.parametrize(
    ("part", "data"),
    [("", b""), ("", b"PK\x03\x04 no package"), ("", b"\xd0\xcf\x11\xe0 Word 97"), ("word/styles.xml", b"<broken"),
     ("word/styles.xml", BOMB), ("word/styles.xml", ENTITIES), ("word/theme/theme1.xml", ENTITIES)],
)  # fmt: skip
def test_a_model_that_cannot_be_used_is_one_clear_message(
    coopform: Coopform, workshop: Path, part: str, data: bytes
) -> None:
    path = workshop / "cases/_modele.docx"
    model(path)
    if part:
        changed(path, part, data)
    else:
        path.write_bytes(data)
    run = coopform("render", "--format", "docx", "-o", "out")
    assert run.code == 2
    assert "_modele.docx" in run.err
    assert len(run.err.strip().splitlines()) == 1
    # The other formats do not need it.
    assert coopform("render", "-o", "out").code == 0


def test_values_that_are_not_plain_are_left(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases/_modele.docx"
    model(path)
    sheet = (
        f'<w:styles {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Title"/><w:basedOn w:val="B"/>'
        '<w:rPr><w:b/><w:object r:id="rId9"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:basedOn w:val="A"/>'
        f'<w:rPr><w:rFonts w:ascii="{"x" * 1000}" r:id="rId9"/><w:i/></w:rPr></w:style></w:styles>'
    )
    changed(path, "word/styles.xml", sheet.encode())
    assert coopform("render", "tridan", "--format", "docx", "-o", "out").code == 0
    written = zipfile.ZipFile(workshop / "out/tridan.docx").read("word/styles.xml")
    assert b"rId9" not in written
    assert b"xxxx" not in written
    assert docx.Document(str(workshop / "out/tridan.docx")).styles["Title"].font.italic
