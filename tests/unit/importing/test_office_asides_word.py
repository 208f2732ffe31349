"""Nothing in a Word document vanishes: the words of all its parts are in the imported files."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Length

from coopform.importing.blocks import Aside, AsideKind
from coopform.importing.readers import read_docx
from tests.support import office
from tests.support import office_parts as parts
from tests.support.office_parts import SPACES, WordBuilder, run
from tests.unit.importing.conftest import Written

OFFICE = pytest.mark.needs("office")


def _headers(word: WordBuilder) -> None:
    document = word.document
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "motpremierepage"
    section.header.paragraphs[0].text = "motentete"
    section.footer.add_table(1, 1, Length(1_800_000)).cell(0, 0).text = "motpied"
    for _ in range(3):
        document.add_section(WD_SECTION.NEW_PAGE)
    document.sections[-1].header.is_linked_to_previous = False
    document.sections[-1].header.paragraphs[0].text = "motautresection"


def _comments(word: WordBuilder) -> None:
    texts = {"1": "motremarque", "2": "motreponse"}
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Motauteur"><w:p>{run(text)}</w:p></w:comment>'
        for number, text in texts.items()
    )
    word.part("/word/comments.xml", "comments", f"<w:comments {SPACES}>{comments}</w:comments>".encode())
    marks = "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in texts)
    word.paragraph(f"{run('motcommente')}{marks}")


def _chart(word: WordBuilder) -> None:
    name = word.part("/word/charts/chart1.xml", "chart", parts.chart_xml("mottitre", "motcategorie", "motserie"))
    group = f'<g><h><c:chart r:id="{name}"/></h></g>'
    word.paragraph(parts.drawing(group))


def _smartart(word: WordBuilder) -> None:
    name = word.part("/word/diagrams/data1.xml", "diagramData", parts.diagram_xml("motnoeud", "motfeuille"))
    word.paragraph(parts.drawing(f'<dgm:relIds r:dm="{name}"/>'))


def _equations(word: WordBuilder) -> None:
    cell = f"<w:tc><w:p>{parts.equation_xml('motnum', 'motden')}</w:p></w:tc>"
    # A table without rows has no words.
    word.body(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl><w:tbl/>")
    word.paragraph(f"<m:oMathPara>{parts.equation_xml('motseul', 'motbas')}</m:oMathPara>")


def _word_art(word: WordBuilder) -> None:
    word.paragraph('<w:r><w:pict><v:shape><v:textpath string="motart"/></v:shape></w:pict></w:r>')


def _text_box(word: WordBuilder) -> None:
    inner = f"<wps:txbx><w:txbxContent><w:p>{run('motdedans')}</w:p></w:txbxContent></wps:txbx>"
    box = f"<w:txbxContent><w:p>{run('motboite')}{parts.drawing(inner)}</w:p></w:txbxContent>"
    new = f'<mc:Choice Requires="wps">{parts.drawing(f"<wps:txbx>{box}</wps:txbx>")[5:-6]}</mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    word.paragraph(f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>")


def _forms(word: WordBuilder) -> None:
    choices = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="motnon"/><w:listEntry w:val="motchoisi"/></w:ddList>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{choices}</w:ffData></w:fldChar></w:r>'
    word.paragraph(f'{begin}{run("")}<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    control = f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{run('motliste')}</w:sdtContent></w:sdt>"
    word.body(
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:p>{control}</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )


def _notes(word: WordBuilder) -> None:
    for kind in ("footnote", "endnote"):
        word.part(f"/word/{kind}s.xml", f"{kind}s", parts.footnotes_xml(kind, f"mot{kind}"))


def _revisions(word: WordBuilder) -> None:
    word.paragraph(f"<w:ins>{run('motajoute')}</w:ins><w:del><w:r><w:delText>motefface</w:delText></w:r></w:del>")
    word.paragraph(
        f"<w:r><w:ruby><w:rt>{run('motguide')}</w:rt><w:rubyBase>{run('motbase')}</w:rubyBase></w:ruby></w:r>"
    )


# Each with words that no element holds but that are shown, and words that are not.
WORD: dict[str, tuple[Callable[[WordBuilder], None], set[str], set[str]]] = {
    "headers": (_headers, set(), set()),
    "comments": (_comments, {"motauteur"}, set()),
    "chart": (_chart, set(), set()),
    "smartart": (_smartart, set(), set()),
    "equations": (_equations, set(), set()),
    "word art": (_word_art, {"motart"}, set()),
    "text box": (_text_box, set(), set()),
    "forms": (_forms, {"motchoisi"}, {"motnon"}),
    "notes": (_notes, set(), set()),
    "revisions": (_revisions, set(), {"motefface"}),
}


@pytest.mark.parametrize("name", WORD)
def test_words_of_every_part_of_a_word_document(tmp_path: Path, written: Written, name: str) -> None:
    add, shown, hidden = WORD[name]
    word = WordBuilder()
    add(word)
    path = word.save(tmp_path / "fiche.docx")
    found = written(path)
    assert (parts.independent_words(path) | shown) - set(found) == set()
    assert not hidden.intersection(found)
    twice = {one for one in found if one.startswith("mot") and found.count(one) > 1}
    assert twice <= {"motville", "motnum", "motden", "motauteur"}


def _inserted_word() -> bytes:
    document = docx.Document()
    document.add_paragraph("motinsere")
    return office._saved(document).getvalue()


ARCHIVE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n<p>motinsere=C3=A9</p>\n--x--\n"
)

# It names no encoding, though it has one.
TEXT_ARCHIVE = "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\n– motinseré\n"


@pytest.mark.parametrize(
    ("ending", "data", "shown"),
    [
        ("html", b"<html><body><p>motinsere</p></body></html>", "motinsere"),
        ("txt", "motinseré".encode("cp1252"), "motinseré"),
        ("docx", _inserted_word(), "motinsere"),
        ("mht", ARCHIVE.encode(), "motinsereé"),
        ("mhtml", TEXT_ARCHIVE.encode("cp1252"), "motinseré"),
        ("txt", b"motinser\x00", "morceau1"),
        ("rtf", rb"{\rtf1 motinsere}", "morceau1"),
    ],
)
def test_documents_inserted_in_a_word_document(
    tmp_path: Path, written: Written, ending: str, data: bytes, shown: str
) -> None:
    word = WordBuilder()
    chunk = word.part(f"/word/morceau1.{ending}", "aFChunk", data, "application/octet-stream")
    path = word.body(f'<w:altChunk r:id="{chunk}"/>').save(tmp_path / "fiche.docx")
    assert shown in written(path)


def test_a_part_that_is_referred_to_many_times_is_read_once(tmp_path: Path) -> None:
    word = WordBuilder()
    chunk = word.part("/word/morceau1.docx", "aFChunk", _inserted_word(), "application/octet-stream")
    chart = word.part("/word/charts/chart1.xml", "chart", parts.chart_xml("mottitre", "motcategorie", "motserie"))
    word.body(f'<w:altChunk r:id="{chunk}"/>' * 1_000)
    word.paragraph(parts.drawing(f'<c:chart r:id="{chart}"/>') * 1_000)
    blocks = read_docx.read(word.save(tmp_path / "fiche.docx")).blocks
    assert [line.text for line in office.flat(blocks)].count("motinsere") == 1
    assert sum(isinstance(block, Aside) for block in blocks) == 1


def test_a_document_inserted_in_an_inserted_one_is_named(tmp_path: Path, written: Written) -> None:
    inner = WordBuilder("Entente du dedans")
    chunk = inner.part("/word/fond.docx", "aFChunk", _inserted_word(), "application/octet-stream")
    inner.body(f'<w:altChunk r:id="{chunk}"/>').save(tmp_path / "dedans.docx")
    word = WordBuilder()
    data = (tmp_path / "dedans.docx").read_bytes()
    chunk = word.part("/word/dedans.docx", "aFChunk", data, "application/octet-stream")
    path = word.body(f'<w:altChunk r:id="{chunk}"/>').save(tmp_path / "fiche.docx")
    assert "fond" in written(path)


def test_page_numbers_and_repeated_headers_are_no_words(tmp_path: Path) -> None:
    word = WordBuilder()
    field = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    page = f"{field.format('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{field.format('separate')}{run('7')}"
    simple = f'<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>'
    number = f"<w:p {SPACES}>{run('Page ')}{page}{field.format('end')}{run(' sur ')}{simple}</w:p>"
    footer = word.document.sections[0].footer
    footer._element.append(parse_xml(number))
    for _ in range(2):
        section = word.document.add_section(WD_SECTION.NEW_PAGE)
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Syndicat de Motville"
    blocks = read_docx.read(word.save(tmp_path / "fiche.docx")).blocks
    assert [line.text for block in blocks if isinstance(block, Aside) for line in block.lines] == [
        "Syndicat de Motville"
    ]


@OFFICE
@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_a_document_that_libreoffice_saved_keeps_its_words(tmp_path: Path, written: Written, kind: str) -> None:
    word = WordBuilder()
    _comments(word)
    _text_box(word)
    _headers(word)
    path = word.save(tmp_path / "fiche.docx")
    folder = tmp_path / "office"
    folder.mkdir()
    converted = office.convert(path, kind, folder)
    expected = {one for one in parts.independent_words(converted) if one.startswith("mot")}
    assert {"motpremierepage", "motautresection", "motpied", "motreponse"} <= expected
    assert expected - set(written(converted)) == set()


def test_the_prompt_of_a_field_that_nobody_filled_in_is_no_word(tmp_path: Path) -> None:
    field = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    word = WordBuilder()
    word.paragraph(field.format("<w:showingPlcHdr/>", run("motinvite")))
    word.body(field.format("<w:showingPlcHdr/>", f"<w:p>{run('motinvite')}</w:p>"))
    word.paragraph(field.format('<w:showingPlcHdr w:val="0"/>', run("motrempli")))
    lines = [line.text for line in office.flat(read_docx.read(word.save(tmp_path / "fiche.docx")).blocks)]
    assert "motrempli" in lines
    assert "motinvite" not in " ".join(lines)


def test_hidden_text_is_kept_beside_the_text(tmp_path: Path) -> None:
    word = WordBuilder()
    word.paragraph(f"{run('motvu')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>motcache</w:t></w:r>")
    blocks = read_docx.read(word.save(tmp_path / "fiche.docx")).blocks
    asides = [(block.kind, block.lines[0].text) for block in blocks if isinstance(block, Aside)]
    assert asides == [(AsideKind.HIDDEN, "motcache")]
