"""Find notes typed as in other languages: `// note`, `-- note`, `/* note */`, `<!-- note -->`.

They are read as notes.
"""

import re
from collections.abc import Iterator, Sequence

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine, lines_between
from coopform.problems.problem import Problem

# Not `//exemple.org`.
_OPENING = re.compile(r"[ \t]*(?P<sign>//+(?![\w-]+\.\w)|/\*+|<!--+|--(?=[ \t]+\S))[ \t]*")
_CLOSING = {"/*": re.compile(r"[ \t]*\*+/"), "<!": re.compile(r"[ \t]*--+>")}
# In the lines below, these signs are words.
_BLOCK_TEXT = re.compile(r"[ \t][|>][-+0-9]*[ \t]*$", re.MULTILINE)
_MOST_LINES = 60


def find(source: Source) -> Iterator[Fault]:
    """Yield the fault of each note; its changes make a note of YAML of it."""
    for lines in _notes(source):
        first = lines[0]
        sign = _OPENING.match(first.text)
        if sign:
            words = first.text[sign.end() : _end(first)]
            place = first.at(sign.start("sign")), first.at(sign.end("sign"))
            problem = source.problem("other-note", *place, sign=sign["sign"], right=f"# {words.strip() or '…'}")
            yield Fault(problem, tuple(line.fill("#", line.indent) for line in lines))


def as_notes(source: Source, problem: Problem) -> list[Change]:
    """Begin each line of a note with `#`, without the signs around it."""
    lines = next((lines for lines in _notes(source) if lines[0].number == problem.start.line), [])
    opened = _OPENING.match(lines[0].text) if lines else None
    if opened is None:
        return []
    begun = [Change(line.at(line.indent), line.at(line.indent), "# ") for line in lines[1:] if line.text.strip()]
    last = lines[-1]
    closed = Change(last.at(_end(last)), last.at(len(last.text)), "")
    return [Change(lines[0].at(opened.start("sign")), lines[0].at(opened.end()), "# "), *begun, closed]


def _notes(source: Source) -> Iterator[Sequence[SourceLine]]:
    """Yield the lines of each note."""
    if not any(sign in source.text for sign in ("//", "--", "/*")):
        return
    lines = lines_between(source)
    is_anywhere = _BLOCK_TEXT.search(source.text) is None
    after = 0
    for index, line in enumerate(lines):
        sign = _OPENING.match(line.text) if index >= after and (is_anywhere or not line.indent) else None
        if sign is None or (sign["sign"] == "--" and not _is_between_keys(lines, index)):
            continue
        after = _after(lines, index, sign["sign"])
        if after > index:
            yield lines[index:after]


def _after(lines: Sequence[SourceLine], index: int, sign: str) -> int:
    """Return the index after the last line of a note; `index` when the note is not closed at the end of a line."""
    closing = _CLOSING.get(sign[:2])
    if closing is None:
        return index + 1
    below = range(index, min(index + _MOST_LINES, len(lines)))
    last = next((number for number in below if closing.search(lines[number].text)), None)
    return index if last is None or _end(lines[last]) == len(lines[last].text) else last + 1


def _end(line: SourceLine) -> int:
    """Return the column at which a note is closed at the end of a line; the length of the line if it is not."""
    found = (closing.search(line.text) for closing in _CLOSING.values())
    at_end = (closed.start() for closed in found if closed and not line.text[closed.end() :].strip())
    return next(at_end, len(line.text))


def _is_between_keys(lines: Sequence[SourceLine], index: int) -> bool:
    """Return whether a line cannot be an item: it is at the margin, below a key with its text and above a key."""
    above = next((line for line in reversed(lines[:index]) if not line.is_blank_or_comment), None)
    below = next((line for line in lines[index + 1 :] if not line.is_blank_or_comment), None)
    return (
        not lines[index].indent
        and (above is None or bool(above.key and above.value))
        and (below is None or bool(below.key and not below.indent))
    )
