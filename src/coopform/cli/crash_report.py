"""Report a bug of coopform: one message, with the details in a file."""

import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from coopform.cli.session import Session
from coopform.text.characters import visible
from coopform.version import __version__


def report(failure: Exception, session: Session) -> None:
    """Say that coopform failed, and where the details are; with `--debug` show them."""
    details = "".join(traceback.format_exception(failure))
    if session.debug:
        session.say(visible(details))
    t = session.translate
    session.say(t("coopform has failed: the fault is in coopform, not in your files."))
    path = _keep(details)
    if path:
        session.say(
            t("The details are in {path}. Please send this file with a word on what you were doing.", path=path)
        )


def _keep(details: str) -> Path | None:
    head = f"coopform {__version__}\nPython {sys.version}\n{platform.platform()}\n{sys.argv[1:]}\n\n"
    with (
        suppress(OSError),
        tempfile.NamedTemporaryFile(
            "w", prefix="coopform-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as stream,
    ):
        stream.write(head + details)
        return Path(stream.name)
    return None
