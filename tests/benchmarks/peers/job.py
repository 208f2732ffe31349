"""The interface of a peer: how it is installed, and its tasks that coopform does, too."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from tests.benchmarks.measure import Task
from tests.benchmarks.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Job:
    """A task that the peer and coopform both do.

    Attributes:
        what: the name of the peer and its command for the table.
        theirs: the run of the peer.
        ours: the run of coopform.
        is_same_work: false if the peer uses results of an earlier run; coopform then need not be faster.
    """

    what: str
    theirs: Task
    ours: Task
    is_same_work: bool = True


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to compare with.

    Attributes:
        name: its name.
        how: how to install it.
        install: installs it in the folder of the benchmark; returns its program, None on failure.
        prepare: converts a folder of cases, and yields the tasks to measure.
    """

    name: str
    how: str
    install: Callable[[Workplace], Path | None]
    prepare: Callable[[Path, Path, Workplace], Iterator[Job]]

    def find(self, place: Workplace) -> Path | None:
        """Return its program, None if it is not installed and may not be."""
        return on_path(self.name) or (self.install(place) if place.install else None)


def on_path(name: str) -> Path | None:
    """Return the path of a program."""
    found = which(name)
    return Path(found) if found else None


def python_program(place: Workplace, package: str, program: str) -> Path | None:
    """Install a package in a virtual environment; return its program, whose path is a pattern, None on failure."""
    folder = place.folder / f"environment-{package}"
    made = _done(["python3", "-m", "venv", folder], place)
    pip: list[str | Path] = [folder / "bin" / "pip", "install", "--quiet", "--no-cache-dir", package]
    return next(folder.glob(program), None) if made and _done(pip, place) else None


def node_program(place: Workplace, package: str, program: str) -> Path | None:
    """Install an npm package; return its program, None on failure."""
    folder = place.folder / "node"
    cache = place.folder / "node-cache"
    quiet = ("--silent", "--no-audit", "--no-fund")
    npm: list[str | Path] = ["npm", "install", *quiet, "--prefix", folder, "--cache", cache, package]
    return folder / "node_modules" / ".bin" / program if on_path("npm") and _done(npm, place) else None


def _done(command: Sequence[str | Path], place: Workplace) -> bool:
    run = subprocess.run(list(map(str, command)), cwd=place.folder, capture_output=True, check=False)
    return run.returncode == 0
