"""What somebody meets on a first day: wrong folders, files of other kinds, names that Notepad gave."""

import io
import re
from pathlib import Path

import pytest

from tests.support.running import Coopform

_IMPORT = "To create cases from the documents in it: coopform import ../documents\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a collection, in which one case has the ending of Notepad; documents are beside it."""
    folder = tmp_path / "recueil"
    (folder / "cases").mkdir(parents=True)
    (folder / "cases" / "_recueil.yaml").write_text("titre: Rives\n", encoding="utf-8")
    (folder / "cases" / "pacte-des-rives.yaml").write_text("titre: Pacte des rives\n", encoding="utf-8")
    (folder / "cases" / "pacte-du-lac.yaml.txt").write_text("titre: Pacte du lac\n", encoding="utf-8")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "Notes.docx").touch()
    (tmp_path / "documents.zip").touch()
    (tmp_path / "vide" / "cases").mkdir(parents=True)
    (tmp_path / "vide" / "cases" / "_recueil.yaml").write_text("titre: Vide\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "../documents.zip"], "it is an archive. Extract what is in it"),
        (["import", "documents"], "Did you mean “../documents”?\n"),
        (["import", "../docments"], "Did you mean “../documents”?\n"),
        (["check", "../docments"], "Did you mean “../documents”?\n"),
        (["check", "cases/pacte-des-rive.yaml"], "Did you mean “cases/pacte-des-rives.yaml”?\n"),
        (["list", "--cases", "../docments"], "Did you mean “../documents”?\n"),
        (["list", "--cases", "../documents"], _IMPORT),
        (["check", "../documents"], _IMPORT),
        (["render", "--cases", "../documents"], _IMPORT),
        (["show", "--cases", "../nowhere"], "The folder of cases “../nowhere” does not exist"),
        (["show", "--cases", "../vide"], "To create one: coopform new --cases ../vide/cases\n"),
        (["show", "pacte", "--cases", "../vide"], "To create one: coopform new --cases ../vide/cases\n"),
        (["compare", "--all", "--cases", "../vide"], "To create one: coopform new --cases ../vide/cases\n"),
        (["edit"], "Missing argument: CASE. For example: coopform edit pacte-des-rives\n"),
        (["export", "--cases", "../vide"], "To create one: coopform new --cases ../vide/cases\n"),
        (["render", "--cases", "../vide"], "To create one: coopform new --cases ../vide/cases\n"),
        (["show", "pacte-du-lac"], "help: Rename it “pacte-du-lac.yaml”."),
        (["show", "cases/pacte-du-lac.yaml"], "help: Rename it “pacte-du-lac.yaml”."),
        (["open", "cases/pacte-du-lac.yaml.txt"], "help: Rename it “pacte-du-lac.yaml”."),
        (["init", "cases"], "nothing was created in it. To create a case: coopform new --cases cases\n"),
        (["render", "--format", "odt"], "but in docx: coopform render --document sheet --format docx\n"),
        (
            ["new", "--blank", "Pacte des rives"],
            "To go on with the case that is there: coopform edit pacte-des-rives\n",
        ),
        (
            ["list", "--lang", "fr"],
            "There is no option --lang. The variable COOPFORM_LANG gives the language: fr or en.",
        ),
        (["check", "-o", "bilan.csv"], "Type one of: *.txt, *.json, *.sarif.\n"),
        (["export", "--format", "json", "-o", "r.md"], "Type one of: *.csv, "),
    ],
)
def test_a_stumble_says_what_to_do(coopform: Coopform, desk: Path, arguments: list[str], said: str) -> None:
    assert said in coopform(*arguments).err


def test_the_ending_of_notepad_is_found_and_removed_in_a_file_that_is_named(coopform: Coopform, desk: Path) -> None:
    assert "[hidden-ending]" in coopform("check", "pacte-du-lac").out
    run = coopform("check", "cases/pacte-du-lac.yaml.txt", "--fix")
    assert "to pacte-du-lac.yaml" in run.err
    assert "1 file checked" in run.out
    assert coopform("show", "pacte-du-lac").code == 0


@pytest.mark.parametrize(("fault", "is_fixed"), [("enjeux:\n\t- un", True), ("outil Plan\nenjeux:\n  - un", False)])
def test_check_proposes_fix_only_where_it_fixes_something(
    coopform: Coopform, desk: Path, fault: str, is_fixed: bool
) -> None:
    case = desk / "cases" / "pacte-des-rives.yaml"
    case.write_text(f"titre: Pacte des rives\n{fault}\n", encoding="utf-8")
    run = coopform("check", case)
    assert run.code == 1
    assert (f"coopform check {case} --fix\n" in run.out) is is_fixed
    coopform("check", case, "--fix")
    assert (f"{fault}\n" not in case.read_text(encoding="utf-8")) is is_fixed


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_the_lines_of_a_check_are_broken_between_words(
    coopform: Coopform, desk: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    case = desk / "cases" / "pacte-des-rives.yaml"
    case.write_text("titre: Pacte : des rives\nenjeux: le lac, la rive\n", encoding="utf-8")
    plain = coopform("check", "cases").out
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = re.sub(r"\x1b\[[\d;]*m", "", coopform("check", "cases").out)
    assert max(map(len, plain.splitlines())) > 80
    assert max(map(len, shown.splitlines())) <= columns
    assert shown.split() == plain.split()
    assert not [line for line in shown.splitlines() if line.endswith("coopform")]


def test_a_proposed_command_is_on_the_folder_that_was_named(
    coopform: Coopform, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.parent)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    (desk / "cases" / "b.yaml").write_text("titre: B\nenjeux:\n\t- un\n", encoding="utf-8")
    folder = ["--cases", "recueil/cases"]
    for arguments, said in (
        (["list", "valdac"], "To see them all: coopform list --cases recueil/cases\n"),
        (["list"], "how to fix them: coopform check --cases recueil/cases\n"),
        (["new", "--blank", "Un accord"], "To fill it in: coopform edit un-accord --cases recueil/cases\n"),
        (["new", "Un pacte"], "To continue: coopform new --cases recueil/cases\n"),
    ):
        assert said in coopform(*arguments, *folder).err
        assert said in coopform(*folder, *arguments).err.replace("accord-2", "accord")
    assert coopform("check", *folder).out.endswith("coopform check --fix --cases recueil/cases\n")
    assert coopform("check", *(4 * ["recueil/cases"])).out.endswith("safely: --fix\n")


def test_words_between_forms_are_none(coopform: Coopform, desk: Path) -> None:
    expected = coopform("forms", "entente", "service commun").out
    assert coopform("forms", "Entente", "et", "Service commun").out == expected
    assert coopform("forms", "et").code == 2


def test_nothing_names_no_case(coopform: Coopform, desk: Path) -> None:
    (desk / "cases" / "fiche.yaml").write_text("titre: “???”\n", encoding="utf-8")
    for command in ("show", "export", "render"):
        assert coopform(command, "").err.startswith("There is no case “”.")


def test_a_template_is_named_from_this_folder(coopform: Coopform, desk: Path) -> None:
    assert coopform("templates", "sheet.css").err == f"Written: {Path('templates', 'sheet.css')}\n"
