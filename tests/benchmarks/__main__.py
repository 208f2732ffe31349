"""`python -m tests.benchmarks`: measure everything and print one table; exit with 1 if a bound is exceeded."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import (
    importing,
    instructions,
    library,
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
    "importing": importing.figures,
    "searching": searching.figures,
    "library": library.figures,
    "optimisations": optimisations.figures,
    "peers": peers.figures,
    "memory": memory.figures,
}


def main() -> int:
    """Run the benchmark with the options of the command line."""
    asked = _arguments()
    if not PROGRAM.exists():
        print(f"{PROGRAM} is not there: install the project in this environment first.", file=sys.stderr)
        return 2
    # The temporary folder is removed on SIGTERM, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    rows: list[table.Row] = []
    try:
        with tempfile.TemporaryDirectory(prefix="coopform-benchmark-") as folder:
            place = Workplace(Path(folder), asked.cases, asked.runs, asked.peers)
            for name in asked.only or SUBJECTS:
                print(f"measuring {name}…", file=sys.stderr)
                rows.extend(SUBJECTS[name](place))
    finally:
        # Prints the figures so far when interrupted, or when a command fails.
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
