"""Where links lead: a folder of a stranger may hold some to files that are not his."""

import os
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError

# The code of a link that leads out of the folder of cases.
OUTSIDE = "link-outside"


@dataclass
class LinkLeadsOut(CoopformError):
    """A template, a folder of templates or a style sheet is a link that leads out of the folder in which it stands."""

    path: Path


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether a path, its links followed, leads to something outside a folder, which may be a link itself."""
    there, top = os.path.realpath(path), os.path.realpath(folder)
    try:
        return os.path.commonpath((there, top)) != top
    except ValueError:  # another drive of Windows
        return True
