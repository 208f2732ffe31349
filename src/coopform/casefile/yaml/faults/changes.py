"""Changes of a text: made for `--fix`, or in place, to read on after a fault."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coopform.casefile.source import Source
from coopform.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Change:
    """The characters from `start` to `end` of a text become `text`."""

    start: int
    end: int
    text: str


# Returns the changes that fix a problem of a source; none when they are not certain.
Fix = Callable[[Source, Problem], list[Change]]


def changed(text: str, changes: Iterable[Change], offset: int = 0) -> str:
    """Return `text`, which begins at index `offset` of the source, after changes; the first of two that overlap."""
    parts = []
    done = offset
    for change in sorted(changes, key=lambda change: change.start):
        if change.start >= done:
            parts += [text[done - offset : change.start - offset], change.text]
            done = change.end
    return "".join([*parts, text[done - offset :]])


def changed_in_place(text: str, changes: Iterable[Change], offset: int) -> str:
    """Return `text` after changes, padded with spaces or over the characters after them: positions stay the same."""
    return changed(text, map(_in_place, changes), offset)


def _in_place(change: Change) -> Change:
    end = max(change.end, change.start + len(change.text))
    return Change(change.start, end, change.text.ljust(end - change.start))


def right_words(source: Source, problem: Problem) -> list[Change]:
    """Replace the characters of a problem by what is right there."""
    return [Change(*source.span(problem), problem.params["right"])]


def without(source: Source, problem: Problem) -> list[Change]:
    """Delete the characters of a problem."""
    return [Change(*source.span(problem), "")]


def plain_spaces(source: Source, problem: Problem) -> list[Change]:
    """Replace the characters of a problem by ordinary spaces."""
    start, end = source.span(problem)
    return [Change(start, end, " " * (end - start))]


def space_after(source: Source, problem: Problem) -> list[Change]:
    """Insert the missing space after a colon or a hyphen."""
    _, end = source.span(problem)
    return [Change(end, end, " ")]
