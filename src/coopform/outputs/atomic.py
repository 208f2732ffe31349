"""Write files atomically: a run that is killed leaves no incomplete file.

Without `sync`, a power cut may leave one.
"""

import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError

_TEMPORARY = re.compile(r"\.coopform-[0-9a-f]{16}")


@dataclass
class FileExists(CoopformError):
    """The path to write exists, and coopform did not write it."""

    path: Path


@dataclass
class FileChanged(CoopformError):
    """The content of a file changed since it was read."""

    path: Path


def write_atomically(
    path: Path,
    data: bytes,
    *,
    replace: bool,
    sync: bool = True,
    may_replace: Callable[[Path], bool] | None = None,
) -> None:
    """Write a temporary file in the same folder, then rename it; the permissions of a replaced file are kept.

    Args:
        path: the file.
        data: its content.
        replace: whether an existing file may be replaced.
        sync: call fsync before the rename, so that a power cut leaves no incomplete file.
        may_replace: called with `path` right before the rename: whether the existing file may be replaced.

    Raises:
        FileExists: the path exists, and `replace` is false.
        FileChanged: `may_replace` returned false; nothing was written.
        OSError: the file cannot be written; the error names `path`.
    """
    try:
        with _temporary(path, data, sync=sync) as temporary:
            if not replace:
                _rename_unless_exists(temporary, path)
                return
            if path.is_file() and not path.is_symlink():
                shutil.copymode(path, temporary)
            if may_replace and not may_replace(path):
                raise FileChanged(path)
            temporary.replace(path)
    except OSError as error:
        # The user does not know the temporary name, and the error of a full disk has no name.
        raise OSError(error.errno, error.strerror, str(path)) from error


def is_regular(path: Path) -> bool:
    """Return whether a path is a regular file; false for links, pipes and folders."""
    with suppress(FileNotFoundError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def has_content(path: Path, data: bytes) -> bool:
    """Return whether a path is a regular file with this content; see `is_regular`."""
    with suppress(FileNotFoundError):
        return is_regular(path) and path.read_bytes() == data
    return False


@contextmanager
def _temporary(path: Path, data: bytes, *, sync: bool) -> Iterator[Path]:
    """Yield a temporary file with the data, in the folder of `path`; remove it at the end if it was not renamed."""
    temporary = path.with_name(f".coopform-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            if sync:
                stream.flush()
                os.fsync(stream.fileno())
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def remove_temporary_files(folder: Path) -> None:
    """Remove the temporary files that killed runs left in a locked folder."""
    for path in folder.iterdir():
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _rename_unless_exists(temporary: Path, path: Path) -> None:
    """Rename a file in one atomic step.

    Raises:
        FileExists: the new name exists.
    """
    try:
        if sys.platform == "win32":
            temporary.rename(path)  # only Windows refuses to overwrite
        else:
            _link(temporary, path)
    except FileExistsError:
        raise FileExists(path) from None


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Memory cards and some network shares have no hard links: reserve the name with an empty file first.
        path.touch(exist_ok=False)
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink()
            raise
