"""Pseudo-terminals for tests: what coopform says at one, and a shell in which one types."""

import os
import select
import struct
import sys
from io import StringIO
from pathlib import Path
from types import TracebackType

import pytest

from coopform.cli.main import main

# Seconds; long enough for a shell on any machine.
_PATIENCE_SECONDS = 60
PROMPT = "READY>"
# Prints the words into which the shell splits a line.
ARGUMENTS = f"PS1='{PROMPT}'; args() {{ printf 'ARGS'; printf '<%s>' \"$@\"; printf 'END\\n'; }}\n"
_BEGINNING_OF_LINE, _END_OF_LINE = "\x01", "\x05"


def said_at_a_terminal(arguments: list[str], columns: int, folder: Path, typed: str = "", language: str = "en") -> str:
    """Run coopform with stderr on a terminal of so many columns and what is typed in a pipe; return what it says."""
    import fcntl
    import pty
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with pytest.MonkeyPatch.context() as patch, os.fdopen(slave, "w", encoding="utf-8") as screen:
        patch.chdir(folder)
        patch.setenv("COOPFORM_LANG", language)
        patch.setattr("sys.stdin", StringIO(typed))
        patch.setattr("sys.stdout", StringIO())
        patch.setattr("sys.stderr", screen)
        main(arguments)
    parts = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux reports the closed end as an error, macOS as an empty read.
            break
        if not part:
            break
        parts.append(part)
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


class Terminal:
    """A running interactive shell."""

    def __init__(self, argv: list[str], folder: Path, environment: dict[str, str]) -> None:
        import pty
        import termios

        self._seen = b""
        self._child, self._screen = pty.fork()  # type: ignore[attr-defined,unused-ignore]
        if not self._child:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        # Wide enough that no line is wrapped, rows first.
        termios.tcsetwinsize(self._screen, (50, 400))
        self._read_to(PROMPT)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.close(self._screen)
        os.waitpid(self._child, 0)

    def complete(self, line: str) -> list[str]:
        """Type a line and the tab key; return the words of the completed line."""
        keys = f"{line}\t{_BEGINNING_OF_LINE}args {_END_OF_LINE}\n"
        os.write(self._screen, keys.encode())
        words = self._read_to("END").rpartition("ARGS<")[2].removesuffix(">").split("><")
        self._read_to(PROMPT)
        return words

    def _read_to(self, mark: str) -> str:
        while mark.encode() not in self._seen:
            ready, _, _ = select.select([self._screen], [], [], _PATIENCE_SECONDS)
            assert ready, f"{sys.argv[0]}: the shell says nothing more: {self._seen!r}"
            self._seen += os.read(self._screen, 65536)
        before, _, self._seen = self._seen.partition(mark.encode())
        return before.decode(errors="replace")
