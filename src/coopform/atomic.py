"""A file written whole or not at all: nobody ever finds half of one, however the run ends."""

import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
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
    with write_beside([(path, data)]) as written:
        written[0].put(replace=replace)


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that is written, under another name, beside its place."""

    path: Path
    temporary: Path

    def put(self, *, replace: bool) -> None:
        """Put the file in its place; one that it replaces hands on its rights.

        Raises:
            FileExists: something stands there, and `replace` is false.
            OSError: it cannot be put there; the error names its place.
        """
        with _naming(self.path):
            if replace:
                if self.path.is_file() and not self.path.is_symlink():
                    shutil.copymode(self.path, self.temporary)
                self.temporary.replace(self.path)
            else:
                _place(self.temporary, self.path)


@contextmanager
def write_beside(files: Iterable[tuple[Path, bytes]]) -> Iterator[list[Beside]]:
    """Write files beside their places and see them onto the disk; those not put there meanwhile go at the end.

    Raises:
        OSError: one cannot be written; the error names its place.
    """
    with ExitStack() as stack:
        written, streams = [], []
        for path, data in files:
            temporary = path.with_name(f".coopform-{secrets.token_hex(8)}")
            with _naming(path):
                stack.callback(_remove, temporary)
                stream = stack.enter_context(temporary.open("xb"))
                stream.write(data)
                stream.flush()
            written.append(Beside(path, temporary))
            streams.append(stream)
        for one, stream in zip(written, streams, strict=True):
            with _naming(one.path), stream:
                os.fsync(stream.fileno())
        yield written


def _remove(temporary: Path) -> None:
    with suppress(FileNotFoundError):
        temporary.unlink()


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # The temporary name means nothing to the user, and a full disk names none.
        raise OSError(error.errno, error.strerror, str(path)) from error


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
