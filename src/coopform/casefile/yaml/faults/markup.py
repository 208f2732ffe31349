"""Find signs of Markdown and tags of HTML in the texts of a case, which are plain and would be printed with them."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.model.limits import MAX_FAULTS
from coopform.problems.problem import Problem

_MARKUP = re.compile(
    r"(?P<sign>\*\*|~~)(?=[^\s*~])(?P<words>[^*~\n]{1,300})(?<=\S)(?P=sign)(?!\w)"
    r"|\[(?P<link>[^\[\]\n]{1,300})\]\((?P<address>https?://[^\s()]{1,300})\)"
    r"|<(?P<tag>b|i|u|em|strong|span|font)(?:\s[^<>\n]{0,300})?>(?P<inside>[^<>\n]{1,300})</(?P=tag)>"
    r"|</?(?:b|i|u|em|strong|span|font|br|p|div|ul|ol|li)(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)


def find(source: Source, others: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of these signs of each line, but in notes and on the lines of other problems."""
    lines = {problem.start.line for problem in others}
    yield from islice(_in_lines(source, lines), MAX_FAULTS)


def without(source: Source, problem: Problem) -> list[Change]:
    """Return the changes of all marked words of a line to the words alone; a tag may be a word, and stays."""
    start = source.line_start(problem.start.line)
    line = source.lines[problem.start.line - 1]
    found = (one for one in _MARKUP.finditer(line) if not one[0].startswith("<"))
    return [Change(start + one.start(), start + one.end(), _plain(one)) for one in found]


def _in_lines(source: Source, others: Container[int]) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, 1):
        found = None if line.lstrip()[:1] == "#" or number in others else _MARKUP.search(line)
        if found:
            at = source.line_start(number)
            yield source.problem("markup", at + found.start(), at + found.end(), typed=found[0], right=_plain(found))


def _plain(found: re.Match[str]) -> str:
    """Return the words between signs; of a link also the address."""
    if found["link"]:
        return f"{found['link']} ({found['address']})"
    return found["words"] or found["inside"] or (" " if found[0].lower().startswith("<br") else "")
