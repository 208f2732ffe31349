"""Find faults of colons: a second one, one at the end, one in a text of several lines, one without a space."""

import re

from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Fault, Replacement, in_quotes
from coopform.casefile.yaml.faults.line import COLON, SourceLine
from coopform.model.keys import NAMES
from coopform.text.folding import fold

_GLUED = re.compile(r"[ \t]*(?:- +)?(?P<word>[^\W\d_][\w-]*)[ \u00a0\u202f]?(?P<colon>:)(?=[^\s/:])")
_NON_BREAKING = re.compile(r"[^:\r\n]*:(?P<space>[\u00a0\u202f]+)")


def check_value(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of an unquoted value that contains a colon which ends a key in YAML."""
    colon = COLON.search(line.value)
    if colon is None or not line.key:
        return None
    at = line.value_column + colon.start()
    repair = [Replacement(line.at(at), "x")]
    rest = line.value[colon.end() :]
    # Further colons on the line are the same fault.
    repair += [Replacement(line.at(at + 1 + more.start()), "x") for more in COLON.finditer(rest)]
    code = "second-colon" if rest.strip() else "colon-at-end"
    return block.in_line(code, line, at, at + 1, repair, key=line.key, text=in_quotes(line.value))


def check_continued(block: Block, first: SourceLine, line: SourceLine) -> Fault | None:
    """Return the fault of a line with a colon that continues the text of `first`."""
    if line.colon is None:
        return None
    last = _last_line(block, first, line)
    text = block.source.text[first.at(first.value_column) : last.at(len(last.text))]
    repair = [Replacement(line.start + colon.start(), "x") for colon in COLON.finditer(line.text)]
    return block.in_line(
        "colon-in-lines", line, line.colon, line.colon + 1, repair, text=in_quotes(" ".join(text.split()))
    )


def _last_line(block: Block, first: SourceLine, line: SourceLine) -> SourceLine:
    """Return the last line of the text of `first`, which continues on `line`."""
    for other in block.lines[line.number - block.lines[0].number + 1 :]:
        if other.is_blank_or_comment or other.has_hyphen or other.indent <= first.parent:
            break
        line = other
    return line


def check_glued(block: Block, line: SourceLine, *, known_only: bool = False) -> Fault | None:
    """Return the fault of a key whose colon has no ordinary space after it."""
    space = _NON_BREAKING.match(line.text)
    if space and line.colon is None:
        first, last = space.span("space")
        repair = [Replacement(line.at(first), " " * (last - first))]
        return block.in_line("nbsp-after-colon", line, first, last, repair)
    glued = _GLUED.match(line.text)
    if glued and line.colon is None and (not known_only or fold(glued["word"]) in NAMES):
        at = glued.start("colon")
        repair = [Replacement(line.at(at + 1), " ")]
        right = f"{glued['word']}: {line.text[at + 1 :].strip()}"
        return block.in_line("no-space-after-colon", line, at, at + 1, repair, right=right)
    return None
