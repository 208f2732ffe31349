"""What all commands share: the language, the options before the command, exit codes, output."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopform.cli import streams
from coopform.cli.as_typed import as_typed
from coopform.cli.wrapping import wrapped
from coopform.failures import CoopformError
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator

if TYPE_CHECKING:
    from coopform.cli.typer_inside import Context

# Exit codes; a failure carries its own.
DONE = 0
BROKEN = 1
MISUSE = CoopformError.exit_code
BUG = 3
INTERRUPTED = 130


@dataclass(slots=True)
class Session:
    """One run of coopform.

    Attributes:
        translate: translates messages to the language of the interface.
        cases: the folder of cases that was named, if any.
        debug: show the details of a bug of coopform.
        is_interrupt_said: whether the command itself said what an interruption left.
    """

    translate: Translator
    cases: Path | None = None
    debug: bool = False
    is_interrupt_said: bool = False

    def typed(self, command: str) -> str:
        """Return a command as a message proposes it: with the folder of cases that was named for this run."""
        return f"coopform {command} --cases {as_typed(self.cases)}" if self.cases else f"coopform {command}"

    def say(self, text: str, hanging: int = 0) -> None:
        """Print a message on stderr, apart from the results; go on when stderr cannot be written.

        On a terminal, a line that goes on has `hanging` more spaces before it.
        """
        try:
            print(wrapped(text, hanging), file=sys.stderr, flush=True)  # noqa: T201
        except OSError:
            streams.silence(sys.stderr)

    def give(self, text: str) -> None:
        """Print a result on stdout, with one line end after it."""
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")

    def deliver(self, result: str | bytes, output: Path | None, *, force: bool, keep_old: bool = True) -> None:
        """Print a result on stdout, or write it to the file of `--output` and say so.

        A file that is replaced is kept in a backup, unless only programs read it (`keep_old`).

        Raises:
            FileExists: the file is there, and `force` is false.
            FolderBusy: another run writes to its folder.
            OSError: the file cannot be written.
        """
        if output is None:
            self.give(result if isinstance(result, str) else result.decode())
            return
        from coopform.outputs.folder import write_file

        self.say_written(output, write_file(output, result, force=force, keep_old=keep_old))

    def say_written(self, path: Path, backup: Path | None) -> None:
        """Say that a file was written, and where the one is that it replaced."""
        if backup is None:
            self.say(self.translate("Written: {path}", path=shown_name(path)))
            return
        self.say(
            self.translate(
                "Written: {path} (the old file is {kept})", path=shown_name(path), kept=shown_name(backup.name)
            )
        )

    def as_json(self, data: Any, output: Path | None = None) -> str:
        """Return data as JSON text; with characters beyond ASCII only where the reader is sure to read UTF-8."""
        import json

        return json.dumps(data, ensure_ascii=output is None and not _takes_utf8(), indent=2) + "\n"


def session_of(context: "Context") -> Session:
    """Return the session that `main` gave to typer."""
    session: Session = context.find_root().obj
    return session


def _takes_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
