"""Killed and concurrent runs leave complete files, and a manifest for the next run."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

# More files than are listed in the manifest at a time.
COUNT = 300
MANIFEST = ".coopform.json"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_cases(folder: Path, outil: str, numbers: range) -> Path:
    folder.mkdir()
    for number in numbers:
        text = f"titre: Cas {number}\noutil: {outil}\nobjet: [Un objet, Un autre]\n"
        (folder / f"cas-{number:03}.yaml").write_text(text, encoding="utf-8", newline="")
    return folder


def start(cases: Path, output: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "coopform", "--cases", str(cases), "render", "-o", str(output)],
        env={**os.environ, "COOPFORM_LANG": "en"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def render(cases: Path, output: Path) -> None:
    run = start(cases, output)
    _, errors = run.communicate()
    assert run.returncode == 0, errors


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of an uninterrupted run with the old cases."""
    folder = tmp_path_factory.mktemp("before")
    write_cases(folder / "cases", "Entente", range(COUNT))
    render(folder / "cases", folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new cases: all texts changed, twenty cases removed, twenty added."""
    return write_cases(tmp_path_factory.mktemp("today") / "cases", "Convention", range(20, COUNT + 20))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory, cases: Path) -> Path:
    """The files of an uninterrupted run with the new cases."""
    folder = tmp_path_factory.mktemp("after") / "out"
    render(cases, folder)
    return folder


def copy(folder: Path, target: Path) -> Path:
    target.mkdir()
    for name, data in contents(folder).items():
        (target / name).write_bytes(data)
    return target


def found_now(path: Path) -> bytes | None:
    """Return the current content of a file, None if it does not exist."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


# The run is killed as soon as this file is in its final state, or removed.
MOMENTS = ["cas-020.html", "cas-150.md", "cas-290.html", "index.html", "cas-003.md"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_killed_leaves_whole_files_and_the_next_one_ends_it(
    before: Path, cases: Path, after: Path, tmp_path: Path, moment: str
) -> None:
    out = copy(before, tmp_path / "out")
    old, new = contents(before), contents(after)
    run = start(cases, out)
    while run.poll() is None:
        if found_now(out / moment) == new.get(moment):
            break
    run.kill()
    run.communicate()
    # The last kills may be too late to interrupt anything; the first is not.
    assert run.returncode != 0 or moment != MOMENTS[0]
    found = contents(out)
    manifest = json.loads(found.pop(MANIFEST))["files"]
    for name, data in found.items():
        if name.startswith(".coopform-"):
            continue
        assert data in (old.get(name), new.get(name)), name
        assert sha256(data).hexdigest() in manifest[name], name
    render(cases, out)
    assert contents(out) == new


def test_a_first_run_killed_is_ended_by_the_next_one(cases: Path, after: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = start(cases, out)
    while run.poll() is None and not (out / "cas-100.html").exists():
        pass
    run.kill()
    run.communicate()
    render(cases, out)
    assert contents(out) == contents(after)


def test_two_runs_at_once_make_what_one_makes(tmp_path: Path) -> None:
    cases = write_cases(tmp_path / "cases", "Entente", range(20))
    render(cases, tmp_path / "alone")
    runs = [start(cases, tmp_path / "out") for _ in range(2)]
    errors = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], errors
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")
