"""Writing files: whole or not at all, and never over somebody's own.

In a folder of handouts the manifest says whose each file is. A listed file whose content is still what was
written is ours; one that was edited since is somebody's, and so is every file that is not listed, unless
it is letter for letter what would be written.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count
from pathlib import Path

from coopform.failures import CoopformError
from coopform.outputs import manifest
from coopform.outputs.atomic import FileChanged, FileExists, holds, sweep, write_whole
from coopform.outputs.batches import batches
from coopform.outputs.lock import FolderBusy, lock_folder

__all__ = [
    "FileChanged",
    "FileExists",
    "FileIsLink",
    "FolderBusy",
    "OutputFolder",
    "Report",
    "clear_leftovers",
    "replace_keeping_old",
    "write_file",
]

# How many files are announced in the manifest before they are written: bounds memory and rewrites.
_BATCH = 500


@dataclass
class FileIsLink(CoopformError):
    """A file that was to be replaced is a link to another place."""

    path: Path


class NotAFile(FileExists):
    """A device, a pipe or the like stands where a file should be written: it is never replaced."""


@dataclass(slots=True)
class Report:
    """What became of each file, by name, in the order of writing.

    Attributes:
        written: new or changed.
        unchanged: already as it should be.
        edited: ours once, changed by somebody since, kept.
        foreign: never ours, kept.
        removed: ours, of a case that is gone.
    """

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


class OutputFolder:
    """A folder of handouts. One run at a time writes to it; `wait` says how many seconds to wait for another."""

    def __init__(self, folder: Path, wait: float | None = None) -> None:
        self.folder = folder
        self.wait = wait

    def write(
        self, files: Iterable[tuple[str, bytes]], *, force: bool = False, prune: Callable[[str], bool] | None = None
    ) -> Report:
        """Write files, and remove those of earlier runs that are no longer due.

        Args:
            files: names, without folders, and contents.
            force: write over files that are not ours too.
            prune: which of the files listed by earlier runs may be removed when this run did not make them;
                none when not given. Only files that are still as we wrote them are removed.

        Returns:
            What became of each file.

        Raises:
            FolderBusy: another run holds the folder.
            OSError: the folder cannot be made or written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with lock_folder(self.folder, self.wait):
            sweep(self.folder)
            run = _Run(self.folder, manifest.read(self.folder), force)
            for batch in batches(files, _BATCH):
                run.write(dict(batch))
                batch.clear()
            if prune:
                run.prune(prune)
            manifest.write(self.folder, run.listed)
            return run.report


class _Standing(Enum):
    """How a file stands; the value is the list of a report that it ends in."""

    MISSING = auto()
    OURS = auto()
    CURRENT = "unchanged"
    EDITED = "edited"
    FOREIGN = "foreign"
    WRITTEN = "written"


_KEPT = (_Standing.EDITED, _Standing.FOREIGN)
_AS_IT_SHOULD_BE = (_Standing.CURRENT, _Standing.WRITTEN)


