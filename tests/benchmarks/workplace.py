"""The temporary folder of the benchmark: its generated cases, and the program to measure."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.measure import Task

PROGRAM = Path(sys.executable).with_name("coopform")


@dataclass
class Workplace:
    """The folder of the benchmark, and its options.

    Attributes:
        folder: the temporary folder, removed at the end.
        count: the number of cases in a big folder.
        asked_runs: the number of runs of each command; by default the one of its subject.
        install: install missing peers in the folder.
    """

    folder: Path
    count: int = 10_000
    asked_runs: int | None = None
    install: bool = False
    _corpora: dict[tuple[int, corpus.Faults | None], Path] = field(default_factory=dict)

    def runs(self, usual: int) -> int:
        """Return the number of runs of a command."""
        return self.asked_runs or usual

    def share(self, divisor: int) -> int:
        """Return the number of cases in a smaller folder, at least one."""
        return max(1, self.count // divisor)

    def cases(self, count: int, faults: corpus.Faults | None = None) -> Path:
        """Return a folder with `count` generated cases."""
        key = (count, faults)
        if key not in self._corpora:
            name = f"cases-{count}" + (f"-{faults.advised}-{faults.broken}" if faults else "")
            self._corpora[key] = self.folder / name
            corpus.write(self._corpora[key], count, faults)
        return self._corpora[key]

    def shipped(self) -> Path:
        """Return a folder with the shipped cases under `cases/`."""
        folder = self.folder / "shipped"
        if not folder.exists():
            shutil.copytree(corpus.SHIPPED, folder / "cases")
        return folder

    def coopform(self, *arguments: str | Path, cases: Path | None = None, codes: Sequence[int] = (0,)) -> Task:
        """Return a run of the installed program, on a folder of cases."""
        named = ("--cases", cases) if cases else ()
        return Task([PROGRAM, *arguments, *named], self.folder, codes=codes)

    def render(self, cases: Path, *, keep: bool = False) -> Task:
        """Return a run that writes sheets and index as HTML, to an empty folder unless `keep` is true."""
        out = self.rendered(cases)
        return Task(
            [PROGRAM, "render", "--format", "html", "--output", out, "--cases", cases],
            self.folder,
            before=None if keep else lambda: self.put_away(out),
        )

    def put_away(self, folder: Path) -> None:
        """Move a folder away instead of removing it: after a removal some disks write more slowly."""
        aside = self.folder / "put-away"
        aside.mkdir(exist_ok=True)
        if folder.exists():
            folder.rename(aside / f"{len(list(aside.iterdir()))}-{folder.name}")

    def rendered(self, cases: Path) -> Path:
        """Return the folder that `render` writes to."""
        return self.folder / f"handouts-of-{cases.name}"
