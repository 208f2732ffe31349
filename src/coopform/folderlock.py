"""One run at a time in a folder, released by the system when the run ends, however it ends."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Writing five cases takes a moment, a thousand some seconds: wait that long before giving up.
WAIT_SECONDS = 10.0
_PAUSE_SECONDS = 0.1


class FolderBusy(Exception):
    """Another run of coopform is writing to this folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _try_lock(folder: Path) -> Iterator[None]:
        path = folder / ".coopform.lock"
        with path.open("a") as stream:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            try:
                yield
            finally:
                stream.seek(0)
                msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
        with suppress(OSError):
            path.unlink()

else:
    import fcntl
    import os

    @contextmanager
    def _try_lock(folder: Path) -> Iterator[None]:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(descriptor)


@contextmanager
def lock_folder(folder: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold a folder while the block runs.

    Raises:
        FolderBusy: another run still holds it after `wait` seconds.
    """
    deadline = time.monotonic() + wait
    while True:
        lock = _try_lock(folder)
        try:
            lock.__enter__()
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise FolderBusy(folder) from error
            time.sleep(_PAUSE_SECONDS)
            continue
        break
    try:
        yield
    finally:
        lock.__exit__(None, None, None)
