"""The candidate fixes of each problem.

`fixer` tries each one and keeps it only when it leaves fewer problems, so a candidate may be a guess. It may never
change a word of the text. A fix that is also used to read on after the fault is beside it, in `casefile/yaml/faults`.
"""

import re
from collections.abc import Iterator
from functools import partial

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import (
    bullets,
    changes,
    comments,
    indent_characters,
    invisible,
    keys_in_line,
    line_marks,
    mail_lines,
    markup,
    misread_letters,
    other_notes,
)
from coopform.casefile.yaml.faults.changes import Change, Fix
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine, line_at
from coopform.casefile.yaml.faults.places import takes_items
from coopform.casefile.yaml.faults.quoting import quoted
from coopform.checking import alignment
from coopform.model.keys import fold_key
from coopform.problems.problem import Problem
from coopform.text.quotation import is_in_smart_quotes


def candidates(source: Source, problem: Problem) -> Iterator[list[Change]]:
    """Yield the fixes of a problem, best first; none, or empty ones, when none is safe."""
    return (fix(source, problem) for fix in _FIXES.get(problem.code, ()))


def _quotes_around(source: Source, problem: Problem) -> list[Change]:
    """Quote the text of a line."""
    start, text = _text(source, problem)
    # With a comment after it, or when the next line continues it, the end of the text is not certain.
    if not text or " #" in text or _is_continued(source, line_at(source, problem.start.line)):
        return []
    return [Change(start, start + len(text), quoted(text))]


def _text(source: Source, problem: Problem) -> tuple[int, str]:
    """Return the index of the text of a line, after its hyphen and its key, and the text."""
    line = line_at(source, problem.start.line)
    start = min(line.at(line.value_column), source.index(problem.start))
    return start, source.text[start : line.at(line.end)]


def _is_continued(source: Source, line: SourceLine) -> bool:
    if line.number >= len(source.lines):
        return False
    following = line_at(source, line.number + 1)
    return not following.is_blank_or_comment and following.indent > line.parent and not following.has_hyphen


def _double_quotes(source: Source, problem: Problem) -> list[Change]:
    """Replace the smart or single quotes around a whole text by double ones, unless it has signs that they escape."""
    start, text = _text(source, problem)
    end = start + len(text)
    is_enclosed = is_in_smart_quotes(text) or text[:1] == text[-1:] == "'"
    if not is_enclosed or len(text) <= 2 or set('"\\') & set(text[:-1]):
        return []
    return [Change(start, start + 1, '"'), Change(end - 1, end, '"')]


_AFTER_KEY = re.compile(r"[ ]?(?:\t|[ ]{2}|[=–—→;|│\uff1a\u2236]|-+>|$)")


def _colon_after_key(source: Source, problem: Problem) -> list[Change]:
    """Insert the missing colon after a key or a label that fills its line, or a cell of a table."""
    line = line_at(source, problem.start.line)
    if not _AFTER_KEY.match(line.text, problem.end.column - 1):
        return []
    return [Change(source.index(problem.start), line.at(line.end), problem.params["right"])]


def _item_below_key(source: Source, problem: Problem) -> list[Change]:
    """Move the text of a key down to an item of its own, above the items below it."""
    line = line_at(source, problem.start.line)
    if line.colon is None:
        return []
    right = problem.params["right"]
    margin = right[: right.index("-")]
    return [Change(line.at(line.colon + 1), source.index(problem.start), f"{source.line_end}{margin}- ")]


def _point_below_key(source: Source, problem: Problem) -> list[Change]:
    """Move a point from the line of its key to its own line; delete its hyphen where there can be no list."""
    line = line_at(source, problem.start.line)
    text = source.text[source.index(problem.end) : line.at(line.end)].lstrip(BLANKS)
    start = line.at(line.end) - len(text)
    if line.colon is None or not text:
        return []
    if not takes_items(fold_key(line.key), is_first=not line.indent):
        return [Change(source.index(problem.start), start, "")]
    margin = " " * int(problem.params["spaces"])
    return [Change(line.at(line.colon + 1), start, f"{source.line_end}{margin}- ")]


def _step_of_two_keys(source: Source, problem: Problem) -> list[Change]:
    """Put the date and the text of a step under their keys."""
    line = line_at(source, problem.start.line)
    when, what = problem.params["when"], problem.params["what"]
    typed = line.text[line.content :].rstrip()
    is_whole = typed.startswith(when) and typed.endswith((what, what[1:-1]))
    if not line.has_hyphen or not is_whole or _is_continued(source, line):
        return []
    below = f"{source.line_end}{' ' * line.content}quoi: {what}"
    return [Change(line.at(line.content), line.at(line.end), f"quand: {when}{below}")]


def _without_line(source: Source, problem: Problem) -> list[Change]:
    number = problem.start.line
    end = source.line_start(number + 1) if number < len(source.lines) else len(source.text)
    return [Change(source.line_start(number), end, "")]


_FIXES: dict[str, tuple[Fix, ...]] = {
    **dict.fromkeys(("second-colon", "leading-sign", "alias", "anchor", "tag", "colon-in-item"), (_quotes_around,)),
    **dict.fromkeys(("apostrophe-in-quotes", "smart-quotes", "smart-quotes-kept"), (_double_quotes,)),
    **dict.fromkeys(("typed-bullets", "no-space-after-hyphen", "nbsp-after-hyphen"), (bullets.hyphens,)),
    **dict.fromkeys(("json-escape", "misspelt-key", "label-as-key", "date-form"), (changes.right_words,)),
    **dict.fromkeys(("missing-colon", "label-without-colon"), (_colon_after_key,)),
    "typed-bullet": (bullets.without_bullet,),
    "swallowed-item": (alignment.aligned_item,),
    "uneven-indent": (alignment.aligned_line,),
    **dict.fromkeys(
        ("tab-indent", "tab-after-hyphen"),
        tuple(partial(indent_characters.spaces_for_tabs, width=width) for width in (2, 4, 0)),
    ),
    "nbsp-indent": tuple(partial(indent_characters.plain_margins, narrow=narrow) for narrow in (False, True)),
    "nbsp-after-colon": (changes.plain_spaces,),
    "no-space-after-colon": (changes.space_after,),
    "items-below-text": (_item_below_key,),
    "step-as-label": (_step_of_two_keys,),
    "hyphen-after-key": (_point_below_key,),
    "keys-in-line": (keys_in_line.key_per_line,),
    "hidden-before": (invisible.without,),
    "marks-before-lines": (line_marks.without,),
    "other-note": (other_notes.as_notes,),
    "mail-lines": (mail_lines.as_notes,),
    "markup": (markup.without,),
    **dict.fromkeys(("yaml-directive", "ruler-line"), (_without_line,)),
    "list-in-list": (alignment.one_hyphen,),
    **dict.fromkeys(("sign-after-quotes", "colon-twice"), (changes.without,)),
    "key-in-note": (comments.key_without_sign,),
    "misread-letters": (misread_letters.all_read_again,),
}

# The codes that have candidates.
FIXABLE = frozenset(_FIXES)
