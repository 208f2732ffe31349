"""Writing sheets and index, without the cost of reading the cases."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import corpus, table
from tests.benchmarks.measure import medians, one_core, run
from tests.benchmarks.workplace import Workplace

RUNS = 5
BOUND = 2
FEW = 5


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure a first and a second run, and the size of a sheet in a small and in a big folder."""
    count = place.share(10)
    cases = place.cases(count)
    reading, first = place.coopform("list", "--format", "ids", cases=cases), place.render(cases)
    with one_core():
        read, rendered = medians([reading, first], place.runs(RUNS))
        before = _times(place.rendered(cases))
        again = medians([place.render(cases, keep=True)], place.runs(RUNS))[0]
    read_by = "list --format ids"
    beyond = f"coopform render --format html, {count:,} cases, beyond reading"
    yield table.ratio(beyond, rendered.cpu - read.cpu, read_by, read.cpu, most=BOUND)
    yield table.ratio("the whole command", rendered.cpu, read_by, read.cpu)
    yield table.ratio("the whole command again, nothing changed", again.cpu, "the first time", rendered.cpu)
    after = _times(place.rendered(cases))
    rewritten = sum(after[path] != time for path, time in before.items()) + len(after.keys() - before.keys())
    yield table.value(
        "files written again when nothing changed",
        f"{rewritten}",
        f"{rewritten}",
        "0",
        met=rewritten == 0,
        against=f"{len(before):,} files",
    )
    yield _weight(place, cases, count)


def _times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.iterdir()}


def _weight(place: Workplace, cases: Path, count: int) -> table.Row:
    """Compare the sheets of some cases in a small folder with the same sheets in a big one."""
    few = place.folder / "cases-few"
    corpus.write(few, min(FEW, count))
    run(place.render(few))
    alone = {path.name: path.read_bytes() for path in place.rendered(few).glob("*.html") if path.name != "index.html"}
    among = {name: (place.rendered(cases) / name).read_bytes() for name in alone}
    weights = [sum(map(len, found.values())) / len(found) for found in (alone, among)]
    shutil.rmtree(place.rendered(few))
    return table.value(
        f"a sheet among {count:,}",
        f"{weights[1]:,.0f} bytes",
        "the same bytes" if alone == among else f"{weights[1] - weights[0]:+,.0f} bytes",
        "the same bytes",
        met=alone == among,
        against=f"among {len(alone)}: {weights[0]:,.0f} bytes",
    )
