"""Reading a big folder, compared with a bare loop of the parser; and reading it again."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import floors, table
from tests.benchmarks.corpus import Faults
from tests.benchmarks.measure import medians, one_core, run
from tests.benchmarks.workplace import Workplace

RUNS = 5
# The number of cases; the bound includes the start of the program.
MOST_CASES = 3_000
BOUND = 3.2
# Bounds for a second run, relative to the first, with a tolerance for other load.
AGAIN = (0.8, 1.25)
FAULTS = (Faults(advised=10, broken=1), Faults(advised=100))


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure `list` and `check`, then `check` for cases with problems."""
    most = min(place.count, MOST_CASES)
    cases = place.cases(most)
    files = _files(cases)
    bare = floors.bare_loop(place.folder, cases)
    listing = place.coopform("list", cases=cases)
    with one_core():
        run(place.coopform("list", cases=place.cases(1)))
        first = run(listing)
        listed, checked, looped = medians([listing, place.coopform("check", cases), bare], place.runs(RUNS))
    against = "bare loop of the parser"
    count = f"{most:,} cases"
    yield table.ratio(f"coopform list, {count}", listed.cpu, against, looped.cpu, most=BOUND)
    yield table.ratio(f"coopform check, {count}", checked.cpu, against, looped.cpu, most=BOUND)
    again = listed.cpu / first.cpu
    low, high = AGAIN
    yield table.value(
        "coopform list, a second time",
        table.seconds(listed.cpu),
        f"{again:.2f} ×",
        f"{low:g} to {high:g} ×",
        met=low <= again <= high,
        against=f"the first time: {table.seconds(first.cpu)}",
    )
    kept = len(_files(cases) - files)
    yield table.none("files kept to be faster next time", kept, "the folder before")
    for faults in FAULTS:
        yield from _with_faults(place, faults)


def _with_faults(place: Workplace, faults: Faults) -> Iterator[table.Row]:
    cases = place.cases(place.share(10), faults)
    tasks = [
        place.coopform("list", cases=cases, codes=(0, 1)),
        place.coopform("check", cases, codes=(0, 1)),
        floors.bare_loop(place.folder, cases),
    ]
    with one_core():
        listed, checked, looped = medians(tasks, place.runs(RUNS))
    share = f"{place.share(10):,} cases, {faults.advised} % with a warning, {faults.broken} % broken"
    for command, cost in (("list", listed), ("check", checked)):
        yield table.ratio(f"coopform {command}, {share}", cost.cpu, "bare loop of the parser", looped.cpu)


def _files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))
