"""Find the marks that a program put before each line: of a quoted message, of a comparison, line numbers.

They are deleted to read on.
"""

import re
from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.problems.problem import Problem

_SIGNS = re.compile(r"[ \t]*(?:>(?: ?>)* ?|\+)")
_NUMBER = re.compile(r"[ \t]*(?P<number>\d{1,4})(?:[ \t]*[|│:.)](?: |\t|$)|[ \t]|$)")
_NUMBERED = re.compile(r"\s*\d")
# Fewer lines may be a text of their own.
_FEWEST = 3
_FEWEST_KEYS = 2


def find(source: Source) -> Iterator[Fault]:
    """Yield the fault of a text whose lines begin with marks.

    Its changes delete them, and put as many spaces at the end of the line: the lines below keep their positions.
    """
    marks = _marks(source)
    if not marks:
        return
    first = min(marks)
    at = source.line_start(first)
    mark = marks[first]
    shown = mark.strip()
    begin = at + mark.index(shown)
    problem = source.problem("marks-before-lines", begin, begin + len(shown), mark=shown)
    changes = []
    for number, removed in marks.items():
        start = source.line_start(number)
        end = start + len(source.lines[number - 1])
        changes += [Change(start, start + len(removed), ""), Change(end, end, " " * len(removed))]
    yield Fault(problem, tuple(changes))


def without(source: Source, _: Problem) -> list[Change]:
    """Delete the marks of all lines."""
    return [change for fault in find(source) for change in fault.changes if not change.text]


def _marks(source: Source) -> dict[int, str]:
    """Return the mark of each line that has one, by its number; none when they are not those of a whole case."""
    text = source.text
    if ">" not in text and "+" not in text and not _NUMBERED.match(text):
        return {}
    for expression in (_SIGNS, _NUMBER):
        found = {number: mark for number, line in enumerate(source.lines, 1) if (mark := expression.match(line))}
        if len(found) >= _FEWEST and _is_of_case(source, found) and (expression is _SIGNS or _runs(found)):
            return {number: mark[0] for number, mark in found.items()}
    return {}


def _is_of_case(source: Source, found: dict[int, re.Match[str]]) -> bool:
    """Return whether most lines have a mark, among them all those that begin with a key."""
    words = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    if 2 * len(found) <= len(words):
        return False
    keys = sum(_begins_with_key(mark.string[mark.end() :]) for mark in found.values())
    return keys >= _FEWEST_KEYS and not any(
        _begins_with_key(source.lines[number - 1]) for number in words if number not in found
    )


def _begins_with_key(line: str) -> bool:
    key, colon, _ = line.partition(":")
    return bool(colon) and fold_key(key.strip()) in AT_MARGIN


def _runs(found: dict[int, re.Match[str]]) -> bool:
    """Return whether the numbers are those of the lines, from any number on."""
    return len({int(one["number"]) - number for number, one in found.items()}) == 1
