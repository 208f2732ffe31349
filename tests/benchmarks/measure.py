"""Measure a command: CPU time of its processes, elapsed time, peak memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# The unit of `ru_maxrss`.
_UNIT = 1 if sys.platform == "darwin" else 1024
_LAUNCHER = Path(__file__).with_name("launcher.py")
_PIPE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run, or the medians of several runs.

    Attributes:
        cpu: user and system CPU time of the process and its children, in seconds.
        wall: elapsed time in seconds.
        memory: the largest peak memory of these processes, in bytes.
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
        codes: the expected exit codes.
        environment: variables added to those of this process.
    """

    command: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] | None = None
    codes: Sequence[int] = (0,)
    environment: Mapping[str, str] | None = None


class Failed(Exception):
    """A command ended with an unexpected exit code."""


def medians(tasks: Sequence[Task], runs: int) -> list[Cost]:
    """Run the tasks in turn, `runs` times each, and return the median cost of each.

    They take turns so that other load on the machine affects all of them.

    Raises:
        Failed: a command ended with an unexpected exit code.
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
    """Run a task once, with its output read through a pipe, and return its cost.

    Raises:
        Failed: it ended with an unexpected exit code.
    """
    if task.before:
        task.before()
    report, reported = os.pipe()
    with os.fdopen(report, encoding="ascii") as answer, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", _LAUNCHER, str(reported), *map(str, task.command)],
            cwd=task.folder,
            env=child_environment(task.environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
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
            errors.seek(0)
            raise Failed(_failure(task, int(code), errors.read()))
    return Cost(cpu, wall, memory * _UNIT)


def _failure(task: Task, code: int, errors: bytes) -> str:
    said = errors.decode(errors="replace").strip()[-2000:]
    return f"{' '.join(map(str, task.command))[:500]}: exit code {code}\n{said}"


def child_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the commands: English, without `COOPFORM_CASES`, with compiled modules."""
    dropped = ("COOPFORM_", "COLUMNS", "LANGUAGE", "LC_", "FORCE_COLOR", "PYTHON", "COV_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "COOPFORM_LANG": "en", **more}


@contextmanager
def one_core() -> Iterator[None]:
    """Run processes on one core, where the system supports it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
