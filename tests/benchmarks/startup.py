"""The time of everyday commands on the shipped cases, compared with an empty application with the same imports."""

from collections.abc import Iterator

from tests.benchmarks import floors, table
from tests.benchmarks.measure import Task, medians, one_core
from tests.benchmarks.workplace import PROGRAM, Workplace

RUNS = 25
BOUND = 1.3
COMMANDS: tuple[tuple[str, ...], ...] = (("--version",), ("--help",), ("list",), ("show", "tridan"), ("check",))


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure each command in turn with its floor."""
    tasks = []
    names = []
    for arguments in COMMANDS:
        ours = Task([PROGRAM, *arguments], place.shipped())
        packages = floors.NEEDS[arguments[0]]
        script = floors.application(place.folder, packages)
        tasks += [ours, Task([script, "--help" if arguments == ("--help",) else "one"], place.shipped())]
        names.append(f"empty command, {' + '.join(('typer', *packages))}")
    with one_core():
        # A first run compiles modules and templates, and is not counted.
        medians(tasks, 1)
        costs = medians(tasks, place.runs(RUNS))
    for arguments, name, ours_cost, floor in zip(COMMANDS, names, costs[::2], costs[1::2], strict=True):
        yield table.ratio(f"coopform {' '.join(arguments)}", ours_cost.cpu, name, floor.cpu, most=BOUND)
