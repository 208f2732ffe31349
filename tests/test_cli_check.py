"""`coopform check`: all problems of all files, in words and as data."""

import json
from pathlib import Path

import pytest

from tests.conftest import CASES, Coopform

BROKEN = "titre: Entente : essai\noutil: Entente\nenjeu: Un\n"


def test_the_five_cases_have_no_problem(coopform: Coopform, workshop: Path) -> None:
    run = coopform("check", "--strict")
    assert (run.code, run.out, run.err) == (0, "6 files checked: no problem.\n", "")


def test_a_problem_is_shown_with_its_place_and_what_to_type(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nenjeu: Deux\n", encoding="utf-8")
    run = coopform("check", "cases/abc.yaml")
    assert run.code == 1
    path = str(Path("cases/abc.yaml"))
    assert run.out.startswith(
        f"{path}:3:1: error[misspelt-key]: The key “enjeu” does not exist.\n"
        "  3 | enjeu: Deux\n"
        "    | ^^^^^\n"
        "  help: Type “enjeux”.\n\n"
    )


def test_in_french(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nenjeu: Deux\n", encoding="utf-8")
    out = coopform("check").out
    assert "erreur[misspelt-key]: La clé «\u00a0enjeu\u00a0» n’existe pas." in out
    assert "aide\u00a0: Tapez «\u00a0enjeux\u00a0»." in out
    assert "7 fichiers vérifiés\u00a0: 1 erreur" in out


def test_warnings_are_no_failure_unless_strict(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    run = coopform("check")
    assert run.code == 0
    assert run.out.count("warning[empty-rubric]") == 6
    assert run.out.endswith("7 files checked: 6 warnings.\n")
    strict = coopform("check", "--strict")
    assert strict.code == 1
    assert strict.out.count("error[empty-rubric]") == 6


def test_a_file_of_many_problems_is_cut_and_the_total_said(coopform: Coopform, workshop: Path) -> None:
    keys = "\n".join(f"zzz{number}: x" for number in range(70))
    (workshop / "cases" / "abc.yaml").write_text(f"titre: Un\noutil: Entente\n{keys}\n", encoding="utf-8")
    out = coopform("check").out
    assert out.count("error[unknown-key]") == 50
    assert "… and 20 more in" in out
    assert "70 errors" in out


def test_json_has_every_problem_with_its_place(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nenjeu: Deux\n", encoding="utf-8")
    problems = json.loads(coopform("check", "--format", "json").out)
    assert problems[0] == {
        "path": str(Path("cases/abc.yaml")),
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 6,
        "code": "misspelt-key",
        "severity": "error",
        "message": "The key “enjeu” does not exist.",
        "help": "Type “enjeux”.",
    }


def test_files_and_folders_may_be_named(coopform: Coopform, workshop: Path) -> None:
    assert coopform("check", CASES / "tridan.yaml", CASES / "_recueil.yaml").out == "2 files checked: no problem.\n"
    assert coopform("check", CASES).out == "6 files checked: no problem.\n"


def test_the_description_of_the_collection_is_checked(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "_recueil.yaml").write_text("titre: T\nlieux: ici\n", encoding="utf-8")
    run = coopform("check")
    assert run.code == 1
    assert "_recueil.yaml:2:1: error[misspelt-key]" in run.out
    # The cases stay usable, the fault is named.
    listed = coopform("list")
    assert listed.code == 1
    assert "_recueil.yaml:2:1" in listed.err


def test_two_files_with_one_id_are_both_named(coopform: Coopform, workshop: Path) -> None:
    text = (CASES / "tridan.yaml").read_text(encoding="utf-8")
    (workshop / "cases" / "Tridan.yml").write_text(text, encoding="utf-8")
    out = coopform("check").out
    assert out.count("error[same-id]") == 2
    assert coopform("list", "--format", "ids").out.count("tridan") == 0


@pytest.mark.parametrize("name", ["index.yaml", "con.yaml", "LPT1.yaml", "tableau-synoptique.yaml", "!!!.yaml"])
def test_names_that_cannot_be_used_are_refused(coopform: Coopform, workshop: Path, name: str) -> None:
    (workshop / "cases" / name).write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    run = coopform("check")
    assert run.code == 1
    assert ("error[bad-name]" if name.startswith("!") else "error[reserved-name]") in run.out
