"""Writing files: whole or not at all, and never over somebody's own.

In a folder of handouts the manifest says whose each file is. A listed file whose content is still what was
written is ours; one that was edited since is somebody's, and so is every file that is not listed, unless
it is letter for letter what would be written.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count, islice
from pathlib import Path
from typing import TypeVar

from coopform import manifest
from coopform.atomic import FileExists, sweep, write_whole
from coopform.folderlock import FolderBusy, lock_folder

__all__ = ["FileChanged", "FileExists", "FolderBusy", "OutputFolder", "Report", "replace_keeping_old", "write_file"]

# How many files are announced in the manifest before they are written: bounds memory and rewrites.
_BATCH = 500
# What stands where a file is being placed on a disk without links.
_EMPTY = hashlib.sha256().hexdigest()
_NO_FILE = "a folder, a link or a device"

T = TypeVar("T")


@dataclass
class FileChanged(Exception):
    """A file is no longer what it was when it was read, or is a link to another place."""

    path: Path


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
            for batch in _batches(files, _BATCH):
                run.write(dict(batch))
            if prune:
                run.prune(prune)
            manifest.write(self.folder, run.listed)
            return run.report


class _Standing(Enum):
    MISSING = auto()
    CURRENT = auto()
    OURS = auto()
    EDITED = auto()
    FOREIGN = auto()


_KEPT = (_Standing.EDITED, _Standing.FOREIGN)


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
        due = [name for name, data in files.items() if self._is_due(self._standing(name, data))]
        if due:
            # Announced first, the old hashes kept beside: a run cut short leaves no file of ours unknown.
            new = {name: [*self.listed.get(name, []), _sha(files[name])] for name in due}
            manifest.write(self.folder, self.listed | {name: list(dict.fromkeys(new[name])) for name in new})
        for name, data in files.items():
            self._settle(name, data)

    def prune(self, may_go: Callable[[str], bool]) -> None:
        for name in sorted(filter(may_go, self.listed.keys() - self.made)):
            found = _hash(self.folder / name)
            if found is not None and found not in self.listed[name]:
                self.report.edited.append(name)
                continue
            if found is not None:
                (self.folder / name).unlink()
                self.report.removed.append(name)
            del self.listed[name]

    def _settle(self, name: str, data: bytes) -> None:
        # Looked at again: a batch takes seconds, in which somebody may have saved a file.
        standing = self._standing(name, data)
        if self._is_due(standing):
            try:
                write_whole(self.folder / name, data, replace=self.force or standing is _Standing.OURS)
            except FileExists:
                standing = _Standing.EDITED if name in self.listed else _Standing.FOREIGN
            else:
                self.report.written.append(name)
                self.listed[name] = [_sha(data)]
                return
        if standing is _Standing.CURRENT:
            self.report.unchanged.append(name)
            self.listed[name] = [_sha(data)]
        else:
            (self.report.edited if standing is _Standing.EDITED else self.report.foreign).append(name)

    def _is_due(self, standing: _Standing) -> bool:
        return standing is not _Standing.CURRENT and (self.force or standing not in _KEPT)

    def _standing(self, name: str, data: bytes) -> _Standing:
        if not manifest.is_file_name(name):
            raise ValueError(f"not the name of a handout: {name!r}")
        found, known = _hash(self.folder / name), self.listed.get(name)
        if found is None:
            return _Standing.MISSING
        if found == _sha(data):
            return _Standing.CURRENT
        if known is None:
            return _Standing.FOREIGN
        return _Standing.OURS if found in (*known, _EMPTY) else _Standing.EDITED


def write_file(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write one file, whole or not at all.

    Args:
        path: the file; its folder must exist.
        content: what it will hold; a text is written in UTF-8.
        force: write over a file that is there.

    Raises:
        FileExists: the file is there and `force` was not given, or it is a device or a pipe.
        FolderBusy: another run writes to its folder.
        OSError: the folder cannot be written.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise FileExists(path)
    with lock_folder(path.parent):
        sweep(path.parent)
        write_whole(path, content.encode("utf-8") if isinstance(content, str) else content, replace=force)


def replace_keeping_old(path: Path, old: bytes, new: bytes) -> Path:
    """Replace the bytes of a file, and keep the old ones beside it.

    Args:
        path: the file.
        old: what it holds, as it was read.
        new: what it will hold.

    Returns:
        Where the old bytes are kept: `tridan.yaml.bak`, or with a number when that name is taken.

    Raises:
        FileChanged: the file no longer holds `old`; nothing was written.
        OSError: the folder cannot be written; the file is as it was, without a copy beside it.
    """
    if path.is_symlink() or path.read_bytes() != old:
        raise FileChanged(path)
    kept = _keep(path, old)
    try:
        write_whole(path, new, replace=True)
    except OSError:
        kept.unlink()
        raise
    return kept


def _keep(path: Path, data: bytes) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with suppress(FileExists):
            write_whole(kept, data, replace=False)
            return kept
    raise AssertionError


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash(path: Path) -> str | None:
    """Return the hash of a file, None when nothing stands there; what is no plain file has none of its own."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return _NO_FILE
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def _batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    pending = iter(values)
    while batch := list(islice(pending, size)):
        yield batch
