"""`coopform edit`."""

from pathlib import Path
from typing import Annotated

import typer

from coopform.cli import completion, options
from coopform.cli.cases import choose_folder
from coopform.cli.commands.check import show_problems
from coopform.cli.failures import NoCollection
from coopform.cli.session import BROKEN, DONE, session_of
from coopform.text.characters import shown_name
from coopform.text.i18n import mark


def edit(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=mark("ID"),
            help=mark("The case: its ID, the beginning or a part of it, or the path of its file."),
            autocompletion=completion.case_ids,
        ),
    ],
    cases: options.Cases = None,
) -> int:
    """Open the file of a case in your editor, then check it.

    The editor is that of the variable VISUAL or EDITOR, else the system's own.
    """
    from coopform import resources
    from coopform.casefile.links import OUTSIDE
    from coopform.checking.check_run import CheckRun
    from coopform.cli import programs
    from coopform.collection.collection import errors, read_collection
    from coopform.collection.lookup import BrokenCase, find_file, is_path

    session = session_of(ctx)
    folder = choose_folder(session, cases, quiet=True)
    if folder == resources.cases_dir() and not (is_path(name) and Path(name).is_file()):
        raise NoCollection
    file = find_file(name, read_collection(folder))
    if any(problem.code == OUTSIDE for problem in file.problems):
        raise BrokenCase(file)
    path = file.path
    if not programs.edit(path, programs.choose_editor()):
        t = session.translate
        session.say(
            t("Opened: {path}. When it is saved: coopform check {name}", path=shown_name(path), name=shown_name(name))
        )
        return DONE
    count, problems = CheckRun(folder).problems_under(path)
    show_problems(session, count, problems)
    return BROKEN if errors(problems) else DONE
