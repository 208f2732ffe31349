"""The benchmark runs and reads valid cases; no test looks at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from coopform.cli.session import DONE
from coopform.collection.collection import errors, read_collection
from coopform.model.grid import GRID
from tests.benchmarks import corpus, instructions, peers, table, titles
from tests.benchmarks.peers import content
from tests.benchmarks.workplace import Workplace
from tests.support.places import ROOT
from tests.support.running import Coopform

# A row of each subject.
ROWS = {
    "coopform --version", "coopform check, 2 cases", "the whole command", "memory of coopform list, 2 cases",
    "coopform compare --all, 2 cases, beyond reading",
    "coopform import, 2 tables of Word",
    "library, 2 cases: its file",
}  # fmt: skip


@pytest.mark.long
def test_every_figure_is_given_and_nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A short path: a browser makes a socket in it, whose path has 107 characters at most.
    folder = tmp_path_factory.mktemp("b")
    monkeypatch.setenv("TMPDIR", str(folder))
    subjects = [
        part
        for name in ("startup", "reading", "rendering", "memory", "searching", "library", "importing")
        for part in ("--only", name)
    ]
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--cases", "2", "--runs", "1", "--markdown", *subjects],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    assert "Traceback" not in run.stderr, run.stderr
    table = [line.strip("| ").split(" | ") for line in run.stdout.splitlines() if line.startswith("| ")]
    # Figures other than times are the same on every machine.
    verdicts = {cells[0]: cells[-1] for cells in table[2:]}
    assert verdicts.keys() >= ROWS
    assert verdicts["files kept to be faster next time"] == "yes"
    assert verdicts["files written again when nothing changed"] == "yes"
    assert list(folder.iterdir()) == []


def test_a_peer_that_is_not_there_is_named_with_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    rows = list(peers.figures(Workplace(tmp_path, count=10)))
    assert [(row.what, row.measured) for row in rows] == [
        (name, "not installed") for name in ("hugo", "eleventy", "doorstop", "papis")
    ]
    assert all("install" in row.against and not row.is_missed for row in rows)


def test_instructions_are_not_counted_without_valgrind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (row,) = instructions.figures(Workplace(tmp_path, count=10))
    assert (row.measured, row.is_missed) == ("not measured", False)
    assert "install valgrind" in row.against


def test_peers_are_given_every_point_of_a_case(tmp_path: Path) -> None:
    corpus.write(tmp_path, 30)
    given = {case["titre"]: content.markdown(case) for _, case in content.read(tmp_path)}
    for case in read_collection(tmp_path).cases:
        points = [point for rubric in GRID for point in case.row(rubric.key)]
        assert all(text in given[case.titre] for point in points for text in point.texts())


def test_an_unknown_subject_is_refused() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--only", "weather"], cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 2


def test_a_corpus_is_of_cases_without_a_problem(coopform: Coopform, tmp_path: Path) -> None:
    paths = corpus.write(tmp_path / "cases", 200)
    run = coopform("check", "--strict", tmp_path / "cases")
    assert (run.code, run.out) == (DONE, "200 files checked: no problem.\n")
    sizes = [path.stat().st_size for path in paths]
    assert 1900 < sum(sizes) / len(sizes) < 2100
    read = read_collection(tmp_path / "cases").cases
    assert len({case.titre for case in read}) == 200


def test_a_corpus_is_the_same_each_time_and_begins_any_bigger_one(tmp_path: Path) -> None:
    few = corpus.write(tmp_path / "few", 20)
    many = corpus.write(tmp_path / "many", 40)
    assert [path.relative_to(tmp_path / "few") for path in few] == [
        path.relative_to(tmp_path / "many") for path in many[:20]
    ]
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[:20]]


def test_titles_and_names_are_unique() -> None:
    made = [titles.title(number) for number in range(20_000)]
    assert len({title.text for title in made}) == 20_000
    assert len({Path(title.file_name).name.lower() for title in made}) == 20_000


def test_faults_are_as_many_as_asked_for(tmp_path: Path) -> None:
    corpus.write(tmp_path, 200, corpus.Faults(advised=10, broken=2))
    read = read_collection(tmp_path)
    assert len(read.broken) == 4
    assert len([file for file in read.files if file.problems and not errors(file.problems)]) == 20
    assert {problem.code for file in read.files for problem in file.problems if not file.is_broken} == {
        "empty-rubric",
        "unknown-outil",
        "unknown-outil-near",
    }


def test_a_missed_aim_is_reported_but_is_no_missed_bound() -> None:
    aimed, bound = table.ratio("a", 2, "b", 1, aim=1), table.ratio("a", 2, "b", 1, most=1)
    assert (aimed.met, aimed.is_missed, bound.met, bound.is_missed) == ("not yet", False, "NO", True)
