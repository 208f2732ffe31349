"""One run at a time in a folder, released by the system when the run ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError

# Writing five cases takes a moment, a thousand some seconds: wait that long before giving up.
WAIT_SECONDS = 10.0
_PAUSE_SECONDS = 0.1


@dataclass
class FolderBusy(CoopformError):
    """Another run of coopform is writing to this folder."""

    folder: Path


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".coopform.lock", os.O_RDWR | os.O_CREAT)

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # « permission denied » or « deadlock avoided »: somebody else has it
            return False
        return True

    def _close(folder: Path, descriptor: int) -> None:
        os.close(descriptor)
        # Fails while another run has it open, which removes it in its turn.
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
            # Some network shares know no locks: writing there alone is better than not at all.
            return True
        return True

    def _close(folder: Path, descriptor: int) -> None:  # noqa: ARG001
        os.close(descriptor)


@contextmanager
def lock_folder(folder: Path, wait: float | None = None) -> Iterator[None]:
    """Hold a folder while the block runs; `wait` says how many seconds another run may take before that.

    Raises:
        FolderBusy: another run still holds it after that time.
    """
    deadline = time.monotonic() + (WAIT_SECONDS if wait is None else wait)
    descriptor = _open(folder)
    try:
        while not _take(descriptor):
            if time.monotonic() >= deadline:
                raise FolderBusy(folder)
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        _close(folder, descriptor)
