"""Detect links out of a folder: a folder from somebody else may contain links to private files."""

import os
from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError

# The problem code of a link out of the folder of cases.
OUTSIDE = "link-outside"


@dataclass
class LinkLeadsOut(CoopformError):
    """A template, a folder of templates or a style sheet is a link to a target outside its folder."""

    path: Path


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether the target of a path is outside a folder; links in both are resolved."""
    there, top = os.path.realpath(path), os.path.realpath(folder)
    try:
        return os.path.commonpath((there, top)) != top
    except ValueError:  # another drive on Windows
        return True
