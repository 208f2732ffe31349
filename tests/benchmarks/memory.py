"""The peak memory for big folders, and the growth of time with the number of cases."""

import shutil
from collections.abc import Iterator, Sequence
from math import log
from statistics import linear_regression

from tests.benchmarks import table
from tests.benchmarks.measure import Cost, Task, medians, one_core
from tests.benchmarks.workplace import Workplace

RUNS = 3
# The smaller half is run so many times more often, since its short times vary more.
MORE_OFTEN = 7
# The sizes of the folders for the growth, as parts of the biggest one.
PARTS = (1 / 100, 3 / 100, 1 / 10, 3 / 10, 1)
MOST_LISTING = 150e6
MOST_RENDERING = 250e6
STEEPEST = 1.05


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure `list` and `render` for growing folders."""
    sizes = sorted({max(1, round(place.count * part)) for part in PARTS})
    for name, most, tasks in (
        ("list", MOST_LISTING, [place.coopform("list", cases=place.cases(size)) for size in (1, *sizes)]),
        ("render --format html", MOST_RENDERING, [place.render(place.cases(size)) for size in (1, *sizes)]),
    ):
        base, *costs = _measured(place, tasks)
        peak = costs[-1].memory
        yield table.value(
            f"memory of coopform {name}, {sizes[-1]:,} cases",
            table.megabytes(peak),
            table.megabytes(peak),
            f"≤ {most / 1e6:g} MB",
            met=peak <= most,
            against=f"1 case: {table.megabytes(base.memory)}",
        )
        yield _growth(f"time of coopform {name}", sizes, [cost.cpu - base.cpu for cost in costs])
    for size in (1, *sizes):
        shutil.rmtree(place.rendered(place.cases(size)), ignore_errors=True)


def _measured(place: Workplace, tasks: Sequence[Task]) -> list[Cost]:
    half = len(tasks) // 2
    with one_core():
        return medians(tasks[:half], place.runs(RUNS * MORE_OFTEN)) + medians(tasks[half:], place.runs(RUNS))


def _growth(what: str, sizes: Sequence[int], beyond: Sequence[float]) -> table.Row:
    """Return the exponent of the growth of a time with the number of cases, without the time of one case."""
    points = [(log(size), log(cost)) for size, cost in zip(sizes, beyond, strict=True) if cost > 0]
    named = f"{what}, beyond that of 1 case"
    grown = " → ".join(map(table.seconds, beyond))
    counts = f"{' → '.join(f'{size:,}' for size in sizes)} cases"
    if len({at for at, _ in points}) < 2:
        return table.Row(named, grown, counts, "too little to fit")
    exponent = linear_regression(*zip(*points, strict=True)).slope
    return table.value(
        named, grown, f"exponent {exponent:.2f}", f"≤ {STEEPEST}", met=exponent <= STEEPEST, against=counts
    )
