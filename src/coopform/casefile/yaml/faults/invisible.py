"""Find invisible characters at the start of a line, which hide a hyphen, a bullet or a key from YAML."""

import re
from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS
from coopform.model.keys import AT_MARGIN, NAMES
from coopform.model.labels import key_meant
from coopform.problems.problem import Problem
from coopform.text.bullets import BULLET
from coopform.text.characters import OTHER_SPACES

# Soft hyphen, zero-width spaces and joiners, direction marks, byte-order mark: common in text from Word, web and PDF.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_HYPHENS = re.compile(rf"[{BLANKS}]*(?:-(?:[ \t]+|$))*")
_KEY = re.compile(rf"(?P<key>[^\W\d][^:\r\n]*?)[ {OTHER_SPACES}]*:(?=[{BLANKS}]|$)")


def find(source: Source) -> Iterator[Fault]:
    """Yield the faults of the lines whose hyphen, bullet or key comes after invisible characters.

    Their changes delete these, and put as many spaces at the end of the line: the lines below keep their positions.
    """
    if not UNSEEN.search(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        places = [match.start() for match in UNSEEN.finditer(line)]
        head = _head(UNSEEN.sub("", line)) if places else 0
        # Each invisible character in the beginning moves its end by one.
        hiding = [at for count, at in enumerate(places) if at < head + count]
        if hiding:
            start = source.line_start(number)
            names = ", ".join(dict.fromkeys(f"U+{ord(line[at]):04X}" for at in hiding))
            problem = source.problem("hidden-before", start + hiding[0], start + hiding[-1] + 1, characters=names)
            end = start + len(line)
            deleted = (Change(start + at, start + at + 1, "") for at in hiding)
            yield Fault(problem, (*deleted, Change(end, end, " " * len(hiding))))


def without(source: Source, _: Problem) -> list[Change]:
    """Delete the invisible characters at the start of all lines of the file."""
    return [change for fault in find(source) for change in fault.changes if not change.text]


def _head(line: str) -> int:
    """Return the column after the hyphens, the bullet or the key of a line; 0 if it has none."""
    hyphens = _HYPHENS.match(line)
    end = hyphens.end() if hyphens else 0
    key = _KEY.match(line, end)
    if key and key_meant(key["key"]) in AT_MARGIN | NAMES:
        return key.end()
    bullet = BULLET.match(line)
    if bullet:
        return bullet.end()
    return end if line[:end].strip() else 0
