"""Read answers, line by line, from a terminal or from a file on stdin.

At a terminal, `input` reads the line with the line editing of the system; Tab completes where there is readline.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from coopform.cli.session import Session
from coopform.text.folding import fold

# Signs alone on a line. The first stops the questions; the answers are kept.
STOP, BACK, HELP = ".", "<", "?"


def is_yes(answer: str) -> bool:
    """Return whether an answer is a yes, in either language."""
    return fold(answer) in ("o", "oui", "y", "yes")


def is_no(answer: str) -> bool:
    """Return whether an answer is a no, in either language."""
    return fold(answer) in ("n", "non", "no")


class Stopped(Exception):
    """The end of the input (Ctrl-D, Ctrl-Z), or `STOP` alone on a line."""


class InputEnded(Stopped):
    """The end of answers that come from a file or another program: nobody stopped, there are no more."""


class WentBack(Exception):
    """`BACK` alone on a line."""


class Asker:
    """Asks for lines, and prints the messages between them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.is_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
        if hasattr(sys.stdin, "reconfigure"):
            # A byte that is invalid in the encoding of the input must not end the questions.
            sys.stdin.reconfigure(errors="surrogateescape")

    def say(self, text: str, indent: str = "") -> None:
        """Say a message, each of its lines after `indent`."""
        self.session.say("\n".join(indent + line for line in text.split("\n")))

    def line(self, prompt: str, explain: Callable[[], None] | None = None) -> str:
        """Return the next line, without its end.

        Args:
            prompt: what is shown before it.
            explain: called for `HELP`; without it, neither `HELP` nor `BACK` has a meaning.

        Raises:
            Stopped: there is none, or it is `STOP`.
            WentBack: it is `BACK`.
        """
        while True:
            typed = self._typed(prompt)
            sign = typed.strip()
            if sign == STOP:
                raise Stopped
            if explain and sign == BACK:
                raise WentBack
            if not explain or sign != HELP:
                return typed
            explain()

    def accepts(self, proposal: str) -> bool:
        """Return whether the user accepts a term, by an empty line or a yes.

        Raises:
            Stopped: there is no answer.
        """
        t = self.session.translate
        while True:
            self.say(t("{term}? Enter = yes, n = no", term=proposal), indent="    ")
            answer = self.line("    > ").strip()
            if not answer or is_yes(answer):
                return True
            if is_no(answer):
                return False

    def _typed(self, prompt: str) -> str:
        if self.is_terminal:
            try:
                return input(prompt)
            except EOFError:
                raise Stopped from None
        typed = sys.stdin.readline() if sys.stdin is not None else ""
        if not typed:
            raise InputEnded
        return _as_windows_meant(typed.rstrip("\r\n"))

    @contextmanager
    def completing(self, proposals: Sequence[str]) -> Iterator[None]:
        """Let Tab complete the words of `proposals` while the block runs, where the system can."""
        try:
            import readline
        except ImportError:  # Windows
            yield
            return
        readline.set_completer_delims("")
        readline.set_completer(lambda typed, index: _completed(typed, index, proposals))
        # The readline of macOS is another library, with other commands.
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
    """Return a line with bytes that are invalid in the encoding of the input as Windows-1252, of old programs."""
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        encoding = sys.stdin.encoding or "utf-8"
        return line.encode(encoding, "surrogateescape").decode("cp1252", "replace")
    return line
