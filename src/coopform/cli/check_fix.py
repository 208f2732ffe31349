"""`coopform check --fix`: the only command that changes case files."""

import difflib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.failures import NotFixed, NotRenamed
from coopform.cli.session import DONE, Session
from coopform.text.characters import shown_name, visible

if TYPE_CHECKING:
    from coopform.casefile.source import Source
    from coopform.problems.problem import Problem

_BOM = b"\xef\xbb\xbf"


def fix(session: Session, paths: list[Path]) -> tuple[int, list[Path]]:
    """Fix the files, and those of the folders; show what changes and say where the old files are.

    A file whose ending hides that it is a case gets its name first. A file that cannot be written, or that somebody
    saved meanwhile, is reported; the others are fixed all the same.

    Returns:
        The exit code, and the paths of these files and folders, some of which have another name now.
    """
    from coopform.collection.folder import file_paths, is_lookalike, lookalikes, true_name

    code = DONE
    for path in paths:
        for hidden in [path] if is_lookalike(path) else lookalikes(path):
            code = max(code, _repair(_rename, session, hidden))
    renamed = [path.with_name(true_name(path)) if is_lookalike(path) and not path.exists() else path for path in paths]
    for path in file_paths(renamed):
        code = max(code, _repair(_fix_file, session, path))
    return code, renamed


def _repair(repair: Callable[[Session, Path], None], session: Session, path: Path) -> int:
    """Repair a file, or say why it cannot be; return the exit code."""
    from coopform.outputs.atomic import FileChanged
    from coopform.outputs.backups import FileIsLink

    try:
        repair(session, path)
    except (FileChanged, FileIsLink, NotFixed, NotRenamed) as failure:
        from coopform.cli.failure_words.say import say_failure

        return say_failure(session, failure) or DONE
    return DONE


def _rename(session: Session, path: Path) -> None:
    """Remove the ending `.txt` from the name of a case file (`tridan.yaml.txt`).

    Raises:
        FileChanged: somebody saved the file since it was read.
        NotRenamed: there is a file of that name, or the folder cannot be written.
    """
    from coopform.casefile.text_file import read_bytes
    from coopform.collection.folder import true_name
    from coopform.outputs.atomic import FileExists
    from coopform.outputs.backups import rename_keeping_old
    from coopform.problems.problem import Problem

    found = read_bytes(path, str(path))
    if isinstance(found, Problem) or found.is_link:
        return
    name = true_name(path)
    try:
        kept = rename_keeping_old(path, found.data, name)
    except FileExists as error:
        raise NotRenamed(path, name) from error
    except OSError as error:
        raise NotRenamed(path, name, error) from error
    session.say(
        session.translate(
            "Renamed: {path}, to {name} (the old file is {kept})",
            path=shown_name(path),
            name=shown_name(name),
            kept=shown_name(kept.name),
        )
    )


def _fix_file(session: Session, path: Path) -> None:
    """Fix what is safe to fix in a file.

    Raises:
        FileChanged: somebody saved the file since it was read.
        FileIsLink: it is a link to another place.
        NotFixed: it cannot be written.
    """
    from coopform.casefile.links import leads_out
    from coopform.casefile.source import Source
    from coopform.casefile.text_file import decode, read_bytes
    from coopform.checking.fixer import fix_text
    from coopform.collection.collection import problems_of
    from coopform.collection.folder import folder_of
    from coopform.problems.problem import Problem

    found = read_bytes(path, str(path))
    if isinstance(found, Problem) or (found.is_link and leads_out(path, folder_of(path))):
        return
    decoded = decode(found.data, str(path))
    is_utf8 = isinstance(decoded, Source)
    source = decoded if isinstance(decoded, Source) else _decode_old(found.data, decoded)
    if source is None:
        return
    fixed = fix_text(source, problems_of)
    if is_utf8 and not fixed.problems:
        return
    if not is_utf8:
        session.give(session.translate("{path}: saved again as UTF-8", path=shown_name(path)))
    _show_difference(path, source, fixed.text)
    # Raises when the reader of the difference has gone (`| head`): the file is then left as it is.
    sys.stdout.flush()
    try:
        _write(session, path, found.data, fixed.text)
    except OSError as error:
        raise NotFixed(path, error) from error


def _decode_old(data: bytes, problem: "Problem") -> "Source | None":
    """Return the text of a file that is not UTF-8; None when another problem keeps it from being read."""
    from coopform.casefile.text_file import decode_old

    return decode_old(data, problem.path) if problem.code in ("not-utf8", "utf16", "utf32") else None


def _show_difference(path: Path, source: "Source", text: str) -> None:
    from rich.text import Text

    from coopform.rendering.terminal import console

    old, new = source.lines, type(source)(source.path, text).lines
    name = shown_name(path)
    for line in difflib.unified_diff(old, new, name, name, lineterm="", n=0):
        style = "green" if line.startswith("+") else "red" if line.startswith("-") else ""
        console.show_line(Text(visible(line), style=style))


def _write(session: Session, path: Path, old: bytes, text: str) -> None:
    from coopform.outputs.backups import replace_keeping_old
    from coopform.outputs.folder import clear_leftovers

    clear_leftovers(path.parent)
    mark = _BOM if old.startswith(_BOM) else b""
    kept = replace_keeping_old(path, old, mark + text.encode("utf-8"))
    session.say(
        session.translate("Fixed: {path} (the old file is {kept})", path=shown_name(path), kept=shown_name(kept.name))
    )
    session.give("")
