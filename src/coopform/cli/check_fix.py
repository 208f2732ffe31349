"""`coopform check --fix`: the only command that writes to case files."""

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.errors import NotMended, word_failure
from coopform.cli.session import DONE, Session
from coopform.text.characters import shown_name, visible

if TYPE_CHECKING:
    from coopform.casefile.source import Source
    from coopform.checking.fixer import Mended

_BOM = b"\xef\xbb\xbf"


def fix(session: Session, paths: list[Path]) -> int:
    """Mend the files, and those of the folders; say what was changed and where the old files are.

    Returns:
        The exit code: a file that cannot be written, or that somebody saved meanwhile, does not keep the others out.
    """
    from coopform.collection.folder import file_paths
    from coopform.outputs.folder import FileChanged, FileIsLink

    code = DONE
    for path in file_paths(paths):
        try:
            _fix_file(session, path)
        except (FileChanged, FileIsLink, NotMended) as failure:
            code = max(code, _report(session, failure))
    return code


def _report(session: Session, failure: Exception) -> int:
    """Say why a file was not mended, and return the exit code of that."""
    worded = word_failure(failure, session.translate)
    assert worded is not None  # noqa: S101 (each of them has its words)
    session.say(worded[0])
    return worded[1]


def _fix_file(session: Session, path: Path) -> None:
    """Mend a file where a mend is sure.

    Raises:
        FileChanged: somebody saved the file since it was read.
        FileIsLink: it is a link to another place.
        NotMended: it cannot be written.
    """
    from coopform.casefile.links import leads_out
    from coopform.casefile.source import Source, decode, decode_old, read_bytes
    from coopform.checking.fixer import mend
    from coopform.collection.collection import problems_of
    from coopform.collection.folder import folder_of
    from coopform.problems.problem import Problem

    found = read_bytes(path, str(path))
    if isinstance(found, Problem) or (found.is_link and leads_out(path, folder_of(path))):
        return
    old = found.data
    read = decode(old, str(path))
    source = read if isinstance(read, Source) else None
    if source is None and read.code in ("not-utf8", "utf16", "utf32"):  # type: ignore[union-attr]
        source = decode_old(old, str(path))
    if source is None:
        return
    mended = mend(source, problems_of)
    if isinstance(read, Source) and not mended.problems:
        return
    _show(session, path, source, mended, is_encoding=not isinstance(read, Source))
    # A difference that nobody could be shown (`| head`) is not made.
    sys.stdout.flush()
    try:
        _write(session, path, old, mended.text)
    except OSError as error:
        raise NotMended(path, error) from error


def _show(session: Session, path: Path, source: "Source", mended: "Mended", *, is_encoding: bool) -> None:
    """Show the difference, line by line, before anything is written."""
    from rich.text import Text

    from coopform.rendering.terminal import console

    if is_encoding:
        session.give(session.translate("{path}: saved anew as UTF-8", path=shown_name(path)))
    old, new = source.lines, type(source)(source.path, mended.text).lines
    name = shown_name(path)
    for line in difflib.unified_diff(old, new, name, name, lineterm="", n=0):
        style = "green" if line.startswith("+") else "red" if line.startswith("-") else ""
        console.show_line(Text(visible(line), style=style))


def _write(session: Session, path: Path, old: bytes, text: str) -> None:
    from coopform.outputs.folder import clear_leftovers, replace_keeping_old

    clear_leftovers(path.parent)
    mark = _BOM if old.startswith(_BOM) else b""
    kept = replace_keeping_old(path, old, mark + text.encode("utf-8"))
    session.say(
        session.translate("Mended: {path} (the old file is {kept})", path=shown_name(path), kept=shown_name(kept.name))
    )
    session.give("")
