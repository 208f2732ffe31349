"""`coopform check`: all problems of all files, as text and as data."""

import json
import sys
from pathlib import Path

import pytest

from tests.support.places import CASES
from tests.support.running import Coopform

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


@pytest.mark.skipif(sys.platform == "win32", reason="names end in no space there")
def test_files_that_look_like_cases_are_named(coopform: Coopform, workshop: Path) -> None:
    folder = workshop / "cases"
    text = "titre: Un\noutil: Entente\n"
    for name in ("o2.txt", "o5", "o6.yaml ", "o7.yaml.bak", "_notes.txt"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "notes.txt").write_text("Une note, sans autre titre : rien\n", encoding="utf-8")
    for name in ("titres.docx", "o3.yaml.docx", "_modele.docx"):
        (folder / name).write_bytes(b"PK")
    found = json.loads(coopform("check", "--format", "json").out)
    assert [(Path(problem["path"]).name, problem["code"]) for problem in found] == [
        ("o2.txt", "unread-text"),
        ("o3.yaml.docx", "unread-document"),
        ("o5", "unread-text"),
        ("o6.yaml ", "unread-text"),
        ("titres.docx", "unread-document"),
    ]
    assert [problem["help"] for problem in found if problem["code"] == "unread-text"] == [
        f"Rename it “{name}.yaml”." for name in ("o2", "o5", "o6")
    ]


def test_two_cases_of_one_title_are_named(coopform: Coopform, workshop: Path) -> None:
    folder = workshop / "cases"
    for name, title in (("o1", "Entente du Bas-Pays"), ("o2", "ENTENTE du bas-pays"), ("o3", "Entente du Haut-Pays")):
        (folder / f"{name}.yaml").write_text(f"# Note\ntitre: {title}\noutil: Entente\n", encoding="utf-8")
    found = json.loads(coopform("check", "--ignore", "empty-rubric", "--format", "json").out)
    assert [(Path(problem["path"]).name, problem["code"]) for problem in found] == [("o2.yaml", "same-title")]
    assert str(Path("o1.yaml")) in found[0]["message"]
    assert (found[0]["line"], found[0]["column"]) == (2, 8)


def test_fix_is_named_where_it_may_help(coopform: Coopform, workshop: Path) -> None:
    hint = "To fix what can be fixed safely: coopform check --fix\n"
    path = workshop / "cases" / "abc.yaml"
    for fault, is_named in (("enjeu: Deux", True), ("zzz: Deux", False), ("enjeux:", False)):
        path.write_text(f"titre: Un\noutil: Entente\n{fault}\n", encoding="utf-8")
        assert coopform("check").out.endswith(hint) is is_named
    path.write_text("titre: Un # note : deux\noutil: Entente\nzzz: Deux\nenjeu: Trois\n", encoding="utf-8")
    assert hint not in coopform("check", "--fix").out
    assert hint not in coopform("check", "--select", "unknown-key").out


