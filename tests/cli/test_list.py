"""`coopform list`: words, filters, order, formats."""

import sys
from pathlib import Path

import pytest

from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.collection import collection
from coopform.problems.problem import Problem
from tests.support.places import CASES, IDS
from tests.support.running import Coopform


def ids(coopform: Coopform, *arguments: str) -> list[str]:
    return coopform("list", *arguments, "--format", "ids").out.split()


def test_the_five_cases_are_complete(coopform: Coopform, workshop: Path) -> None:
    run = coopform("list")
    assert run.code == 0
    assert run.out.count("6/6") == 5
    assert run.err == ""


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["comité technique"], ["sage-ardeche", "territoires-partenaires", "tridan"]),
        (["comité", "technique"], ["mutualisation-pnr-pays", "sage-ardeche", "territoires-partenaires", "tridan"]),
        (["COMITE TECHNIQUE"], ["sage-ardeche", "territoires-partenaires", "tridan"]),
        (["eau"], ["sage-ardeche"]),  # not « nouvelle »
        (["oeuvre"], ["monts-ardeche"]),
        (["Pilotage : conférence"], ["tridan"]),
        (["introuvable"], []),
        ([""], IDS),
        (["--partenaire", "PNR"], ["monts-ardeche", "mutualisation-pnr-pays"]),
        (["--partenaire", "EPCI"], ["monts-ardeche", "territoires-partenaires", "tridan"]),
        (["--partenaire", "communauté de communes"], ["monts-ardeche", "tridan"]),
        (["--partenaire", "Pays", "--partenaire", "CU"], ["mutualisation-pnr-pays", "territoires-partenaires"]),
        (["--partenaire", "PNR", "--partenaire", "CC", "pays"], ["mutualisation-pnr-pays"]),
        (["--outil", "entente"], ["tridan"]),
        (["--outil", "convention"], ["mutualisation-pnr-pays", "sage-ardeche", "territoires-partenaires"]),
        (["--outil", "feuille de route"], ["monts-ardeche"]),
        (["--outil", "quasi-régie"], ["mutualisation-pnr-pays"]),
        (["--mot", "appel à projet"], ["mutualisation-pnr-pays", "territoires-partenaires"]),
        (["--mot", "Comités techniques"], ["sage-ardeche", "territoires-partenaires", "tridan"]),
        (["--mot", "comité technique", "--partenaire", "EPCI"], ["territoires-partenaires", "tridan"]),
        (["--theme", "eau"], []),
    ],
)
def test_words_and_filters(coopform: Coopform, workshop: Path, arguments: list[str], found: list[str]) -> None:
    assert ids(coopform, *arguments) == found


@pytest.mark.parametrize(
    ("option", "value"), [("--theme", "Énergie"), ("--departement", "2a"), ("--statut", "EN COURS")]
)
def test_filters_on_keys_that_the_five_do_not_have(coopform: Coopform, workshop: Path, option: str, value: str) -> None:
    case = "titre: Un\noutil: Entente\nthemes: [énergie]\ndepartements: [2A, 07]\nstatut: en cours\n"
    (workshop / "cases" / "un.yaml").write_text(case, encoding="utf-8")
    assert ids(coopform, option, value) == ["un"]


def test_titles_sort_by_their_words(coopform: Coopform, workshop: Path) -> None:
    by_title = ["sage-ardeche", "mutualisation-pnr-pays", "territoires-partenaires", "tridan", "monts-ardeche"]
    assert ids(coopform, "--sort", "titre") == by_title


def test_the_most_complete_come_first(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "a.yaml").write_text("titre: A\noutil: Entente\n", encoding="utf-8")
    assert ids(coopform, "--sort", "rubriques")[-1] == "a"


def test_no_match_is_said_and_is_no_failure(coopform: Coopform, workshop: Path) -> None:
    run = coopform("list", "introuvable")
    assert (run.code, run.out, run.err) == (0, "", "No case matches. To see them all: coopform list\n")


def test_a_broken_file_leaves_the_five_usable(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "autre.yaml").write_text("titre: Un\noutil: Entente\nobjte: deux\n", encoding="utf-8")
    run = coopform("list")
    assert run.code == 1
    assert run.out.count("6/6") == 5
    assert "autre.yaml:3:1: The key “objte” does not exist." in run.err
    assert coopform("show", "tridan").code == 0
    assert coopform("compare", "tridan", "sage-ardeche").code == 0
    compared = coopform("compare", "--all")
    assert compared.code == 1
    assert "autre.yaml:3:1" in compared.err
    rendered = coopform("render", "-o", "out")
    assert rendered.code == 1
    assert "autre.yaml:3:1" in rendered.err
    assert len(list((workshop / "out").glob("*.md"))) == 5


def test_without_a_folder_the_shipped_cases_are_listed_and_said(coopform: Coopform, empty: Path) -> None:
    run = coopform("list", "--format", "ids")
    assert run.out.split() == IDS
    assert run.err == "No cases/ folder here: these are the cases shipped with coopform.\n"


def test_the_folder_is_looked_for_upward(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (workshop / "cases" / "tridan.yaml").unlink()
    (workshop / "deep" / "er").mkdir(parents=True)
    (workshop / "deep" / "cases").mkdir()  # empty: not a folder of cases
    monkeypatch.chdir(workshop / "deep" / "er")
    assert ids(coopform) == IDS[:-1]


def test_the_folder_asked_for_wins(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, identifier in (("named", "un"), ("other", "deux")):
        (workshop / name).mkdir()
        (workshop / name / f"{identifier}.yml").write_text("titre: T\noutil: Entente\n", encoding="utf-8")
    monkeypatch.setenv("COOPFORM_CASES", "other")
    assert ids(coopform) == ["deux"]
    assert ids(coopform, "--cases", "named") == ["un"]
    assert coopform("--cases", "named", "list", "--format", "ids").out.split() == ["un"]


def test_hidden_names_are_not_cases_and_subfolders_are_read(coopform: Coopform, workshop: Path) -> None:
    text = "titre: T\noutil: Entente\n"
    for name in ("_brouillon.yaml", ".cache.yaml", "sud/Haut Jura.yml", "_vieux/x.yaml", "note.txt"):
        path = workshop / "cases" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert ids(coopform) == sorted([*IDS, "haut-jura"])


def test_an_empty_folder_is_said(coopform: Coopform, tmp_path: Path) -> None:
    run = coopform("list", "--cases", tmp_path)
    assert (run.code, run.out) == (0, "")
    assert "There is no case in" in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="no such folder there")
def test_the_name_of_an_empty_folder_commands_nothing(coopform: Coopform, tmp_path: Path) -> None:
    folder = tmp_path / "cas\x1b[31m"
    folder.mkdir()
    run = coopform("list", "--cases", folder)
    assert "cas<U+001B>[31m" in run.err
    assert "\x1b" not in run.err


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        (["introuvable"], 1),
        (["--statut", "introuvable"], 1),
        (["--theme", "introuvable"], 1),
        (["--outil", "introuvable"], 2),
        (["--outil", "Entente"], 1),
    ],
)
def test_the_files_are_read_again_only_to_say_what_a_filter_knows(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, asked: list[str], ways: int
) -> None:
    read: list[Path] = []

    def note(path: Path) -> Source | Problem:
        read.append(path)
        return read_source(path)

    monkeypatch.setattr(collection, "read_source", note)
    assert coopform("list", *asked, "--cases", str(CASES)).code == 0
    assert len([path for path in read if not path.name.startswith("_")]) == ways * len(IDS)
