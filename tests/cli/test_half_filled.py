"""Folders of cases that are half filled in: `check` and `list` say in a line what is missing."""

import json
from pathlib import Path

import pytest

from coopform.collection.collection import read_collection
from tests.support.running import Coopform

_LABELS = {
    "outil": ("Form of agreement", "Outil de coopération"),
    "declencheurs": ("Triggers", "Éléments déclencheurs"),
    "partenaires": ("Partners", "Partenaires"),
    "enjeux": ("Stakes", "Enjeux"),
    "ambitions": ("Ambitions", "Ambitions"),
    "objet": ("Purpose", "Objet"),
    "acteurs": ("Actors", "Acteurs"),
}


def _rows(*keys: str, french: bool = False) -> str:
    return ", ".join(f"{_LABELS[key][french]} ({key})" for key in keys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two half-filled cases and one with a mistake."""
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "a.yaml").write_text(
        "titre: A\noutil: …\nenjeux:\nobjet:\n  - À compléter\nacteurs: []\n", encoding="utf-8"
    )
    (cases / "b.yaml").write_text("titre: B\noutil: [À compléter, …]\nenjeux: Eau\nacteurs: Élus\n", encoding="utf-8")
    (cases / "c.yaml").write_text("titre: C\noutil: Entente\nenjeu: Eau\n", encoding="utf-8")
    return cases


def test_one_line_says_what_is_to_be_completed(coopform: Coopform, folder: Path) -> None:
    run = coopform("check", folder)
    assert run.code == 1
    lines = run.out.splitlines()
    assert lines[0].startswith(f"{folder}/c.yaml:3:1: error[misspelt-key]")
    assert lines[-7:] == [
        "",
        f"{folder}/a.yaml: warning[empty-rubric, missing-outil]: 7 keys to complete: {_rows(*_LABELS)}",
        f"{folder}/b.yaml: warning[empty-rubric, missing-outil]: 5 keys to complete: "
        + _rows("outil", "declencheurs", "partenaires", "ambitions", "objet"),
        "  help: Fill in these keys; type “Sans objet” where a row does not apply.",
        "",
        "3 files checked: 1 error, 12 keys to complete.",
        f"To fix what can be fixed safely: coopform check {folder} --fix",
    ]


def test_the_line_in_french(coopform: Coopform, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    (folder / "c.yaml").write_text("titre: C\noutil: …\n", encoding="utf-8")
    out = coopform("check", folder / "c.yaml").out.replace("\u00a0", " ")
    assert f": 7 clés à compléter : {_rows(*_LABELS, french=True)}\n" in out
    (folder / "c.yaml").write_text(
        "titre: C\noutil: …\n" + "".join(f"{key}: a\n" for key in _LABELS if key != "outil"), encoding="utf-8"
    )
    assert ": 1 clé à compléter : Outil de coopération (outil)\n" in coopform("check", folder / "c.yaml").out.replace(
        "\u00a0", " "
    )


def test_each_row_is_a_problem_in_the_other_formats(coopform: Coopform, folder: Path) -> None:
    found = json.loads(coopform("check", folder, "--format", "json").out)
    codes = [problem["code"] for problem in (found if isinstance(found, list) else found["problems"])]
    assert codes.count("empty-rubric") == 10
    assert coopform("check", folder, "--format", "github").out.count("empty-rubric") == 10
    assert coopform("check", folder, "--format", "sarif").out.count('"ruleId": "empty-rubric"') == 10


def test_select_and_strict_count_each_row(coopform: Coopform, folder: Path) -> None:
    run = coopform("check", folder, "--select", "empty-rubric", "--strict")
    assert run.code == 1
    assert run.out.endswith("3 files checked: 10 errors.\n")
    assert run.out.count(": error[empty-rubric]: ") == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("enjeux:\nGarder un accueil\nobjet: a", "enjeux"),
        ("enjeux:\n\nGarder un accueil", "enjeux"),
        ("enjeux:\n# note\nGarder un accueil : ouvert\nobjet: a", "enjeux"),
        ("enjeux:\nGarder un accueil\n- ouvert", "enjeux"),
        ("fiche:\n  auteur:\nUne lectrice", "auteur"),
        ("enjeux:\n  - a : b\nGarder un accueil", "enjeux"),
        ("resume: |\nUne entente", "resume"),
    ],
)
def test_a_text_at_the_margin_belongs_under_a_key(coopform: Coopform, tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "a.yaml").write_text(f"titre: A\noutil: Entente\n{text}\n", encoding="utf-8")
    out = coopform("check", tmp_path / "a.yaml").out
    assert f"-at-margin]: This line begins at the margin, where only keys go: it belongs under “{key}”." in out


def test_fix_takes_txt_from_the_name_and_keeps_a_copy(coopform: Coopform, folder: Path) -> None:
    text = "titre : D\noutil: Entente\n"
    (folder / "d.yaml.txt").write_text(text, encoding="utf-8")
    (folder / "_recueil.yaml.txt").write_text("titre: Recueil\n", encoding="utf-8")
    run = coopform("check", folder, "--fix")
    assert f"Renamed: {folder}/d.yaml.txt, to d.yaml (the old file is d.yaml.txt.bak)" in run.err
    assert not (folder / "d.yaml.txt").exists()
    assert (folder / "d.yaml.txt.bak").read_text("utf-8") == text
    found = read_collection(folder)
    assert "d" in {case.id for case in found.cases}
    assert found.recueil.titre == "Recueil"
    assert coopform("check", folder, "--fix").err == ""


def test_fix_renames_nothing_over_another_file(coopform: Coopform, folder: Path) -> None:
    (folder / "a.yaml.txt").write_text("titre: Autre\n", encoding="utf-8")
    before = (folder / "a.yaml").read_bytes()
    run = coopform("check", folder, "--fix")
    assert run.code == 2
    assert "was not renamed: there is a “a.yaml” already" in run.err
    assert (folder / "a.yaml").read_bytes() == before
    assert (folder / "a.yaml.txt").read_text("utf-8") == "titre: Autre\n"
    assert "hidden-ending" in run.out
    assert not list(folder.glob("a*.bak"))


PARTNERS = "titre: {}\noutil: Entente\npartenaires:\n{}"


def test_a_filter_on_partners_says_how_many_have_no_type(coopform: Coopform, tmp_path: Path) -> None:
    untyped = "".join(f"  - L’amicale {number}\n" for number in range(7))
    (tmp_path / "a.yaml").write_text(PARTNERS.format("A", untyped), encoding="utf-8")
    typed = "  - texte: La métropole\n    type: métropole\n  - La fanfare\n"
    (tmp_path / "b.yaml").write_text(PARTNERS.format("B", typed), encoding="utf-8")
    run = coopform("list", "--partenaire", "métropole", "--format", "ids", "--cases", tmp_path)
    assert (run.code, run.out) == (0, "b\n")
    assert run.err.startswith("8 partners without a type: L’amicale 0 (a), L’amicale 1 (a), ")
    assert run.err.endswith(", …\n")
    (tmp_path / "a.yaml").unlink()
    run = coopform("list", "--partenaire", "CC", "--cases", tmp_path)
    every = f"No case matches. To see them all: coopform list --cases {tmp_path}\n"
    assert run.err == f"{every}1 partner without a type: La fanfare (b)\n"
    assert coopform("list", "--outil", "Entente", "--cases", tmp_path).err == ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--theme", "eau"), "No case fills in Themes (themes)."),
        (("--statut", "en cours"), "No case fills in Status (statut)."),
        (("--statut", "fini"), "No case fills in Status (statut).\n“fini” is not a status. Known: abandonnée"),
        (("--outil", "entant"), "“entant” is neither a form of agreement nor a family. The nearest: Entente"),
        (("--departement", "07", "--departement", "26"), "No case fills in Départements (departements)."),
        (("--partenaire", "PNR"), "No case fills in Partners (partenaires)."),
        (("--outil", "entante"), "“entante” is neither a form of agreement nor a family. The nearest: Entente."),
        (("--outil", "urbanisme"), "“urbanisme” is neither a form of agreement nor a family. Known: Accord"),
        (
            ("--mot", "comité tecnique"),
            "“comité tecnique” is not one of the recurring words. The nearest: comité technique.",
        ),
        (("--mot", "tourisme"), "“tourisme” is not one of the recurring words. Known: appel"),
    ],
)
def test_an_empty_list_says_why(coopform: Coopform, tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    (tmp_path / "a.yaml").write_text("titre: A\noutil: Entente\n", encoding="utf-8")
    run = coopform("list", *asked, "--cases", tmp_path)
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith(f"No case matches. To see them all: coopform list --cases {tmp_path}\n{said}")
    assert run.err.count("\n") == 2 + said.count("\n")
