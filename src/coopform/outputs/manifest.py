"""The manifest of an output folder, `.coopform.json`: each file that coopform made there, with its hashes.

A file has one hash, that of what was written. It has several while a run is under way or after one was
cut short: what stood there before, and what was about to be written.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coopform.outputs.atomic import write_whole

NAME = ".coopform.json"

Hashes = dict[str, list[str]]

# What a handout may be called, on every system: nothing that leads out of the folder or hides in it.
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
# What file systems take; a longer name cannot be looked at.
_LONGEST_NAME = 255
_HASH = re.compile(r"[0-9a-f]{64}")


def is_file_name(name: str) -> bool:
    """Return whether `name` is that of a file in the folder itself."""
    return _FILE_NAME.fullmatch(name) is not None


def read(folder: Path) -> Hashes:
    """Return what the manifest lists; entries that no run of ours wrote are passed over.

    Without a manifest that can be read nothing is listed: every file counts as somebody's, and none is lost.
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
    """Write the manifest, unless it already says the same."""
    entries = ",\n".join(f'    "{name}": {_as_json(found)}' for name, found in sorted(hashes.items()))
    text = f'{{\n  "files": {{\n{entries}\n  }}\n}}\n' if entries else '{\n  "files": {}\n}\n'
    data = text.encode("ascii")
    path = folder / NAME
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        write_whole(path, data, replace=True)


def _as_json(hashes: list[str]) -> str:
    """Return the hashes of a file as `json` would, ten times as fast: nothing in them is to be escaped."""
    if len(hashes) == 1:
        return f'"{hashes[0]}"'
    quoted = ",\n".join(f'      "{one}"' for one in hashes)
    return f"[\n{quoted}\n    ]" if hashes else "[]"
