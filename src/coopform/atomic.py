"""A file written whole or not at all: nobody ever finds half of one, however the run ends."""

import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TEMPORARY = re.compile(r"\.coopform-[0-9a-f]{16}")


@dataclass
class FileExists(Exception):
    """A file that coopform did not make stands where it should write."""

    path: Path


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file beside its place, then put it there; one that it replaces hands on its rights.

    Raises:
        FileExists: something stands there, and `replace` is false.
        OSError: it cannot be written; the error names `path`.
    """
    try:
        with _temporary(path.parent, data) as temporary:
            if replace:
                if path.is_file() and not path.is_symlink():
                    shutil.copymode(path, temporary)
                temporary.replace(path)
            else:
                _place(temporary, path)
    except OSError as error:
        # The temporary name means nothing to the user, and a full disk names none.
        raise OSError(error.errno, error.strerror, str(path)) from error


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left half written in a folder that no other run writes to."""
    for path in folder.iterdir():
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


@contextmanager
def _temporary(folder: Path, data: bytes) -> Iterator[Path]:
    path = folder / f".coopform-{secrets.token_hex(8)}"
    try:
        with path.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield path
    finally:
        with suppress(FileNotFoundError):
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
