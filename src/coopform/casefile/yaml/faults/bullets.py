"""Find bullets typed instead of hyphens, and put hyphens in their place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import missing_colons
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import Change
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine, line_at, lines_between
from coopform.problems.problem import Problem
from coopform.text.bullets import ANY_SIGN, BULLET, SIGNS, TYPED
from coopform.text.characters import OTHER_SPACES

# Below a typed bullet any sign that is seen may be one.
_FURTHER = re.compile(rf"[{BLANKS}]*(?P<bullet>{TYPED}|{ANY_SIGN})")
# The middle dot separates words, too: « Lieu · date ».
_SIGN_ONLY = re.compile(f"(?!·)[{SIGNS}]")


def check(block: Block, index: int) -> tuple[Fault | None, int]:
    """Return the fault of bullets typed instead of hyphens, for a run of such lines."""
    line = block.lines[index]
    bullet = BULLET.match(line.text)
    if bullet is None or line.has_hyphen:
        return None, index
    first, last = bullet.span("bullet")
    run = _run(line, first, block.lines[index + 1 :])
    changes = [change for change in run if change]
    return block.in_line(bullet_code(bullet), line, first, last, changes, bullet=bullet["bullet"]), index + len(run)


def bullet_code(match: re.Match[str]) -> str:
    """Return the code of the problem that a match of `bullets.BULLET` is."""
    if match["bullet"] != "-":
        return "typed-bullets"
    after = match.string[match.end("bullet") : match.end("bullet") + 1]
    return "nbsp-after-hyphen" if after in OTHER_SPACES else "no-space-after-hyphen"


def hyphens(source: Source, problem: Problem) -> list[Change]:
    """Replace a typed bullet, and those of the lines below it, by hyphens."""
    first, *below = lines_between(source, source.index(problem.start))
    # « 4. Enjeux : » begins the next row.
    row = takewhile(lambda line: not missing_colons.signed_key(line)[1], below)
    changes = [change for change in _run(first, problem.start.column - 1, row) if change]
    if not changes:
        return []
    if source.before(changes[0].start).strip():
        changes[0] = _on_its_own_line(source, changes)
    return [*changes, *_on_same_line(source, changes, problem.params["bullet"])]


def _run(first: SourceLine, column: int, below: Iterable[SourceLine]) -> list[Change | None]:
    """Return the change to a hyphen for each line of a list, None for a line without a bullet.

    The bullet of the first line may begin at `column`. A line without a bullet that is not indented more ends the list.
    """
    run = [hyphen(first, _FURTHER, column)]
    for line in below:
        bullet = _FURTHER if line.indent >= first.indent else BULLET
        change = None if line.has_hyphen else hyphen(line, bullet)
        if change is None and line.indent <= first.indent and not line.is_blank_or_comment:
            break
        run.append(change)
    return run


def hyphen(line: SourceLine, bullet: re.Pattern[str] = BULLET, column: int = 0) -> Change | None:
    """Return the change of a bullet, at `column` of a line or after blanks there, to a hyphen; None without a text."""
    match = bullet.match(line.text, column)
    rest = line.text[match.end() :].lstrip(BLANKS) if match else ""
    return Change(line.at(match.start("bullet")), line.at(len(line.text) - len(rest)), "- ") if match and rest else None


def _on_its_own_line(source: Source, changes: list[Change]) -> Change:
    """Return the change of a bullet after a key to an item below the key, with the indent of the second item."""
    key = line_at(source, source.line_of(changes[0].start))
    margin = source.before(changes[1].start) if len(changes) > 1 else " " * (key.content + 2)
    start = len(source.text[: changes[0].start].rstrip(BLANKS))
    return Change(start, changes[0].end, f"{source.line_end}{margin}- ")


def _on_same_line(source: Source, changes: Sequence[Change], bullet: str) -> Iterator[Change]:
    """Yield the changes of further bullets on a line, of signs that are nothing else, to items on their own lines."""
    if not _SIGN_ONLY.fullmatch(bullet):
        return
    further = re.compile(rf"[{BLANKS}]+{bullet}[{BLANKS}]+(?=\S)")
    margin = changes[0].text.removesuffix("- ").removeprefix(source.line_end)
    for change in changes:
        line = line_at(source, source.line_of(change.start))
        before = margin or line.lead
        for match in further.finditer(line.text, change.end - line.start):
            yield Change(line.at(match.start()), line.at(match.end()), f"{source.line_end}{before}- ")


def without_bullet(source: Source, problem: Problem) -> list[Change]:
    """Delete a bullet after a hyphen."""
    start, end = source.span(problem)
    rest = source.text[end:].lstrip(BLANKS)
    return [Change(start, len(source.text) - len(rest), "")]
