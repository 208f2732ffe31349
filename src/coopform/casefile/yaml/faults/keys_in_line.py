"""Find several keys on one line: `type: CC; nombre: 5`, `fiche: auteur: Anne Durand`."""

import re
from collections.abc import Iterable, Iterator

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import quotes
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine, line_at
from coopform.model import keys
from coopform.model.keys import PARENTS, Keys, fold_key
from coopform.problems.problem import Problem
from coopform.text.characters import OTHER_SPACES

_AT_MARGIN = (keys.CASE, keys.RECUEIL)
# The tables of keys below each key of a case; elsewhere these keys are words of a text.
_UNDER = {
    "partenaires": (keys.PARTNER,),
    "etapes": (keys.STEP,),
    "lecture": (keys.LECTURE, keys.INSTANCES),
    "sources": (keys.REFERENCE,),
    "fiche": (keys.FICHE,),
}
_BELOW = tuple(table for tables in _UNDER.values() for table in tables)
_KEY = rf"(?P<key>[^\W\d]\w*)[ {OTHER_SPACES}]*:(?=[ \t]|$)"
# The separator before a further key.
_SEPARATOR = rf"(?:[{BLANKS}]*+[;,|/][{BLANKS}]*+|[{BLANKS}]{{2,}}+|\t)"
_FURTHER = re.compile(rf"(?<![{BLANKS}]){_SEPARATOR}{_KEY}")
# A key in the form of keys, without the space of « label : text », needs no more than a space as separator.
_IN_FORM_OF_KEYS = re.compile(rf"(?<![{BLANKS}])[{BLANKS}](?P<key>[a-z_]+):(?=[ \t]|$)")
_AT_START = re.compile(rf"{_SEPARATOR}{_KEY}")
_FIRST = re.compile(_KEY)
# At the end of a line a single space is enough as separator.
_LAST = re.compile(rf"(?<![{BLANKS}])[{BLANKS}]++(?P<key>[^\W\d]\w*)[ {OTHER_SPACES}]*:[ \t]*$")
# The keys with lists of mappings.
_LISTS = ("partenaires", "etapes", "sources")


def check(block: Block, line: SourceLine) -> Fault | None:
    """Return the fault of a line whose value contains another key of the same mapping, or a key of its child."""
    if line.colon is None:
        return None
    return _sibling_key(block, line) or _child_key(block, line)


def _further_keys(line: SourceLine, tables: Iterable[Keys]) -> Iterator[re.Match[str]]:
    """Yield the further keys in the value of a line, each with the separator before it.

    Args:
        line: a line with a key.
        tables: the tables in which to look up its key; the further keys are of the same table.
    """
    candidates = [table for table in tables if fold_key(line.key) in table]
    start, end = quotes.end_of_quoted(line), line.content + len(line.words)
    first = _AT_START.match(line.text, start, end)
    last = _LAST.search(line.text, len(line.text[:start].rstrip(BLANKS)), end)
    others = (match for match in _IN_FORM_OF_KEYS.finditer(line.text, start, end) if match["key"] != fold_key(line.key))
    # The last match at a key counts.
    matches = (*others, first, *_FURTHER.finditer(line.text, start, end), last)
    found = {match.start("key"): match for match in matches if match}
    for _, match in sorted(found.items()):
        if any(fold_key(match["key"]) in table for table in candidates):
            yield match


def _sibling_key(block: Block, line: SourceLine) -> Fault | None:
    root = block.lines[0]
    tables = _AT_MARGIN if line is root else _UNDER.get(fold_key(root.key), ())
    match = next(_further_keys(line, tables), None)
    if match is None:
        return None
    masked = line.mask_colons(line.value_column)
    return block.in_line("keys-in-line", line, *match.span("key"), masked, first=line.key, second=match["key"])


def _child_key(block: Block, line: SourceLine) -> Fault | None:
    match = _FIRST.match(line.text, line.value_column)
    key = fold_key(line.key)
    if match is None or not any(key == parent.split(": ")[-1] for parent in PARENTS.get(fold_key(match["key"]), ())):
        return None
    hyphen = "- " if key in _LISTS else ""
    right = f"{' ' * (line.content + 2)}{hyphen}{match['key']}: …"
    masked = line.mask_colons(line.value_column)
    return block.in_line("key-after-key", line, *match.span("key"), masked, key=match["key"], right=right)


def key_per_line(source: Source, problem: Problem) -> list[Change]:
    """Begin a new line before each further key of a partner, a step or a source; elsewhere it may be no key."""
    line = line_at(source, problem.start.line)
    return [
        Change(line.at(further.start()), line.at(further.start("key")), source.line_end + " " * line.content)
        for further in _further_keys(line, _BELOW)
    ]
