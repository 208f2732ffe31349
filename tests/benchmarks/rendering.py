"""Writing sheets and index, without the cost of reading the cases."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import floors, table
from tests.benchmarks.measure import medians, one_core, run
from tests.benchmarks.workplace import Workplace

RUNS = 5
BOUND = 2


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure a first and a second run."""
    count = place.share(10)
    cases = place.cases(count)
    reading, first = place.coopform("list", "--format", "ids", cases=cases), place.render(cases)
    with one_core():
        run(first)  # to know what it writes
        sizes = [path.stat().st_size for path in place.rendered(cases).iterdir()]
        bare = floors.bare_writing(place, len(sizes), sum(sizes) // len(sizes))
        read, rendered, written = medians([reading, first, bare], place.runs(RUNS))
        before = _times(place.rendered(cases))
        again = medians([place.render(cases, keep=True)], place.runs(RUNS))[0]
    read_by = "list --format ids"
    beyond = f"coopform render --format html, {count:,} cases, beyond reading"
    yield table.ratio(beyond, rendered.cpu - read.cpu, read_by, read.cpu, most=BOUND)
    yield table.ratio("of that, a bare loop that writes as many files as large", written.cpu, read_by, read.cpu)
    yield table.ratio("the whole command", rendered.cpu, read_by, read.cpu)
    yield table.ratio("the whole command again, nothing changed", again.cpu, "the first time", rendered.cpu)
    after = _times(place.rendered(cases))
    rewritten = sum(after[path] != time for path, time in before.items()) + len(after.keys() - before.keys())
    yield table.none("files written again when nothing changed", rewritten, f"{len(before):,} files")


def _times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.iterdir()}
