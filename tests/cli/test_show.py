"""`coopform show`: choice of the case, content."""

import json
from pathlib import Path

import pytest

from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.collection import collection
from coopform.collection.collection import read_file
from coopform.problems.problem import Problem
from tests.support.places import IDS
from tests.support.running import Coopform


@pytest.mark.parametrize("name", ["tridan", "TRIDAN", "trid", "rida", "cases/tridan.yaml", "tridan.yaml"])
def test_many_ways_to_mean_one_case(coopform: Coopform, workshop: Path, name: str) -> None:
    run = coopform("show", name)
    assert run.code == 0
    assert run.out == coopform("show", "tridan").out
    assert run.out.startswith("Entente interterritoriale TRIDAN\n")


def test_an_unknown_name_gets_the_nearest(coopform: Coopform, workshop: Path) -> None:
    run = coopform("show", "tirdan")
    assert (run.code, run.out) == (2, "")
    assert run.err == "There is no case “tirdan”. The nearest: tridan.\n"


def test_a_name_like_no_other_gets_the_list(coopform: Coopform, workshop: Path) -> None:
    run = coopform("show", "zzz")
    assert run.code == 2
    assert all(identifier in run.err for identifier in IDS)


@pytest.mark.parametrize("name", ["t", "m"])
def test_an_ambiguous_name_gets_the_candidates(coopform: Coopform, workshop: Path, name: str) -> None:
    run = coopform("show", name)
    assert run.code == 2
    assert "matches several cases" in run.err


def test_a_beginning_goes_before_a_part(coopform: Coopform, workshop: Path) -> None:
    # « ardeche » is part of two IDs; only one begins with « mont ».
    assert coopform("show", "ardeche").code == 2
    assert coopform("show", "mont").code == 0


def test_a_broken_case_says_what_to_do(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nenjeu: deux\n", encoding="utf-8")
    run = coopform("show", "abc")
    assert (run.code, run.out) == (1, "")
    assert "abc.yaml:3:1: The key “enjeu” does not exist." in run.err
    assert "help: Type “enjeux”." in run.err


def test_a_missing_file_is_said(coopform: Coopform, workshop: Path) -> None:
    run = coopform("show", "ailleurs/x.yaml")
    assert run.code == 2
    assert run.err == "There is no file “ailleurs/x.yaml”. Check its name and its folder.\n"
    assert coopform("check", "ailleurs/x.yaml").code == 2


def test_only_the_rows_asked_for(coopform: Coopform, workshop: Path) -> None:
    out = coopform("show", "tridan", "--row", "enjeux", "--row", "Échelle").out
    assert "Enjeux" in out
    assert "3\u00a0SCoT" in out
    assert "Objet" not in out
    assert "Sources" not in out
    data = json.loads(coopform("show", "tridan", "--row", "enjeux", "--format", "json").out)
    assert list(data) == ["id", "titre", "enjeux"]
    markdown = coopform("show", "tridan", "--row", "enjeux", "--format", "markdown").out
    assert [line for line in markdown.splitlines() if line.startswith("#")] == [
        "# Entente interterritoriale TRIDAN",
        "## Enjeux",
    ]
    assert "ambitions" not in coopform("show", "tridan", "--row", "enjeux", "--format", "yaml").out


def test_an_unknown_row_gets_the_nearest(coopform: Coopform, workshop: Path) -> None:
    run = coopform("show", "tridan", "--row", "enjeu")
    assert run.code == 2
    assert "The nearest: enjeux." in run.err


def test_yaml_reads_again_as_the_same_case(coopform: Coopform, workshop: Path) -> None:
    for identifier in IDS:
        text = coopform("show", identifier, "--format", "yaml").out
        path = workshop / "again" / f"{identifier}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        again = read_file(path)
        assert again.problems == ()
        assert again.case == read_file(workshop / "cases" / f"{identifier}.yaml").case


def test_a_row_to_fill_in_is_shown_as_such(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nobjet: …\n", encoding="utf-8")
    out = coopform("show", "abc").out
    assert out.count("À compléter") == 6


def test_an_english_case_has_english_labels(coopform: Coopform, workshop: Path) -> None:
    text = "titre: One\noutil: Entente\nlangue: en\nenjeux: 'Why? Because'\n"
    (workshop / "cases" / "abc.yaml").write_text(text, encoding="utf-8")
    out = coopform("show", "abc").out
    assert "Stakes" in out
    assert "Why? Because" in out
    assert "To be filled in" in out


def test_a_file_is_shown_without_a_word_on_folders(coopform: Coopform, empty: Path) -> None:
    (empty / "pays.yaml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    run = coopform("show", "pays.yaml")
    assert (run.code, run.err) == (0, "")
    assert "No cases/ folder here" in coopform("show", "tridan").err


def test_a_colon_inside_a_quotation_makes_no_label(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abd.yaml").write_text(
        "titre: Un\noutil: Entente\nobjet:\n  - « Eau : partage »\n", encoding="utf-8"
    )
    data = json.loads(coopform("show", "abd", "--format", "json").out)
    assert data["objet"] == [{"libelle": None, "texte": "« Eau : partage »", "points": []}]


def test_a_terminal_of_a_few_columns_loses_no_word(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "4")
    shown = "".join(coopform("show", "tridan").out.split())
    assert "conférencedesprésidentsetcomitétechniquedesDGS" in shown


@pytest.mark.parametrize(
    ("name", "read"),
    [("tridan", ["tridan"]), ("Tridan", ["tridan"]), ("cases/tridan.yaml", ["tridan"]), ("trid", IDS)],
)
def test_of_a_case_named_by_its_id_only_its_file_is_read(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: list[str]
) -> None:
    opened: list[str] = []

    def note(path: Path) -> Source | Problem:
        opened.append(path.stem)
        return read_source(path)

    monkeypatch.setattr(collection, "read_source", note)
    assert coopform("show", name).code == 0
    assert sorted({stem for stem in opened if stem != "_recueil"}) == read
