"""Problems that only follow from another one, left out: one fault, one problem."""

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Parsed
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.text.folding import fold

# What a whole list is typed with is one fault, not one a line.
_HABITS = {
    "typed-bullets",
    "typed-bullet",
    "no-space-after-hyphen",
    "hidden-before",
    "nbsp-after-hyphen",
    "tab-indent",
    "nbsp-indent",
}
# What a fault on the line above often is the cause of.
_ECHOES = {
    "colon-in-item",
    "colon-in-lines",
    "missing-hyphen",
    "mixed-hyphens",
    "swallowed-item",
    "text-at-margin",
    "text-too-left",
    "uneven-indent",
    "yaml-syntax",
}
# What is not worth saying of a line that has another problem.
_LESSER = {"comment-cuts-text", "duplicate-key", "yaml-syntax"}
# These stand at the beginning of the file for want of a place: they say nothing of the first line.
_PLACELESS = {"missing-key", "empty-rubric", "empty-file"}


def without_echoes(source: Source, parsed: Parsed, read: list[Problem]) -> list[Problem]:
    """Return the problems of a file in the order of its text, without those that only follow from another.

    Args:
        source: the file.
        parsed: what was made of it, with the problems of its syntax.
        read: the problems of its values.
    """
    # What is wrong with a line that was not read as it stands only follows from the problem already named.
    values = [problem for problem in read if problem.start.line not in parsed.faulty]
    problems = _once_a_run(parsed.problems) + values
    if any(problem.code == "several-documents" for problem in problems):
        problems = [problem for problem in problems if problem.code not in ("duplicate-key", "two-cases")]
    filled = {problem.start.line for problem in problems if problem.code == "text-at-margin"}
    kept: list[Problem] = []
    named = 0
    broken = _required_words(source, parsed.faulty)
    # Only an error may stand for another problem: a case with none is used.
    wrong = {problem.start.line for problem in problems if _is_wrong(problem)}
    for problem in sorted(problems):
        line = problem.start.line
        if problem.code == "missing-key" and problem.params["key"] in broken:
            continue
        if problem.code == "empty-value" and filled and _next_words(source, line) in filled:
            continue
        echo = problem.code in _ECHOES and named and not any(map(str.strip, source.lines[named : line - 1]))
        lesser = problem.code in _LESSER and line in wrong
        if not echo and not lesser:
            kept.append(problem)
        if line in wrong:
            named = line
    return kept


def _next_words(source: Source, line: int) -> int:
    """Return the number of the first line below `line` that is neither blank nor a note, 0 when there is none."""
    below = enumerate(source.lines[line:], line + 1)
    return next((number for number, text in below if text.lstrip()[:1] not in ("", "#")), 0)


def _is_wrong(problem: Problem) -> bool:
    return catalogue.is_error(problem) and problem.code not in _PLACELESS | _LESSER


def _required_words(source: Source, faulty: set[int]) -> str:
    """Return the text of the lines that could not be read: a key that stands there is not missing."""
    return "\n".join(fold(source.lines[number - 1]) for number in sorted(faulty) if number <= len(source.lines))


def _once_a_run(problems: list[Problem]) -> list[Problem]:
    """Return problems without those that only repeat, line after line, a habit that was named."""
    kept = []
    last: dict[str, int] = {}
    for problem in sorted(problems):
        line = problem.start.line
        if problem.code not in _HABITS or last.get(problem.code, -1) not in (line - 1, line):
            kept.append(problem)
        last[problem.code] = line
    return kept
