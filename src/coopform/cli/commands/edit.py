"""`coopform edit`."""

from pathlib import Path

import typer

from coopform.cli import options
from coopform.cli.as_typed import as_typed
from coopform.cli.cases import choose_folder
from coopform.cli.commands.check import show_problems
from coopform.cli.failures import NoCollection
from coopform.cli.session import BROKEN, DONE, session_of
from coopform.text.characters import shown_name


def command(
    ctx: typer.Context,
    name: options.Identifier,
    cases: options.Cases = None,
) -> int:
    """Open a case file in your editor, then check it.

    The editor is that of the variable VISUAL or EDITOR, else the system's own.
    """
    from coopform import resources
    from coopform.casefile.links import OUTSIDE
    from coopform.checking.check_run import CheckRun
    from coopform.cli import open_elsewhere
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
    typed = f"coopform check {as_typed(path)}"
    if not open_elsewhere.edit(path, open_elsewhere.choose_editor()):
        said = session.translate("Opened: {path}. When it is saved: {command}", path=shown_name(path), command=typed)
        session.say(said)
        return DONE
    count, problems = CheckRun(folder).problems_under(path)
    show_problems(session, count, problems, fix=f"{typed} --fix")
    return BROKEN if errors(problems) else DONE
