"""Problems for people: place, message, the line with the words underlined, what to type, a count at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from coopform.casefile.links import OUTSIDE
from coopform.casefile.source import Source, read_source
from coopform.problems import catalogue, messages
from coopform.problems.problem import Problem
from coopform.rendering.terminal.styled_line import StyledLine
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator

# More would scroll the first ones away, and fixing these often fixes the rest.
MOST_PER_FILE = 50
# A longer line is cut around the problem.
_LONGEST_LINE = 120


def report(
    files: int, problems: Sequence[Problem], translate: Translator, *, strict: bool = False
) -> Iterator[StyledLine]:
    """Yield the lines of the report: at most `MOST_PER_FILE` problems per file, and the count at the end."""
    shown: Counter[str] = Counter()
    totals = Counter(problem.path for problem in problems)
    for problem in problems:
        shown[problem.path] += 1
        if shown[problem.path] <= MOST_PER_FILE:
            yield from _lines(problem, translate, strict=strict)
        if shown[problem.path] == totals[problem.path] > MOST_PER_FILE:
            left = totals[problem.path] - MOST_PER_FILE
            path = shown_name(problem.path)
            more = translate.plural("… and {count} more in {path}", "… and {count} more in {path}", left, path=path)
            yield _line(f"{more}\n")
    yield _total(files, problems, translate, strict=strict)


def _lines(problem: Problem, translate: Translator, *, strict: bool) -> Iterator[StyledLine]:
    is_error = strict or catalogue.is_error(problem)
    severity = translate("error") if is_error else translate("warning")
    yield (
        (messages.place(problem), "bold"),
        (": ", ""),
        (f"{severity}[{problem.code}]", "bold red" if is_error else "bold magenta"),
        (f": {messages.message(problem, translate)}", ""),
    )
    yield from _snippet(problem)
    yield ("  ", ""), (translate("help:"), "bold"), (f" {messages.help_line(problem, translate)}", "")
    yield _line("")


def _snippet(problem: Problem) -> Iterator[StyledLine]:
    # A file outside the folder, to which a link leads, is not shown.
    source = None if problem.code == OUTSIDE else _source(problem.path)
    if source is None or problem.start.line > len(source.lines):
        return
    line = source.lines[problem.start.line - 1]
    if not line.strip():
        return
    from rich.cells import cell_len

    first = problem.start.column - 1
    last = problem.end.column - 1 if problem.end.line == problem.start.line else len(line)
    cut = max(0, first - _LONGEST_LINE // 2) if len(line) > _LONGEST_LINE else 0
    before, words = visible(line[cut:first].expandtabs(1)), visible(line[first:last].expandtabs(1))
    after = visible(line[last : cut + _LONGEST_LINE].expandtabs(1))
    number = str(problem.start.line)
    yield _line(f"  {number} | {before}{words}{after}")
    yield _line(f"  {' ' * len(number)} | {' ' * cell_len(before)}{'^' * max(cell_len(words), 1)}")


def _line(text: str, style: str = "") -> StyledLine:
    return ((text, style),)


@lru_cache(maxsize=8)
def _source(path: str) -> Source | None:
    read = read_source(Path(path))
    return read if isinstance(read, Source) else None


def _total(files: int, problems: Sequence[Problem], translate: Translator, *, strict: bool) -> StyledLine:
    read = translate.plural("{count} file checked", "{count} files checked", files)
    if not problems:
        return _line(read + translate(": no problem."), "bold")
    faults = len(problems) if strict else sum(map(catalogue.is_error, problems))
    warnings = len(problems) - faults
    counts = []
    if faults:
        counts.append(translate.plural("{count} error", "{count} errors", faults))
    if warnings:
        counts.append(translate.plural("{count} warning", "{count} warnings", warnings))
    return _line(translate("{read}: {counts}.", read=read, counts=", ".join(counts)), "bold")
