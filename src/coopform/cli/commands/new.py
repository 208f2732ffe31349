"""`coopform new`: type a case by answering questions, or write a blank file to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import find_folder
from coopform.cli.prompt import Asker, Stopped
from coopform.cli.session import DONE, INTERRUPTED, session_of
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from coopform.authoring.kept_answers import KeptAnswers


def command(
    ctx: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("[TITLE]"), help=mark("The title of the co-operation; asked for if it is missing.")
        ),
    ] = None,
    blank: Annotated[
        bool,
        typer.Option("--blank", help=mark("Ask no questions: write a file to fill in, each key with its question.")),
    ] = False,
    cases: options.Cases = None,
) -> int:
    """Create a case by answering questions, one at a time.

    Each line is saved as it is entered: stop when you like (Ctrl-C, or a full stop alone on a line), and run
    coopform new again to continue.
    """
    from coopform.authoring import kept_answers
    from coopform.cli import new_files, new_help, new_kept, new_questions

    session = session_of(ctx)
    session.cases = cases or session.cases
    folder = _folder(session.cases)
    kept_answers.remove_leftovers(folder)
    asker = Asker(session)
    kept: KeptAnswers | None = None
    try:
        if blank:
            new_files.write_blank(session, folder, title or new_questions.ask_title(asker))
            return DONE
        new_help.introduce(asker)
        kept = new_kept.continue_or_begin(asker, folder, title)
        new_questions.ask_all(asker, kept)
    except (Stopped, KeyboardInterrupt) as end:
        new_kept.say_kept(session, kept)
        return DONE if isinstance(end, Stopped) else INTERRUPTED
    new_files.write_case(session, folder, kept)
    return DONE


def _folder(named: Path | None) -> Path:
    """Return the folder of cases to write to: never the shipped one; `cases/` here when there is none.

    Raises:
        FolderMissing: the folder named does not exist.
    """
    from coopform.collection.folder import CASES_FOLDER, FolderMissing

    found = find_folder(named)
    if found is not None and not found.is_dir():
        raise FolderMissing(found)
    return found or Path(CASES_FOLDER)
