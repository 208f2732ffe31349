"""The numbers before the points of a list: dropped where the list runs from the first on, else kept in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coopform.importing.blocks import TextLine
from coopform.importing.lines import list_marks
from coopform.text.bullets import NUMBER


def without_running_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return lines without the numbers of each list that runs 1…n (or a…z); numbered lines are of level 1 at least."""
    result = list(lines)
    for run in _lists(lines):
        numbers = [list_marks.number_of(lines[index]) for index in run]
        # A program may number the points of all rubrics on; a single number that was typed may be part of the text.
        is_automatic = all(lines[index].number for index in run)
        is_run = list_marks.runs(numbers, is_automatic) and (len(numbers) > 1 or is_automatic)
        for index in run:
            result[index] = _bare(lines[index], keeps=not is_run)
    return result


def _lists(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """Yield the indexes of the numbered lines of each list: those of one level, with nothing of that level between."""
    open_lists: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.continues:
            continue
        for level in [level for level in open_lists if level > line.level]:
            yield open_lists.pop(level)
        if not list_marks.number_of(line):
            if line.level in open_lists:
                yield open_lists.pop(line.level)
            continue
        current = open_lists.setdefault(line.level, [])
        if current and list_marks.rank(list_marks.number_of(line)) == 1:
            yield current
            current = open_lists[line.level] = []
        current.append(index)
    yield from open_lists.values()


def _bare(line: TextLine, *, keeps: bool) -> TextLine:
    """Return a numbered line as an item, with its number in its text or without it."""
    if keeps:
        return replace(line, text=f"{line.number} {line.text}".strip(), number="", level=max(line.level, 1))
    match = None if line.number else NUMBER.match(line.text)
    text = line.text[match.end() :] if match else line.text
    return replace(line, text=text, number="", level=max(line.level, 1))
