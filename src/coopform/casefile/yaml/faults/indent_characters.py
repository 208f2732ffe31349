"""Find tabs and non-breaking spaces in the indentation, and put ordinary spaces in their place."""

import re
from itertools import takewhile

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import bullets
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine, lines_between
from coopform.problems.problem import Problem
from coopform.text.characters import OTHER_SPACES

_TAB_AFTER_HYPHEN = re.compile(r"[ ]*(?:- *)+(?P<tab>\t)")
# A list has both where it was typed with the Tab key.
_TABS = ("tab-indent", "tab-after-hyphen")
_SPACES_FIRST = re.compile(r"^( +).*")
_OTHER_SPACES = frozenset(OTHER_SPACES)
_PLAIN_SPACES = str.maketrans(dict.fromkeys(OTHER_SPACES, " "))


def check(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of tabs or non-breaking spaces in the indentation, for a run of such lines."""
    line = block.lines[index]
    code = _code(line)
    if code is None:
        return None, index
    alike = _TABS if code in _TABS else (code,)
    run = list(takewhile(lambda other: other.is_blank_or_comment or _code(other) in alike, block.lines[index:]))
    # One space for a tab: two would move what is behind it.
    changes = [Change(other.start, other.at(other.content), _plain(_plain_start(other, 1))) for other in run]
    changes += [hyphen for other in run if not other.is_blank_or_comment and (hyphen := bullets.hyphen(other))]
    tab = _TAB_AFTER_HYPHEN.match(line.text)
    if code == "tab-after-hyphen" and tab:
        first, end = tab.span("tab")
        right = f"- {line.text[end:].strip()}"
        return block.in_line(code, line, first, end, changes, right=right), index + len(run)
    first = next((i for i, sign in enumerate(line.lead) if sign != " "), 0)
    return block.in_line(code, line, first, line.indent, changes), index + len(run)


def _code(line: SourceLine) -> str | None:
    if line.is_blank_or_comment:
        return None
    if not _OTHER_SPACES.isdisjoint(line.lead):
        return "nbsp-indent"
    if "\t" in line.lead:
        return "tab-indent"
    return "tab-after-hyphen" if _TAB_AFTER_HYPHEN.match(line.text) else None


def _plain_start(line: SourceLine, width: int) -> str:
    """Return the start of a line, up to its words, with `width` spaces for each tab before its hyphens."""
    return line.lead.replace("\t", " " * width) + re.sub(r"-[ \t]+", "- ", line.text[line.indent : line.content])


def _plain(text: str) -> str:
    return text.translate(_PLAIN_SPACES)


def spaces_for_tabs(source: Source, _: Problem, width: int) -> list[Change]:
    """Replace the tabs of all indents of the file by `width` spaces each."""
    lines = [line for line in lines_between(source) if "\t" in line.text[: line.content]]
    return [Change(line.start, line.at(line.content), _plain_start(line, width)) for line in lines]


def plain_margins(source: Source, _: Problem, *, narrow: bool) -> list[Change]:
    """Replace the non-breaking spaces of all indents of the file by ordinary ones.

    If `narrow`, delete all that comes after ordinary spaces at the start of a line: it may be too much.
    """
    return [
        Change(line.start, line.at(line.indent), _plain(_SPACES_FIRST.sub(r"\1", line.lead) if narrow else line.lead))
        for line in lines_between(source)
        if line.lead != _plain(line.lead)
    ]
