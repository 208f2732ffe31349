"""Parse YAML text to nodes with their spans.

Every scalar is a text: `no`, `01`, `12:30` and `2015` are kept as typed. A text without signs of a fault is only
composed. In any other text each node is checked: YAML features that case files do not use (aliases, tags, deep
nesting, several documents) are reported. `faults.comments` and `faults.silent_losses` report what YAML drops or merges
without an error: the rest of a text after ` #`, bullets that become one text. When the parser refuses the text,
`recovery` explains the fault and reads the rest of the file.
"""

import re

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import doubts
from coopform.casefile.yaml.composer import BeyondLimit, LimitExceeded, compose
from coopform.casefile.yaml.nodes import Map, Parsed, Text
from coopform.model.limits import MAX_LINES, MAX_NODES
from coopform.problems.problem import Position, Problem
from coopform.text.characters import NARROW_NBSP, NBSP, OTHER_SPACES

# YAML takes these characters for line ends, unlike editors, and would cut a text there.
_LINE_ENDS_OF_YAML = str.maketrans("\u0085\u2028\u2029", "   ")
# A line with any kind of spaces only counts as blank, and so does the end of a line after an ordinary space.
_BLANK = rf"[ \t{OTHER_SPACES}]"
_BLANKS_AT_END = re.compile(rf"{_BLANK}(?<!{_BLANK}{{2}}){_BLANK}*+(?=[\r\n]|\Z)")


def parse(source: Source, most_lines: int = MAX_LINES, most_nodes: int = MAX_NODES) -> Parsed:
    """Parse a source into nodes.

    Args:
        source: the text.
        most_lines: the maximal number of lines; the defaults are the limits of one case.
        most_nodes: the maximal number of values.

    Returns:
        The root and the problems. After a syntax error every top-level block is read separately: the faults of each
        block are reported, and the root has the blocks that can be read.
    """
    if len(source.text) >= most_lines and _line_count(source.text) > most_lines:
        start = Position(most_lines + 1, 1)
        return Parsed(None, [Problem(source.path, start, start, "too-many-lines", {"limit": str(most_lines)})])
    return _parse_plain(source, most_nodes) or _parse_checked(source, most_nodes)


def _parse_plain(source: Source, most_nodes: int) -> Parsed | None:
    """Return the nodes of a text without signs of a fault; None when there are any."""
    if doubts.in_text(source):
        return None
    try:
        root, _, items = compose(source.text, most_nodes)
    except (yaml.YAMLError, BeyondLimit):
        return None
    return Parsed(root) if isinstance(root, Map) and not doubts.in_items(source, items) else None


def _parse_checked(source: Source, most_nodes: int) -> Parsed:
    # Imported lazily: only needed for files that may have a fault.
    from coopform.casefile.yaml.faults import (
        headings,
        invisible,
        line_marks,
        mail_lines,
        misread_letters,
        other_notes,
        rulers,
    )
    from coopform.casefile.yaml.faults.changes import changed

    finders = (mail_lines, line_marks, invisible, rulers, headings, other_notes)
    faults = [fault for finder in finders for fault in finder.find(source)]
    # The same positions as in the source, except on lines with invisible characters.
    text = changed(source.text, (change for fault in faults for change in fault.changes))
    parsed = _build(Source(source.path, text), most_nodes)
    parsed.problems.extend(fault.problem for fault in faults)
    parsed.problems.extend(misread_letters.find(source))
    parsed.faulty_lines.update(fault.problem.start.line for fault in faults)
    return parsed


def _build(source: Source, most_nodes: int) -> Parsed:
    from coopform.casefile.yaml.builder import Builder
    from coopform.casefile.yaml.recovery import DOCUMENT_MARK, Recovery

    text = source.text
    # An ordinary text has no other line ends of YAML, and no blanks but spaces unless it has one of these two.
    if not source.is_ordinary or NBSP in text or NARROW_NBSP in text:
        text = _BLANKS_AT_END.sub(_spaces, text.translate(_LINE_ENDS_OF_YAML))
    builder = Builder(source, most=most_nodes)
    try:
        if not any(DOCUMENT_MARK.match(line) for line in source.lines):
            builder.build(text)
            if not isinstance(builder.root, Text) or not builder.root.value.strip():
                return Parsed(builder.root, builder.problems, builder.faulty_lines)
    except LimitExceeded as refusal:
        return Parsed(None, [refusal.problem])
    except yaml.MarkedYAMLError as error:
        return Recovery(source, text).run(error)
    return Recovery(source, text).run(None)


def _spaces(blanks: re.Match[str]) -> str:
    """Return blanks at the end of a line as spaces; a non-breaking space directly after a word or a colon stays."""
    start = blanks.start()
    is_blank = blanks[0][0] in " \t" or start == 0 or blanks.string[start - 1] in "\r\n"
    return " " * len(blanks[0]) if is_blank else blanks[0]


def _line_count(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1
