"""Find the head and the signature of an e-mail from which a case was copied. They are read as notes."""

from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import line_at
from coopform.problems.problem import Problem
from coopform.text import mail


def find(source: Source) -> Iterator[Fault]:
    """Yield the fault of each head, and of the signature."""
    for start, end in _spans(source):
        lines = [line_at(source, number) for number in range(start + 1, end + 1)]
        first = lines[0]
        problem = source.problem("mail-lines", first.start, first.at(first.end), last=str(end))
        yield Fault(problem, tuple(line.fill("#") for line in lines if line.text))


def as_notes(source: Source, _: Problem) -> list[Change]:
    """Begin each line of the heads and of the signature with `#`: without its head, no signature is certain."""
    numbers = (number for span in _spans(source) for number in range(*span) if source.lines[number].strip())
    return [Change(index, index, "# ") for index in map(source.line_start, (number + 1 for number in numbers))]


def _spans(source: Source) -> list[tuple[int, int]]:
    """Return the index of the first line, and of the line after the last one, of each head and of the signature."""
    lines = source.lines
    # An indented line, or an item, is part of a text.
    heads = [head for head in mail.heads(lines) if lines[head[0]][:1].isalpha()]
    end = len(lines)
    signature = mail.signature(lines) if heads else end
    while end > signature and not lines[end - 1].strip():
        end -= 1
    return [*heads, (signature, end)] if signature < end else heads
