"""Every file of the corpus: a bad one has exactly the problems written beside it, a good one has none."""

from pathlib import Path

import pytest

from coopform.collection import read_file

CORPUS = Path(__file__).parent / "corpus"
BAD = sorted((CORPUS / "bad").glob("*.yaml"))
GOOD = sorted((CORPUS / "good").glob("*.yaml"))


def found(path: Path) -> list[str]:
    """Return the problems of a file as they are written in `.expected`: `line:column code`."""
    return [f"{problem.start.line}:{problem.start.column} {problem.code}" for problem in read_file(path).problems]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file_has_the_problems_expected(path: Path) -> None:
    assert found(path) == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_file_has_no_problem(path: Path) -> None:
    assert found(path) == []
