"""Duplicate IDs are found for a folder, for several files and for a single file."""

import json
from pathlib import Path

import pytest
import yaml

from tests.support.places import ROOT
from tests.support.running import Coopform


def same_id(folder: Path, *names: str) -> None:
    """Write files that all have the ID « c1 », with different titles."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"titre: Fiche {name}\noutil: Entente\nobjet: [Un objet]\n", encoding="utf-8")


def refused(coopform: Coopform, *arguments: str | Path) -> list[tuple[str, str]]:
    """Return the file of each problem with a duplicate ID, and the other file that it names."""
    found = json.loads(coopform("check", "--select", "same-id", "--format", "json", *arguments).out)
    return [(problem["path"], problem["message"].rpartition(" as ")[2].rstrip(".")) for problem in found]


@pytest.mark.parametrize(
    ("there", "named", "expected"),
    [
        ("cases/c1.yaml cases/C1.yml", "cases/c1.yaml cases/C1.yml", ["cases/c1.yaml", "cases/C1.yml"]),
        ("cases/c1.yaml cases/C1.yml", "cases/C1.yml", ["cases/C1.yml"]),
        ("cases/c1.yaml cases/ç1.yaml", "cases/ç1.yaml", ["cases/ç1.yaml"]),
        ("cases/c_1.yaml cases/C-1.yaml", "cases/c_1.yaml", ["cases/c_1.yaml"]),
        ("cases/a/c1.yaml cases/b/C1.yml", "cases/a/c1.yaml cases/b/C1.yml", ["cases/a/c1.yaml", "cases/b/C1.yml"]),
        ("cases/a/c1.yaml cases/C1.yml", "cases/a/c1.yaml", ["cases/a/c1.yaml"]),
        ("fiches/c1.yaml fiches/C1.yml", "fiches/c1.yaml", ["fiches/c1.yaml"]),
        ("cases/c1.yaml cases/C1.yml", "cases/C1.yml cases", ["cases/C1.yml", "cases/c1.yaml"]),
        # The same file by two paths.
        ("cases/c1.yaml", "cases/c1.yaml ./cases/c1.yaml cases/../cases/c1.yaml", []),
        ("cases/c1.yaml", "cases/c1.yaml cases c1 c1", []),
        # Different collections, or no cases.
        ("cases/c1.yaml old/cases/c1.yaml", "cases/c1.yaml old/cases/c1.yaml", []),
        ("a/c1.yaml b/c1.yaml", "a/c1.yaml b/c1.yaml", []),
        ("cases/c1.yaml cases/_c1.yaml cases/_brouillons/c1.yaml", "cases/c1.yaml", []),
        ("cases/c1.yaml cases/_brouillons/c1.yaml", "cases/_brouillons/c1.yaml", []),
    ],
)
def test_a_file_that_is_named_is_compared_with_the_names_of_its_collection(
    coopform: Coopform, empty: Path, there: str, named: str, expected: list[str]
) -> None:
    same_id(empty, *there.split())
    found = refused(coopform, *named.split())
    assert [path for path, _ in found] == expected
    assert all({path, other} == set(there.split()) for path, other in found)


def test_the_folder_of_cases_may_have_any_name(coopform: Coopform, empty: Path) -> None:
    same_id(empty, "fiches/a/c1.yaml", "fiches/C1.yml")
    assert refused(coopform, "fiches/a/c1.yaml") == []
    expected = [("fiches/a/c1.yaml", "fiches/C1.yml")]
    assert refused(coopform, "--cases", "fiches", "fiches/a/c1.yaml") == expected
    (empty / "fiches" / "_recueil.yaml").write_text("titre: Recueil\n", encoding="utf-8")
    assert refused(coopform, "fiches/a/c1.yaml") == expected


def test_the_other_file_is_named_from_where_one_is(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same_id(tmp_path, "cases/a/c1.yaml", "cases/C1.yml")
    monkeypatch.chdir(tmp_path / "cases" / "a")
    assert refused(coopform, "c1.yaml") == [("c1.yaml", str(Path("..", "C1.yml")))]
    named, other = tmp_path / "cases" / "a" / "c1.yaml", tmp_path / "cases" / "C1.yml"
    assert refused(coopform, named) == [(str(named), str(other))]


def test_a_file_named_twice_is_checked_once(coopform: Coopform, workshop: Path) -> None:
    assert coopform("check", "cases/tridan.yaml", workshop / "cases" / "tridan.yaml", "tridan").out == (
        "1 file checked: no problem.\n"
    )
    assert coopform("check", "cases/tridan.yaml", "cases", "cases/").out == coopform("check", "cases").out


@pytest.mark.parametrize("command", ["compare", "render", "export"])
def test_two_files_of_one_id_are_not_taken_for_one_case(coopform: Coopform, empty: Path, command: str) -> None:
    same_id(empty, "cases/c1.yaml", "cases/C1.yml")
    run = coopform(command, "cases/c1.yaml", "cases/C1.yml")
    assert (run.code, run.out) == (1, "")
    assert "cases/C1.yml:1:1: This file has the same ID “c1” as cases/c1.yaml." in run.err
    assert not Path("handouts").exists()
    # A single path is not ambiguous.
    assert "Fiche cases/C1.yml" in coopform("show", "cases/C1.yml").out


def test_the_hook_checks_the_files_of_a_commit_by_one_run() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["require_serial"] is True
