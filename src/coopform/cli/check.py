"""`coopform check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.session import BROKEN, DONE, Session, cases_folder, session_of
from coopform.i18n import mark

if TYPE_CHECKING:
    from coopform.problem import Problem

FORMATS = ("text", "json")


def check(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=mark("PATH…"), help=mark("Files or folders; the folder of cases when not given.")),
    ] = None,
    fmt: Annotated[
        str,
        typer.Option("--format", metavar=mark("FORMAT"), help=mark("text or json."), autocompletion=lambda: [*FORMATS]),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=mark("Count warnings as errors."))] = False,
    cases: options.Cases = None,
) -> int:
    """Name every problem of every file, with its line and what to type."""
    session = session_of(ctx)
    fmt = options.choose(fmt, FORMATS, "--format")
    files, problems = _read(session, paths, cases)
    return _give(session, fmt, files, problems, strict)


def _read(session: Session, paths: list[Path] | None, cases: Path | None) -> "tuple[int, list[Problem]]":
    """Return how many files were read and every problem met."""
    from coopform.collection import read_collection, read_path

    collections = [read_path(path) for path in paths or []] or [read_collection(cases_folder(session, cases))]
    problems = [problem for collection in collections for problem in collection.problems]
    return sum(collection.file_count for collection in collections), problems


def _give(session: Session, fmt: str, files: int, problems: "list[Problem]", strict: bool) -> int:
    from coopform.collection import errors
    from coopform.reporters import as_json, as_text

    if fmt == "json":
        session.give_json(as_json.report(problems, session.translate, strict=strict))
    else:
        as_text.show(files, problems, session.translate, strict=strict)
    return BROKEN if (problems if strict else errors(problems)) else DONE
