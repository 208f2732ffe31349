"""The cases that a command works on: their folder, and which of its files are skipped."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.session import BROKEN, DONE, Session
from coopform.text.folding import slug

if TYPE_CHECKING:
    from coopform.collection.collection import Collection


def find_folder(named: Path | None) -> Path | None:
    """Return the folder of cases: the one named, else `COOPFORM_CASES`, else the nearest `cases/`; None without any.

    That of a collection may be named for its `cases/`.
    """
    from coopform.collection.folder import find_folder as find_nearest
    from coopform.collection.folder import folder_meant

    asked = named or os.environ.get("COOPFORM_CASES")
    if asked:
        return folder_meant(Path(asked))
    found = find_nearest(Path.cwd())
    return from_here(found) if found else None


def from_here(path: Path) -> Path:
    """Return a path as messages show it: relative to this folder, if it is in it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def choose_folder(session: Session, named: Path | None, *, quiet: bool = False) -> Path:
    """Return the folder of cases, that of the shipped ones when there is no other: say so, unless `quiet`.

    The one that is named is kept in the session, for the commands that messages propose.
    """
    from coopform import resources
    from coopform.collection.folder import CASES_FOLDER

    session.cases = named or session.cases
    folder = find_folder(session.cases)
    if folder:
        return folder
    if quiet:
        return resources.cases_dir()
    if Path(CASES_FOLDER).is_dir():
        session.say(session.translate("The folder cases/ contains no case: these are the cases shipped with coopform."))
    else:
        session.say(session.translate("No cases/ folder here: these are the cases shipped with coopform."))
    return resources.cases_dir()


def read_cases(session: Session, named: Path | None, names: Sequence[str] = ()) -> "Collection":
    """Read the folder of cases that `choose_folder` returns, without the warnings that only `check` shows.

    Args:
        session: the run.
        named: the folder given to the command, if any.
        names: the cases asked for. When all are IDs, only their files are read; when all are paths, `choose_folder`
            says nothing.

    Raises:
        FolderMissing: the folder named does not exist.
    """
    from coopform.collection.collection import read_collection
    from coopform.collection.lookup import is_path

    paths = [name for name in names if is_path(name) and Path(name).exists()]
    folder = choose_folder(session, named, quiet=len(paths) == len(names) > 0)
    # For IDs, reading the files of that name is enough: there may be thousands of others.
    others = [name for name in names if name not in paths]
    if names and not any(map(is_path, others)):
        ids = set(map(slug, others))
        found = read_collection(folder, ids=ids, advice=False)
        if ids == {file.id for file in found.files}:
            return found
    return read_collection(folder, advice=False)


def report_broken(session: Session, collection: "Collection") -> int:
    """Report the broken files that were skipped; return the exit code."""
    from coopform.collection.collection import errors
    from coopform.problems import messages

    faults = [errors(file.problems)[0] for file in collection.broken]
    faults += [*errors(collection.recueil_problems)[:1], *collection.unread]
    if not faults:
        return DONE
    t = session.translate
    session.say("")
    session.say(t.plural("{count} file skipped:", "{count} files skipped:", len(faults)))
    for fault in faults:
        session.say(f"  {messages.place(fault)}: {messages.message(fault, t)}")
    session.say(t("To see all the problems and how to fix them: {command}", command=session.typed("check")))
    return BROKEN
