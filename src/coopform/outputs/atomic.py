"""A file written whole or not at all: nobody ever finds half of one, however the run ends.

Only a power cut may leave one, of what was not asked to be `lasting`.
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
    """A file that coopform did not make stands where it should write."""

    path: Path


@dataclass
class FileChanged(CoopformError):
    """A file is no longer what it was when it was read."""

    path: Path


def write_whole(
    path: Path,
    data: bytes,
    *,
    replace: bool,
    lasting: bool = True,
    is_still: Callable[[Path], bool] | None = None,
) -> None:
    """Write a file beside its place, then put it there; one that it replaces hands on its rights.

    Args:
        path: its place.
        data: what it holds.
        replace: whether it may take the place of another.
        lasting: see the data onto the disk first, so that not even a power cut leaves a file without it. It nearly
            doubles what writing costs: not for what can be made again.
        is_still: asked of `path` right before the file there is replaced: whether it is still the one that may go.

    Raises:
        FileExists: something stands there, and `replace` is false.
        FileChanged: `is_still` says no; nothing was written.
        OSError: it cannot be written; the error names `path`.
    """
    try:
        with _temporary(path, data, lasting=lasting) as temporary:
            if not replace:
                _place(temporary, path)
                return
            if path.is_file() and not path.is_symlink():
                shutil.copymode(path, temporary)
            if is_still and not is_still(path):
                raise FileChanged(path)
            temporary.replace(path)
    except OSError as error:
        # The temporary name means nothing to the user, and a full disk names none.
        raise OSError(error.errno, error.strerror, str(path)) from error


def holds(path: Path, data: bytes) -> bool:
    """Return whether a file holds these bytes; a link, a pipe or a folder does not."""
    with suppress(FileNotFoundError):
        return stat.S_ISREG(path.lstat().st_mode) and path.read_bytes() == data
    return False


@contextmanager
def _temporary(path: Path, data: bytes, *, lasting: bool) -> Iterator[Path]:
    """Yield a file beside a place that holds the data; where it was not put there it goes at the end."""
    temporary = path.with_name(f".coopform-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            if lasting:
                stream.flush()
                os.fsync(stream.fileno())
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left half written in a folder that no other run writes to."""
    for path in folder.iterdir():
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _place(temporary: Path, path: Path) -> None:
    """Give a file its name unless the name is taken, without a moment between looking and writing."""
    try:
        if sys.platform == "win32":
            temporary.rename(path)  # there, and only there, it refuses to overwrite
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
        # Memory cards and some network shares know no links: the name is taken with an empty file first.
        path.touch(exist_ok=False)
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink()
            raise
