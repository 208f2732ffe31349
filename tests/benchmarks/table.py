"""The table of the benchmark: one row per figure."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the benchmark.

    Attributes:
        what: the command or task.
        measured: its cost.
        against: what it is compared with, and the cost of that.
        value: the ratio, or the value that has a bound.
        bound: the bound or the aim; empty without one.
        met: whether the bound or aim is met; empty without one.
    """

    what: str
    measured: str
    against: str = ""
    value: str = ""
    bound: str = ""
    met: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether a bound is exceeded."""
        return self.met == MISSED


MET = "yes"
MISSED = "NO"
# Of an aim.
NOT_YET = "not yet"
HEADINGS = ("what", "measured", "compared with", "ratio or value", "bound", "met")


def seconds(value: float) -> str:
    """Return a time for the table: `1.85 s`, `62 ms`."""
    return f"{value:.2f} s" if abs(value) >= 1 else f"{value * 1000:.3g} ms"


def megabytes(value: float) -> str:
    """Return a size in millions of bytes."""
    return f"{value / 1e6:.1f} MB"


def ratio(
    what: str, cost: float, against: str, other: float, *, most: float | None = None, aim: float | None = None
) -> Row:
    """Return a row for a time compared with another, both in seconds; the ratio has a bound, `most`, or an aim."""
    value = cost / other if other > 0 else float("inf")
    bound, met = "", ""
    if most is not None:
        bound, met = f"≤ {most:g} ×", _met(value <= most)
    elif aim is not None:
        bound, met = f"aim: ≤ {aim:g} ×", MET if value <= aim else NOT_YET
    return Row(what, seconds(cost), f"{against}: {seconds(other)}", f"{value:.2f} ×", bound, met)


def value(what: str, measured: str, shown: str, bound: str, *, met: bool, against: str = "") -> Row:
    """Return a row for a value with a bound."""
    return Row(what, measured, against, shown, bound, _met(met))


def none(what: str, count: int, against: str) -> Row:
    """Return a row for things of which there may be none."""
    return value(what, f"{count}", f"{count}", "0", met=count == 0, against=against)


def _met(met: bool) -> str:
    return MET if met else MISSED


def as_text(rows: Sequence[Row]) -> str:
    """Return the table in columns."""
    lines = [HEADINGS, *(astuple(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADINGS))]
    ruled = [lines[0], tuple("─" * width for width in widths), *lines[1:]]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in ruled)


def as_markdown(rows: Iterable[Row]) -> str:
    """Return the table as Markdown."""
    lines = [HEADINGS, tuple("---" for _ in HEADINGS), *(astuple(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
