"""Drop problems that only follow from another problem: one problem per fault."""

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Parsed
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.text.folding import fold

# Reported once for a run of lines: a whole list is typed in the same way.
_REPEATED = {
    "typed-bullets",
    "typed-bullet",
    "no-space-after-hyphen",
    "hidden-before",
    "nbsp-after-hyphen",
    "tab-indent",
    "tab-after-hyphen",
    "nbsp-indent",
}
# Often caused by a fault on the line above.
_FOLLOW_UPS = {
    "colon-in-item",
    "colon-in-lines",
    "missing-hyphen",
    "mixed-hyphens",
    "swallowed-item",
    "text-at-margin",
    "item-at-margin",
    "text-too-left",
    "item-too-left",
    "uneven-indent",
    "yaml-syntax",
}
# Not reported for a line that has another problem.
_LESSER = {"comment-cuts-text", "duplicate-key", "lines-run-together", "yaml-syntax"}
# Reported at the start of the file, without being about its first line.
_WITHOUT_POSITION = {"missing-key", "empty-rubric", "empty-file"}


def drop_follow_ups(source: Source, parsed: Parsed, read: list[Problem]) -> list[Problem]:
    """Return the problems of a file in the order of its text, without those that follow from another one.

    Args:
        source: the file.
        parsed: the parsed file, with the problems of its syntax.
        read: the problems of its values.
    """
    # Problems of values on lines that were not read as typed follow from the problems of the syntax.
    values = [problem for problem in read if problem.start.line not in parsed.faulty_lines]
    problems = _drop_repeats(parsed.problems) + values
    if any(problem.code == "several-documents" for problem in problems):
        problems = [problem for problem in problems if problem.code not in ("duplicate-key", "two-cases")]
    problems = _drop_missing(source, problems, parsed.faulty_lines)
    kept: list[Problem] = []
    last_wrong = 0
    # Only errors hide other problems: a case with warnings only is used.
    wrong = {problem.start.line for problem in problems if _is_wrong(problem)}
    for problem in sorted(problems):
        line = problem.start.line
        is_adjacent = last_wrong and not any(map(str.strip, source.lines[last_wrong : line - 1]))
        follows = is_adjacent and problem.code in _FOLLOW_UPS
        if not follows and not (problem.code in _LESSER and line in wrong):
            kept.append(problem)
        if line in wrong:
            last_wrong = line
    return kept


def _drop_missing(source: Source, problems: list[Problem], faulty_lines: set[int]) -> list[Problem]:
    """Return problems without the missing values that are there: on lines that could not be read, or at the margin."""
    at_margin = {problem.start.line for problem in problems if problem.code in ("text-at-margin", "item-at-margin")}
    unread = _unread_text(source, faulty_lines)

    def is_there(problem: Problem) -> bool:
        if problem.code == "missing-key":
            return problem.params["key"] in unread
        return problem.code == "empty-value" and _next_content_line(source, problem.start.line) in at_margin

    return [problem for problem in problems if not is_there(problem)]


def _next_content_line(source: Source, line: int) -> int:
    """Return the number of the first line below `line` that is neither blank nor a comment, 0 if there is none."""
    below = enumerate(source.lines[line:], line + 1)
    return next((number for number, text in below if text.lstrip()[:1] not in ("", "#")), 0)


def _is_wrong(problem: Problem) -> bool:
    return catalogue.is_error(problem) and problem.code not in _WITHOUT_POSITION | _LESSER


def _unread_text(source: Source, faulty_lines: set[int]) -> str:
    """Return the folded text of the lines that could not be read: a key in it is not missing."""
    return "\n".join(fold(source.lines[number - 1]) for number in sorted(faulty_lines) if number <= len(source.lines))


def _drop_repeats(problems: list[Problem]) -> list[Problem]:
    """Return problems without the repetitions of the same problem on consecutive lines."""
    kept = []
    last: dict[str, int] = {}
    for problem in sorted(problems):
        line = problem.start.line
        if problem.code not in _REPEATED or last.get(problem.code, -1) not in (line - 1, line):
            kept.append(problem)
        last[problem.code] = line
    return kept
