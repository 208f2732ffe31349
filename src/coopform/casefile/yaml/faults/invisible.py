"""Characters that cannot be seen where a line begins: what stands behind them is no hyphen, no bullet and no key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.fault import Edit
from coopform.model.keys import AT_MARGIN, NAMES, fold_key
from coopform.model.labels import key_of_label
from coopform.problems.problem import Problem
from coopform.text.bullets import BULLET

# Soft hyphen, zero-width spaces and joiners, marks of direction, byte-order mark: what Word, web pages and PDF hide.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_HYPHENS = re.compile(r"[ \t\u00a0\u202f]*(?:-(?:[ \t]+|$))*")
_KEY = re.compile(r"(?P<key>[^\W\d][^:\r\n]*?)[ \u00a0\u202f]*:(?=[ \t\u00a0\u202f]|$)")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A line that begins with characters that cannot be seen.

    Attributes:
        problem: what to report, from the first of these characters up to the hyphen or the key.
        edit: the line as it reads without them, with as many spaces at its end.
    """

    problem: Problem
    edit: Edit


def find(source: Source) -> Iterable[Hidden]:
    """Yield the lines whose hyphen, bullet or key is hidden by characters that cannot be seen."""
    if not UNSEEN.search(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        places = [match.start() for match in UNSEEN.finditer(line)]
        head = _head(UNSEEN.sub("", line)) if places else 0
        # Each of these characters that stands in the beginning puts its end one further.
        hiding = [at for count, at in enumerate(places) if at < head + count]
        if hiding:
            start = source.line_start(number)
            names = ", ".join(dict.fromkeys(f"U+{ord(line[at]):04X}" for at in hiding))
            problem = source.problem("hidden-before", start + hiding[0], start + hiding[-1] + 1, characters=names)
            rest = line[hiding[-1] + 1 :]
            seen = UNSEEN.sub("", line[: hiding[-1] + 1])
            yield Hidden(problem, Edit(start, seen + rest + " " * len(hiding)))


def _head(line: str) -> int:
    """Return where the beginning of a line ends: after its hyphens, its bullet or its key."""
    hyphens = _HYPHENS.match(line)
    end = hyphens.end() if hyphens else 0
    key = _KEY.match(line, end)
    if key and (fold_key(key["key"]) in AT_MARGIN | NAMES or key_of_label(key["key"])):
        return key.end()
    bullet = BULLET.match(line)
    if bullet:
        return bullet.end()
    return end if line[:end].strip() else 0
