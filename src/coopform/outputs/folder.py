"""Write files atomically, without overwriting files of the user.

The manifest of a folder of handouts lists the files that coopform wrote, with their hashes. A listed file with
the same content may be replaced. A file that was edited since, or that is not listed, belongs to the
user, unless its content is already what would be written.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from coopform.outputs import manifest
from coopform.outputs.atomic import (
    FileChanged,
    FileExists,
    has_content,
    is_regular,
    remove_temporary_files,
    write_atomically,
)
from coopform.outputs.backups import replace_keeping_old
from coopform.outputs.lock import lock_folder

# How many files are listed in the manifest before they are written: bounds memory and rewrites of the manifest.
_BATCH = 500


class NotAFile(FileExists):
    """The path to write is a device, a pipe or the like, which is never replaced."""


@dataclass(slots=True)
class Report:
    """The names of the files by what was done with them, in the order of writing.

    Attributes:
        written: new or changed.
        unchanged: already up to date.
        edited: written by coopform, edited since, kept.
        foreign: not written by coopform, kept.
        removed: written by coopform for a case that is no longer in the run.
        outdated: the same, but edited since, kept.
        backups: of those that were written over what was not of coopform: the names of the old files.
    """

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    backups: dict[str, str] = field(default_factory=dict)


class OutputFolder:
    """A folder of handouts. One run at a time writes to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def open(self, *, force: bool = False) -> Iterator["OutputRun"]:
        """Lock the folder and yield the run that writes to it; at the end the manifest lists what was written.

        Args:
            force: also replace files of the user, and keep them in backups.

        Raises:
            FolderBusy: another run is writing to the folder.
            OSError: the folder cannot be created or written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with lock_folder(self.folder):
            remove_temporary_files(self.folder)
            run = OutputRun(self.folder, manifest.read(self.folder), force)
            yield run
            run.flush()
            manifest.write(self.folder, run.listed)


class _State(Enum):
    """The state of a file; a value that is a text is the attribute of `Report` that lists files in that state."""

    MISSING = auto()
    OURS = auto()
    CURRENT = "unchanged"
    EDITED = "edited"
    FOREIGN = "foreign"
    WRITTEN = "written"


_KEPT = (_State.EDITED, _State.FOREIGN)
_UP_TO_DATE = (_State.CURRENT, _State.WRITTEN)


@dataclass(slots=True)
class OutputRun:
    """One run in a locked folder.

    Attributes:
        folder: where it writes.
        listed: the hashes for the manifest so far.
        force: whether files of the user are replaced, too.
        report: what was done with each file; complete once the folder is closed.
        made: the names of the files of this run.
    """

    folder: Path
    listed: manifest.Hashes
    force: bool
    report: Report = field(default_factory=Report)
    made: set[str] = field(default_factory=set)
    _pending: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, data: bytes) -> None:
        """Write a file; its name has no folder. Some files are written at once, since each time lists all of them."""
        self.made.add(name)
        self._pending[name] = data
        if len(self._pending) == _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the files that wait."""
        files, self._pending = self._pending, {}
        hashes = {name: _sha(data) for name, data in files.items()}
        states = {name: self._state(name, data) for name, data in files.items()}
        due = [name for name in files if self._is_due(states[name])]
        if due:
            # Listed before writing, the old hashes kept: a run that is killed leaves no file of coopform unlisted.
            new = {name: list(dict.fromkeys([*self.listed.get(name, []), hashes[name]])) for name in due}
            manifest.write(self.folder, self.listed | new)
        for name in due:
            states[name] = self._put(name, files[name], states[name])
        for name, state in states.items():
            self._report(name, state, hashes[name])

    def prune(self, may_go: Callable[[str], bool]) -> None:
        """Remove files of earlier runs that this run did not write, if `may_go` says so and nobody edited them."""
        self.flush()
        for name in sorted(filter(may_go, self.listed.keys() - self.made)):
            path = self.folder / name
            if _status(path):
                if not _is_ours(path, self.listed[name]):
                    self.report.outdated.append(name)
                    continue
                path.unlink()
                self.report.removed.append(name)
            del self.listed[name]

    def _put(self, name: str, data: bytes, state: _State) -> _State:
        path = self.folder / name
        if state in _KEPT and is_regular(path):
            self.report.backups[name] = replace_keeping_old(path, path.read_bytes(), data).name
            return _State.WRITTEN
        # Checked again: the user may have saved the file while the batch was being written. Where there was no file,
        # the system refuses to overwrite one.
        is_ours = None if self.force else lambda path: _is_ours(path, self.listed[name], data)
        replace = self.force or state is _State.OURS
        try:
            # No fsync: handouts can be made again.
            write_atomically(path, data, replace=replace, sync=False, may_replace=is_ours)
        except (FileExists, FileChanged):
            return _State.EDITED if name in self.listed else _State.FOREIGN
        return _State.WRITTEN

    def _report(self, name: str, state: _State, digest: str) -> None:
        if state in _UP_TO_DATE:
            self.listed[name] = [digest]
        getattr(self.report, state.value).append(name)

    def _is_due(self, state: _State) -> bool:
        return state is not _State.CURRENT and (self.force or state not in _KEPT)

    def _state(self, name: str, data: bytes) -> _State:
        if not manifest.is_file_name(name):
            raise ValueError(f"not the name of a handout: {name!r}")
        path, known = self.folder / name, self.listed.get(name)
        status = _status(path)
        if status is None:
            return _State.MISSING
        if stat.S_ISREG(status.st_mode) and status.st_size == len(data) and has_content(path, data):
            return _State.CURRENT
        if known is None:
            return _State.FOREIGN
        return _State.OURS if _is_ours(path, known, data) else _State.EDITED


def write_file(path: Path, content: str | bytes, *, force: bool = False, keep_old: bool = True) -> Path | None:
    """Write one file atomically; return the backup of the one that was there, if its content was another.

    Args:
        path: the file; its folder must exist.
        content: the new content; a text is encoded as UTF-8.
        force: replace an existing file.
        keep_old: keep the file that is replaced in a backup: nobody edits what only programs read.

    Raises:
        FileExists: the file exists and `force` is false.
        FileChanged: somebody saved the existing file meanwhile; nothing was written.
        NotAFile: the path is a device, a pipe or the like.
        FolderBusy: another run is writing to its folder.
        OSError: the folder cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise NotAFile(path)
    with lock_folder(path.parent):
        remove_temporary_files(path.parent)
        if force and keep_old and is_regular(path):
            old = path.read_bytes()
            return None if old == data else replace_keeping_old(path, old, data)
        write_atomically(path, data, replace=force)
    return None


def is_own_file(path: Path, known: manifest.Hashes) -> bool:
    """Return whether coopform wrote a file, by the manifest of its folder, and nobody has changed it."""
    return path.name in known and _is_ours(path, known[path.name])


def clear_leftovers(folder: Path) -> None:
    """Remove the temporary files that killed runs left in a folder.

    Raises:
        FolderBusy: another run is writing to it.
        OSError: it cannot be read.
    """
    with lock_folder(folder):
        remove_temporary_files(folder)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _is_ours(path: Path, known: Collection[str], due: bytes = b"") -> bool:
    """Return whether coopform wrote a file, by the known hashes, or an incomplete version of what is due.

    A power cut may leave an empty file (see `atomic._link`), or the first bytes of the new content followed by zeros.
    """
    status = _status(path)
    if status and not stat.S_ISREG(status.st_mode):
        return False
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return True
    return _sha(data) in known or due.startswith(data.rstrip(b"\0"))
