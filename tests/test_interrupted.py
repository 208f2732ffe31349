"""Runs killed in the middle, and two runs at once: whole files, and a manifest that the next run trusts."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

# More than coopform announces in its manifest at a time.
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
    _, told = run.communicate()
    assert run.returncode == 0, told


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a clean run makes of the cases as they were."""
    folder = tmp_path_factory.mktemp("before")
    write_cases(folder / "cases", "Entente", range(COUNT))
    render(folder / "cases", folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cases of today: every text changed, twenty cases gone, twenty new."""
    return write_cases(tmp_path_factory.mktemp("today") / "cases", "Convention", range(20, COUNT + 20))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory, cases: Path) -> Path:
    """What a clean run makes of the cases of today."""
    folder = tmp_path_factory.mktemp("after") / "out"
    render(cases, folder)
    return folder


def copy(folder: Path, target: Path) -> Path:
    target.mkdir()
    for name, data in contents(folder).items():
        (target / name).write_bytes(data)
    return target


def found_now(path: Path) -> bytes | None:
    """Return what a file holds at this moment, None when it is gone."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


# When the run is killed: as soon as this file is as the run leaves it, or gone.
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
    # The last ones may come too late to cut anything short; the first does not.
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
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")
