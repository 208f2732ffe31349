"""The manifest of an output folder, `.coopform.json`: the files that coopform wrote there, with their hashes.

A file has one hash. During a run, and after a run that was killed, it has several: those of its earlier contents
and of the content to be written.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coopform.outputs.atomic import write_atomically

NAME = ".coopform.json"

Hashes = dict[str, list[str]]

# Allowed on every system; excludes hidden files and other folders.
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
# The limit of file systems, in bytes.
_LONGEST_NAME = 255
_HASH = re.compile(r"[0-9a-f]{64}")


def is_file_name(name: str) -> bool:
    """Return whether `name` is a valid name of a handout, without folders."""
    return _FILE_NAME.fullmatch(name) is not None


def read(folder: Path) -> Hashes:
    """Return the hashes by file name; invalid entries are skipped.

    Without a valid manifest the result is empty: every file is then taken for one of the user and kept.
    """
    path = folder / NAME
    if path.is_symlink() or not path.is_file():
        return {}
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
        return dict(_entries(files))
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}


def _entries(files: Any) -> Iterator[tuple[str, list[str]]]:
    for name, value in files.items():
        hashes = value if isinstance(value, list) else [value]
        if len(name) > _LONGEST_NAME or not is_file_name(name):
            continue
        if all(isinstance(one, str) and _HASH.fullmatch(one) for one in hashes):
            yield name, hashes


def write(folder: Path, hashes: Hashes) -> None:
    """Write the manifest, unless it is up to date."""
    files = {name: found[0] if len(found) == 1 else found for name, found in hashes.items()}
    data = f"{json.dumps({'files': files}, indent=2, sort_keys=True)}\n".encode("ascii")
    path = folder / NAME
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        write_atomically(path, data, replace=True)
