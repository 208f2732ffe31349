"""Problems for people: place, message, the line with the words underlined, what to type, a count at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from coopform.casefile.links import OUTSIDE
from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.model.keys import CASE
from coopform.model.labels import labelled_key
from coopform.problems import catalogue, messages
from coopform.problems.problem import Problem
from coopform.rendering.terminal.styled_line import StyledLine
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator

# More would scroll the first ones away, and fixing these often fixes the rest.
MOST_PER_FILE = 50
# Rows still to be filled in are no mistakes: one line names them all.
_TO_COMPLETE = ("empty-rubric", "missing-outil")
# The problems of a whole file that `--fix` fixes.
_FIXED_FILES = ("hidden-ending", "not-utf8", "utf16", "utf32")
# Trying to fix more problems, or in longer files, would take longer than checking them.
_MOST_TRIED = 5
_LONGEST_TRIED = 20_000
# A longer line is cut around the problem.
_LONGEST_LINE = 120


def report(
    files: int, problems: Sequence[Problem], translate: Translator, *, strict: bool = False, fix: str = ""
) -> Iterator[StyledLine]:
    """Yield the lines of the report.

    At most `MOST_PER_FILE` problems per file, then a line for each file with what is still to be filled in, and the
    count at the end; where `--fix` fixes some of them, also the command `fix`, if it is given.
    """
    faults = [problem for problem in problems if problem.code not in _TO_COMPLETE]
    shown: Counter[str] = Counter()
    totals = Counter(problem.path for problem in faults)
    for problem in faults:
        shown[problem.path] += 1
        if shown[problem.path] <= MOST_PER_FILE:
            yield from _lines(problem, translate, strict=strict)
        if shown[problem.path] == totals[problem.path] > MOST_PER_FILE:
            left = totals[problem.path] - MOST_PER_FILE
            path = shown_name(problem.path)
            more = translate.plural("… and {count} more in {path}", "… and {count} more in {path}", left, path=path)
            yield _line(f"{more}\n")
    yield from _to_complete(problems, translate, strict=strict)
    yield _total(files, problems, translate, strict=strict)
    if fix and faults and _may_be_fixed(faults):
        yield _line(translate("To fix what can be fixed safely: {command}", command=fix))


def _may_be_fixed(problems: Sequence[Problem]) -> bool:
    """Return whether `--fix` fixes one of the problems; of many or in a long file, whether it knows the kind of one."""
    # Imported lazily: most files have no such problem.
    from coopform.checking.fixer import can_fix
    from coopform.checking.fixes import FIXABLE
    from coopform.collection.collection import problems_of

    known = [problem for problem in problems if problem.code in FIXABLE or problem.code in _FIXED_FILES]
    if len(known) > _MOST_TRIED or any(problem.code in _FIXED_FILES for problem in known):
        return True
    sources = filter(None, map(_source, dict.fromkeys(problem.path for problem in known)))
    return any(len(source.text) > _LONGEST_TRIED or can_fix(source, problems_of) for source in sources)


def _to_complete(problems: Sequence[Problem], translate: Translator, *, strict: bool) -> Iterator[StyledLine]:
    """Yield a line for each file with the keys that are still to be filled in, in the order of the grid."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code in _TO_COMPLETE:
            by_file.setdefault(problem.path, []).append(problem)
    for path, found in by_file.items():
        keys = sorted(_empty_keys(found), key=lambda key: list(CASE).index(key[1]))
        labels = ", ".join(labelled_key(key, translate) for _, key in keys)
        said = translate.plural(
            "{count} key to complete: {keys}", "{count} keys to complete: {keys}", len(keys), keys=labels
        )
        codes = ", ".join(sorted({problem.code for problem in found}))
        yield (shown_name(path), "bold"), (": ", ""), _severity(codes, translate, is_error=strict), (f": {said}", "")
    if by_file:
        advice = translate("Fill in these keys; type “Sans objet” where a row does not apply.")
        yield ("  ", ""), (translate("help:"), "bold"), (f" {advice}", "")
        yield _line("")


def _empty_keys(problems: Sequence[Problem]) -> set[tuple[str, str]]:
    """Return the keys that are still to be filled in, each with its file; a key may have several placeholders."""
    return {(problem.path, problem.params.get("key", "outil")) for problem in problems if problem.code in _TO_COMPLETE}


def _severity(codes: str, translate: Translator, *, is_error: bool) -> tuple[str, str]:
    severity = translate("error") if is_error else translate("warning")
    return f"{severity}[{codes}]", "bold red" if is_error else "bold magenta"


def _lines(problem: Problem, translate: Translator, *, strict: bool) -> Iterator[StyledLine]:
    yield (
        (messages.place(problem), "bold"),
        (": ", ""),
        _severity(problem.code, translate, is_error=strict or catalogue.is_error(problem)),
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
    if not files and not problems:
        return _line(translate("No file was checked: there is no case there."), "bold")
    if not problems:
        return _line(read + translate(": no problem."), "bold")
    faults = len(problems) if strict else sum(map(catalogue.is_error, problems))
    warnings = 0 if strict else sum(problem.code not in _TO_COMPLETE for problem in problems) - faults
    keys = 0 if strict else len(_empty_keys(problems))
    counts = []
    if faults:
        counts.append(translate.plural("{count} error", "{count} errors", faults))
    if warnings:
        counts.append(translate.plural("{count} warning", "{count} warnings", warnings))
    if keys:
        counts.append(translate.plural("{count} key to complete", "{count} keys to complete", keys))
    return _line(translate("{read}: {counts}.", read=read, counts=", ".join(counts)), "bold")
