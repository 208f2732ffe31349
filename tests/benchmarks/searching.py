"""Comparing the cases of a workshop, and searching a big folder, without the cost of reading."""

from collections.abc import Iterator

from tests.benchmarks import table
from tests.benchmarks.measure import medians, one_core
from tests.benchmarks.workplace import Workplace

RUNS = 5
COMPARED = 50
BOUND = 0.3
# Each word is in many cases, so that most cases are searched for all of them.
WORDS = ("territoire", "comité", "projet", "chef de projet")


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure `compare --all` and `list` with four words."""
    few = place.cases(min(COMPARED, place.count))
    many = place.cases(place.count)
    with one_core():
        compared, few_read, searched, read = medians(
            [
                place.coopform("compare", "--all", cases=few),
                place.coopform("list", "--format", "ids", cases=few),
                place.coopform("list", *WORDS, "--format", "ids", cases=many),
                place.coopform("list", "--format", "ids", cases=many),
            ],
            place.runs(RUNS),
        )
    yield _beyond(f"coopform compare --all, {min(COMPARED, place.count)} cases", compared.cpu, few_read.cpu)
    yield _beyond(f"coopform list with four words, {place.count:,} cases", searched.cpu, read.cpu)


def _beyond(what: str, cost: float, read: float) -> table.Row:
    return table.value(
        f"{what}, beyond reading",
        table.seconds(cost),
        table.seconds(cost - read),
        f"≤ {BOUND} s",
        met=cost - read <= BOUND,
        against=f"list --format ids: {table.seconds(read)}",
    )
