"""Fix lines that are not aligned with those of their level, and items with two hyphens."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.line import SourceLine, line_at, lines_between
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.problems.problem import Problem

_TWO_HYPHENS = re.compile(r" *-(?= +-(?: |$))")


def aligned_item(source: Source, problem: Problem) -> list[Change]:
    """Align a hyphen with that of the item above, and with it the lines that are as deep or deeper."""
    lines = lines_between(source)
    above, line = lines[: problem.start.line - 1], lines[problem.start.line - 1]
    item = next((other for other in reversed(above) if other.has_hyphen and other.indent < line.indent), line)
    run = takewhile(lambda other: other.indent >= line.indent or not other.text.strip(), lines[len(above) :])
    return [Change(other.start, other.at(line.indent), item.lead) for other in run if other.text.startswith(line.lead)]


def aligned_line(source: Source, problem: Problem) -> list[Change]:
    """Align a line that is one column off, or a key at the margin, and with it the lines that are deeper."""
    line = line_at(source, problem.start.line)
    column = int(problem.params["spaces"])
    is_key = not column and not line.has_hyphen and fold_key(line.key) in AT_MARGIN
    if (abs(line.indent - column) != 1 and not is_key) or line.lead.strip(" "):
        return []
    below = lines_between(source)[line.number :]
    run = [line, *takewhile(lambda other: other.indent > line.indent or not other.text.strip(), below)]
    return [
        Change(other.start, other.at(line.indent), " " * column)
        for other in run
        if other.text.startswith(line.lead) and other.text.strip()
    ]


def one_hyphen(source: Source, problem: Problem) -> list[Change]:
    """Keep one hyphen of two; when all items of the list have two, else they may be points under a point."""
    lines = lines_between(source)
    line = lines[problem.start.line - 1]
    above = takewhile(lambda other: not _is_left_of(other, line), reversed(lines[: line.number - 1]))
    below = takewhile(lambda other: not _is_left_of(other, line), lines[line.number :])
    items = [other for other in (*above, line, *below) if other.has_hyphen and other.indent == line.indent]
    if not all(_TWO_HYPHENS.match(item.text) for item in items):
        return []
    return [change for item in items for change in _moved_left(item, lines[item.number :])]


def _moved_left(item: SourceLine, below: Sequence[SourceLine]) -> Iterator[Change]:
    """Yield the change of the hyphens of an item to one, and those of the lines that are aligned with its text."""
    yield Change(item.at(item.indent), item.at(item.content), "- ")
    surplus = item.content - item.indent - len("- ")
    for line in takewhile(lambda other: other.is_blank_or_comment or other.indent >= item.content, below):
        if line.indent >= item.content:
            yield Change(line.start, line.at(surplus), "")


def _is_left_of(other: SourceLine, item: SourceLine) -> bool:
    """Return whether a line ends the list of an item: it is no item of it, nor further to the right."""
    if other.is_blank_or_comment or other.indent > item.indent:
        return False
    return other.indent < item.indent or not other.has_hyphen
