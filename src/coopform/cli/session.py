"""What every command of a run shares: the language spoken, the folder named first, where results go."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopform.cli import streams
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator

if TYPE_CHECKING:
    import typer

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

    def deliver(self, result: str | bytes, output: Path | None, *, force: bool) -> None:
        """Give a result on stdout, or write it whole to the file that `--output` names and say so.

        Raises:
            FileExists: the file is there, and `force` is false.
            FolderBusy: another run writes to its folder.
            OSError: the folder cannot be written.
        """
        if output is None:
            self.give(result if isinstance(result, str) else result.decode())
            return
        from coopform.outputs.folder import write_file

        write_file(output, result, force=force)
        self.say(self.translate("Written: {path}", path=shown_name(output)))

    def as_json(self, data: Any, output: Path | None = None) -> str:
        """Return data as the text of a JSON file; beyond ASCII only where the reader is sure to take UTF-8."""
        import json

        return json.dumps(data, ensure_ascii=output is None and not _takes_utf8(), indent=2) + "\n"


def session_of(context: "typer.Context") -> Session:
    """Return the session that `main` handed to typer."""
    session: Session = context.find_root().obj
    return session


def _takes_utf8() -> bool:
    """Whether stdout shows any character."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
