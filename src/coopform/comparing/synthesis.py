"""The synthesis on one page: how each co-operation is organised, with boxes to tick where no reading says it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import other_families, scale
from coopform.model import vocabulary
from coopform.model.case import Case, Lecture
from coopform.text.i18n import mark


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the synthesis.

    Attributes:
        key: its name.
        label: its heading.
        cells: for each case the words that answer it; none where the group answers.
        options: the boxes that the group ticks; none where it writes.
        is_reading: whether the words are an author's reading, signed.
    """

    key: str
    label: str
    cells: tuple[tuple[str, ...], ...]
    options: tuple[str, ...] = ()
    is_reading: bool = False


def rows(cases: Sequence[Case], *, empty: bool = False) -> list[Row]:
    """Return the rows of the synthesis, in their order.

    Args:
        cases: the columns.
        empty: leave every cell for the group to fill in.
    """
    options = vocabulary.load().lecture

    def row(key: str, label: str, say: Callable[[Case], tuple[str, ...]], *, reading: bool = True) -> Row:
        cells = tuple(() if empty else say(case) for case in cases)
        return Row(key, label, cells, options.get(key, ()), reading)

    return [
        row("outil", mark("Form and family"), _form, reading=False),
        row("configuration", mark("Configuration"), lambda case: _one(_lecture(case).configuration)),
        row("declenchement", mark("What triggered it"), lambda case: _lecture(case).declenchement),
        row("politique", mark("Political body"), lambda case: _lecture(case).instances.politique),
        row("technique", mark("Technical body"), lambda case: _lecture(case).instances.technique),
        row("mixte", mark("Mixed body"), lambda case: _lecture(case).instances.mixte),
        row("animation", mark("Who runs it"), lambda case: _lecture(case).instances.animation),
        row("integration", mark("Scale of integration"), lambda case: _one(_lecture(case).integration)),
        row("echelle", mark("Territorial scale"), scale, reading=False),
    ]


def _lecture(case: Case) -> Lecture:
    return case.lecture or Lecture()


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _form(case: Case) -> tuple[str, ...]:
    return (*case.outil, *(f"({family})" for family in other_families(case)))
