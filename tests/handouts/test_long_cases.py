"""The twenty invented cases are as long as real ones, and have no problem."""

from pathlib import Path

from coopform.collection.collection import read_collection
from tests.support.long_cases import LONGEST, lines_of, long_cases, write_long_cases


def test_they_are_as_long_as_real_ones() -> None:
    cases = long_cases()
    assert len(cases) == 20
    lines = sorted(map(lines_of, cases))
    assert 45 <= lines[0] <= lines[-len(LONGEST) - 1] <= 72
    assert lines[-len(LONGEST)] > 100
    assert all(80 <= len(case.titre) <= 105 and case.titre_court is None for case in cases)


def test_they_have_no_problem(tmp_path: Path) -> None:
    read = read_collection(write_long_cases(tmp_path / "cases"))
    assert read.problems == ()
    assert list(read.cases) == long_cases()
