"""Find the marks that a program put before each line: of a quoted message, of a comparison, line numbers, table bars.

They are deleted to read on; of a table, also the bars that end its lines and the rules between them.
"""

import re
from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.model.labels import key_at_margin
from coopform.problems.problem import Problem

_SIGNS = re.compile(r"[ \t]*(?:>(?: ?>)* ?|\+)")
_NUMBER = re.compile(r"[ \t]*(?P<number>\d{1,4})(?:[ \t]*[|│:.)](?: |\t|$)|[ \t]|$)")
# The bars of Markdown, and those that programs draw.
_RULE = r"[|+├┌└┏┣┗╞][-=:|+─━═┬┼┴┤┐┘┳╋┻┫┓┛╪╡ \t]+$"
_BAR = re.compile(rf"[ \t]*(?:{_RULE}|[|│┃] ?)")
_BAR_AFTER_COLON = re.compile(r"[^:|│┃]+:[ \t]*(?P<bar>[|│┃])(?=[ \t]*[^\s|│┃])")
_BAR_AT_END = re.compile(r"[ \t]*[|│┃][ \t]*$")
# What a key or a label is followed by.
_AFTER_KEY = re.compile("[:|│┃]")
_MARKED = re.compile("[>+|│┃]")
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
    first = next((number for number, mark in marks.items() if mark != source.lines[number - 1]), min(marks))
    at = source.line_start(first)
    mark = marks[first]
    shown = mark.strip()
    begin = at + mark.index(shown)
    problem = source.problem("marks-before-lines", begin, begin + len(shown), mark=shown)
    changes = (change for number, mark in marks.items() for change in _changes(source, number, mark))
    yield Fault(problem, tuple(changes))


def without(source: Source, _: Problem) -> list[Change]:
    """Delete the marks of all lines."""
    changes = (change for fault in find(source) for change in fault.changes)
    return [Change(change.start, change.end, "") for change in changes if change.start < change.end]


def _changes(source: Source, number: int, mark: str) -> Iterator[Change]:
    """Yield the changes that delete the mark of a line, and of a table further bars, for as many spaces."""
    line, start = source.lines[number - 1], source.line_start(number)
    yield Change(start, start + len(mark), "")
    end = len(line)
    if _BAR.match(mark):
        if after_colon := _BAR_AFTER_COLON.match(line, len(mark)):
            yield Change(start + after_colon.start("bar"), start + after_colon.end("bar"), " ")
        if at_end := _BAR_AT_END.search(line, after_colon.end() if after_colon else len(mark)):
            end = at_end.start()
    yield Change(start + end, start + len(line), " " * (len(mark) + len(line) - end))


def _marks(source: Source) -> dict[int, str]:
    """Return the mark of each line that has one, by its number; none when they are not those of a whole case."""
    text = source.text
    if not _MARKED.search(text) and not _NUMBERED.match(text):
        return {}
    for expression in (_SIGNS, _NUMBER, _BAR):
        found = {number: mark for number, line in enumerate(source.lines, 1) if (mark := expression.match(line))}
        if len(found) >= _FEWEST and _is_of_case(source, found) and (expression is not _NUMBER or _runs(found)):
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
    key = _AFTER_KEY.search(line)
    return key is not None and key_at_margin(line[: key.start()].strip()) is not None


def _runs(found: dict[int, re.Match[str]]) -> bool:
    """Return whether the numbers are those of the lines, from any number on."""
    return len({int(one["number"]) - number for number, one in found.items()}) == 1
