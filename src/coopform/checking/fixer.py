"""Files mended where one mend is sure: each is tried on the text and kept only if the file reads better.

Nothing here writes: what comes out is a text, with what was mended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopform.casefile.source import Source
from coopform.checking import fixes
from coopform.checking.fixes import Changes
from coopform.model.keys import fold_key
from coopform.problems import catalogue
from coopform.problems.problem import Problem

# Each round mends one problem at least; a file with more faults than that is better typed anew.
_MOST_ROUNDS = 100
# The characters that all tries together may read. A try reads the whole file: a case of 4,000 characters may be read
# 250 times, a file of the largest size once, or the time would grow with the square of the size.
_MOST_READ = 1_000_000

_RENAMED = ("misspelt-key", "label-as-key")
_REFUSALS = ("duplicate-key", "expected-keys", "expected-text", "expected-texts")

_Read = Callable[[Source], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its mends.

    Attributes:
        text: the new text, the old one where nothing could be mended.
        problems: what was mended, each at its place in the text as it then was.
    """

    text: str
    problems: tuple[Problem, ...]


class _Tries:
    """Reads the texts that are tried, as long as there is something `left` to spend on it."""

    def __init__(self, read: _Read) -> None:
        self.read = read
        self.left = _MOST_READ

    def problems(self, source: Source) -> Sequence[Problem]:
        """Return the problems of a text."""
        self.left -= len(source.text)
        return self.read(source)


def mend(source: Source, read: _Read) -> Mended:
    """Mend what can be mended for sure.

    Args:
        source: the text of a file.
        read: gives the problems of a text, as `check` does.
    """
    mended: list[Problem] = []
    tries = _Tries(read)
    problems = tries.problems(source)
    for _ in range(_MOST_ROUNDS):
        step = _first_mend(source, problems, tries)
        if step is None:
            break
        source, problems, problem = step
        mended.append(problem)
    return Mended(source.text, tuple(mended))


def _first_mend(
    source: Source, problems: Sequence[Problem], tries: _Tries
) -> tuple[Source, Sequence[Problem], Problem] | None:
    for problem in problems:
        if tries.left < 0:
            return None
        steps = _steps(source, problem, problems, tries)
        if steps:
            # Of two mends, the one that leaves less to say; of two that leave as much, the first.
            tried, after = min(steps, key=lambda step: len(step[1]))
            return tried, after, problem
    return None


def _steps(
    source: Source, problem: Problem, problems: Sequence[Problem], tries: _Tries
) -> list[tuple[Source, Sequence[Problem]]]:
    """Return the texts that a mend of a problem makes better, each with the problems left."""
    steps = []
    for changes in fixes.candidates(source, problem):
        tried = Source(source.path, changed(source.text, changes))
        after = tries.problems(tried) if tried.text != source.text else problems
        if _is_better(problem, problems, after):
            steps.append((tried, after))
    return steps


def _is_better(problem: Problem, before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Return whether a mend took its problem away and brought no error to the lines up to it.

    What stood behind a fault of syntax is read only now: further down more may come to light, and on the
    same line what the next round may mend.
    """
    if _count(after, problem) >= _count(before, problem):
        return False
    if problem.code in _RENAMED and any(_is_refused(other, problem.params["right"]) for other in after):
        return False
    known = {(other.code, other.start.line) for other in before}
    brought = (other for other in after if (other.code, other.start.line) not in known and catalogue.is_error(other))
    return not any(_counts_against(other, problem) for other in brought)


def _is_refused(problem: Problem, key: str) -> bool:
    """Return whether a key does not take what stands under it, or stands twice."""
    return problem.code in _REFUSALS and fold_key(problem.params["key"]) == key


def _counts_against(brought: Problem, mended: Problem) -> bool:
    if brought.code == "missing-key" or brought.start.line > mended.start.line:
        return False
    return brought.start.line < mended.start.line or brought.code not in fixes.MENDED


def _count(problems: Sequence[Problem], like: Problem) -> int:
    return sum((other.code, other.start.line) == (like.code, like.start.line) for other in problems)


def changed(text: str, changes: Changes) -> str:
    """Return a text with its changes made; none of them overlaps another."""
    parts = []
    done = 0
    for change in sorted(changes, key=lambda change: change.start):
        parts += [text[done : change.start], change.text]
        done = change.end
    return "".join([*parts, text[done:]])
