"""Which of the lines before a rubric is the title of its case."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopform.importing.cases.draft import Sureness
from coopform.importing.cases.pending import PendingLine, Waiting
from coopform.importing.cleaning import clean
from coopform.importing.labels.sheet_kinds import is_sheet_kind


@dataclass(frozen=True, slots=True)
class Beginning:
    """The rubric that begins below the lines.

    Attributes:
        heading: the level of its label, 0 if it is no heading.
        title_level: the level of the headings that are titles in this document, 0 if it is unknown.
        is_new: whether it begins another case, also without a title.
        is_first: whether its case is the first of the document.
    """

    heading: int
    title_level: int
    is_new: bool
    is_first: bool


def choose_title(waiting: Sequence[Waiting], beginning: Beginning) -> tuple[int, PendingLine] | None:
    """Return the line that is the title of the case that begins, with its index; None without one."""
    edges = (_first(waiting), len(waiting) - 1)
    may_be = [
        (index, one)
        for index, one in enumerate(waiting)
        if isinstance(one, PendingLine) and _may_begin(one, beginning, is_at_edge=index in edges)
    ]
    # Of two that are alike, the later one is taken.
    return max(may_be, key=lambda found: (_worth(found[0], found[1], beginning), found[0]), default=None)


def _may_begin(one: PendingLine, beginning: Beginning, *, is_at_edge: bool) -> bool:
    """Return whether a line may be the title; `is_at_edge`: whether it is the first or the last of those waiting."""
    level = one.line.heading
    if one.sureness is None or one.is_kicker or (one.is_label and not beginning.is_new):
        return False
    if one.sureness in (Sureness.PLAIN, Sureness.BOLD):
        return beginning.is_new and is_at_edge
    if beginning.is_new or not level or one.sureness is Sureness.NAMED:
        return True
    # A heading of the level of the label, or below that of titles, is a rubric of unknown name.
    return not (0 < beginning.heading <= level) and not (0 < beginning.title_level < level)


def _first(waiting: Sequence[Waiting]) -> int:
    """Return the index of the first line that is more than the name of a form: « Fiche de capitalisation »."""
    names = (isinstance(one, PendingLine) and is_sheet_kind(clean(one.line.text)) for one in waiting)
    return next((index for index, is_name in enumerate(names) if not is_name), 0)


def _worth(index: int, one: PendingLine, beginning: Beginning) -> tuple[int, ...]:
    """Return what makes a line the title rather than another."""
    level, sureness = one.line.heading, one.sureness or Sureness.SHARED
    if sureness is Sureness.HEADING:
        is_above = not beginning.heading or level < beginning.heading
        # Where all headings are of the level of the labels, the first of the document is its title.
        earlier = -index if beginning.is_first and not is_above else 0
        return (sureness, level == beginning.title_level, is_above, earlier)
    if sureness is Sureness.PLAIN and beginning.is_first:
        return (sureness, 0, 0, -index)
    return (sureness, 0, 0, 0)
