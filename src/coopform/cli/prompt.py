"""Questions to the person at the terminal, or to the file that stands in for one: a line in, a line out.

Questions are told on stderr, as all that is no result. At a terminal the line is read by `input`, with what
the system gives to edit it; Tab completes where the system can.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from coopform.cli.session import Session
from coopform.text.folding import fold

# Alone on a line, it stops the questions; typed answers are kept.
STOP = "."


class Stopped(Exception):
    """The person stops here: the end of the input (Ctrl-D, Ctrl-Z), or a full stop alone on a line."""


class Asker:
    """Asks for lines; `proposals` are what Tab completes at the moment."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.is_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
        if hasattr(sys.stdin, "reconfigure"):
            # A byte that is no letter in the encoding of the input must not end the questions.
            sys.stdin.reconfigure(errors="surrogateescape")

    def line(self, prompt: str) -> str:
        """Return the next line, without its end.

        Raises:
            Stopped: there is none, or it says to stop.
        """
        typed = self._typed(prompt)
        if typed.strip() == STOP:
            raise Stopped
        return typed

    def _typed(self, prompt: str) -> str:
        if self.is_terminal:
            try:
                return input(prompt)
            except EOFError:
                raise Stopped from None
        typed = sys.stdin.readline() if sys.stdin is not None else ""
        if not typed:
            raise Stopped
        return _as_windows_meant(typed.rstrip("\r\n"))

    @contextmanager
    def completing(self, proposals: Sequence[str]) -> Iterator[None]:
        """Let Tab complete the words proposed while the block runs, where the system knows how."""
        try:
            import readline
        except ImportError:  # Windows, whose console completes nothing
            yield
            return
        readline.set_completer_delims("")
        readline.set_completer(lambda typed, index: _completed(typed, index, proposals))
        # The readline of macOS is another library, with words of its own.
        is_editline = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if is_editline else "tab: complete")
        try:
            yield
        finally:
            readline.set_completer(None)


def _completed(typed: str, index: int, proposals: Sequence[str]) -> str | None:
    found = [word for word in proposals if fold(word).startswith(fold(typed))]
    return found[index] if index < len(found) else None


def _as_windows_meant(line: str) -> str:
    """Return a line whose bytes were no text in the encoding of the input as an old Windows program meant it."""
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        encoding = sys.stdin.encoding or "utf-8"
        return line.encode(encoding, "surrogateescape").decode("cp1252", "replace")
    return line
