"""Find signs of Markdown and tags of HTML in the texts of a case, which are plain and would be printed with them."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import Change
from coopform.model.limits import MAX_FAULTS
from coopform.problems.problem import Problem

# Signs after a word mark a footnote: « communes (A**, B**) ». Words that begin with another sign, as « #1 », would be
# something else in YAML without the signs before it.
_FIRST = r"(?=[\w«“(])"
# « si a <b et c> d » has no tag.
_ATTRIBUTES = r"(?:\s[^<>=\n]{1,300}=[^<>\n]{0,300})?"
_MARKUP = re.compile(
    rf"(?<![\w*~])(?P<sign>\*{{2,3}}|~~){_FIRST}(?P<words>[^*~\n]{{1,300}})(?<=[^\s(])(?P=sign)(?!\w)"
    rf"|\[{_FIRST}(?P<link>[^\[\]\n]{{1,300}})\]\((?P<address>https?://[^\s()]{{1,300}})\)"
    rf"|<(?P<tag>b|i|u|em|strong|span|font){_ATTRIBUTES}>{_FIRST}(?P<inside>[^<>\n]{{1,300}})</(?P=tag)>"
    rf"|</?(?:b|i|u|em|strong|span|font|br|p|div|ul|ol|li){_ATTRIBUTES}\s?/?>",
    re.IGNORECASE,
)
# The words that a message shows around a tag that is no pair.
_WORD_BEFORE = re.compile(r"\S{0,30} ?\Z")
_WORD_AFTER = re.compile(r" ?[^\s<]{0,30}")
_LONGEST_PART = 31


def find(source: Source, others: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first of these signs of each line, but in notes and on the lines of other problems."""
    lines = {problem.start.line for problem in others}
    yield from islice(_in_lines(source, lines), MAX_FAULTS)


def without(source: Source, problem: Problem) -> list[Change]:
    """Return the changes of all marked words of a line to the words alone; a tag that is no pair may be a word."""
    start = source.line_start(problem.start.line)
    line = source.lines[problem.start.line - 1]
    found = (one for one in _MARKUP.finditer(line) if _plain(one).strip())
    return [Change(start + one.start(), start + one.end(), _plain(one)) for one in found]


def _in_lines(source: Source, others: Container[int]) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, 1):
        found = None if line.lstrip()[:1] == "#" or number in others else _MARKUP.search(line)
        if found:
            at = source.line_start(number)
            before, after = _around(line, found)
            typed, right = before + found[0] + after, " ".join(f"{before}{_plain(found)}{after}".split())
            yield source.problem("markup", at + found.start(), at + found.end(), typed=typed, right=right or "…")


def _around(line: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the words beside a tag that is no pair; empty beside other signs, which have words between them."""
    if _plain(found).strip():
        return "", ""
    before = _WORD_BEFORE.search(line[max(0, found.start() - _LONGEST_PART) : found.start()])
    after = _WORD_AFTER.match(line, found.end())
    return before[0].lstrip() if before else "", after[0].rstrip() if after else ""


def _plain(found: re.Match[str]) -> str:
    """Return the words between signs; of a link also the address."""
    if found["link"]:
        return f"{found['link']} ({found['address']})"
    return found["words"] or found["inside"] or (" " if found[0].lower().startswith("<br") else "")
