"""`coopform export`: choice of cases, formats, output."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from coopform.casefile import writer
from coopform.collection import collection
from coopform.collection.collection import Collection
from coopform.model.case import Case, Point
from tests.support.places import IDS
from tests.support.running import Coopform, Golden

SOFFICE = shutil.which("soffice")


@pytest.mark.parametrize("fmt", ["json", "jsonl", "yaml", "csv"])
def test_what_is_exported(coopform: Coopform, golden: Golden, workshop: Path, fmt: str) -> None:
    golden(f"export.{fmt}", coopform("export", "tridan", "territoires", "--format", fmt).out)


def test_json_holds_the_whole_collection(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("export").out)
    assert [case["id"] for case in data["cases"]] == IDS
    assert data["cases"][-1] == json.loads(coopform("show", "tridan", "--format", "json").out)
    assert data["recueil"]["lieu"] == "Pélussin (42)"


def test_an_english_collection_is_separated_by_commas(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "_recueil.yaml").write_text("titre: Day\nlangue: en\n", encoding="utf-8")
    assert coopform("export", "--format", "csv").out.lstrip("\ufeff").startswith("id,titre,")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json", "a.jsonl", "a.ndjson", "a.yaml", "a.YML"])
def test_the_name_of_the_file_says_the_format(coopform: Coopform, workshop: Path, name: str) -> None:
    run = coopform("export", "-o", name)
    assert (run.code, run.out, run.err) == (0, "", f"Written: {name}\n")
    assert (workshop / name).stat().st_size > 1000


@pytest.mark.parametrize("name", ["cases/recueil.yaml", "cases/2026/recueil.YML", "./cases/../cases/tridan.yaml"])
def test_an_export_does_not_become_a_case(coopform: Coopform, workshop: Path, name: str) -> None:
    Path("cases/2026").mkdir()
    run = coopform("export", "--force", "-o", name)
    assert (run.code, run.out) == (2, "")
    assert "would be read as a case there: nothing was written" in run.err
    assert coopform("export", "-o", "cases/_recueil.csv").code == 0
    assert coopform("check").code == 0


def test_the_format_can_be_said_for_any_name(coopform: Coopform, workshop: Path) -> None:
    assert coopform("export", "-o", "recueil.txt", "--format", "jsonl").code == 0
    assert len((workshop / "recueil.txt").read_text(encoding="utf-8").splitlines()) == len(IDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "recueil.txt"], "“recueil.txt” is not a value of --output. Type one of: *.csv, *.xlsx"),
        (["-o", "recueil.json", "--format", "csv"], "--format csv and --output recueil.json cannot be used together"),
        (["--format", "xls"], "The nearest: xlsx."),
        (["--format", "xlsx"], "Give the file to write: -o recueil.xlsx"),
        (["nowhere"], "There is no case “nowhere”"),
        (["-o", "nowhere/recueil.csv"], "The folder or file does not exist. Check its name."),
        (["-o", "cases.csv"], "There is a folder where a file is expected. Choose another name."),
    ],
)
def test_a_wrong_use_is_named(coopform: Coopform, workshop: Path, arguments: list[str], said: str) -> None:
    (workshop / "cases.csv").mkdir()
    before = sorted(workshop.rglob("*"))
    run = coopform("export", *arguments)
    assert run.code == 2
    assert run.out == ""
    assert said in run.err
    assert sorted(workshop.rglob("*")) == before


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_a_file_that_is_there_is_kept(coopform: Coopform, workshop: Path, fmt: str) -> None:
    path = workshop / f"recueil.{fmt}"
    path.write_text("mine", encoding="utf-8")
    run = coopform("export", "-o", path.name)
    assert run.code == 2
    assert "already there and was kept" in run.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert coopform("export", "-o", path.name, "--force").code == 0
    assert path.read_bytes() != b"mine"


def test_a_broken_file_is_named_after_the_others(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "broken.yaml").write_text("titre: [\n", encoding="utf-8")
    run = coopform("export", "--format", "jsonl")
    assert run.code == 1
    assert len(run.out.splitlines()) == len(IDS)
    assert "broken.yaml" in run.err
    assert coopform("export", "tridan").code == 0


def test_cases_are_in_the_order_of_the_command_each_once(coopform: Coopform, workshop: Path) -> None:
    data = json.loads(coopform("export", "tridan", "monts", "TRIDAN").out)
    assert [case["id"] for case in data["cases"]] == ["tridan", "monts-ardeche"]


@pytest.fixture
def workbook(coopform: Coopform, workshop: Path) -> openpyxl.Workbook:
    """The workbook of the five cases."""
    assert coopform("export", "-o", "recueil.xlsx").code == 0
    return openpyxl.load_workbook(workshop / "recueil.xlsx")


def test_a_workbook_has_a_row_a_case(workbook: openpyxl.Workbook, five: Collection) -> None:
    assert workbook.sheetnames == ["Fiches", "Recueil"]
    rows = list(workbook["Fiches"].values)
    assert [row[0] for row in rows] == ["id", *IDS]
    assert rows[0][:5] == ("id", "titre", "titre_court", "outil", "territoire")
    assert "resume" not in rows[0], "a column that no case fills is left out"
    assert "echelle" in rows[0]
    assert ("lieu", "Pélussin (42)") in list(workbook["Recueil"].values)


def test_a_workbook_is_pleasant_to_read(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Fiches"]
    headings = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions
    widths = {
        str(heading): sheet.column_dimensions[get_column_letter(n)].width for n, heading in enumerate(headings, 1)
    }
    assert widths["objet"] == 28
    assert all(10 <= width <= 44 for width in widths.values())
    for row in sheet.iter_rows(min_row=2):
        lines = max(str(cell.value or "").count("\n") + 1 for cell in row)
        assert (sheet.row_dimensions[row[0].row or 0].height or 0) >= min(lines * 15, 409)
        for cell in row:
            assert cell.alignment.wrap_text
            assert cell.alignment.vertical == "top"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_nothing_in_a_workbook_is_computed(coopform: Coopform, workshop: Path) -> None:
    texts = ["=1+1", "+33", "-1", "@SUM(A1)", "07", "2015", "2015-03", "#N/A", "TRUE"]
    for number, text in enumerate(texts):
        case = Case(id="x", titre=text, outil=(text,), resume=text, objet=(Point(texte=text),), departements=("07",))
        (workshop / "cases" / f"cas-{number}.yaml").write_text(writer.write_case(case), encoding="utf-8")
    assert coopform("export", "-o", "recueil.xlsx").code == 0
    book = openpyxl.load_workbook(workshop / "recueil.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    sheet = book["Fiches"]
    found = [row for row in sheet.iter_rows(min_row=2) if str(row[0].value).startswith("cas-")]
    assert [row[1].value for row in found] == texts
    assert all(row[1].quotePrefix and row[1].number_format == "@" for row in found)


def test_a_text_too_long_for_a_workbook_is_named(coopform: Coopform, workshop: Path) -> None:
    points = tuple(Point(texte=f"{number} " + "mot " * 2000) for number in range(5))
    case = Case(id="x", titre="Long", outil=("Entente",), objet=points)
    (workshop / "cases" / "long.yaml").write_text(writer.write_case(case), encoding="utf-8")
    run = coopform("export", "-o", "recueil.xlsx")
    assert run.code == 2
    assert "“objet” of “long” is longer than a cell of a workbook can contain" in run.err
    assert not (workshop / "recueil.xlsx").exists()
    assert coopform("export", "-o", "recueil.csv").code == 0


def test_without_the_library_a_workbook_says_how_to_get_it(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coopform.extras.find_spec", lambda _: None)
    run = coopform("export", "-o", "recueil.xlsx")
    assert run.code == 2
    assert 'pip install "coopform[office]"' in run.err
    assert coopform("export", "-o", "recueil.csv").code == 0


def test_an_export_without_a_workbook_loads_no_library_for_one() -> None:
    code = "import sys; from coopform.exporting.formats import export; export([]); print('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.needs("office")
def test_libreoffice_shows_the_same_texts(coopform: Coopform, workshop: Path) -> None:
    case = Case(id="x", titre="=1+1", outil=("Entente",), objet=(Point(texte="a\n\n– b"),), territoire="_x0041_")
    (workshop / "cases" / "formule.yaml").write_text(writer.write_case(case), encoding="utf-8")
    coopform("export", "-o", "recueil.xlsx")
    # 59 is « ; », 34 is « " », 76 is UTF-8; true: cells as shown.
    to_csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"
    profile = f"-env:UserInstallation={(workshop / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", to_csv, "--outdir", "out", "recueil.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (workshop / "out" / "recueil.csv").read_text(encoding="utf-8")
    shown = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    sheet = openpyxl.load_workbook(workshop / "recueil.xlsx")["Fiches"]
    headings, *rows = [[str(value or "").replace("_x005F_", "_") for value in row] for row in sheet.values]
    assert shown == [dict(zip(headings, row, strict=True)) for row in rows]
    assert shown[0]["titre"] == "=1+1"


def test_the_python_api_exports(five: Collection, workshop: Path) -> None:
    from coopform import export

    data = json.loads(export(five.cases, five.recueil))
    assert [case["id"] for case in data["cases"]] == IDS
    with pytest.raises(ValueError, match="not a format"):
        export(five.cases, five.recueil, "xls")
    assert collection.read_collection(workshop / "cases").cases == five.cases
