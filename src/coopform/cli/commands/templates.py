"""`coopform templates`: list the templates of the handouts, and copy some to change them."""

from pathlib import Path
from typing import Annotated

import typer

from coopform.cli import completion, options
from coopform.cli.cases import choose_folder, from_here
from coopform.cli.document_names import find_document
from coopform.cli.failures import NoCollection, OtherCommand, UnknownTemplate, WrongChoice
from coopform.cli.session import DONE, Session, session_of
from coopform.text.characters import shown_name
from coopform.text.folding import nearest
from coopform.text.i18n import mark


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("NAME…"),
            help=mark("The templates to copy into the folder templates/ beside the cases, where you can change them."),
            autocompletion=completion.templates,
        ),
    ] = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """List the templates of the handouts, or copy some to change them.

    A template in the folder templates/, beside the folder of cases, replaces the shipped one of the same name. A
    style sheet _recueil.css among the cases adds to all of them.
    """
    from coopform.rendering.pages.template_folder import overriding, own_folder, shipped

    session = session_of(ctx)
    folder = choose_folder(session, cases, quiet=True)
    # `overriding` raises when the folder is a link to another place: nothing is written there.
    own = overriding(folder) or own_folder(folder)
    known = {path.name: path for path in shipped()}
    for name in names or []:
        if name not in known:
            raise UnknownTemplate(name, _near(name, list(known), session))
    if not names:
        _show(session, list(known), own)
    elif own is None:
        raise NoCollection
    else:
        for name in names:
            _copy(session, known[name], from_here(own), force=force)
    return DONE


def _near(typed: str, names: list[str], session: Session) -> list[str]:
    """Return the templates of a document that was named instead of one, else the nearest one."""
    try:
        kind = find_document(typed, session.translate)
    except (OtherCommand, WrongChoice):
        kind = ""
    return [name for name in names if name.split(".")[0] == kind] or nearest(typed, names)


def _show(session: Session, names: list[str], own: Path | None) -> None:
    changed = session.translate("(your version: {path})", path=shown_name(own or ""))
    for name in names:
        session.give(f"{name}  {changed}" if own and (own / name).is_file() else name)


def _copy(session: Session, path: Path, own: Path, *, force: bool) -> None:
    from coopform.outputs.folder import write_file

    own.mkdir(exist_ok=True)
    copy = own / path.name
    session.say_written(copy, write_file(copy, path.read_text(encoding="utf-8"), force=force))
