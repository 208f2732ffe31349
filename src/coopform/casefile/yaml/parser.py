"""The text of a file to nodes with their places, in two stages.

A text without a sign of anything wrong is composed and that is all. In any other one every node is looked at, and what
the parser refuses is explained, so that the rest of the file is read all the same.

Every scalar is text: `no`, `01`, `12:30` and `2015` stay what was typed.
"""

import re

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import doubts
from coopform.casefile.yaml.composer import BeyondLimit, Refused, compose
from coopform.casefile.yaml.nodes import Map, Parsed, Text
from coopform.model.limits import MAX_LINES, MAX_NODES
from coopform.problems.problem import Position, Problem
from coopform.text.characters import NARROW_NBSP, NBSP

# YAML ends a line where no editor does: a text that holds one of these would be cut without a word.
_LINE_ENDS_OF_YAML = str.maketrans("\u0085\u2028\u2029", "   ")
# A line that looks blank is blank, whatever kind of space it holds.
_BLANK_LINE = re.compile(r"(?:^|(?<=[\r\n]))[ \t\u00a0\u202f]++(?=[\r\n]|\Z)")


def parse(source: Source, most_lines: int = MAX_LINES, most_nodes: int = MAX_NODES) -> Parsed:
    """Parse a source into nodes.

    Args:
        source: the text.
        most_lines: how many lines it may have; the limits are those of one case when not given.
        most_nodes: how many values it may hold.

    Returns:
        The root and the problems. After a fault of syntax every block that begins at the margin is read
        alone: the faults of each are named, and the root holds what could be read.
    """
    if len(source.text) >= most_lines and _line_count(source.text) > most_lines:
        start = Position(most_lines + 1, 1)
        return Parsed(None, [Problem(source.path, start, start, "too-many-lines", {"limit": str(most_lines)})])
    return _without_doubt(source, most_nodes) or _looked_at(source, most_nodes)


def _without_doubt(source: Source, most_nodes: int) -> Parsed | None:
    """Return the nodes of a text in which nothing has to be looked at; None where that is not sure."""
    if doubts.in_text(source):
        return None
    try:
        root, _, items = compose(source.text, most_nodes)
    except (yaml.YAMLError, BeyondLimit):
        return None
    return Parsed(root) if isinstance(root, Map) and not doubts.in_items(source, items) else None


def _looked_at(source: Source, most_nodes: int) -> Parsed:
    # What few files need is not loaded for the others.
    from coopform.casefile.yaml.faults import invisible
    from coopform.casefile.yaml.faults.fault import mended

    hidden = list(invisible.find(source))
    # Same lines as the source, and the same places but on those that were mended.
    parsed = _build(Source(source.path, mended(source.text, (line.edit for line in hidden))), most_nodes)
    parsed.problems.extend(line.problem for line in hidden)
    parsed.faulty.update(line.problem.start.line for line in hidden)
    return parsed


def _build(source: Source, most_nodes: int) -> Parsed:
    from coopform.casefile.yaml.builder import Builder
    from coopform.casefile.yaml.recovery import DOCUMENT_MARK, Salvage

    text = source.text
    # An ordinary text holds neither, and to look for them in all of it takes as long as to parse it.
    if not source.is_ordinary or NBSP in text or NARROW_NBSP in text:
        text = _BLANK_LINE.sub(lambda blank: " " * len(blank[0]), text.translate(_LINE_ENDS_OF_YAML))
    builder = Builder(source, most=most_nodes)
    try:
        if not any(DOCUMENT_MARK.match(line) for line in source.lines):
            builder.build(text)
            if not isinstance(builder.root, Text) or not builder.root.value.strip():
                return Parsed(builder.root, builder.problems, builder.faulty)
    except Refused as refusal:
        return Parsed(None, [refusal.problem])
    except yaml.MarkedYAMLError as error:
        return Salvage(source, text).run(error)
    return Salvage(source, text).run(None)


def _line_count(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1
