"""The README is correct: its commands run, its samples are real output, its case file has no problem."""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import webbrowser
from pathlib import Path

import pytest

from coopform.cli.commands.registry import COMMANDS as PLACES
from coopform.collection import collection
from coopform.model import keys
from tests.support import sample_documents
from tests.support.places import ROOT
from tests.support.running import Coopform

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]


def check_sample(name: str, printed: str) -> None:
    """Compare the block after `<!-- sample: name -->` with some output; `UPDATE_GOLDEN=1` replaces it instead."""
    block = re.compile(rf"(<!-- sample: {name} -->\n```text\n)(.*?)(```)", re.DOTALL)
    path = ROOT / "README.md"
    if os.environ.get("UPDATE_GOLDEN"):
        text = path.read_text(encoding="utf-8")
        path.write_text(block.sub(lambda match: match[1] + printed + match[3], text), encoding="utf-8", newline="\n")
        return
    match = block.search(README)
    assert match, f"no sample {name}"
    assert match[2] == printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    # Questions are aborted, the editor exits immediately, the browser and the printer are stubs.
    monkeypatch.setattr(sys, "stdin", io.StringIO("Entente du Haut-Pays\n"))
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c ""')
    monkeypatch.setattr(webbrowser, "open", lambda address: True)
    monkeypatch.setattr("coopform.rendering.formats.choose", lambda asked="": lambda page: b"%PDF-1.7")
    program, *arguments = shlex.split(command)
    assert program == "coopform"
    if arguments[0] == "import":
        shutil.copy(ROOT / "tests" / "sources" / "journee-2015-03-05.txt", "notes.txt")
        sample_documents.headings(workshop / "fiches.docx")
    run = coopform(*arguments)
    assert run.code == 0, run.err
    assert run.out or "Written" in run.err or "coopform new" in run.err


def test_the_french_case_file_has_no_problem(workshop: Path) -> None:
    match = re.search(r"## En français.*?```yaml\n(.*?)```", README, re.DOTALL)
    assert match
    path = workshop / "cases" / "haut-pays.yaml"
    path.write_text(match[1], encoding="utf-8")
    assert collection.read_file(path).problems == ()


def test_every_command_of_the_program_is_there() -> None:
    named = {shlex.split(command)[1] for command in COMMANDS}
    assert named == set(PLACES)


def test_samples_are_what_the_program_prints(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    check_sample("list", coopform("list").out)
    check_sample("compare", coopform("compare", "tridan", "sage-ardeche", "--row", "acteurs").out)


def test_the_case_file_has_no_problem(workshop: Path) -> None:
    match = re.search(r"<!-- case -->\n```yaml\n(.*?)```", README, re.DOTALL)
    assert match
    path = workshop / "cases" / "haut-pays.yaml"
    path.write_text(match[1], encoding="utf-8")
    read = collection.read_file(path)
    assert read.problems == ()
    assert read.case is not None
    assert read.case.completeness == "6/6"
    assert read.case.partenaires[0].texte == "5 communautés de communes"


def test_the_python_example_prints_what_it_says(workshop: Path) -> None:
    match = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert match
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(match[1], "README.md", "exec"), {})
    check_sample("api", out.getvalue())


def test_the_two_commands_are_those_of_the_checks() -> None:
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for name in ("handouts", "tests"):
        match = re.search(rf"<!-- run: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
        assert match
        assert f"readme_command {name}" in checks


def test_every_key_is_named() -> None:
    assert [key for key in (*keys.CASE, *keys.RECUEIL) if f"`{key}`" not in README and f"\n{key}:" not in README] == []
