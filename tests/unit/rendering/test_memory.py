"""Rendering frees the memory of each sheet before the next one."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import Task, run
from tests.support.places import CASES, IDS

FEW, MANY = 3, 33
# Bytes for each further sheet. Sheets that were kept to the end held two million bytes each as PDF.
KEPT = 500_000


def _collection(folder: Path, count: int) -> Path:
    """Write a folder with copies of the five cases."""
    (folder / "cases").mkdir(parents=True)
    for number in range(count):
        name = IDS[number % len(IDS)]
        (folder / "cases" / f"{name}-{number}.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
    return folder


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows says in another way what a process held")
@pytest.mark.parametrize(
    "arguments", [pytest.param("pdf --pdf-engine weasyprint", marks=pytest.mark.needs("weasyprint")), "docx"]
)
def test_many_sheets_are_printed_in_the_memory_of_a_few(tmp_path: Path, arguments: str) -> None:
    command = [sys.executable, "-m", "coopform", "render", "--document", "sheet", "--format", *arguments.split()]
    held = {}
    for count in (FEW, MANY):
        out = tmp_path / f"out-{count}"
        held[count] = run(Task([*command, "-o", out], _collection(tmp_path / str(count), count))).memory
        assert len(list(out.glob(f"*.{arguments.split()[0]}"))) == count
    assert held[MANY] - held[FEW] < KEPT * (MANY - FEW)
