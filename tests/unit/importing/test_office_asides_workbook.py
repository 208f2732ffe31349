"""Nothing in a workbook vanishes: the words of all its parts are in the imported files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from coopform.importing.blocks import Aside
from coopform.importing.readers import read_xlsx
from tests.support import office
from tests.support import office_parts as parts
from tests.support.office_parts import SPACES
from tests.unit.importing.conftest import Written


def _book() -> Any:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Fiches"
    for row in (
        ("Titre", "Entente de Motville"),
        ("Outil", "Entente"),
        ("Enjeux", "motenjeu"),
        ("Acteurs", "motacteur"),
    ):
        sheet.append(row)
    return book


def _with_chart(book: Any) -> None:
    sheet = book.create_sheet("Chiffres")
    for row in (("motcategorie", "motserie"), ("motbus", 437)):
        sheet.append(row)
    chart = BarChart()
    chart.title = "mottitre"
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    sheet.add_chart(chart)


def _with_headings(book: Any) -> None:
    sheet = book.worksheets[0]
    sheet.oddHeader.left.text, sheet.oddHeader.left.font = "motentete & motsuite", "Arial,Bold"
    sheet.oddFooter.center.text = "Page &P sur &N"
    sheet.evenFooter.right.text = "motpied"


def _with_comment(book: Any) -> None:
    book.worksheets[0]["B3"].comment = Comment("motremarque", "Motauteur")


BOOKS: dict[str, tuple[Callable[[Any], None], set[str]]] = {
    "chart": (_with_chart, set()),
    "headings": (_with_headings, set()),
    "comment": (_with_comment, set()),
}


@pytest.mark.parametrize("name", BOOKS)
def test_words_of_every_part_of_a_workbook(tmp_path: Path, written: Written, name: str) -> None:
    book = _book()
    add, shown = BOOKS[name]
    add(book)
    path = tmp_path / "fiche.xlsx"
    book.save(path)
    assert (parts.independent_words(path) | shown) - {"page", "sur"} - set(written(path)) == set()


def _rels(*kinds: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'
    )


def test_what_openpyxl_does_not_write_is_read(tmp_path: Path, written: Written) -> None:
    """A text box in a group, a thread of comments, a formula without a value, a text under merged cells."""
    book = _book()
    book.worksheets[0]["C3"] = '="mot"&"formule"'
    book.save(tmp_path / "fiche.xlsx")
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = (
        f'<ThreadedComments xmlns="{threads}"><threadedComment ref="B4" personId="p" dT="2020-01-02T03:04:05">'
        "<text>motfil</text></threadedComment></ThreadedComments>"
    )
    persons = f'<personList xmlns="{threads}"><person id="p" displayName="Motauteur"/></personList>'
    box = "<xdr:sp><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>motboite</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    drawing = f"<xdr:wsDr {SPACES}><xdr:twoCellAnchor><xdr:grpSp>{box}</xdr:grpSp></xdr:twoCellAnchor></xdr:wsDr>"
    office_kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    new_kind = "http://schemas.microsoft.com/office/2017/10/relationships"
    merged = '</row></sheetData><mergeCells><mergeCell ref="B4:C4"/></mergeCells>'
    hidden = f'<c r="C4" t="inlineStr"><is><t>motcouvert</t></is></c>{merged}'
    person = f'<Relationship Id="rId99" Type="{new_kind}/person" Target="persons/person.xml"/></Relationships>'
    path = parts.patched(
        tmp_path / "fiche.xlsx",
        {
            "xl/worksheets/sheet1.xml": parts.replacing("</row></sheetData>", hidden),
            "xl/_rels/workbook.xml.rels": parts.replacing("</Relationships>", person),
        },
        {
            "xl/threadedComments/t1.xml": thread,
            "xl/persons/person.xml": persons,
            "xl/drawings/d1.xml": drawing,
            "xl/worksheets/_rels/sheet1.xml.rels": _rels(
                (f"{office_kind}/drawing", "/xl/drawings/d1.xml"),
                (f"{new_kind}/threadedComment", "../threadedComments/t1.xml"),
            ),
        },
    )
    found = written(path)
    assert parts.independent_words(path) - set(found) == set()
    assert {"formule", "motauteur"} <= set(found)
    places = {block.place for block in read_xlsx.read(path).blocks if isinstance(block, Aside)}
    assert places == {"Fiches, C3", "Fiches, C4", "Fiches, B4", "Fiches"}


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (7, "00", "07"),
        (7, "000", "007"),
        (1, "00000", "00001"),
        (612345678, '0#" "##" "##" "##" "##', "06 12 34 56 78"),
        (12345, "00", "12345"),
        (-7, "00", "-07"),
        (7, '"D"00', "D07"),
        (7, '0" km"', "7 km"),
        (7, "0", "7"),
        (7, "General", "7"),
        (7, "#,##0", "7"),
        (7.5, "00", "7.5"),
    ],
)
def test_zeros_of_a_number_format_are_kept(tmp_path: Path, value: float, number_format: str, shown: str) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = value, number_format
    book.save(tmp_path / "a.xlsx")
    assert [line.text for line in office.flat(read_xlsx.read(tmp_path / "a.xlsx").blocks)] == [shown]
