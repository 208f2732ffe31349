"""`coopform init`."""

from pathlib import Path
from typing import Annotated

import typer

from coopform.cli.as_typed import as_typed
from coopform.cli.session import DONE, Session, session_of
from coopform.text.characters import shown_name
from coopform.text.i18n import mark

# A line that goes on is deeper than the next one.
_HANGING = 2


def command(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=mark("[FOLDER]"),
            help=mark("Folder in which to create the collection; this one by default."),
            readable=False,
        ),
    ] = Path(),
    examples: Annotated[
        bool, typer.Option("--examples", help=mark("Add the five cases shipped with coopform."))
    ] = False,
) -> int:
    """Create a collection: a folder of cases, its description, settings for editors.

    What is already there is kept.
    """
    from coopform.authoring.new_collection import collection_files
    from coopform.authoring.schema.files import write_schemas
    from coopform.cli.failures import CollectionInCases
    from coopform.collection.folder import CASES_FOLDER, RECUEIL_NAME
    from coopform.outputs.atomic import FileExists
    from coopform.outputs.folder import write_file

    if (folder / RECUEIL_NAME).exists():
        raise CollectionInCases(folder)
    session = session_of(ctx)
    t = session.translate
    for path, text in collection_files(folder, t, examples=examples):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_file(path, text)
            session.give(t("written: {path}", path=shown_name(path)))
        except FileExists:
            session.say(t("kept: {path} was there already.", path=shown_name(path)))
    write_schemas(folder / CASES_FOLDER)
    _say_what_next(session, folder)
    return DONE


def _say_what_next(session: Session, folder: Path) -> None:
    t = session.translate
    session.say("")
    session.say(t("What to do next:"))
    if folder.absolute() != Path.cwd():
        session.say("  " + t("go to the folder: cd {folder}", folder=as_typed(folder)), hanging=_HANGING)
    session.say("  " + t("create a case by answering questions: coopform new"), hanging=_HANGING)
    session.say("  " + t("say what the collection is: coopform edit _recueil"), hanging=_HANGING)
    session.say(
        "  " + t("to complete keys as you type, open the folder in VS Code and accept the YAML extension (Red Hat)"),
        hanging=_HANGING,
    )
