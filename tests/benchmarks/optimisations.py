"""What each optimisation that is kept buys: a command without it, compared with the program as it is."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coopform.rendering.pdf import by_weasyprint
from tests.benchmarks import importing, table
from tests.benchmarks.measure import Task, medians, one_core
from tests.benchmarks.workplace import Workplace

RUNS = 5
# One that buys less goes.
LEAST = 1.1

# Runs coopform as its console script does, after a change to it.
_PROGRAM = """
import gc, sys
gc.disable()
{change}
from coopform.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


class _Optimisation(NamedTuple):
    """What is kept, the command whose cost shows it, and the change that takes it away."""

    name: str
    command: str
    change: str


_KEPT = (
    _Optimisation(
        "nodes checked only where the text has a sign of a fault",
        "export",
        """
from coopform.casefile.yaml import doubts
doubts.in_text = lambda source: True
""",
    ),
    _Optimisation("no garbage collector in short runs", "export", "gc.enable()"),
    _Optimisation(
        "PyYAML asked only for texts that may need quotes",
        "import",
        """
from coopform.casefile import yaml_text
yaml_text._is_plain = lambda text: False
""",
    ),
    _Optimisation(
        "French texts folded by the table of a code page",
        "library",
        """
from coopform.text import folding
folding._fold_by_table = lambda text: None
""",
    ),
    _Optimisation(
        "each text typeset once for the layout and the template",
        "render",
        """
from coopform.text import typography
typography.shown = typography.shown.__wrapped__
""",
    ),
    _Optimisation(
        "each paragraph measured once for all sizes of type",
        "slides",
        """
from coopform.handouts.layout import points_room
points_room._measure_once = points_room._measure
""",
    ),
    _Optimisation(
        "no wait for the disk (fsync) when handouts are written",
        "render",
        """
from coopform.outputs import folder
write = folder.write_atomically
folder.write_atomically = lambda *given, sync, **named: write(*given, sync=True, **named)
""",
    ),
    _Optimisation(
        "typeface unpacked once for all pages",
        "print",
        """
from coopform.rendering.pdf import by_weasyprint
by_weasyprint._with_fonts = lambda html: (None, html)
""",
    ),
)


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure a command with and without each optimisation; waiting for the disk shows in the time that passes."""
    for kept in _KEPT:
        if kept.command == "print" and by_weasyprint.why_not() is not None:
            continue
        count = place.share(200 if kept.command in ("print", "slides") else 10)
        cases = place.cases(count)
        tasks = [_task(place, cases, kept.command, change) for change in (kept.change, "")]
        with one_core():
            costs = medians(tasks, place.runs(RUNS))
        without, with_it = (max(cost.cpu, cost.wall if "disk" in kept.name else 0) for cost in costs)
        yield table.value(
            f"{kept.command}, {count:,} cases, without “{kept.name}”",
            table.seconds(without),
            f"{without / with_it:.2f} ×",
            f"≥ {LEAST} ×",
            met=without / with_it >= LEAST,
            against=f"with it: {table.seconds(with_it)}",
        )


def _task(place: Workplace, cases: Path, command: str, change: str) -> Task:
    program = [sys.executable, "-c", _PROGRAM.format(change=change)]
    if command == "render":
        rendered = place.render(cases)
        return Task([*program, *rendered.command[1:]], rendered.folder, rendered.before)
    if command in ("library", "slides"):
        out = place.rendered(cases)
        writing = ["render", "--document", command, "--format", "html", "--cases", str(cases), "-o", str(out)]
        return Task([*program, *writing], place.folder, lambda: place.put_away(out))
    if command == "print":
        printing = ["render", "--document", "sheet", "--format", "pdf", "--pdf-engine", "weasyprint"]
        out = place.rendered(cases)
        command_line = [*program, *printing, "--cases", str(cases), "-o", str(out)]
        return Task(command_line, place.folder, lambda: place.put_away(out))
    if command == "import":
        rows = importing.workbook(place.folder, len(list(cases.glob("*.yaml"))))
        return Task([*program, "import", str(rows), "--dry-run"], place.folder)
    return Task([*program, "--cases", str(cases), "export", "-o", "cases.json", "--force"], place.folder)
