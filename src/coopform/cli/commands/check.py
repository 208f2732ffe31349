"""`coopform check`."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopform.cli import completion, option_values, options
from coopform.cli.as_typed import as_typed
from coopform.cli.cases import choose_folder, find_folder
from coopform.cli.output_names import refuse_other_ending
from coopform.cli.quoted_paths import refuse_unquoted
from coopform.cli.session import BROKEN, DONE, Session, session_of
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopform.problems.problem import Problem

FORMATS = ("text", "json", "github", "sarif")
# The formats by the ending of the file of the report; text for any other.
_ENDINGS = {".txt": "text", ".json": "json", ".sarif": "sarif"}
# Nobody types more names again.
_MOST_TYPED = 3

Codes = list[str] | None


def _code_option(name: str, help: str) -> Any:  # noqa: A002 (typer's name)
    return options.completed_option(name, mark("CODE"), help, completion.codes)


def command(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("PATH…"),
            help=mark("Files, folders or IDs of cases; by default, the folder of cases."),
            autocompletion=completion.case_ids,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=mark("Count warnings as errors."))] = False,
    select: Annotated[
        Codes, _code_option("--select", mark("Report only the problems of this code. May be repeated."))
    ] = None,
    ignore: Annotated[
        Codes, _code_option("--ignore", mark("Ignore the problems of this code. May be repeated."))
    ] = None,
    explain: Annotated[
        str | None, _code_option("--explain", mark("Explain this code, with an incorrect and a correct example."))
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=mark("Fix what has a single safe fix: show the difference, keep the old file beside the new one."),
        ),
    ] = False,
    fmt: Annotated[
        str | None,
        options.format_option(
            mark("text, json, github or sarif; by default that of the name in --output, otherwise text."), FORMATS
        ),
    ] = None,
    output: options.OutputFile = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Check case files: report every problem, with its line and how to fix it."""
    session = session_of(ctx)
    refuse_other_ending(output, _ENDINGS)
    fmt = option_values.choose_format(fmt or _ENDINGS.get(output.suffix.lower() if output else "", "text"), FORMATS)
    _refuse_unknown("--select", select)
    _refuse_unknown("--ignore", ignore)
    _refuse_unknown("--explain", [explain] if explain else None, repeats=False)
    if explain:
        from coopform.cli import check_explain

        session.give(check_explain.page(explain, session.translate))
        return DONE
    refuse_unquoted(paths or (), ctx.command_path)
    asked = _paths(session, paths, cases)
    fixed = DONE
    command = "" if fix else _fix_command(session, paths or ())
    if fix:
        from coopform.cli import check_fix

        fixed, asked = check_fix.fix(session, asked)
    count, found = _read(asked, find_folder(cases or session.cases))
    problems = [
        problem
        for problem in found
        if (not select or problem.code in select) and (not ignore or problem.code not in ignore)
    ]
    if fmt == "text" and output is None:
        show_problems(session, count, problems, strict=strict, fix=command)
        _name_documents(session, asked, count)
    else:
        report = _text(session, fmt, count, problems, output, strict=strict, fix=command)
        session.deliver(report, output, force=force, keep_old=False)
    return max(fixed, _code(problems, strict=strict))


def _refuse_unknown(option: str, codes: Codes, *, repeats: bool = True) -> None:
    """Refuse codes that do not exist; they are the values of an option, which may be repeated or not."""
    from coopform.problems.catalogue import CATALOGUE

    for code in codes or ():
        if code not in CATALOGUE:
            from coopform.cli.failures import UnknownCode

            raise UnknownCode(code, option, list(CATALOGUE), repeats=repeats)


def _paths(session: Session, names: list[str] | None, cases: Path | None) -> list[Path]:
    """Return the files and folders to check: paths as they are, IDs as the files of their cases."""
    from coopform.collection.collection import read_collection
    from coopform.collection.folder import folder_meant
    from coopform.collection.lookup import find_files

    if not names:
        return [choose_folder(session, cases)]
    unknown = [name for name in names if not Path(name).exists() and not Path(name).is_symlink()]
    if not unknown:
        return [folder_meant(Path(name)) for name in names]
    found = find_files(unknown, read_collection(choose_folder(session, cases)))
    files = dict(zip(unknown, found, strict=True))
    return [files[name].path if name in files else Path(name) for name in names]


def _read(paths: list[Path], folder: Path | None) -> "tuple[int, list[Problem]]":
    """Return how many files were read, and all their problems; `folder` is the folder of cases, if any."""
    from coopform.checking.check_run import CheckRun

    counts, problems = zip(*map(CheckRun(folder).problems_under, paths), strict=True)
    return sum(counts), list(chain.from_iterable(problems))


def show_problems(session: Session, count: int, problems: "list[Problem]", *, strict: bool = False, fix: str) -> None:
    """Show the problems of files on the screen, how many files were read, and the command `fix` if it fixes some."""
    from coopform.checking.reports import as_text
    from coopform.rendering.terminal import show_lines

    show_lines.show(as_text.report(count, problems, session.translate, strict=strict, fix=fix))


def _fix_command(session: Session, names: "Sequence[str]") -> str:
    """Return what to type to fix what was checked: the option alone after many names, as a shell gives them."""
    if len(names) > _MOST_TYPED:
        return "--fix"
    return session.typed(" ".join(("check", *map(as_typed, names), "--fix")))


def _name_documents(session: Session, paths: list[Path], count: int) -> None:
    """Say how to import what is in a folder, if no case is."""
    if count == 0:
        from coopform.cli.failure_words.hints import import_instead

        for folder in filter(Path.is_dir, paths):
            if said := import_instead(folder, session.translate):
                session.say(said)


def _text(
    session: Session,
    fmt: str,
    count: int,
    problems: "list[Problem]",
    output: Path | None,
    *,
    strict: bool,
    fix: str,
) -> str:
    from coopform.checking.reports import as_github, as_json, as_sarif, as_text

    t = session.translate
    if fmt == "text":
        from coopform.rendering.terminal.styled_line import plain

        return "".join(f"{plain(line)}\n" for line in as_text.report(count, problems, t, strict=strict, fix=fix))
    if fmt == "github":
        return as_github.report(problems, t, strict=strict)
    if fmt == "json":
        return session.as_json(as_json.report(problems, t, strict=strict), output)
    return session.as_json(as_sarif.report(problems, t, strict=strict), output)


def _code(problems: "list[Problem]", *, strict: bool) -> int:
    from coopform.collection.collection import errors

    return BROKEN if (problems if strict else errors(problems)) else DONE
