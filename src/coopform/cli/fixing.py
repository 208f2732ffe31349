"""`coopform check --fix`: the only command that writes to case files."""

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.errors import NotMended
from coopform.cli.session import Session
from coopform.text import visible

if TYPE_CHECKING:
    from coopform.mending import Mended
    from coopform.source import Source

_BOM = b"\xef\xbb\xbf"


def fix(session: Session, paths: list[Path]) -> None:
    """Mend the files, and those of the folders; say what was changed and where the old files are."""
    from coopform.casefolder import file_paths

    for path in file_paths(paths):
        _fix_file(session, path)


def _fix_file(session: Session, path: Path) -> None:
    from coopform.collection import problems_of
    from coopform.mending import mend
    from coopform.source import Source, read_old_encoding, read_source

    read = read_source(path)
    source = read if isinstance(read, Source) else None
    if source is None and read.code in ("not-utf8", "utf16", "utf32"):  # type: ignore[union-attr]
        source = read_old_encoding(path)
    if source is None:
        return
    mended = mend(source, problems_of)
    if isinstance(read, Source) and not mended.problems:
        return
    _show(session, path, source, mended, is_encoding=not isinstance(read, Source))
    # A difference that nobody could be shown (`| head`) is not made.
    sys.stdout.flush()
    try:
        _write(session, path, mended.text)
    except OSError as error:
        raise NotMended(path, error) from error


def _show(session: Session, path: Path, source: "Source", mended: "Mended", *, is_encoding: bool) -> None:
    """Show the difference, line by line, before anything is written."""
    from rich.text import Text

    from coopform.terminal import console

    if is_encoding:
        session.give(session.translate("{path}: saved anew as UTF-8", path=visible(str(path))))
    old, new = source.lines, type(source)(source.path, mended.text).lines
    name = visible(str(path))
    for line in difflib.unified_diff(old, new, name, name, lineterm="", n=0):
        style = "green" if line.startswith("+") else "red" if line.startswith("-") else ""
        console.show_line(Text(visible(line), style=style))


def _write(session: Session, path: Path, text: str) -> None:
    from coopform.outputs import replace_keeping_old

    old = path.read_bytes()
    mark = _BOM if old.startswith(_BOM) else b""
    kept = replace_keeping_old(path, old, mark + text.encode("utf-8"))
    session.say(session.translate("Mended: {path} (the old file is {kept})", path=visible(str(path)), kept=kept.name))
    session.give("")
