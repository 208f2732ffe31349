"""Faults of the French colon: a second one, one at the end, one in a text of several lines, one without a space."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Edit, Fault, in_quotes
from coopform.casefile.yaml.faults.line import COLON, SourceLine
from coopform.model.keys import NAMES
from coopform.text.folding import fold

_GLUED = re.compile(r"[ \t]*(?:- +)?(?P<word>[^\W\d_][\w-]*)[ \u00a0\u202f]?(?P<colon>:)(?=[^\s/:])")
_NON_BREAKING = re.compile(r"[^:\r\n]*:(?P<space>[\u00a0\u202f]+)")


def check_value(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an unquoted value that holds a colon of YAML's own."""
    colon = COLON.search(line.value)
    if colon is None or not line.key:
        return None
    at = line.value_column + colon.start()
    mend = [Edit(line.at(at), "x")]
    rest = line.value[colon.end() :]
    # Any further colon on the line is the same fault.
    mend += [Edit(line.at(at + 1 + more.start()), "x") for more in COLON.finditer(rest)]
    code = "second-colon" if rest.strip() else "colon-at-end"
    return block.in_line(code, line, at, at + 1, mend, key=line.key, text=in_quotes(line.value))


def check_continued(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a line with a colon that goes on with the text of `first`."""
    if line.colon is None:
        return None
    last = _last_line(block, first, line)
    text = block.source.text[first.at(first.value_column) : last.at(len(last.text))]
    mend = [Edit(line.start + colon.start(), "x") for colon in COLON.finditer(line.text)]
    return block.in_line(
        "colon-in-lines", line, line.colon, line.colon + 1, mend, text=in_quotes(" ".join(text.split()))
    )


def _last_line(block: Block, first: SourceLine, line: SourceLine) -> SourceLine:
    """Return the last line of the text of `first`, which goes on with `line`."""
    for other in block.lines[line.number - block.lines[0].number + 1 :]:
        if other.is_silent or other.has_hyphen or other.indent <= first.parent:
            break
        line = other
    return line


def check_glued(block: Block, line: SourceLine, *, known_only: bool = False) -> Fault | None:
    """Return the fault of a key whose colon has no ordinary space after it."""
    space = _NON_BREAKING.match(line.text)
    if space and line.colon is None:
        first, last = space.span("space")
        mend = [Edit(line.at(first), " " * (last - first))]
        return block.in_line("nbsp-after-colon", line, first, last, mend)
    glued = _GLUED.match(line.text)
    if glued and line.colon is None and (not known_only or fold(glued["word"]) in NAMES):
        at = glued.start("colon")
        mend = [Edit(line.at(at + 1), " ")]
        right = f"{glued['word']}: {line.text[at + 1 :].strip()}"
        return block.in_line("no-space-after-colon", line, at, at + 1, mend, right=right)
    return None
