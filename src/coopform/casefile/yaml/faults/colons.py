"""Find faults of colons: without a label or a space, a second one, one at the end, one in a text of several lines."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import plain_spaces, space_after
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, COLON, SourceLine
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.model.keys import NAMES
from coopform.text.characters import OTHER_SPACES
from coopform.text.folding import fold

_GLUED = re.compile(rf"[ \t]*(?:- +)?(?P<word>[^\W\d_][\w-]*)[ {OTHER_SPACES}]?(?P<colon>:)(?=[^\s/:])")
_AGAIN = re.compile(rf"(?::[{BLANKS}]*)+")
_OTHER_SPACE = re.compile(rf"[^:\r\n]*:(?P<space>[{OTHER_SPACES}]+)")


def check_value(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an unquoted value that contains a colon which ends a key in YAML."""
    colon = COLON.search(line.value)
    if colon is None or not line.key:
        return None
    if again := _AGAIN.match(line.value):
        start, end = line.value_column, line.value_column + again.end()
        right = f"{line.key}: {line.text[end:]}".strip()
        return block.in_line("colon-twice", line, start, end, [line.fill(" ", start, end)], key=line.key, right=right)
    at = line.value_column + colon.start()
    rest = line.value[colon.end() :]
    # Further colons on the line are the same fault.
    changes = line.mask_colons(at, line.value_column + len(line.value))
    code = "second-colon" if rest.strip() else "colon-at-end"
    return block.in_line(code, line, at, at + 1, changes, key=line.key, text=in_quotes(line.value))


def check_empty_label(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a colon without a label before it."""
    if line.colon is None or line.key:
        return None
    return block.in_line("empty-label", line, line.colon, line.colon + 1, line.mask_key())


def check_continued(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a line with a colon that continues the text of `first`."""
    if line.colon is None:
        return None
    last = _last_line(block, first, line)
    text = block.source.text[first.at(first.value_column) : last.at(len(last.text))]
    text = in_quotes(" ".join(text.split()))
    return block.in_line("colon-in-lines", line, line.colon, line.colon + 1, line.mask_colons(), text=text)


def _last_line(block: Block, first: SourceLine, line: SourceLine) -> SourceLine:
    """Return the last line of the text of `first`, which continues on `line`."""
    for other in block.lines[block.index_of(line.number) + 1 :]:
        if other.is_blank_or_comment or other.has_hyphen or other.indent <= first.parent:
            break
        line = other
    return line


def check_glued(block: Block, line: SourceLine, *, known_only: bool = False) -> Fault | None:
    """Return the fault of a key whose colon has no ordinary space after it."""
    space = _OTHER_SPACE.match(line.text)
    if space and line.colon is None:
        return block.in_line("nbsp-after-colon", line, *space.span("space"), plain_spaces)
    glued = _GLUED.match(line.text)
    if glued and line.colon is None and (not known_only or fold(glued["word"]) in NAMES):
        at = glued.start("colon")
        right = f"{glued['word']}: {line.text[at + 1 :].strip()}"
        return block.in_line("no-space-after-colon", line, at, at + 1, space_after, right=right)
    return None
