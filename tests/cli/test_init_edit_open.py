"""`coopform init`, `schema`, `edit` and `open`: files to start with, and programs started on them."""

import json
import re
import shutil
import stat
import sys
import webbrowser
from pathlib import Path

import pytest

from coopform.authoring.schema.files import schema_text
from coopform.authoring.schema.shapes import KINDS
from coopform.cli import open_elsewhere
from coopform.cli.open_elsewhere import Editor
from coopform.collection.collection import read_collection, read_path
from coopform.model.keys import RECUEIL
from coopform.text.i18n import LANGUAGES
from tests.support.editor import is_underlined
from tests.support.places import CASES
from tests.support.running import Coopform

# init


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_collection_is_begun(coopform: Coopform, empty: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("COOPFORM_LANG", language)
    run = coopform("init", "Mes fiches")
    assert run.code == 0
    assert 'cd "Mes fiches"' in run.err
    recueil = read_path(empty / "Mes fiches" / "cases" / "_recueil.yaml")
    assert recueil.problems == ()
    assert recueil.recueil.langue == language
    monkeypatch.chdir(empty / "Mes fiches")
    # The folder is found without a case.
    assert "shipped" not in coopform("list").err


def test_every_key_of_the_collection_is_explained(coopform: Coopform, empty: Path) -> None:
    coopform("init")
    path = empty / "cases" / "_recueil.yaml"
    text = path.read_text(encoding="utf-8")
    assert [key for key in RECUEIL if not re.search(rf"^#?{key}:", text, re.MULTILINE)] == []
    path.write_text(re.sub(r"^#(?! \S)", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert read_path(path).problems == ()
    assert read_path(path).recueil.introduction.paragraphes == ("…",)
    assert not is_underlined(path.read_text(encoding="utf-8"), "recueil")


def test_what_is_there_is_kept(coopform: Coopform, empty: Path) -> None:
    own = {"cases/_recueil.yaml": "titre: Le nôtre\n", ".vscode/settings.json": "{}"}
    for name, text in own.items():
        (empty / name).parent.mkdir(exist_ok=True)
        (empty / name).write_text(text, encoding="utf-8")
    run = coopform("init", "--examples")
    assert run.code == 0
    for name, text in own.items():
        assert (empty / name).read_text(encoding="utf-8") == text
        assert f"kept: {Path(name)}" in run.err
    again = coopform("init", "--examples")
    assert (again.code, again.out) == (0, "")


def test_the_examples_are_the_five(coopform: Coopform, empty: Path) -> None:
    assert coopform("init", "--examples").code == 0
    assert coopform("check", "--strict").code == 0
    begun = read_collection(empty / "cases")
    assert begun.cases == read_collection(CASES).cases
    for file in begun.files:
        assert file.path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=.schema/")


def test_editors_find_what_they_need(coopform: Coopform, empty: Path) -> None:
    coopform("init")
    settings = json.loads((empty / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert [(empty / name).is_file() for name in settings["yaml.schemas"]] == [True, True]
    extensions = json.loads((empty / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
    first = (empty / "cases" / "_recueil.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (empty / "cases" / first.split("$schema=")[1]).is_file()


def test_a_file_in_the_way_is_said(coopform: Coopform, empty: Path) -> None:
    (empty / "x").write_text("", encoding="utf-8")
    run = coopform("init", "x")
    assert (run.code, run.out) == (2, "")
    assert "There is a file where a folder is expected. Choose another name." in run.err


# schema


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_given(coopform: Coopform, empty: Path, kind: str) -> None:
    assert coopform("schema", kind).out == schema_text(kind)
    assert coopform("schema", kind, "-o", "x.json").code == 0
    assert (empty / "x.json").read_text(encoding="utf-8") == schema_text(kind)
    assert coopform("schema", kind, "-o", "x.json").code == 2


def test_an_unknown_kind_of_file_gets_the_list(coopform: Coopform) -> None:
    run = coopform("schema", "valdac")
    assert run.code == 2
    assert "case, recueil" in run.err


# edit


def _program(folder: Path, code: str) -> str:
    """Write a program and return the command that runs it."""
    path = folder / "a program.py"
    path.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return f'"{sys.executable}" "{path}"'


@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_the_file_is_checked_when_the_editor_ends(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    add = 'path.write_text(path.read_text(encoding="utf-8") + "enjeu: x\\n", encoding="utf-8")'
    monkeypatch.setenv(variable, _program(workshop, add))
    run = coopform("edit", "trid")
    assert run.code == 1
    assert "unknown-key" in run.out or "misspelt-key" in run.out
    # A broken case can still be opened by its ID.
    monkeypatch.setenv(variable, _program(workshop, 'path.write_text("titre: Un\\noutil: Entente\\n")'))
    assert coopform("edit", "tridan").code == 0


def test_the_description_of_the_collection_is_edited_too(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", _program(workshop, 'path.write_text("couleur: bleu\\n")'))
    run = coopform("edit", "cases/_recueil.yaml")
    assert run.code == 1
    assert "bad-colour" in run.out
    assert "empty-rubric" not in run.out


def test_an_editor_that_does_not_start_is_said(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-program --wait")
    run = coopform("edit", "tridan")
    assert (run.code, run.out) == (2, "")
    assert "“no-such-program” does not start" in run.err
    assert str(Path("cases", "tridan.yaml")) in run.err


def test_no_editor_at_all_is_said(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(workshop))
    run = coopform("edit", "tridan")
    assert run.code == 2
    assert "No editor was found." in run.err


def test_a_program_that_does_not_wait_leaves_the_check_to_you(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    program = workshop / "xdg-open"
    program.write_text('#!/bin/sh\necho "$1" > opened\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(workshop), prepend=":")
    monkeypatch.setattr(sys, "platform", "linux")
    run = coopform("edit", "tridan")
    assert (run.code, run.out) == (0, "")
    assert "coopform check cases/tridan.yaml" in run.err
    assert (workshop / "opened").read_text(encoding="utf-8").strip() == str(workshop / "cases" / "tridan.yaml")
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    assert "“xdg-open” does not start" in coopform("edit", "tridan").err


def test_the_shipped_cases_are_not_edited(coopform: Coopform, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", _program(empty, "raise SystemExit(9)"))
    run = coopform("edit", "tridan")
    assert run.code == 2
    assert "coopform init" in run.err


@pytest.mark.parametrize(
    ("typed", "system", "command"),
    [
        ("code --wait", "linux", ("code", "--wait")),
        ("'my editor' -n", "linux", ("my editor", "-n")),
        ("l'éditeur", "linux", ("l'éditeur",)),
        ("'éditeur", "win32", ("'éditeur",)),
        (r'"C:\My Programs\npp.exe" -multiInst', "win32", (r"C:\My Programs\npp.exe", "-multiInst")),
        (r"C:\outils\micro.exe", "win32", (r"C:\outils\micro.exe",)),
    ],
)
def test_the_editor_is_a_command_as_typed(typed: str, system: str, command: tuple[str, ...]) -> None:
    assert open_elsewhere.choose_editor({"EDITOR": typed}, system) == Editor(command, waits=True)


@pytest.mark.parametrize(("system", "name"), [("win32", "notepad"), ("darwin", "open"), ("linux", "xdg-open")])
def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch, system: str, name: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda asked: asked)
    editor = open_elsewhere.choose_editor({}, system)
    assert editor is not None
    assert editor.command[0] == name


# open


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses opened in the browser."""
    asked: list[str] = []

    def note(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return asked


def test_a_sheet_is_rendered_and_opened(coopform: Coopform, workshop: Path, opened: list[str]) -> None:
    run = coopform("open", "trid")
    page = workshop / "handouts" / "tridan.html"
    assert (run.code, opened) == (0, [page.as_uri()])
    assert "TRIDAN" in page.read_text(encoding="utf-8")
    assert [path.name for path in sorted(page.parent.iterdir())] == [".coopform.json", "tridan.html"]


@pytest.mark.parametrize("name", ["tridan", "sage-ardeche"])
def test_a_sheet_that_somebody_edited_is_opened_as_it_is(
    coopform: Coopform, workshop: Path, opened: list[str], name: str
) -> None:
    coopform("open", name)
    page = workshop / "handouts" / f"{name}.html"
    page.write_text("à moi", encoding="utf-8")
    run = coopform("open", name)
    assert (run.code, len(opened)) == (0, 2)
    assert "was edited" in run.err
    assert page.read_text(encoding="utf-8") == "à moi"


def test_no_browser_is_said(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    run = coopform("open", "tridan")
    assert run.code == 2
    assert str(Path("handouts", "tridan.html")) in run.err


def test_a_broken_case_is_not_opened(coopform: Coopform, workshop: Path, opened: list[str]) -> None:
    (workshop / "cases" / "tridan.yaml").write_text("titre:\n", encoding="utf-8")
    assert (coopform("open", "tridan").code, opened) == (1, [])
