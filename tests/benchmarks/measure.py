"""What a command costs: the CPU time of its processes, the time that passes, the memory that it holds at most."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# The unit in which the system tells how much memory a process held.
_UNIT = 1 if sys.platform == "darwin" else 1024
_LAUNCHER = Path(__file__).with_name("launcher.py")
_PIPE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost, or the medians of several.

    Attributes:
        cpu: seconds of CPU time, user and system, of the process and of all that it started and waited for.
        wall: seconds from start to end.
        memory: bytes held at most by one of these processes.
    """

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Task:
    """A command to measure.

    Attributes:
        command: the program and its arguments.
        folder: where it runs.
        before: called before each run, not measured.
        codes: the exit codes that count as done.
        environment: variables beside those of this process.
    """

    command: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] | None = None
    codes: Sequence[int] = (0,)
    environment: Mapping[str, str] | None = None


class Failed(Exception):
    """A command that is measured ended with a code that was not expected."""


def medians(tasks: Sequence[Task], runs: int) -> list[Cost]:
    """Run the tasks in turn, `runs` times each, and return what each cost.

    Taking turns lets what else the machine does at the time weigh on all of them alike.

    Raises:
        Failed: a command did not do what it should.
    """
    costs: list[list[Cost]] = [[] for _ in tasks]
    for _ in range(runs):
        for task, found in zip(tasks, costs, strict=True):
            found.append(run(task))
    return [_median(found) for found in costs]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(cost.cpu for cost in costs), median(cost.wall for cost in costs), median(cost.memory for cost in costs)
    )


def run(task: Task) -> Cost:
    """Run a task once, its results read through a pipe, and return what it cost.

    Raises:
        Failed: it did not do what it should.
    """
    if task.before:
        task.before()
    report, reported = os.pipe()
    with os.fdopen(report, encoding="ascii") as answer, tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", _LAUNCHER, str(reported), *map(str, task.command)],
            cwd=task.folder,
            env=child_environment(task.environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=told,
            pass_fds=(reported,),
        )
        os.close(reported)
        assert process.stdout is not None
        with process.stdout as results:
            while results.read(_PIPE):
                pass
        process.wait()
        cpu, wall, memory, code = map(float, answer.read().split() or (0, 0, 0, process.returncode))
        if code not in task.codes:
            told.seek(0)
            raise Failed(_failure(task, int(code), told.read()))
    return Cost(cpu, wall, memory * _UNIT)


def _failure(task: Task, code: int, told: bytes) -> str:
    said = told.decode(errors="replace").strip()[-2000:]
    return f"{' '.join(map(str, task.command))[:500]}: exit code {code}\n{said}"


def child_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of what is measured: English, no folder of cases named, compiled modules kept."""
    dropped = ("COOPFORM_", "COLUMNS", "LANGUAGE", "LC_", "FORCE_COLOR", "PYTHON", "COV_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "COOPFORM_LANG": "en", **more}


@contextmanager
def one_core() -> Iterator[None]:
    """Keep what is started meanwhile on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
