"""Replace and rename files of the user, and keep their old content in a backup beside them: `tridan.yaml.bak`."""

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from coopform.failures import CoopformError
from coopform.outputs.atomic import FileChanged, FileExists, has_content, write_atomically

_BACKUP = re.compile(r".+\.bak\d*")


@dataclass
class FileIsLink(CoopformError):
    """The file to replace is a link."""

    path: Path


def replace_keeping_old(path: Path, old: bytes, new: bytes) -> Path:
    """Replace the content of a file, which was `old` when it was read, and keep that in a backup beside it.

    Returns:
        The backup: `tridan.yaml.bak`, or with a number when that file exists with other content.

    Raises:
        FileChanged: the content is no longer `old`; nothing was written.
        FileIsLink: the path is a link; nothing was written.
        OSError: the folder cannot be written; the file is unchanged and there is no backup.
    """
    if path.is_symlink():
        raise FileIsLink(path)
    backup = _back_up(path, old)
    try:
        write_atomically(path, new, replace=True, may_replace=lambda place: has_content(place, old))
    except (FileChanged, OSError):
        backup.unlink()
        raise
    return backup


def is_backup(name: str) -> bool:
    """Return whether a file name is that of a backup."""
    return _BACKUP.fullmatch(name) is not None


def rename_keeping_old(path: Path, old: bytes, name: str) -> Path:
    """Give a file another name in its folder, and keep it under its old name in a backup.

    Args:
        path: the file.
        old: its content when it was read.
        name: the new name.

    Returns:
        The backup: `tridan.yaml.txt.bak`, or with a number when that file exists with other content.

    Raises:
        FileExists: there is a file of the new name; nothing was written.
        FileChanged: the content is no longer `old`; nothing was written.
        OSError: the folder cannot be written; the file is unchanged and there is no backup.
    """
    if not has_content(path, old):
        raise FileChanged(path)
    backup = _back_up(path, old)
    try:
        write_atomically(path.with_name(name), old, replace=False)
    except (FileExists, OSError):
        backup.unlink()
        raise
    path.unlink()
    return backup


def _back_up(path: Path, data: bytes) -> Path:
    for number in count(1):
        backup = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with suppress(FileExists):
            write_atomically(backup, data, replace=False)
            return backup
        # Left by a run that was killed before it wrote the new content.
        if backup.is_file() and has_content(backup, data):
            return backup
    raise AssertionError
