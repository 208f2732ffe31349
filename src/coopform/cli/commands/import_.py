"""`coopform import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import cases as folders
from coopform.cli import options
from coopform.cli.memory import collect_cycles
from coopform.cli.session import DONE, MISUSE, Session, session_of
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from coopform.importing.build_case import Built
    from coopform.importing.import_document import CaseText


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("FILE…"),
            help=mark("Documents: text, Word, LibreOffice, PowerPoint, Excel, HTML, Markdown, CSV."),
        ),
    ],
    into: Annotated[
        Path | None,
        options.path_option(
            "--into", metavar=mark("FOLDER"), help=mark("Where to write the cases; the folder of cases when not given.")
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=mark("Write over cases that are already there."))] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=mark("Show the files that would be written, and write nothing."))
    ] = False,
) -> int:
    """Make case files of the documents of others: sheets, tables, slides, notes.

    What has no place in a case is kept at the end of its file, under a comment. Then: coopform check
    """
    from coopform.importing.failures import UnreadableDocument
    from coopform.importing.import_document import import_document

    collect_cycles()
    session = session_of(ctx)
    folder = into or folders.find_folder(session.cases) or Path("cases")
    code = DONE
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        try:
            made = import_document(Path(name), taken)
        except (UnreadableDocument, OSError) as failure:
            from coopform.cli.failure_words.say import say_failure

            # The other documents are imported all the same.
            code = say_failure(session, failure) or code
            continue
        for case in made:
            if dry_run:
                session.give(f"# {shown_name(folder / case.id)}.yaml\n{case.text}")
            elif not _write(session, folder, case, force=force):
                code = MISUSE
                continue
            _report(session, name, case)
    return code


def _write(session: Session, folder: Path, case: "CaseText", *, force: bool) -> bool:
    """Write a case file; when it is already there, say so. Return whether it was written."""
    from coopform.collection.folder import case_id, case_paths
    from coopform.outputs.atomic import FileExists
    from coopform.outputs.folder import NotAFile, write_file

    path = folder / f"{case.id}.yaml"
    # The case may be in a subfolder, or have the other ending.
    there = next((other for other in case_paths(folder) if case_id(other) == case.id), path)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        write_file(there, case.text, force=force)
    except NotAFile:
        raise
    except FileExists:
        t = session.translate
        session.say(t("kept: {path} is already there. To replace it: --force", path=shown_name(there)))
        return False
    session.give(shown_name(there))
    return True


def _report(session: Session, name: str, case: "CaseText") -> None:
    """Say what the case has from the document, and what to check in it."""
    t = session.translate
    built = case.built
    if built is None:
        session.say(t("{id}: from {document}, as it was typed", id=case.id, document=shown_name(name)))
        return
    session.say(
        t(
            "{id}: {count} rows filled, from {document}",
            id=case.id,
            count=built.case.completeness,
            document=shown_name(name),
        )
    )
    for line in [*_places(session, built), *_to_check(session, built)]:
        session.say(f"  {line}")


def _places(session: Session, built: "Built") -> list[str]:
    """Return a line on where each key was found: its label in the document, and the place."""
    from coopform.importing.import_document import place

    lines = []
    for key, label, found in built.placed:
        where = [visible(label)] if label else []
        where += [place(found, session.translate)] if found else []
        lines.append(f"{key} < {', '.join(where)}" if where else key)
    return lines


def _to_check(session: Session, built: "Built") -> list[str]:
    t = session.translate
    lines = [t("to be filled in: {key}", key=key) for key in built.missing]
    lines += [t("to check: {key} is a guess", key=key) for key in built.guessed]
    lines += [t("to check: a point of {key} may be two in one", key=key) for key in built.joined]
    if built.left:
        words = sum(len(left.words) or 1 for left in built.left)
        lines.append(
            t.plural(
                "to be placed: {count} line kept at the end of the file",
                "to be placed: {count} lines kept at the end of the file",
                words,
            )
        )
    return lines