def test_in_french(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\nenjeu: Deux\n", encoding="utf-8")
    out = coopform("check").out
    assert "erreur[misspelt-key]: La clé «\u00a0enjeu\u00a0» n’existe pas." in out
    assert "aide\u00a0: Saisissez «\u00a0enjeux\u00a0»." in out
    assert "7 fichiers vérifiés\u00a0: 1 erreur" in out


def test_warnings_are_no_failure_unless_strict(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    run = coopform("check")
    assert run.code == 0
    assert run.out.count("warning[empty-rubric]: 6 keys to complete: ") == 1
    assert run.out.endswith("7 files checked: 6 keys to complete.\n")
    strict = coopform("check", "--strict")
    assert strict.code == 1
    assert strict.out.count("error[empty-rubric]: 6 keys to complete: ") == 1


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


# Values with text after “#” on their last line, which YAML drops silently.
CUT = {
    "quotes": 'resume: "Plan de bassin"#2 du programme',
    "apostrophes": "resume: 'Plan'#2 du programme",
    "brackets": "themes: [eau]#ou forêt",
    "braces": "moyens: {Budget: 2}#par an",
    "brackets below": "themes: [eau,\n  forêt]#ou bois",
    "inside brackets": 'themes: ["sols",\n  "eau"#air\n  ]',
    "a space before": 'resume: "Plan" # du programme',
    "a tab before": 'moyens:\n  - "Plan"\t#2 du programme',
    "an item": 'moyens:\n  - Eau\n  - "Accueil"#urgent',
    "an empty key": "moyens: # le budget\n  - 2 postes",
    "an empty hyphen": "moyens:\n  - #1 le budget\n    2 postes",
    "a folded text": "resume: >#1 en bref\n  Une charte",
    "a folded text alone": "resume: ># mots",
    "a literal text alone": "resume: |# mots",
    "below a block text": "resume: |\n  Un premier\n #2 Un second",
    "in a block text": "resume: |\n  Un premier\n #2 Un second\n  Un troisième",
    "in a block text at the margin": "resume: |\n  Un premier\n#2 Un second\n  Un troisième",
    "a mark of the end": "... # fin de la fiche",
}


@pytest.mark.parametrize("name", CUT)
def test_words_behind_a_hash_are_named_on_their_line(coopform: Coopform, tmp_path: Path, name: str) -> None:
    text = f"titre: Eau\noutil: Entente\n{CUT[name]}"
    path = tmp_path / "eau.yaml"
    cut = {number for number, line in enumerate(text.split("\n"), 1) if "#" in line}
    for ends in ("\n", "\r\n", ""):
        path.write_bytes((text.replace("\n", ends or "\n") + ends).encode("utf-8"))
        found = json.loads(coopform("check", "--format", "json", path).out)
        assert cut <= {problem["line"] for problem in found}, ends


@pytest.mark.parametrize(
    "lines",
    [
        "# note\nresume: Une charte",
        "moyens:\n  # note\n  - 2 postes\n# note",
        "resume: |\n  Une charte\n# note",
        "fiche:\n  licence: |\n    Libre\n  # note\n  auteur: Anne",
        "moyens:\n  - |\n    2 postes\n  # note\n  - Un budget",
        "themes: [eau,\n  # note\n  forêt]",
        "resume: |\n  # Une charte\n\n  #2 du programme",
    ],
)
def test_notes_on_lines_of_their_own_are_silent(coopform: Coopform, tmp_path: Path, lines: str) -> None:
    path = tmp_path / "eau.yaml"
    path.write_text(f"titre: Eau\noutil: Entente\n{lines}\n", encoding="utf-8")
    assert coopform("check", "--ignore", "empty-rubric", path).out == "1 file checked: no problem.\n"


@pytest.mark.parametrize(
    "words", ["Eau potable", "« Eau »", "2 axes", "Objet de la convention", "Eau potable : un réseau"]
)
@pytest.mark.parametrize("key", ["enjeux", "titre", "resume"])
def test_a_text_below_its_key_at_the_margin_is_named(coopform: Coopform, tmp_path: Path, key: str, words: str) -> None:
    path = tmp_path / "eau.yaml"
    title = "" if key == "titre" else "titre: Eau\n"
    path.write_text(f"{title}outil: Entente\n{key}:\n{words}\nmoyens: 2 postes\n", encoding="utf-8")
    found = json.loads(coopform("check", "--format", "json", path).out)
    assert (
        path.read_text(encoding="utf-8").split("\n").index(words) + 1,
        "item-at-margin" if key == "enjeux" else "text-at-margin",
    ) in [(problem["line"], problem["code"]) for problem in found]


def test_files_and_folders_may_be_named(coopform: Coopform, workshop: Path) -> None:
    assert coopform("check", CASES / "tridan.yaml", CASES / "_recueil.yaml").out == "2 files checked: no problem.\n"
    assert coopform("check", CASES).out == "6 files checked: no problem.\n"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("parc.png", None, "logo-missing"),
        ("parc.pdf", b"%PDF-1.4", "logo-unusable"),
        ("parc.png", b"GIF89a", "logo-unusable"),
        ("../parc.png", b"", "logo-unusable"),
        ("parc.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "logo-unusable"),
        ("parc.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', None),
    ],
)
@pytest.mark.parametrize("asked", ["cases", "cases/_recueil.yaml"])
def test_the_logo_of_the_collection_is_checked(
    coopform: Coopform, workshop: Path, asked: str, name: str, data: bytes | None, code: str | None
) -> None:
    (workshop / "cases" / "_recueil.yaml").write_text(f"titre: T\nlogo: {name}\n", encoding="utf-8")
    if data is not None:
        (workshop / "cases" / name).write_bytes(data)
    found = json.loads(coopform("check", asked, "--format", "json").out)
    assert [(problem["code"], problem["line"], problem["column"]) for problem in found] == (
        [(code, 2, 7)] if code else []
    )


def test_the_description_of_the_collection_is_checked(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "_recueil.yaml").write_text("titre: T\nlieux: ici\n", encoding="utf-8")
    run = coopform("check")
    assert run.code == 1
    assert "_recueil.yaml:2:1: error[misspelt-key]" in run.out
    # The cases are usable, and the problem is reported.
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


def test_a_folder_without_cases_is_not_said_to_be_without_problems(coopform: Coopform, workshop: Path) -> None:
    Path("documents").mkdir()
    run = coopform("check", "documents")
    assert (run.code, run.out) == (0, "No file was checked: there is no case there.\n")
