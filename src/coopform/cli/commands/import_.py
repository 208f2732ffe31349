"""`coopform import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import cases as folders
from coopform.cli import option_values, options
from coopform.cli.memory import collect_cycles
from coopform.cli.quoted_paths import refuse_unquoted
from coopform.cli.session import MISUSE, Session, session_of
from coopform.text.characters import shown_name
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from coopform.cli.import_run import ImportRun

FORMATS = ("text", "json")


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("FILE|FOLDER…"),
            help=mark(
                "Documents, or folders of them: text, e-mails (.eml), Word, LibreOffice, PowerPoint, "
                "Excel, HTML, Markdown, CSV."
            ),
        ),
    ],
    into: Annotated[
        Path | None,
        options.path_option(
            "--into", metavar=mark("FOLDER"), help=mark("Where to write the cases; by default, the folder of cases.")
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=mark("Replace cases that are already there; the old files are kept."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=mark("Show the files that would be written, and write nothing."))
    ] = False,
    fmt: Annotated[
        str, options.choice_option("--format", mark("FORMAT"), mark("Format of the report: text or json."), FORMATS)
    ] = "text",
) -> int:
    """Create case files from existing documents: sheets, tables, slides, notes.

    What has no place in a case is kept at the end of its file, as a comment. Then: coopform check
    """
    fmt = option_values.choose_format(fmt, FORMATS)
    collect_cycles()
    session = session_of(ctx)
    refuse_unquoted(names, ctx.command_path)
    folder = folders.find_folder(into or session.cases) or Path("cases")
    run = _import(session, folder, names, force=force, dry_run=dry_run)
    if fmt == "json":
        from coopform.importing.board import as_data

        session.give(session.as_json(as_data(run.board)))
    else:
        _show(session, run, dry_run=dry_run)
    return run.code if run.code or run.board.cases else MISUSE


def _import(session: Session, folder: Path, names: list[str], *, force: bool, dry_run: bool) -> "ImportRun":
    from coopform.cli.import_run import ImportRun
    from coopform.cli.progress import progress

    run = ImportRun(session, folder, force=force, dry_run=dry_run)
    documents = list(run.documents(names))
    with progress(len(documents)) as shown:
        for document in documents:
            shown.step(str(document))
            run.take(document)
    return run


def _show(session: Session, run: "ImportRun", *, dry_run: bool) -> None:
    """Give the files that were written, or would be, and print the board."""
    from coopform.cli import import_board

    for case in run.board.cases:
        if dry_run:
            session.give(f"# {shown_name(case.path)}\n{case.text.text}")
        elif not case.is_kept:
            session.give(shown_name(case.path))
    import_board.show(session, run.board, dry_run=dry_run)
