"""Find letters that a program misread and saved as other ones: « coopÃ©ration »."""

import re
from collections.abc import Iterator
from itertools import islice

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.model.limits import MAX_FAULTS
from coopform.problems.problem import Problem
from coopform.text.misread import encoded, first_misread, is_misread_throughout, read_again

# The parts of a word that a message shows, before and after the place.
_WORD_BEFORE = re.compile(r"\S{0,30}\Z")
_WORD_AFTER = re.compile(r"(?: [:;!?»%€])?\S{0,30}")
_LONGEST_PART = 30
_BYTE_ORDER_MARK = "\ufeff"


def find(source: Source) -> Iterator[Problem]:
    """Yield the first misread letter of each line; of the file only when all of it was misread."""
    if first_misread(source.text):
        most = 1 if is_misread_throughout(source.text) else MAX_FAULTS
        yield from islice(_in_lines(source), most)


def _in_lines(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, 1):
        if found := first_misread(line):
            start, end = found.span()
            before = _WORD_BEFORE.search(line[max(0, start - _LONGEST_PART) : start])
            after = _WORD_AFTER.match(line, end)
            typed = f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
            at = source.line_start(number)
            right = read_again(typed).strip(_BYTE_ORDER_MARK)
            yield source.problem("misread-letters", at + start, at + end, typed=typed, right=right)


def all_read_again(source: Source, _: Problem) -> list[Change]:
    """Return the change of the text to what it was before it was misread.

    When only some of it was misread, a sign may be right: then entities and codes of e-mails are changed only.
    """
    if not is_misread_throughout(source.text):
        return [Change(*found.span(), character) for found, character in encoded(source.text)]
    return [Change(0, len(source.text), read_again(source.text).removeprefix(_BYTE_ORDER_MARK))]