@dataclass(slots=True)
class _Run:
    """One run in a folder that it holds: what the manifest lists so far, and what became of each file."""

    folder: Path
    listed: manifest.Hashes
    force: bool
    report: Report = field(default_factory=Report)
    made: set[str] = field(default_factory=set)

    def write(self, files: dict[str, bytes]) -> None:
        self.made.update(files)
        hashes = {name: _sha(data) for name, data in files.items()}
        seen = {name: self._standing(name, data) for name, data in files.items()}
        due = [name for name in files if self._is_due(seen[name])]
        if due:
            # Announced first, the old hashes kept beside: a run cut short leaves no file of ours unknown.
            new = {name: list(dict.fromkeys([*self.listed.get(name, []), hashes[name]])) for name in due}
            manifest.write(self.folder, self.listed | new)
        for name in due:
            seen[name] = self._put(name, files[name], seen[name])
        for name, standing in seen.items():
            self._report(name, standing, hashes[name])

    def prune(self, may_go: Callable[[str], bool]) -> None:
        for name in sorted(filter(may_go, self.listed.keys() - self.made)):
            path = self.folder / name
            if _status(path):
                if not _is_ours(path, self.listed[name]):
                    self.report.edited.append(name)
                    continue
                path.unlink()
                self.report.removed.append(name)
            del self.listed[name]

    def _put(self, name: str, data: bytes, seen: _Standing) -> _Standing:
        """Write a file, and return how it stands then."""
        # A batch takes seconds, in which somebody may have saved a file. Where there was none, the system itself
        # refuses to write over one.
        is_ours = None if self.force else lambda path: _is_ours(path, self.listed[name], data)
        replace = self.force or seen is _Standing.OURS
        try:
            # Handouts can be made again: the disk is not waited for.
            write_whole(self.folder / name, data, replace=replace, lasting=False, is_still=is_ours)
        except (FileExists, FileChanged):
            return _Standing.EDITED if name in self.listed else _Standing.FOREIGN
        return _Standing.WRITTEN

    def _report(self, name: str, standing: _Standing, digest: str) -> None:
        if standing in _AS_IT_SHOULD_BE:
            self.listed[name] = [digest]
        getattr(self.report, standing.value).append(name)

    def _is_due(self, standing: _Standing) -> bool:
        return standing is not _Standing.CURRENT and (self.force or standing not in _KEPT)

    def _standing(self, name: str, data: bytes) -> _Standing:
        if not manifest.is_file_name(name):
            raise ValueError(f"not the name of a handout: {name!r}")
        path, known = self.folder / name, self.listed.get(name)
        status = _status(path)
        if status is None:
            return _Standing.MISSING
        # Compared, not hashed, as long as it is what it should be.
        if stat.S_ISREG(status.st_mode) and status.st_size == len(data) and holds(path, data):
            return _Standing.CURRENT
        if known is None:
            return _Standing.FOREIGN
        return _Standing.OURS if _is_ours(path, known, data) else _Standing.EDITED


def write_file(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write one file, whole or not at all.

    Args:
        path: the file; its folder must exist.
        content: what it will hold; a text is written in UTF-8.
        force: write over a file that is there.

    Raises:
        FileExists: the file is there and `force` was not given.
        NotAFile: a device, a pipe or the like stands there.
        FolderBusy: another run writes to its folder.
        OSError: the folder cannot be written.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise NotAFile(path)
    with lock_folder(path.parent):
        sweep(path.parent)
        write_whole(path, content.encode("utf-8") if isinstance(content, str) else content, replace=force)


def clear_leftovers(folder: Path) -> None:
    """Remove what runs that were killed left half written in a folder.

    Raises:
        FolderBusy: another run writes to it.
        OSError: it cannot be read.
    """
    with lock_folder(folder):
        sweep(folder)


def replace_keeping_old(path: Path, old: bytes, new: bytes) -> Path:
    """Replace the bytes of a file, and keep the old ones beside it.

    Args:
        path: the file.
        old: what it holds, as it was read.
        new: what it will hold.

    Returns:
        Where the old bytes are kept: `tridan.yaml.bak`, or with a number when that name is taken by other bytes.

    Raises:
        FileChanged: the file no longer holds `old`; nothing was written.
        FileIsLink: it is a link; nothing was written.
        OSError: the folder cannot be written; the file is as it was, without a copy beside it.
    """
    if path.is_symlink():
        raise FileIsLink(path)
    kept = _keep(path, old)
    try:
        write_whole(path, new, replace=True, is_still=lambda place: holds(place, old))
    except (FileChanged, OSError):
        kept.unlink()
        raise
    return kept


def _keep(path: Path, data: bytes) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with suppress(FileExists):
            write_whole(kept, data, replace=False)
            return kept
        # Kept already by a run that was killed before it wrote the new ones.
        if kept.is_file() and holds(kept, data):
            return kept
    raise AssertionError


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _is_ours(path: Path, known: Collection[str], due: bytes = b"") -> bool:
    """Return whether a file is one that we wrote, or what is left of one.

    What is left has nothing of anybody's: a file without a letter, which stands where one is placed on a disk without
    links, or the beginning of what is due, behind it zeros. A power cut may leave either.

    Args:
        path: the file.
        known: the hashes of what we wrote there.
        due: what is to be written there now.
    """
    status = _status(path)
    if status and not stat.S_ISREG(status.st_mode):
        return False
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return True
    return _sha(data) in known or due.startswith(data.rstrip(b"\0"))
