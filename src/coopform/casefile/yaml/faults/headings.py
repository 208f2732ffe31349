"""Find headings of Markdown that are meant as keys: `## Enjeux` above a text at the margin, or above points.

YAML takes them for notes. They are read as keys.
"""

from bisect import bisect
from collections.abc import Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import comments
from coopform.casefile.yaml.faults.block import begins_block_text
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import SourceLine, lines_between
from coopform.model.labels import key_at_margin, key_meant
from coopform.text.bullets import BULLET


def find(source: Source) -> Iterator[Fault]:
    """Yield the fault of each heading that is the label of a row whose key is not in the file."""
    if "#" not in source.text or not any(map(comments.heading, source.lines)):
        return
    lines = lines_between(source)
    contents = [line for line in lines if not line.is_blank_or_comment]
    numbers = [line.number for line in contents]
    typed = {key_meant(line.key) for line in contents if not line.indent and line.key}
    for line in lines:
        label = comments.heading(line.text)
        right = f"{label[1]}:" if label else ""
        if label is None or label[1] in typed or len(right) > len(line.text):
            continue
        place = bisect(numbers, line.number)
        above = contents[place - 1] if place else None
        if place < len(contents) and _is_key(above, contents[place]):
            problem = source.problem(
                "label-without-colon", line.start, line.at(line.end), label=line.text.strip(), key=label[1], right=right
            )
            yield Fault(problem, (Change(line.start, line.at(len(line.text)), right.ljust(len(line.text))),))


def _is_key(above: SourceLine | None, below: SourceLine) -> bool:
    """Return whether the line below a heading cannot belong to the key above it: a text at the margin, or a point."""
    if below.has_hyphen:
        return above is not None and _takes_no_items(above)
    if BULLET.match(below.text):
        return True
    return not below.indent and below.colon is None and key_at_margin(below.text) is None


def _takes_no_items(line: SourceLine) -> bool:
    """Return whether a line at the margin is a key with its text, or a text."""
    is_empty_key = line.colon is not None and not line.value
    return not line.indent and not line.has_hyphen and not is_empty_key and not begins_block_text(line)
