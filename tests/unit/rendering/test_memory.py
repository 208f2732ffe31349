"""Rendering frees the memory of each sheet before the next one."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import Task, run
from tests.support.places import CASES, IDS

COUNT = 100


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hundred copies of the five cases."""
    folder = tmp_path_factory.mktemp("hundred")
    (folder / "cases").mkdir()
    for number in range(COUNT):
        name = IDS[number % len(IDS)]
        (folder / "cases" / f"{name}-{number}.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
    return folder


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows says in another way what a process held")
@pytest.mark.parametrize(
    ("arguments", "most"),
    [pytest.param("pdf --pdf-engine weasyprint", 250e6, marks=pytest.mark.needs("weasyprint")), ("docx", 100e6)],
)
def test_a_hundred_sheets_are_printed_in_the_memory_of_a_few(
    hundred: Path, tmp_path: Path, arguments: str, most: float
) -> None:
    command = [sys.executable, "-m", "coopform", "render", "--document", "sheet", "--format", *arguments.split()]
    assert run(Task([*command, "-o", tmp_path], hundred)).memory < most
    assert len(list(tmp_path.glob(f"*.{arguments.split()[0]}"))) == COUNT
