"""Lock a folder for one run; the system releases the lock when the process ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError

# Writing a thousand cases takes some seconds.
WAIT_SECONDS = 10.0
_PAUSE_SECONDS = 0.1


@dataclass
class FolderBusy(CoopformError):
    """Another run of coopform is writing to the folder."""

    folder: Path


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".coopform.lock", os.O_RDWR | os.O_CREAT)

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # permission denied or deadlock avoided: another process has the lock
            return False
        return True

    def _close(folder: Path, descriptor: int) -> None:
        os.close(descriptor)
        # Fails while another run has the file open; that run removes it later.
        with suppress(OSError):
            (folder / ".coopform.lock").unlink()

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network shares have no locks: write without one.
            return True
        return True

    def _close(folder: Path, descriptor: int) -> None:  # noqa: ARG001
        os.close(descriptor)


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Lock a folder while the block runs; wait up to `WAIT_SECONDS` for another run to end.

    Raises:
        FolderBusy: another run still has the lock after that time.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    descriptor = _open(folder)
    try:
        while not _take(descriptor):
            if time.monotonic() >= deadline:
                raise FolderBusy(folder)
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        _close(folder, descriptor)
