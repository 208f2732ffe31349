"""Find lines of signs only at the margin: a rule, an underlined heading, the fence of a Markdown block.

They are read as blank lines. A line below a block text, or in one, is indented and is no such line.
"""

import re
from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.model.labels import key_at_margin

_SIGNS = re.compile(r"(?P<sign>[-=_~*+–—─━═])(?:[ \t]?(?P=sign)){2,}[ \t]*")
_FENCE = re.compile(r"(?:`{3,}|~{3,})\w*[ \t]*")
# These also divide documents, or the two versions of a merge conflict: they are rules below a heading only.
_DIVIDERS = ("---", "=" * 7)
# `- - -` is one item in another.
_ITEMS = re.compile(r"-[ \t]")
_KEY = re.compile(r"[^\W\d]\w*[ \t]*:(?:[ \t]|$)")
_LONGEST_SHOWN = 20


def find(source: Source) -> Iterator[Fault]:
    """Yield the fault of each line of signs; its change makes the line blank."""
    above = ""
    for number, line in enumerate(source.lines, 1):
        if _is_ruler(source, number, line, above):
            start = source.line_start(number)
            end = start + len(line.rstrip())
            problem = source.problem("ruler-line", start, end, line=line.strip()[:_LONGEST_SHOWN])
            yield Fault(problem, (Change(start, end, " " * (end - start)),))
        above = line


def _is_ruler(source: Source, number: int, line: str, above: str) -> bool:
    if line[:1].isalnum() or not (_SIGNS.fullmatch(line) or _FENCE.fullmatch(line)) or _ITEMS.match(line):
        return False
    return line.rstrip() not in _DIVIDERS or (_is_heading(above) and not _is_above_key(source, number))


def _is_heading(line: str) -> bool:
    """Return whether a line is the key or the label of a row, and nothing else."""
    words = line.strip().removesuffix(":").strip()
    return key_at_margin(words) is not None


def _is_above_key(source: Source, number: int) -> bool:
    """Return whether the next line with words begins with a key at the margin."""
    below = next((line for line in source.lines[number:] if line.strip()), "")
    return _KEY.match(below) is not None
