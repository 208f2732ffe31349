"""What a peer is: how it is found, and what it does that coopform does too."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from tests.benchmarks.measure import Task
from tests.benchmarks.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work that both do.

    Attributes:
        what: the peer and its command, as the table names them.
        theirs: the run of the peer.
        ours: that of coopform.
        is_same_work: whether coopform is to be ahead; not where the peer answers from what it kept of a run before.
    """

    what: str
    theirs: Task
    ours: Task
    is_same_work: bool = True


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to measure beside.

    Attributes:
        name: what it is called.
        how: how to install it.
        find: returns its program, None when it is not there and may not be installed.
        prepare: makes the cases of a folder its own, and yields what is measured.
    """

    name: str
    how: str
    find: Callable[[Workplace], Path | None]
    prepare: Callable[[Path, Path, Workplace], Iterator[Job]]


def on_path(name: str) -> Path | None:
    """Return the program of that name."""
    found = which(name)
    return Path(found) if found else None


def python_environment(place: Workplace, *packages: str) -> Path | None:
    """Install packages in an environment of their own in the folder of the benchmark; return it, None if it fails."""
    folder = place.folder / f"environment-{packages[0]}"
    made = _done(["python3", "-m", "venv", folder], place)
    pip: list[str | Path] = [folder / "bin" / "pip", "install", "--quiet", "--no-cache-dir", *packages]
    return folder if made and _done(pip, place) else None


def node_packages(place: Workplace, *packages: str) -> Path | None:
    """Install packages of npm in the folder of the benchmark; return the folder of their programs, None if it fails."""
    folder = place.folder / "node"
    cache = place.folder / "node-cache"
    quiet = ("--silent", "--no-audit", "--no-fund")
    npm: list[str | Path] = ["npm", "install", *quiet, "--prefix", folder, "--cache", cache, *packages]
    return folder / "node_modules" / ".bin" if on_path("npm") and _done(npm, place) else None


def _done(command: Sequence[str | Path], place: Workplace) -> bool:
    run = subprocess.run(list(map(str, command)), cwd=place.folder, capture_output=True, check=False)
    return run.returncode == 0
