"""Writing files: whole or not at all, and never over somebody's own.

A folder that coopform writes to holds a manifest, `.coopform.json`: each file it made with the SHA-256
of what it wrote, sorted, without times. A listed file whose content is still what was written is ours;
one that was edited since is somebody's, and so is every file that is not listed.
"""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

from coopform.folderlock import FolderBusy, lock_folder

__all__ = ["FileChanged", "FileExists", "FolderBusy", "OutputFolder", "Report", "replace_keeping_old", "write_file"]

MANIFEST = ".coopform.json"
_TEMPORARY = ".coopform-"
# How many files are announced in the manifest before they are written: bounds memory and rewrites.
_BATCH = 500

Hashes = dict[str, list[str]]


class FileExists(Exception):
    """A file that coopform did not make stands where it should write."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileChanged(Exception):
    """A file is no longer what it was when it was read, or is a link to another place."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(slots=True)
class Report:
    """What became of each file, by name, in the order of writing.

    Attributes:
        written: new or changed.
        unchanged: ours, already as it should be.
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
    """A folder of handouts. One run at a time writes to it.

    Raises:
        FolderBusy: another run holds the folder.
        OSError: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(
        self, files: Iterable[tuple[str, str]], *, force: bool = False, prune: Callable[[str], bool] | None = None
    ) -> Report:
        """Write files, and remove those of earlier runs that are no longer due.

        Args:
            files: names, without folders, and texts.
            force: write over files that are not ours too.
            prune: which of the files listed by earlier runs may be removed when this run did not make them;
                none when not given. Only files that are still as we wrote them are removed.

        Returns:
            What became of each file.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with lock_folder(self.folder):
            self._sweep()
            return self._write(files, force, prune)

    def _write(self, files: Iterable[tuple[str, str]], force: bool, prune: Callable[[str], bool] | None) -> Report:
        report = Report()
        ours = self._read_manifest()
        made: set[str] = set()
        pending = iter(files)
        while batch := list(islice(pending, _BATCH)):
            datas = {name: text.encode("utf-8") for name, text in batch}
            made |= datas.keys()
            due = {name: data for name, data in datas.items() if self._is_due(name, data, ours, force, report)}
            # Announced first, the old hash kept beside: a run cut short leaves no file of ours unknown.
            announced = {name: [*ours.get(name, []), _sha(data)] for name, data in due.items()}
            if announced:
                self._write_manifest({**ours, **announced})
            for name, data in due.items():
                if self._put(name, data, ours, force):
                    report.written.append(name)
                    ours[name] = [_sha(data)]
                else:
                    report.foreign.append(name)
        if prune:
            self._prune(ours, made, prune, report)
        self._write_manifest(ours)
        return report

    def _is_due(self, name: str, data: bytes, ours: Hashes, force: bool, report: Report) -> bool:
        found = self._hash(name)
        if found == _sha(data):
            report.unchanged.append(name)
            # A listed file that was interrupted, or edited into the very text that we would write, is ours.
            if name in ours:
                ours[name] = [found]
            return False
        if found is None or force or found in ours.get(name, []):
            return True
        (report.edited if name in ours else report.foreign).append(name)
        return False

    def _put(self, name: str, data: bytes, ours: Hashes, force: bool) -> bool:
        """Write one file; return False when somebody's file came to stand there meanwhile."""
        try:
            _write_atomically(self.folder / name, data, replace=force or name in ours)
        except FileExists:
            return False
        return True

    def _prune(self, ours: Hashes, made: set[str], prune: Callable[[str], bool], report: Report) -> None:
        for name in sorted(set(ours) - made):
            if not prune(name):
                continue
            found = self._hash(name)
            if found in ours[name]:
                (self.folder / name).unlink()
                report.removed.append(name)
            if found is None or found in ours[name]:
                del ours[name]
            else:
                report.edited.append(name)

    def _hash(self, name: str) -> str | None:
        """Return the hash of a file, None when nothing stands there, "" when it is no plain file."""
        path = self.folder / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            return ""
        try:
            return _sha(path.read_bytes())
        except FileNotFoundError:
            return None

    def _read_manifest(self) -> Hashes:
        try:
            listed = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
            return {
                name: [hashes] if isinstance(hashes, str) else [str(one) for one in hashes]
                for name, hashes in listed["files"].items()
                if Path(name).name == name
            }
        except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
            # Without a manifest that can be read every file counts as somebody's: nothing is lost.
            return {}

    def _write_manifest(self, hashes: Hashes) -> None:
        files = {name: found[0] if len(found) == 1 else found for name, found in sorted(hashes.items())}
        text = json.dumps({"files": files}, indent=2, ensure_ascii=False) + "\n"
        path = self.folder / MANIFEST
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            _write_atomically(path, text.encode("utf-8"), replace=True)

    def _sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        for path in self.folder.glob(f"{_TEMPORARY}*"):
            with suppress(OSError):
                path.unlink()


def write_file(path: Path, text: str, *, force: bool = False, encoding: str = "utf-8") -> None:
    """Write one file, whole or not at all.

    Args:
        path: the file; its folder must exist.
        text: what it will hold.
        force: write over a file that is there.
        encoding: `utf-8`, or `utf-8-sig` for spreadsheets.

    Raises:
        FileExists: the file is there and `force` was not given.
        OSError: the folder cannot be written.
    """
    _write_atomically(path, text.encode(encoding), replace=force)


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
        OSError: the folder cannot be written.
    """
    if path.is_symlink() or path.read_bytes() != old:
        raise FileChanged(path)
    kept = _keep(path, old)
    with _temporary(path, new) as temporary:
        shutil.copymode(path, temporary)
        temporary.replace(path)
    return kept


def _keep(path: Path, data: bytes) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with suppress(FileExists):
            _write_atomically(kept, data, replace=False)
            return kept
    raise AssertionError


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _temporary(path: Path, data: bytes) -> Iterator[Path]:
    temporary = path.with_name(f"{_TEMPORARY}{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _write_atomically(path: Path, data: bytes, *, replace: bool) -> None:
    with _temporary(path, data) as temporary:
        if replace:
            temporary.replace(path)
            return
        try:
            # A link refuses to overwrite, without the race between looking and writing.
            os.link(temporary, path)
        except FileExistsError:
            raise FileExists(path) from None
        except OSError:
            _write_new(path, data)  # a disk without hard links (FAT, some network shares)


def _write_new(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise FileExists(path) from None
