"""The standard streams made safe: a character that the console lacks is replaced, never a traceback."""

import codecs
import os
import sys
import unicodedata
from contextlib import suppress
from io import TextIOWrapper

_HANDLER = "coopform"
# What handouts and help use and old code pages lack, and what stands for it there.
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
    """Let stdout and stderr replace what they cannot show."""
    codecs.register_error(_HANDLER, _substitute)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def close_quietly() -> None:
    """Flush stdout; when its reader has gone (`| head`), end without a word."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, OSError, ValueError):
        silence()


def silence() -> None:
    """Send what is still to be written nowhere, so that the interpreter's own flush stays quiet."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
