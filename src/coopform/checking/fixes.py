"""The candidate fixes of each problem, best first.

`fixer` tries each one and keeps it only when it leaves fewer problems, so a candidate may be a guess. It may never
change a word of the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import invisible, keys_in_line
from coopform.casefile.yaml.faults.fault import quoted
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine, line_at, lines_between
from coopform.model.labels import key_behind_signs
from coopform.problems.problem import Problem
from coopform.text.bullets import TYPED
from coopform.text.quotation import is_in_smart_quotes


@dataclass(frozen=True, slots=True)
class Change:
    """The characters from `start` to `end` of the text become `text`."""

    start: int
    end: int
    text: str


Changes = list[Change]


def candidates(source: Source, problem: Problem) -> Iterator[Changes]:
    """Yield the fixes of a problem, best first; none when none is safe."""
    fix = _FIXES.get(problem.code)
    if fix is not None:
        yield from fix(source, problem)


def _quote_text(source: Source, problem: Problem) -> Iterator[Changes]:
    """Quote the text of a line, after its hyphen and its key."""
    line = line_at(source, problem.start.line)
    at = source.index(problem.start)
    start = min(line.at(line.value_column), at)
    text = source.text[start : line.at(len(line.text.rstrip()))]
    # With a comment after it, or when the next line continues it, the end of the text is not certain.
    if text and " #" not in text and not _is_continued(source, line):
        yield [Change(start, start + len(text), quoted(text))]


def _is_continued(source: Source, line: SourceLine) -> bool:
    if line.number >= len(source.lines):
        return False
    following = line_at(source, line.number + 1)
    return not following.is_blank_or_comment and following.indent > line.parent and not following.has_hyphen


def _double_quotes(source: Source, problem: Problem) -> Iterator[Changes]:
    """Put a text in double quotes whose single quotes an apostrophe closes."""
    line = line_at(source, problem.start.line)
    start = line.at(line.value_column)
    text = source.text[start : line.at(len(line.text.rstrip()))]
    if text[:1] == text[-1:] == "'":
        yield from _set_double(start, text)


def _straight_quotes(source: Source, problem: Problem) -> Iterator[Changes]:
    """Replace the smart quotes around a whole text by straight ones."""
    start = source.index(problem.start)
    line = line_at(source, problem.start.line)
    text = source.text[start : line.at(len(line.text.rstrip()))]
    if is_in_smart_quotes(text):
        yield from _set_double(start, text)


def _set_double(start: int, text: str) -> Iterator[Changes]:
    """Replace the first and the last character of a text by double quotes, unless it has signs that they escape."""
    if len(text) > 2 and not set('"\\') & set(text):
        end = start + len(text)
        yield [Change(start, start + 1, '"'), Change(end - 1, end, '"')]


_BULLET = re.compile(rf"[{BLANKS}]*(?P<bullet>{TYPED}|[^\w\s\"'«(\[{{#])[{BLANKS}]*(?=\S)")


def _hyphens_for_bullets(source: Source, problem: Problem) -> Iterator[Changes]:
    """Replace typed bullets at the start of lines by hyphens, from the problem's line on."""
    changes: Changes = []
    for number in range(problem.start.line, len(source.lines) + 1):
        line = line_at(source, number)
        if changes and key_behind_signs(line.key):
            break  # « 4. Enjeux : », the next row
        at = source.index(problem.start) if number == problem.start.line else line.start
        match = _BULLET.match(source.text, at, line.at(len(line.text)))
        if match:
            changes.append(Change(match.start("bullet"), match.end(), "- "))
        elif not line.is_blank_or_comment and line.indent == 0:
            break
    if changes and _is_after_a_key(source, changes[0]):
        _move_down(source, changes)
    yield changes


def _is_after_a_key(source: Source, change: Change) -> bool:
    start = source.line_start(source.line_of(change.start))
    return bool(source.text[start : change.start].strip())


def _move_down(source: Source, changes: Changes) -> None:
    """Move the first item, typed after its key, to a line of its own, with the indent of the second."""
    margin = "  "
    if len(changes) > 1:
        margin = source.before(changes[1].start)
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    first = changes[0]
    start = first.start
    while source.text[start - 1] in BLANKS:
        start -= 1
    changes[0] = Change(start, first.end, f"{line_end}{margin}- ")


def _delete_bullet(source: Source, problem: Problem) -> Iterator[Changes]:
    end = source.index(problem.end)
    while source.text[end : end + 1] and source.text[end] in BLANKS:
        end += 1
    yield [Change(source.index(problem.start), end, "")]


def _spaces_for_tabs(source: Source, _: Problem) -> Iterator[Changes]:
    """Replace the tabs of all indents of the file by two spaces, or by four."""
    lines = [line for line in lines_between(source, 0, len(source.text) + 1) if "\t" in line.text[: line.content]]
    for width in (2, 4):
        yield [Change(line.start, line.at(line.content), _without_tabs(line, width)) for line in lines]


def _without_tabs(line: SourceLine, width: int) -> str:
    """Return the start of a line, up to its words: spaces for the tabs before its hyphens, one space after each."""
    hyphens = line.text[line.indent : line.content]
    return line.lead.replace("\t", " " * width) + re.sub(r"-[ \t]+", "- ", hyphens)


