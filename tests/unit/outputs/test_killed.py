"""Runs killed at any moment, or at once: no file is half written, and the next run leaves nothing of the one before.

`KILLS=75 pytest -m long tests/unit/outputs/test_killed.py` kills each of the commands 75 times.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from coopform.collection.collection import read_file
from tests.support.places import CASES

KILLS = int(os.environ.get("KILLS", "1"))
# Two fixes, so that a partly written file would show.
BROKEN = "titre: Un\noutil: Entente\nenjeu: Deux\n- Trois\nobjet:\n\t- Quatre\n"
# An answer and an empty line for each question, more than are read.
ANSWERS = "Une réponse\n\n" * 40
# More files than are listed in the manifest at a time.
COUNT = 260
MANIFEST = ".coopform.json"

pytestmark = pytest.mark.long

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Killed:
    """A command that is killed many times in its own folder."""

    folder: Path
    arguments: Sequence[str]
    typed: str = ""
    clock: random.Random = field(default_factory=lambda: random.Random(13))

    def start(self) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "coopform", *self.arguments],
            cwd=self.folder,
            env={**os.environ, "COOPFORM_LANG": "en"},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdin is not None
        process.stdin.write(self.typed)
        process.stdin.close()
        process.stdin = None
        return process

    def run(self) -> float:
        """Run it to its end; return the elapsed seconds."""
        begun = time.monotonic()
        process = self.start()
        _, said = process.communicate()
        assert process.returncode in (0, 1), said
        return time.monotonic() - begun

    def kill(self, length: float) -> None:
        """Run it and kill it before `length` seconds have passed."""
        process = self.start()
        # Nothing is written in the first half of a run, which is the start-up.
        time.sleep(length * self.clock.triangular(0, 1, 0.8))
        process.kill()
        process.communicate()


def tree(folder: Path) -> Tree:
    """Return all files and empty folders of a folder."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{path.relative_to(folder)}/"] = b""
    return found


def visible(found: Tree) -> Tree:
    """Return the files without temporary files."""
    return {name: data for name, data in found.items() if not Path(name).name.startswith(".coopform-")}


def fresh(folder: Path, begun: Path) -> None:
    """Restore the initial content of a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begun, folder)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The collection before a run: the five cases, and one to fix."""
    folder = tmp_path / "begun"
    shutil.copytree(CASES, folder / "cases")
    (folder / "cases" / "casse.yaml").write_text(BROKEN, encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "-o", "out"],
        ["export", "-o", "recueil.json"],
        ["check", "--fix"],
        ["new", "--blank", "Haut-Pays"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_killed_run_leaves_whole_files_and_the_next_one_ends_it(
    begun: Path, tmp_path: Path, arguments: list[str]
) -> None:
    command = Killed(tmp_path / "work", arguments)
    fresh(command.folder, begun)
    length = command.run()
    before, after = tree(begun), tree(command.folder)
    for _ in range(KILLS):
        fresh(command.folder, begun)
        command.kill(length)
        for name, data in visible(tree(command.folder)).items():
            # The manifest lists files before they are written; a folder may still be empty.
            if not name.endswith((".coopform.json", os.sep, "/")):
                assert data in (before.get(name), after.get(name)), name
        if not {"recueil.json", "cases/haut-pays.yaml"} & set(tree(command.folder)):
            # A second run keeps existing files.
            command.run()
        assert tree(command.folder) == after


def test_a_killed_new_can_be_resumed_and_leaves_no_files(tmp_path: Path) -> None:
    command = Killed(tmp_path / "work", ["new", "Haut-Pays"], ANSWERS)
    command.folder.mkdir()
    length = command.run()
    after = sorted(tree(command.folder))
    for _ in range(KILLS):
        shutil.rmtree(command.folder)
        command.folder.mkdir()
        command.kill(length)
        for path in (command.folder / "cases").glob("*.yaml"):
            assert read_file(path).case is not None
        is_draft = any((command.folder / "cases" / "_brouillons").glob("*.json"))
        is_written = (command.folder / "cases" / "haut-pays.yaml").exists()
        if is_written and not is_draft:
            continue
        command.run()
        found = sorted(tree(command.folder))
        # Killed after writing the case and before removing the draft: the next case has the same title.
        if is_written:
            found.remove(str(Path("cases", "haut-pays-2.yaml")))
        assert found == after


def write_cases(folder: Path, outil: str, numbers: range) -> None:
    folder.mkdir(parents=True)
    for number in numbers:
        text = f"titre: Cas {number}\noutil: {outil}\nobjet: [Un objet, Un autre]\n"
        (folder / f"cas-{number:03}.yaml").write_text(text, encoding="utf-8", newline="")


def found_now(path: Path) -> bytes | None:
    """Return the current content of a file, None if it does not exist."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@pytest.fixture(scope="module")
def replaced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tree, Tree]:
    """A folder whose documents are to be replaced; its documents as they are, and as they are made from its cases."""
    folder = tmp_path_factory.mktemp("replaced")
    command = Killed(folder, ["render", "-o", "out"])
    write_cases(folder / "cases", "Entente", range(COUNT))
    command.run()
    shutil.rmtree(folder / "cases")
    # All texts are changed, twenty cases removed, twenty added.
    write_cases(folder / "cases", "Convention", range(20, COUNT + 20))
    Killed(folder, ["render", "-o", "new"]).run()
    new = tree(folder / "new")
    shutil.rmtree(folder / "new")
    return folder, tree(folder / "out"), new


# The run is killed as soon as this file has its new content, or is removed.
@pytest.mark.parametrize("moment", ["cas-020.html", "cas-003.md"])
def test_a_render_killed_while_it_replaces_files_is_ended_by_the_next_one(
    replaced: tuple[Path, Tree, Tree], tmp_path: Path, moment: str
) -> None:
    begun, old, new = replaced
    command = Killed(tmp_path / "work", ["render", "-o", "out"])
    fresh(command.folder, begun)
    out = command.folder / "out"
    process = command.start()
    while process.poll() is None and found_now(out / moment) != new.get(moment):
        # A file takes longer.
        time.sleep(0.0002)
    process.kill()
    process.communicate()
    found = visible(tree(out))
    manifest = json.loads(found.pop(MANIFEST))["files"]
    for name, data in found.items():
        assert data in (old.get(name), new.get(name)), name
        assert sha256(data).hexdigest() in manifest[name], name
    command.run()
    assert tree(out) == new


def test_two_runs_at_once_make_what_one_makes(tmp_path: Path) -> None:
    write_cases(tmp_path / "cases", "Entente", range(20))
    Killed(tmp_path, ["render", "-o", "alone"]).run()
    runs = [Killed(tmp_path, ["render", "-o", "out"]).start() for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert tree(tmp_path / "out") == tree(tmp_path / "alone")
