"""An unknown form of agreement is a warning: « – » in lists, « À préciser » in documents."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.running import Coopform

ROWS = "".join(
    f"{key}: Ce qui est dit de {key}\n"
    for key in ("declencheurs", "partenaires", "enjeux", "ambitions", "objet", "acteurs")
)
# Values of an unknown form of agreement.
MISSING = ["", "outil:\n", 'outil: ""\n', "outil: À compléter\n", "outil: …\n", "outil: [À compléter]\n"]
TO_SPECIFY = {"fr": "À préciser", "en": "To be specified"}


@pytest.fixture
def folder(empty: Path) -> Path:
    (empty / "cases").mkdir()
    (empty / "cases" / "autre.yaml").write_text(f"titre: Autre\noutil: Entente\n{ROWS}", encoding="utf-8")
    return empty


def _write(folder: Path, typed: str, language: str = "fr") -> None:
    text = f"titre: Un accueil\n{typed}langue: {language}\n{ROWS}"
    (folder / "cases" / "un.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("typed", MISSING)
def test_it_is_a_warning_and_no_case_is_left_out(typed: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, typed)
    checked = coopform("check", "--format", "json")
    assert [(problem["code"], problem["severity"]) for problem in json.loads(checked.out)] == [
        ("missing-outil", "warning")
    ]
    assert checked.code == 0
    assert coopform("check", "--strict").code == 1
    listed = coopform("list")
    assert (listed.code, listed.err) == (0, "")
    line = next(line for line in listed.out.splitlines() if line.startswith("un"))
    assert "–" in line.split()
    assert {case["id"]: case["outil"] for case in json.loads(coopform("list", "--format", "json").out)} == {
        "autre": ["Entente"],
        "un": [],
    }


def test_it_is_last_where_the_list_goes_by_the_form(coopform: Coopform, folder: Path) -> None:
    _write(folder, "")
    assert coopform("list", "--sort", "outil", "--format", "ids").out == "autre\nun\n"
    assert coopform("list", "--outil", "entente", "--format", "ids").out == "autre\n"
    assert coopform("list", "--outil", "préciser", "--format", "ids").out == ""


@pytest.mark.parametrize("language", TO_SPECIFY)
@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_paper_says_that_it_is_to_be_specified(fmt: str, language: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, "", language)
    (folder / "cases" / "_recueil.yaml").write_text(f"langue: {language}\n", encoding="utf-8")
    kinds = ["sheet", "comparison", "booklet"] + (["slides", "synthesis", "panels"] if fmt == "html" else [])
    for kind in kinds:
        run = coopform("render", "un", "autre", "--document", kind, "--format", fmt, "-o", f"out-{kind}")
        assert run.code == 0, run.err
        path = next(path for path in (folder / f"out-{kind}").glob("*.*") if not path.name.startswith((".", "autre")))
        assert TO_SPECIFY[language] in _text(path).replace("\u00a0", " "), kind


def _text(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize(("fmt", "name"), [("html", "index.html"), ("markdown", "index.md")])
def test_the_index_has_a_dash(fmt: str, name: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, "")
    assert coopform("render", "--document", "index", "--format", fmt, "-o", "out").code == 0
    page = (folder / "out" / name).read_text(encoding="utf-8")
    assert "Entente" in page
    assert '<p class="form">–</p>' in page or "– –" in page


def test_a_booklet_without_a_form_has_no_list_of_forms(coopform: Coopform, folder: Path) -> None:
    _write(folder, "")
    (folder / "cases" / "autre.yaml").unlink()
    for fmt in ("html", "markdown", "docx"):
        assert coopform("render", "--document", "booklet", "--format", fmt, "-o", "out").code == 0
    pages = [path for path in (folder / "out").iterdir() if path.suffix in (".html", ".md", ".docx")]
    assert len(pages) == 3
    for path in pages:
        assert "Outils de coopération" not in _text(path).replace("\u00a0", " ")


@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_a_sheet_is_read_back_without_it(fmt: str, coopform: Coopform, folder: Path) -> None:
    _write(folder, "territoire: Haut-Jura\n")
    assert coopform("render", "un", "--format", fmt, "-o", "out").code == 0
    (path,) = (folder / "out").glob("un.*")
    assert coopform("import", path, "--into", "back").code == 0
    data = json.loads(coopform("show", "--cases", "back", "--format", "json", "un-accueil").out)
    assert (data["territoire"], data["outil"], data["resume"]) == ("Haut-Jura", [], None)


def test_a_form_beside_a_placeholder_is_kept(coopform: Coopform, folder: Path) -> None:
    _write(folder, "outil: [À compléter, Entente]\n")
    assert json.loads(coopform("show", "un", "--format", "json").out)["outil"] == ["À compléter", "Entente"]
    assert "missing-outil" not in coopform("check").out


def test_new_takes_no_answer_for_it(coopform: Coopform, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n" * 20), encoding="utf-8"))
    run = coopform("new", "Une entente sans outil")
    assert run.code == 0, run.err
    shown = json.loads(coopform("show", "une-entente-sans-outil", "--format", "json").out)
    assert shown["outil"] == []
