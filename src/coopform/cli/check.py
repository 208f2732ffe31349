"""`coopform check`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import completion, explaining, fixing, options
from coopform.cli.errors import UnknownCode
from coopform.cli.session import BROKEN, DONE, Session, cases_folder, session_of
from coopform.i18n import mark
from coopform.text import visible

if TYPE_CHECKING:
    from coopform.problem import Problem

FORMATS = ("text", "json", "github", "sarif")

Codes = list[str] | None


def check(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("PATH…"),
            help=mark("Files, folders or IDs of cases; the folder of cases when not given."),
            autocompletion=completion.case_ids,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=mark("Count warnings as errors."))] = False,
    select: Annotated[
        Codes,
        typer.Option(
            metavar=mark("CODE"),
            help=mark("Only the problems of this code. May be repeated."),
            autocompletion=completion.codes,
        ),
    ] = None,
    ignore: Annotated[
        Codes,
        typer.Option(
            metavar=mark("CODE"),
            help=mark("Not the problems of this code. May be repeated."),
            autocompletion=completion.codes,
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar=mark("CODE"),
            help=mark("Explain this code with a wrong and a right example."),
            autocompletion=completion.codes,
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=mark("Mend what has one sure mend: show the difference, keep the old file beside the new one."),
        ),
    ] = False,
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=mark("FORMAT"),
            help=mark("text, json, github or sarif."),
            autocompletion=lambda: [*FORMATS],
        ),
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=mark("FILE"),
            help=mark("Write to this file instead of the screen."),
            readable=False,
        ),
    ] = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Name every problem of every file, with its line and what to type."""
    session = session_of(ctx)
    fmt = options.choose(fmt, FORMATS, "--format")
    for code in (*(select or ()), *(ignore or ()), *([explain] if explain else ())):
        _known(code)
    if explain:
        session.give(explaining.page(explain, session.translate))
        return DONE
    asked = _paths(session, paths, cases)
    if fix:
        fixing.fix(session, asked)
    files, problems = _read(asked)
    problems = [
        problem
        for problem in problems
        if (not select or problem.code in select) and (not ignore or problem.code not in ignore)
    ]
    _give(session, fmt, files, problems, strict, output, force)
    return _code(problems, strict)


def _known(code: str) -> None:
    from coopform.catalogue import CATALOGUE

    if code not in CATALOGUE:
        raise UnknownCode(code, list(CATALOGUE))


def _paths(session: Session, names: list[str] | None, cases: Path | None) -> list[Path]:
    """Return the files and folders that are meant: paths as they are, IDs as the files of their cases."""
    from coopform.collection import read_collection
    from coopform.finding import find_file

    if not names:
        return [cases_folder(session, cases)]
    unknown = [name for name in names if not Path(name).exists() and not Path(name).is_symlink()]
    collection = read_collection(cases_folder(session, cases)) if unknown else None
    return [find_file(name, collection).path if collection and name in unknown else Path(name) for name in names]


def _read(paths: list[Path]) -> "tuple[int, list[Problem]]":
    """Return how many files were read and every problem met."""
    from coopform.collection import read_path

    collections = [read_path(path) for path in paths]
    problems = [problem for collection in collections for problem in collection.problems]
    return sum(collection.file_count for collection in collections), problems


def _give(
    session: Session, fmt: str, files: int, problems: "list[Problem]", strict: bool, output: Path | None, force: bool
) -> None:
    from coopform.reporters import as_text
    from coopform.terminal import console

    if output is None and fmt == "text":
        for line in as_text.report(files, problems, session.translate, strict=strict):
            console.show_line(line)
    elif output is None:
        session.give(_text(session, fmt, files, problems, strict, ascii_only=not session.takes_utf8))
    else:
        from coopform.outputs import write_file

        write_file(output, _text(session, fmt, files, problems, strict), force=force)
        session.say(session.translate("Written: {path}", path=visible(str(output))))


def _text(
    session: Session, fmt: str, files: int, problems: "list[Problem]", strict: bool, *, ascii_only: bool = False
) -> str:
    from coopform.reporters import as_github, as_json, as_sarif, as_text

    t = session.translate
    if fmt == "github":
        return as_github.report(problems, t, strict=strict)
    if fmt == "text":
        return "".join(f"{line.plain}\n" for line in as_text.report(files, problems, t, strict=strict))
    data = (as_json if fmt == "json" else as_sarif).report(problems, t, strict=strict)
    return json.dumps(data, ensure_ascii=ascii_only, indent=2) + "\n"


def _code(problems: "list[Problem]", strict: bool) -> int:
    from coopform.collection import errors

    return BROKEN if (problems if strict else errors(problems)) else DONE
