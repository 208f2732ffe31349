"""Opening a file in another program: an editor or the browser."""

import os
import shlex
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError


@dataclass
class NoProgram(CoopformError):
    """No program of a kind, `editor` or `browser`, was found to open a file, or the one named does not start."""

    path: Path
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Editor:
    """The command that opens a file, before its path; it `waits` when it ends once the file is closed, not at once."""

    command: tuple[str, ...]
    waits: bool


# The editors of each system, best first. Windows, as a rule, has no program for « .yaml ».
_OF_SYSTEM = {
    "win32": (Editor(("notepad",), waits=True),),
    "darwin": (Editor(("open", "-t"), waits=False),),
    "linux": (
        Editor(("xdg-open",), waits=False),
        Editor(("sensible-editor",), waits=True),
        Editor(("nano",), waits=True),
    ),
}


def choose_editor(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Editor | None:
    """Return the editor of `VISUAL`, else of `EDITOR`, else of the system; None when there is none."""
    for name in ("VISUAL", "EDITOR"):
        words = _words(environment.get(name, ""), system)
        if words:
            return Editor(words, waits=True)
    known = _OF_SYSTEM.get(system, _OF_SYSTEM["linux"])
    return next((editor for editor in known if shutil.which(editor.command[0])), None)


def _words(typed: str, system: str) -> tuple[str, ...]:
    if Path(typed).is_file():
        return (typed,)  # a path with spaces in it
    try:
        if system == "win32":
            # A backslash separates folders there; it escapes nothing.
            return tuple(word.strip('"') for word in shlex.split(typed, posix=False))
        return tuple(shlex.split(typed))
    except ValueError:  # a quote that is not closed
        return (typed,)


def edit(path: Path, editor: Editor | None) -> bool:
    """Open a file in an editor; return whether the editor waited until it was closed.

    The editor gets the absolute path: it would read a name that begins with a hyphen as an option.

    Raises:
        NoProgram: there is no editor, or it does not start.
    """
    if editor is None:
        raise NoProgram(path, "editor")
    try:
        ended = subprocess.run([*editor.command, str(path.absolute())], check=False)  # noqa: S603 (the user's own choice)
    except OSError:
        raise NoProgram(path, "editor", editor.command[0]) from None
    if not editor.waits and ended.returncode:
        raise NoProgram(path, "editor", editor.command[0])
    return editor.waits


def browse(path: Path) -> None:
    """Open a page in the system's browser.

    Raises:
        NoProgram: there is none.
    """
    if not webbrowser.open(path.absolute().as_uri()):
        raise NoProgram(path, "browser")
