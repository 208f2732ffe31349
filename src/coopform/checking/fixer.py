"""Fix the text of a case file: each candidate fix is tried and kept only if it leaves fewer problems.

Nothing is written to disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults.changes import changed
from coopform.checking import fixes
from coopform.model.keys import fold_key
from coopform.problems import catalogue
from coopform.problems.problem import Problem

# Each round fixes at least one problem.
_MOST_ROUNDS = 100
# The characters that all tries of a file may read together. Each try reads the whole file, so without this limit the
# time would grow with the square of its size.
_MOST_READ = 1_000_000

_RENAMED = ("misspelt-key", "label-as-key", "label-without-colon", "key-in-note")
_REFUSALS = ("duplicate-key", "expected-keys", "expected-text", "expected-texts")

# A space in the place of another blank changes no word: what is then wrong on the line was wrong before.
_ONLY_BLANKS = ("tab-after-hyphen", "nbsp-after-hyphen")

_Read = Callable[[Source], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text after its fixes.

    Attributes:
        text: the new text; the old one when nothing could be fixed.
        problems: what was fixed, each at its place in the text before that fix.
    """

    text: str
    problems: tuple[Problem, ...]


class _Tries:
    """Reads the texts that are tried; `left` is how many characters may still be read."""

    def __init__(self, read: _Read) -> None:
        self.read = read
        self.left = _MOST_READ

    def problems(self, source: Source) -> Sequence[Problem]:
        self.left -= len(source.text)
        return self.read(source)


def fix_text(source: Source, read: _Read) -> FixedText:
    """Fix what has a safe fix.

    Args:
        source: the text of a file.
        read: returns the problems of a text, as `check` reports them.
    """
    fixed: list[Problem] = []
    tries = _Tries(read)
    problems = tries.problems(source)
    for _ in range(_MOST_ROUNDS):
        step = _first_fix(source, problems, tries)
        if step is None:
            break
        source, problems, problem = step
        fixed.append(problem)
    return FixedText(source.text, tuple(fixed))


def can_fix(source: Source, read: _Read) -> bool:
    """Return whether `fix_text` fixes something, with one fix."""
    tries = _Tries(read)
    return _first_fix(source, tries.problems(source), tries) is not None


def _first_fix(
    source: Source, problems: Sequence[Problem], tries: _Tries
) -> tuple[Source, Sequence[Problem], Problem] | None:
    for problem in problems:
        if tries.left < 0:
            return None
        steps = _steps(source, problem, problems, tries)
        if steps:
            # The fix that leaves the fewest problems; the first of several.
            tried, after = min(steps, key=lambda step: len(step[1]))
            return tried, after, problem
    return None


def _steps(
    source: Source, problem: Problem, problems: Sequence[Problem], tries: _Tries
) -> list[tuple[Source, Sequence[Problem]]]:
    """Return the texts that a fix of a problem makes better, each with the problems left."""
    steps = []
    for changes in fixes.candidates(source, problem):
        tried = Source(source.path, changed(source.text, changes))
        after = tries.problems(tried) if tried.text != source.text else problems
        if _is_better(problem, problems, after):
            steps.append((tried, after))
    return steps


def _is_better(problem: Problem, before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Return whether a fix removed its problem and added no error to the lines up to it.

    The text after a syntax error is read only once that is fixed: new problems may appear further down, and on the
    same line those that the next round may fix.
    """
    if _count(after, problem) >= _count(before, problem):
        return False
    if problem.code in _RENAMED and any(
        _is_refused(other, problem.params["right"].removesuffix(":")) for other in after
    ):
        return False
    known = {(other.code, other.start.line) for other in before}
    added = (other for other in after if (other.code, other.start.line) not in known and catalogue.is_error(other))
    return not any(_counts_against(other, problem) for other in added)


def _is_refused(problem: Problem, key: str) -> bool:
    """Return whether a problem says that a key does not take the value below it, or occurs twice."""
    return problem.code in _REFUSALS and fold_key(problem.params["key"]) == key


def _counts_against(added: Problem, fixed: Problem) -> bool:
    if added.code == "missing-key" or added.start.line > fixed.start.line:
        return False
    if added.start.line < fixed.start.line:
        return True
    return fixed.code not in _ONLY_BLANKS and added.code not in fixes.FIXABLE


def _count(problems: Sequence[Problem], like: Problem) -> int:
    return sum((other.code, other.start.line) == (like.code, like.start.line) for other in problems)
