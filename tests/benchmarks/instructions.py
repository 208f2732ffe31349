"""The instructions that one further case takes: valgrind counts them, whatever else the machine does meanwhile."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks import floors, table
from tests.benchmarks.corpus import Faults
from tests.benchmarks.measure import Failed, Task, child_environment, run
from tests.benchmarks.workplace import Workplace

FEW, MORE = 10, 60
BOUND = 2.5
# Each file with a warning, as in a folder of drafts.
WARNED = Faults(advised=100)
WARNED_BOUND = 4
_COUNTED = re.compile(r"Collected : (\d+)")


def figures(place: Workplace) -> Iterator[table.Row]:
    """Count `check` and `list`, then `check` of cases with a warning, beside a bare loop of the parser."""
    if shutil.which("valgrind") is None:
        yield table.Row("instructions of one further case", "not measured", "valgrind: apt install valgrind")
        return
    yield from _rows(place, ("check", "list"), None, "", BOUND)
    yield from _rows(place, ("check",), WARNED, ", each with a warning", WARNED_BOUND)


def _rows(
    place: Workplace, commands: tuple[str, ...], faults: Faults | None, kind: str, most: float
) -> Iterator[table.Row]:
    few, more = place.cases(FEW, faults), place.cases(MORE, faults)
    bare = _further(floors.bare_loop(place.folder, few), floors.bare_loop(place.folder, more))
    for command in commands:
        counted = _further(place.coopform(command, cases=few), place.coopform(command, cases=more))
        yield table.value(
            f"instructions of coopform {command}, per further case{kind}",
            f"{counted / 1e6:.2f} million",
            f"{counted / bare:.2f} ×",
            f"≤ {most:g} ×",
            met=counted <= most * bare,
            against=f"bare loop of the parser: {bare / 1e6:.2f} million",
        )


def _further(few: Task, more: Task) -> float:
    run(few)  # modules are compiled, once
    return (_count(more) - _count(few)) / (MORE - FEW)


def _count(task: Task) -> int:
    """Return the instructions of a run of a script.

    Raises:
        Failed: it did not do what it should.
    """
    script = task.command if task.command[0] == sys.executable else [sys.executable, *task.command]
    ended = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *script],
        cwd=task.folder,
        env=child_environment(task.environment or {}),
        capture_output=True,
        check=False,
        text=True,
    )
    counted = _COUNTED.search(ended.stderr)
    if ended.returncode not in task.codes or counted is None:
        raise Failed(f"{' '.join(map(str, script))}: exit code {ended.returncode}\n{ended.stderr[-2000:]}")
    return int(counted[1])
