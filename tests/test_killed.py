"""Runs killed at any moment: no file is half written, and the next run leaves nothing of the one before.

`KILLS=75 pytest tests/test_killed.py` kills each of the four commands 75 times.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coopform.collection.collection import read_file
from tests.conftest import CASES

KILLS = int(os.environ.get("KILLS", "8"))
# Two mends, so that a line of each stands in the file that is half mended, if ever one is.
BROKEN = "titre: Un\noutil: Entente\nenjeu: Deux\n- Trois\nobjet:\n\t- Quatre\n"
# An answer to whatever is asked, then an empty line that ends it; the last ones are never read.
ANSWERS = "Une réponse\n\n" * 40

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Killed:
    """A command that is killed in a folder of its own, again and again."""

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
        """Run it to its end; return how many seconds that took."""
        begun = time.monotonic()
        process = self.start()
        _, said = process.communicate()
        assert process.returncode in (0, 1), said
        return time.monotonic() - begun

    def kill(self, length: float) -> None:
        """Run it and kill it before `length` seconds have passed."""
        process = self.start()
        # Loading is the first half of every run, in which nothing is written.
        time.sleep(length * self.clock.triangular(0, 1, 0.8))
        process.kill()
        process.communicate()


def tree(folder: Path) -> Tree:
    """Return all files of a folder, and folders that are empty."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{path.relative_to(folder)}/"] = b""
    return found


def visible(found: Tree) -> Tree:
    """Return the files that are more than what a run puts beside their place until they are whole."""
    return {name: data for name, data in found.items() if not Path(name).name.startswith(".coopform-")}


def fresh(folder: Path, begun: Path) -> None:
    """Make a folder what it was before anything ran."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begun, folder)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A collection as it is before a run: the five cases, and one to mend."""
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
            # The list of handouts names those that are due before they are written; a folder may be empty still.
            if not name.endswith((".coopform.json", os.sep, "/")):
                assert data in (before.get(name), after.get(name)), name
        if not {"recueil.json", "cases/haut-pays.yaml"} & set(tree(command.folder)):
            # Where the file is there already a second run keeps it.
            command.run()
        assert tree(command.folder) == after


def test_a_killed_new_is_gone_on_with_and_leaves_nothing_behind(tmp_path: Path) -> None:
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
        # A case that was written already and whose draft had not gone yet: the next one is another of that title.
        if is_written:
            found.remove(str(Path("cases", "haut-pays-2.yaml")))
        assert found == after
