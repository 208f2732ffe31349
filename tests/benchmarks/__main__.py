"""`python -m tests.benchmarks`: measure everything, print one table; exit 1 when a bound is missed."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    instructions,
    machine,
    memory,
    optimisations,
    peers,
    reading,
    rendering,
    searching,
    startup,
    table,
)
from tests.benchmarks.workplace import PROGRAM, Workplace

SUBJECTS: dict[str, Callable[[Workplace], Iterator[table.Row]]] = {
    "startup": startup.figures,
    "reading": reading.figures,
    "instructions": instructions.figures,
    "rendering": rendering.figures,
    "searching": searching.figures,
    "optimisations": optimisations.figures,
    "peers": peers.figures,
    "memory": memory.figures,
}


def main() -> int:
    """Measure what the command line asks for."""
    asked = _arguments()
    if not PROGRAM.exists():
        print(f"{PROGRAM} is not there: install the project in this environment first.", file=sys.stderr)
        return 2
    # Ended from outside, it leaves nothing behind either.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    rows: list[table.Row] = []
    try:
        with tempfile.TemporaryDirectory(prefix="coopform-benchmark-") as folder:
            place = Workplace(Path(folder), asked.cases, asked.runs, asked.peers)
            for name in asked.only or SUBJECTS:
                print(f"measuring {name}…", file=sys.stderr)
                rows.extend(SUBJECTS[name](place))
    finally:
        # What was measured before it was interrupted, or before a command failed, is told too.
        print(machine.head(), end="\n\n")
        print(table.as_markdown(rows) if asked.markdown else table.as_text(rows))
    return int(any(row.is_missed for row in rows))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=SUBJECTS, help="this subject; may be repeated")
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases a big folder has (10,000)")
    parser.add_argument("--runs", type=int, help="how often each command is run")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--peers", action="store_true", help="install the peers that are not there, for this run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
