"""Safe standard streams: a character that the console cannot show is replaced instead of raising an error."""

import codecs
import errno
import os
import sys
import unicodedata
from contextlib import suppress
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

_HANDLER = "coopform"
# Replacements for characters of handouts and help that old code pages lack.
_SUBSTITUTES = {
    "→": "->",
    "✓": "x",
    "☐": "[ ]",
    "\u202f": "\u00a0",
    "’": "'",
    "«": '"',
    "·": "-",
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "»": '"',
    "“": '"',
    "”": '"',
    "…": "...",
    "•": "-",
    "–": "-",
    "─": "-",
    "│": "|",
}


def _substitute(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    out = []
    for character in error.object[error.start : error.end]:
        plain = _SUBSTITUTES.get(character) or unicodedata.normalize("NFKD", character)
        with suppress(UnicodeEncodeError):
            plain.encode(error.encoding)
            out.append(plain)
            continue
        ascii_only = plain.encode("ascii", "ignore").decode("ascii").replace("\u00a0", " ")
        out.append(ascii_only or ("?" if not unicodedata.combining(character) else ""))
    return "".join(out), error.end


def prepare() -> None:
    """Let stdout and stderr replace what they cannot show; replace a closed stream."""
    codecs.register_error(_HANDLER, _substitute)
    if sys.stdout is None:
        # Results would be lost in silence: writing them fails, as on a full disk, and is reported.
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open for the whole run)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


class _Closed(StringIO):
    """Replaces a stdout that was closed before coopform began: writing to it fails."""

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def flush_quietly() -> None:
    """Flush stdout; when its reader has gone (`| head`), discard the rest."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, OSError, ValueError):
        silence()


def silence(stream: TextIO | None = None) -> None:
    """Discard what is left to write to a stream, so that the interpreter's own flush at exit raises nothing."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())
