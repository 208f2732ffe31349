"""Find the files in a folder of cases that look like cases to people, but are not read."""

import re
from collections.abc import Iterator
from pathlib import Path

from coopform.collection.folder import is_case_name, lookalikes
from coopform.problems.problem import Problem, of_file

# Text files: by name, with spaces around it, or without an ending. Copies such as `.bak` are left alone.
_TEXTS = ("", ".txt")
_DOCUMENTS = (".docx", ".odt")
_TITLE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*titre[ \t]*:[ \t]", re.IGNORECASE | re.MULTILINE)
# Bytes. A title comes first in a case.
_LONGEST_HEAD = 10_000


def unread_files(folder: Path) -> Iterator[Problem]:
    """Yield the warnings on the files of a folder that are no cases because of their name or their kind."""
    known = set(lookalikes(folder))
    for path in sorted(folder.iterdir()):
        if path.name.startswith(("_", ".", "~")) or path in known or path.is_symlink() or not path.is_file():
            continue
        if path.suffix.lower() in _DOCUMENTS:
            yield of_file(str(path), "unread-document", file=str(path))
        elif right := _case_name(path):
            yield of_file(str(path), "unread-text", right=right)


def _case_name(path: Path) -> str:
    """Return the name that a text file with a title should have; empty for another file."""
    name = path.name.strip()
    if is_case_name(path.name) or not (is_case_name(name) or path.suffix.lower() in _TEXTS):
        return ""
    try:
        with path.open("rb") as stream:
            head = stream.read(_LONGEST_HEAD)
    except OSError:
        return ""
    return (name if is_case_name(name) else f"{path.stem}.yaml") if _TITLE.search(head) else ""
