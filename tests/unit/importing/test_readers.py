"""Slides, texts, workbooks and tables as blocks: all texts of the five cases in order, with their levels."""

import datetime
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Cell as OdfCell
from odfdo import Document as OdfDocument
from odfdo import Paragraph, Row
from odfdo import Table as OdfTable
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm

from coopform.collection.collection import Collection
from coopform.importing.blocks import Aside, Break, SourceDocument, Table, TextLine
from coopform.importing.readers import (
    flowed_lines,
    read_csv,
    read_eml,
    read_odp,
    read_ods,
    read_odt,
    read_pptx,
    read_xlsx,
)
from coopform.importing.readers.numerals import numeral
from coopform.importing.readers.slide_order import Placed, in_order
from tests.support import office
from tests.support.office import Item
from tests.support.strategies import fewer

# Characters that are not allowed in XML are in no Office file; programs write line ends as breaks.
TYPED = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff\x85"), min_size=1
).filter(str.strip)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, five: Collection) -> Path:
    """A folder with the five cases as slides, a page and a workbook."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "slides.pptx").write_bytes(office.deck(five.cases).getvalue())
    (folder / "page.html").write_text(office.page(five.cases), encoding="utf-8")
    (folder / "book.xlsx").write_bytes(office.workbook(five.cases).getvalue())
    return folder


def assert_in_order(found: Sequence[Item], expected: Sequence[Item]) -> None:
    """Assert that a list contains the items in this order."""
    rest = iter(found)
    for item in expected:
        assert item in rest, f"missing, or not after those before it: {item}"


def expected(five: Collection, level: int = 1) -> list[Item]:
    return [item for case in five.cases for item in office.outline(case, level)]


# Slides


def _assert_slides(source: SourceDocument, five: Collection) -> None:
    assert_in_order(office.shown(source), expected(five))
    places = [block.place for block in source.blocks if isinstance(block, Break)]
    assert [place for place in places if "notes" not in place] == [f"slide {number}" for number in range(1, 6)]
    lines = office.flat(source.blocks)
    titles = [line for line in lines if line.heading == 1]
    assert [line.text for line in titles] == ["Quels outils pour formaliser des coopérations ?"] * 5
    notes = [(line.place, line.text) for line in lines if "notes" in line.place]
    assert notes == [
        (f"slide {number}, notes", f"À dire : {case.short_title}") for number, case in enumerate(five.cases, 1)
    ]


def test_slides_of_powerpoint(made: Path, five: Collection) -> None:
    _assert_slides(read_pptx.read(made / "slides.pptx"), five)


@pytest.mark.needs("office")
def test_slides_of_impress(made: Path, tmp_path: Path, five: Collection) -> None:
    _assert_slides(read_odp.read(office.convert(made / "slides.pptx", "odp", tmp_path)), five)


def _new_slide(layout: int = 6) -> tuple[Any, Any]:
    deck = Presentation()
    return deck, deck.slides.add_slide(deck.slide_layouts[layout])


def _read_deck(deck: Any, folder: Path) -> SourceDocument:
    path = folder / "slides.pptx"
    deck.save(str(path))
    return read_pptx.read(path)


def test_shapes_are_read_from_the_top_and_side_by_side_from_the_left(tmp_path: Path) -> None:
    deck, slide = _new_slide()
    group = slide.shapes.add_group_shape()
    for text, left, top in [("bas", 1, 15), ("droite", 12, 3), ("gauche", 1, 3.3), ("haut", 5, 1)]:
        slide.shapes.add_textbox(Cm(left), Cm(top), Cm(5), Cm(1)).text_frame.text = text
    for text, top in [("groupe 2", 9), ("groupe 1", 8)]:
        group.shapes.add_textbox(Cm(1), Cm(top), Cm(5), Cm(1)).text_frame.text = text
    texts = [text for text, _ in office.shown(_read_deck(deck, tmp_path))]
    assert texts == ["haut", "gauche", "droite", "groupe 1", "groupe 2", "bas"]


def test_bullets_come_from_the_master_unless_a_paragraph_has_none(tmp_path: Path) -> None:
    deck, slide = _new_slide(1)
    body = slide.placeholders[1].text_frame
    body.text = "un point\nun autre\nsans puce"
    body.paragraphs[1].level = 1
    body.paragraphs[2]._p.get_or_add_pPr().append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))
    slide.shapes.add_textbox(Cm(1), Cm(17), Cm(5), Cm(1)).text_frame.text = "dans une zone de texte"
    assert office.shown(_read_deck(deck, tmp_path)) == [
        ("un point", 1),
        ("un autre", 2),
        ("sans puce", 0),
        ("dans une zone de texte", 0),
    ]


def test_numbers_lines_and_bold_words_of_slides(tmp_path: Path) -> None:
    deck, slide = _new_slide()
    frame = slide.shapes.add_textbox(Cm(1), Cm(1), Cm(5), Cm(5)).text_frame
    frame.text = "a\nb\nc\vsuite"
    for paragraph in frame.paragraphs:
        bullet = parse_xml(f'<a:buAutoNum {nsdecls("a")} type="alphaUcParenR" startAt="26"/>')
        paragraph._p.get_or_add_pPr().append(bullet)
    last = frame.add_paragraph()
    for text, bold in [("Pilotage", True), (" : un comité", False)]:
        run = last.add_run()
        run.text = text
        run.font.bold = bold
    lines = office.flat(_read_deck(deck, tmp_path).blocks)
    assert [(line.number, line.text) for line in lines] == [
        ("Z)", "a"),
        ("AA)", "b"),
        ("AB)", "c"),
        ("", "suite"),
        ("", "Pilotage : un comité"),
    ]
    assert (lines[-1].bold, lines[-1].lead) == (False, "Pilotage")


def test_merged_cells_of_slides(tmp_path: Path) -> None:
    deck, slide = _new_slide()
    table = slide.shapes.add_table(3, 3, Cm(1), Cm(1), Cm(20), Cm(5)).table
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 0).text = "Titre"
    table.cell(1, 0).text = "Enjeux"
    table.cell(2, 2).text = "Un enjeu"
    (block,) = [block for block in _read_deck(deck, tmp_path).blocks if isinstance(block, Table)]
    assert [[office.texts(cell) for cell in row] for row in block.rows] == [
        [["Titre"], [], []],
        [["Enjeux"], [], []],
        [[], [], ["Un enjeu"]],
    ]
    assert [[cell.merged for cell in row] for row in block.rows] == [
        [False, True, True],
        [False, False, False],
        [True, False, False],
    ]


def test_slides_lose_no_words_of_newer_powerpoints(tmp_path: Path) -> None:
    """Content for new versions is in an alternative, which python-pptx ignores."""
    deck, slide = _new_slide()
    slide.shapes.add_textbox(Cm(1), Cm(1), Cm(5), Cm(1)).text_frame.text = "Enjeux"
    shape = slide.shapes[0]._element
    choice = parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="a14"/><mc:Fallback/></mc:AlternateContent>'
    )
    shape.getparent().append(choice)
    choice[0].append(shape)
    assert office.shown(_read_deck(deck, tmp_path)) == [("Enjeux", 0)]


# Texts


@pytest.mark.needs("office")
def test_texts_of_writer(made: Path, tmp_path: Path, five: Collection) -> None:
    path = office.convert(made / "page.html", "odt", tmp_path, reader="HTML (StarWriter)")
    source = read_odt.read(path)
    assert_in_order(office.shown(source), expected(five))
    headings = [line.text for line in office.flat(source.blocks) if line.heading]
    assert headings == [case.titre for case in five.cases]
    tables = [block for block in source.blocks if isinstance(block, Table)]
    assert [(len(table.rows), len(table.rows[0])) for table in tables] == [(6, 2)] * 5


@pytest.mark.needs("office")
def test_lists_bold_words_and_merged_cells_of_writer(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<meta charset=utf-8><p><b>Label</b></p><p><b>Pilotage</b> : un comité</p>"
        "<ol><li>un<ul><li>sous un</ul><li>deux<br>suite</ol><ol type=a start=3><li>trois</ol>"
        "<table border=1><tr><td rowspan=2>Haut<td colspan=2>Large<tr><td>gauche<td>droite</table>",
        encoding="utf-8",
    )
    source = read_odt.read(office.convert(path, "odt", tmp_path, reader="HTML (StarWriter)"))
    lines = [line for line in source.blocks if isinstance(line, TextLine)]
    assert [(line.text, line.level, line.number) for line in lines] == [
        ("Label", 0, ""),
        ("Pilotage : un comité", 0, ""),
        ("un", 1, "1."),
        ("sous un", 2, ""),
        ("deux", 1, "2."),
        ("suite", 1, ""),
        ("trois", 1, "c."),
    ]
    assert [(line.bold, line.lead) for line in lines[:2]] == [(True, ""), (False, "Pilotage")]
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [[("merged" if cell.merged else office.texts(cell)) for cell in row] for row in table.rows] == [
        [["Haut"], ["Large"], "merged"],
        ["merged", ["gauche"], ["droite"]],
    ]


def _write_odt(path: Path, *paragraphs: str) -> Path:
    document = OdfDocument("text")
    document.body.clear()
    for text in paragraphs:
        document.body.append(Paragraph(text))
    document.save(str(path))
    return path


def test_what_a_text_hides_and_what_it_does_not(tmp_path: Path) -> None:
    document = OdfDocument("text")
    document.body.clear()
    paragraph = Paragraph("Enjeux")
    paragraph.insert_note(note_id="1", citation="1", body="Une note de bas de page")
    paragraph.insert_annotation(body="Remarque du relecteur", creator="X")
    document.body.append(paragraph)
    document.save(str(tmp_path / "notes.odt"))
    blocks = read_odt.read(tmp_path / "notes.odt").blocks
    assert [block.text if isinstance(block, TextLine) else type(block) for block in blocks] == [
        "Enjeux",
        Aside,
        Break,
        "Une note de bas de page",
    ]


# Workbooks


def _assert_book(source: SourceDocument, five: Collection) -> None:
    assert [block.name for block in source.blocks if isinstance(block, Break)] == ["Expériences", "Vide"]
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    title, gap, *rows = table.rows
    assert office.texts(title[0]) == ["Tableau synoptique"]
    assert all(cell.merged for cell in title[1:])
    assert not any(cell.lines for cell in gap)
    wanted = [[cell.split("\n") if cell else [] for cell in row] for row in office.side_by_side(five.cases)]
    assert [[office.texts(cell) for cell in row] for row in rows] == wanted
    assert all(line.bold for row in rows[1:] for line in row[0].lines)


def test_workbooks_of_excel(made: Path, five: Collection) -> None:
    _assert_book(read_xlsx.read(made / "book.xlsx"), five)


@pytest.mark.needs("office")
def test_workbooks_of_calc(made: Path, tmp_path: Path, five: Collection) -> None:
    path = office.convert(made / "book.xlsx", "ods", tmp_path)
    _assert_book(read_ods.read(path), five)
    back = tmp_path / "back"
    back.mkdir()
    _assert_book(read_xlsx.read(office.convert(path, "xlsx", back)), five)


def test_cells_are_read_as_they_are_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    values = ["Texte", 5, 5.0, 0.8, datetime.date(2015, 3, 5), datetime.datetime(2015, 3, 5, 9, 30), True]
    sheet.append(values)
    sheet["D1"].number_format = "0 %"
    sheet["A3"] = "a\nb"
    book.save(tmp_path / "book.xlsx")
    (_, table) = read_xlsx.read(tmp_path / "book.xlsx").blocks
    assert isinstance(table, Table)
    assert [office.texts(cell) for cell in table.rows[0]] == [
        ["Texte"], ["5"], ["5"], ["80 %"], ["2015-03-05"], ["2015-03-05 09:30:00"], ["True"],
    ]  # fmt: skip
    assert office.texts(table.rows[2][0]) == ["a", "b"]


def test_a_stray_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "Enjeux", "égaré"
    book.save(tmp_path / "book.xlsx")
    (_, table) = read_xlsx.read(tmp_path / "book.xlsx").blocks
    assert isinstance(table, Table)
    assert [[office.texts(cell) for cell in row] for row in table.rows] == [[["Enjeux"], []], [[], []], [[], ["égaré"]]]


# Tables as text


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_tables_as_text(tmp_path: Path, five: Collection, delimiter: str, encoding: str) -> None:
    rows = office.side_by_side(five.cases)
    path = tmp_path / "table.csv"
    path.write_bytes(office.as_csv(rows, delimiter).encode(encoding))
    (table,) = read_csv.read(path).blocks
    assert isinstance(table, Table)
    assert [["\n".join(office.texts(cell)) for cell in row] for row in table.rows] == rows


def test_a_delimiter_that_excel_names_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("sep=|\r\na;b|c,d\r\n", encoding="utf-8")
    (table,) = read_csv.read(path).blocks
    assert isinstance(table, Table)
    assert [[office.texts(cell) for cell in row] for row in table.rows] == [[["a;b"], ["c,d"]]]


# E-mails


@pytest.mark.parametrize("named", ["", "; charset=utf-8", "; charset=us-ascii", "; charset=unknown-8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_an_e_mail_is_read_whatever_encoding_it_names(tmp_path: Path, named: str, encoding: str) -> None:
    path = tmp_path / "message.eml"
    path.write_bytes(f"From: a\nContent-Type: text/plain{named}\n\nL’été à la forêt – œuvrer\n".encode(encoding))
    first = read_eml.read(path).blocks[0]
    assert isinstance(first, TextLine)
    assert first.text == "L’été à la forêt – œuvrer"


FLOWED = {
    "words": ("Un bac relie \nles rives\nAgir", ["Un bac relie les rives", "Agir"]),
    "a quotation": ("> Un bac \n> relie \nles rives", ["> Un bac relie ", "les rives"]),
    "a signature": ("Agir \n-- \nJeanne", ["Agir ", "-- ", "Jeanne"]),
    "stuffed": (" > 3 CC\n\n", ["> 3 CC", "", ""]),
    "many lines": ("a \n" * 9, ["a " * 9]),
}


@pytest.mark.parametrize("name", FLOWED)
def test_lines_broken_for_their_length_are_joined(name: str) -> None:
    typed, lines = FLOWED[name]
    assert flowed_lines.joined(typed.split("\n"), deletes_space=False) == lines


def test_an_e_mail_says_whether_its_lines_are_broken(tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    for said, first in (("flowed; delsp=yes", "Un bac relie"), ("flowed", "Un ba c relie"), ("fixed", "Un ba")):
        path.write_text(
            f"Content-Type: text/plain; charset=utf-8; format={said}\n\nUn ba \nc relie\n", encoding="utf-8"
        )
        line = read_eml.read(path).blocks[0]
        assert isinstance(line, TextLine)
        assert line.text.strip() == first


# Any text


def _as_slide(text: str, folder: Path) -> SourceDocument:
    deck, slide = _new_slide(5)
    slide.shapes.title.text_frame.text = text
    table = slide.shapes.add_table(1, 1, Cm(1), Cm(8), Cm(9), Cm(1)).table
    table.cell(0, 0).text = text
    slide.shapes.add_textbox(Cm(1), Cm(5), Cm(5), Cm(1)).text_frame.text = text
    return _read_deck(deck, folder)


def _as_text(text: str, folder: Path) -> SourceDocument:
    return read_odt.read(_write_odt(folder / "text.odt", text, text, text))


def _as_ods(text: str, folder: Path) -> SourceDocument:
    document = OdfDocument("spreadsheet")
    document.body.clear()
    table, row = OdfTable("Feuille"), Row()
    for _ in range(3):
        row.append_cell(OdfCell(text=text, value=text, cell_type="string"))
    table.append_row(row)
    document.body.append(table)
    document.save(str(folder / "book.ods"))
    return read_ods.read(folder / "book.ods")


def _as_xlsx(text: str, folder: Path) -> SourceDocument:
    book = openpyxl.Workbook()
    for column in (1, 2, 3):
        cell = book.worksheets[0].cell(1, column)
        cell.value, cell.data_type = text, "s"
    stream = BytesIO()
    book.save(stream)
    (folder / "book.xlsx").write_bytes(stream.getvalue())
    return read_xlsx.read(folder / "book.xlsx")


def _as_csv(text: str, folder: Path) -> SourceDocument:
    (folder / "table.csv").write_text(office.as_csv([[text] * 3] * 3, ";"), encoding="utf-8-sig", newline="")
    return read_csv.read(folder / "table.csv")


@pytest.mark.parametrize("write", [_as_slide, _as_text, _as_ods, _as_xlsx])
@fewer
@given(text=TYPED)
def test_any_text_comes_back(tmp_path: Path, write: Callable[[str, Path], SourceDocument], text: str) -> None:
    assert [line.text for line in office.flat(write(text, tmp_path).blocks)] == [text] * 3


@given(text=TYPED)
def test_any_text_of_a_table_comes_back(tmp_path: Path, text: str) -> None:
    assert [line.text for line in office.flat(_as_csv(text, tmp_path).blocks)] == [text] * 9


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100), st.integers())))
def test_the_order_of_reading_leaves_nothing_out(placed: list[tuple[float, float, int]]) -> None:
    items = [Placed(top, left, 10, thing) for top, left, thing in placed]
    assert sorted(in_order(items, 5)) == sorted(thing for _, _, thing in placed)


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (3, "1", "3"),
        (27, "a", "aa"),
        (26, "A", "Z"),
        (4, "i", "iv"),
        (1999, "I", "MCMXCIX"),
        (0, "a", "0"),
        (9, "", "9"),
    ],
)
def test_numbers_as_lists_show_them(value: int, kind: str, shown: str) -> None:
    assert numeral(value, kind) == shown
