"""The cases that a command works on: which folder they stand in, and which files of it are left out."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.session import BROKEN, DONE, Session

if TYPE_CHECKING:
    from coopform.collection import Collection


def find_folder(named: Path | None) -> Path | None:
    """Return the folder of cases: the one named, else `COOPFORM_CASES`, else the nearest `cases/`.

    None when there is none, and only the shipped cases are left.
    """
    from coopform.collection import find_folder as find_nearest

    asked = named or os.environ.get("COOPFORM_CASES")
    if asked:
        return Path(asked)
    found, here = find_nearest(Path.cwd()), Path.cwd()
    # As the user would write it: messages name files from here.
    return found.relative_to(here) if found and found.is_relative_to(here) else found


def choose_folder(session: Session, named: Path | None) -> Path:
    """Return the folder of cases; when it is the shipped one, say so."""
    from coopform import resources
    from coopform.collection import CASES_FOLDER

    folder = find_folder(named or session.cases)
    if folder:
        return folder
    if Path(CASES_FOLDER).is_dir():
        session.say(session.translate("The folder cases/ holds no case: these are the cases shipped with coopform."))
    else:
        session.say(session.translate("No cases/ folder here: these are the cases shipped with coopform."))
    return resources.cases_dir()


def read_cases(session: Session, named: Path | None) -> "Collection":
    """Read the folder of cases that `choose_folder` returns.

    Raises:
        FolderMissing: the folder named does not exist.
    """
    from coopform.collection import read_collection

    return read_collection(choose_folder(session, named))


def report_broken(session: Session, collection: "Collection") -> int:
    """Name the broken files after the good ones were delivered; return the exit code."""
    from coopform import wording
    from coopform.collection import errors

    faults = [errors(file.problems)[0] for file in collection.broken]
    faults += [*errors(collection.recueil_problems)[:1], *collection.unread]
    if not faults:
        return DONE
    t = session.translate
    session.say("")
    session.say(t.plural("{count} file is left out:", "{count} files are left out:", len(faults)))
    for fault in faults:
        session.say(f"  {wording.place(fault)}: {wording.message(fault, t)}")
    session.say(t("To see everything and what to type: coopform check"))
    return BROKEN
