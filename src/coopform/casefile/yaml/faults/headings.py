"""Find headings of Markdown that are meant as keys: `## Enjeux` above a text at the margin, or above points.

YAML takes them for notes. They are read as keys.
"""

from collections.abc import Iterator, Sequence

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
    lines = [line for line in lines_between(source) if line.text.strip()]
    typed = {key_meant(line.key) for line in lines if not line.indent and line.key}
    for index, line in enumerate(lines):
        label = comments.heading(line.text)
        right = f"{label[1]}:" if label else ""
        if label and label[1] not in typed and len(right) <= len(line.text) and _is_key(lines, index):
            problem = source.problem(
                "label-without-colon", line.start, line.at(line.end), label=line.text.strip(), key=label[1], right=right
            )
            yield Fault(problem, (Change(line.start, line.at(len(line.text)), right.ljust(len(line.text))),))


def _is_key(lines: Sequence[SourceLine], index: int) -> bool:
    """Return whether what follows a heading cannot belong to the key above it: a text at the margin, or points."""
    contents = (line for line in lines[index + 1 :] if not line.is_blank_or_comment)
    below = next(contents, None)
    if below is None:
        return False
    if below.has_hyphen:
        above = next((line for line in reversed(lines[:index]) if not line.is_blank_or_comment), None)
        return above is not None and _takes_no_items(above)
    if BULLET.match(below.text):
        return True
    return not below.indent and below.colon is None and key_at_margin(below.text) is None


def _takes_no_items(line: SourceLine) -> bool:
    """Return whether a line at the margin is a key with its text, or a text."""
    is_empty_key = line.colon is not None and not line.value
    return not line.indent and not line.has_hyphen and not is_empty_key and not begins_block_text(line)
