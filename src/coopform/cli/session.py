"""What every command of a run shares: the language spoken, the folder asked for, where results go."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopform.cli import streams
from coopform.i18n import Translator

if TYPE_CHECKING:
    import typer

    from coopform.collection import Collection

DONE = 0
BROKEN = 1
MISUSE = 2
BUG = 3
INTERRUPTED = 130


@dataclass(slots=True)
class Session:
    """One run of coopform.

    Attributes:
        translate: says messages in the language of the interface.
        cases: the folder given before the command's name, if any.
        debug: show the details of a fault of coopform itself.
    """

    translate: Translator
    cases: Path | None = None
    debug: bool = False

    def say(self, text: str) -> None:
        """Tell the user something: on stderr, apart from the results; where nobody can be told, go on."""
        try:
            print(text, file=sys.stderr, flush=True)  # noqa: T201
        except OSError:
            streams.silence(sys.stderr)

    def give(self, text: str) -> None:
        """Give a result: on stdout, with one line end after it."""
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")

    @property
    def takes_utf8(self) -> bool:
        """Whether stdout shows any character."""
        return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"

    def give_json(self, data: Any) -> None:
        """Give data as JSON; beyond ASCII only where the reader is sure to take UTF-8."""
        self.give(json.dumps(data, ensure_ascii=not self.takes_utf8, indent=2))


def session_of(context: "typer.Context") -> Session:
    """Return the session that `main` handed to typer."""
    session: Session = context.find_root().obj
    return session


def read_cases(session: Session, asked: Path | None, names: Sequence[str] = ()) -> "Collection":
    """Read the folder of cases: the one asked for, else `COOPFORM_CASES`, the nearest `cases/`, or the shipped one.

    Args:
        session: the run.
        asked: the folder given to the command, if any.
        names: the cases asked for; where all are files, no word is said on a folder that is not looked into.

    Raises:
        FolderMissing: the folder asked for does not exist.
    """
    from coopform.collection import read_collection
    from coopform.finding import is_path

    files = bool(names) and all(is_path(name) and Path(name).exists() for name in names)
    return read_collection(cases_folder(session, asked, quiet=files))


def cases_folder(session: Session, asked: Path | None, *, quiet: bool = False) -> Path:
    """Return the folder of cases, and say so when it is the shipped one, unless `quiet`."""
    import os

    from coopform import resources
    from coopform.collection import CASES_FOLDER, find_folder

    named = asked or session.cases or os.environ.get("COOPFORM_CASES")
    if named:
        return Path(named)
    found = find_folder(Path.cwd())
    if found:
        # As the user would write it: messages name files from here.
        return found.relative_to(Path.cwd()) if found.is_relative_to(Path.cwd()) else found
    if quiet:
        return resources.cases_dir()
    if Path(CASES_FOLDER).is_dir():
        session.say(session.translate("The folder cases/ holds no case: these are the cases shipped with coopform."))
    else:
        session.say(session.translate("No cases/ folder here: these are the cases shipped with coopform."))
    return resources.cases_dir()


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