def _plain_spaces(source: Source, problem: Problem) -> Iterator[Changes]:
    start, end = source.index(problem.start), source.index(problem.end)
    yield [Change(start, end, _plain(source.text[start:end]))]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _plain_margins(source: Source, _: Problem) -> Iterator[Changes]:
    """Replace the non-breaking spaces of all indents of the file by ordinary ones.

    Or delete them, and the spaces after them, where ordinary spaces come first: then they may be too many.
    """
    lines = [line for line in lines_between(source, 0, len(source.text) + 1) if line.lead != _plain(line.lead)]
    yield [Change(line.start, line.at(line.indent), _plain(line.lead)) for line in lines]
    yield [Change(line.start, line.at(line.indent), _spaces_before(line.lead) or _plain(line.lead)) for line in lines]


def _spaces_before(lead: str) -> str:
    return lead[: len(lead) - len(lead.lstrip(" "))]


def _space_after(source: Source, problem: Problem) -> Iterator[Changes]:
    """Insert the missing space after a colon or a hyphen."""
    end = source.index(problem.end)
    yield [Change(end, end, " ")]


def _right_words(source: Source, problem: Problem) -> Iterator[Changes]:
    yield [Change(source.index(problem.start), source.index(problem.end), problem.params["right"])]


_AFTER_KEY = re.compile(r"[ ]?(?:\t|[ ]{2}|[=–—→;\uff1a\u2236]|$)")


def _colon_after_key(source: Source, problem: Problem) -> Iterator[Changes]:
    """Insert the missing colon after a key or a label that fills its line, or a cell of a table."""
    line = line_at(source, problem.start.line)
    if _AFTER_KEY.match(line.text, problem.end.column - 1):
        yield [Change(source.index(problem.start), line.at(len(line.text.rstrip())), problem.params["right"])]


def _delete_unseen(source: Source, _: Problem) -> Iterator[Changes]:
    """Delete the invisible characters at the start of all lines of the file."""
    hidden = [line.problem for line in invisible.find(source)]
    runs = [invisible.UNSEEN.finditer(source.text, source.index(one.start), source.index(one.end)) for one in hidden]
    yield [Change(match.start(), match.end(), "") for run in runs for match in run]


def _key_per_line(source: Source, problem: Problem) -> Iterator[Changes]:
    """Begin a new line before each further key of a partner, a step or a source; elsewhere it may be no key."""
    line = line_at(source, problem.start.line)
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    changes = [
        Change(line.at(further.start()), line.at(further.start("key")), line_end + " " * line.content)
        for further in keys_in_line.further_keys(line, keys_in_line.BELOW)
    ]
    if changes:
        yield changes


def _item_below_key(source: Source, problem: Problem) -> Iterator[Changes]:
    """Move the text of a key down to an item of its own, above the items below it."""
    line = line_at(source, problem.start.line)
    if line.colon is not None:
        line_end = "\r\n" if "\r\n" in source.text else "\n"
        right = problem.params["right"]
        margin = right[: right.index("-")]
        yield [Change(line.at(line.colon + 1), source.index(problem.start), f"{line_end}{margin}- ")]


def _delete_line(source: Source, problem: Problem) -> Iterator[Changes]:
    number = problem.start.line
    if number < len(source.lines):
        yield [Change(source.line_start(number), source.line_start(number + 1), "")]


def _align_item(source: Source, problem: Problem) -> Iterator[Changes]:
    """Align a hyphen with that of the item above, and with it the lines that are as deep or deeper."""
    line = line_at(source, problem.start.line)
    for number in range(line.number - 1, 0, -1):
        above = line_at(source, number)
        if above.has_hyphen and above.indent < line.indent:
            yield [Change(other.start, other.at(line.indent), above.lead) for other in _run(source, line)]
            return


def _run(source: Source, first: SourceLine) -> Iterator[SourceLine]:
    """Yield a line and those below it, up to one that is indented less."""
    for number in range(first.number, len(source.lines) + 1):
        line = line_at(source, number)
        if line.indent < first.indent and line.text.strip():
            return
        if line.text.startswith(first.lead):
            yield line


_FIXES: dict[str, Callable[[Source, Problem], Iterator[Changes]]] = {
    "second-colon": _quote_text,
    "leading-sign": _quote_text,
    "alias": _quote_text,
    "anchor": _quote_text,
    "tag": _quote_text,
    "colon-in-item": _quote_text,
    "apostrophe-in-quotes": _double_quotes,
    "smart-quotes": _straight_quotes,
    "smart-quotes-kept": _straight_quotes,
    "typed-bullets": _hyphens_for_bullets,
    "typed-bullet": _delete_bullet,
    "no-space-after-hyphen": _hyphens_for_bullets,
    "nbsp-after-hyphen": _hyphens_for_bullets,
    "swallowed-item": _align_item,
    "tab-indent": _spaces_for_tabs,
    "nbsp-indent": _plain_margins,
    "nbsp-after-colon": _plain_spaces,
    "no-space-after-colon": _space_after,
    "json-escape": _right_words,
    "misspelt-key": _right_words,
    "label-as-key": _right_words,
    "missing-colon": _colon_after_key,
    "label-without-colon": _colon_after_key,
    "items-below-text": _item_below_key,
    "keys-in-line": _key_per_line,
    "hidden-before": _delete_unseen,
    "yaml-directive": _delete_line,
}

# The codes that have candidates.
FIXABLE = frozenset(_FIXES)
