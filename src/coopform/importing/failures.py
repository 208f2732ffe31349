"""The failures of reading a document."""

from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError


@dataclass
class UnreadableDocument(CoopformError):
    """A document cannot be imported.

    Attributes:
        path: the file.
        reason: `kind` (unknown format), `broken`, `password`, `bomb` (unpacks to far more than any such document),
            `old` (.doc, .ppt, .xls: to be saved as .docx…), `empty`, `library` (its reader is not installed),
            `nothing` (no known rubric in it) or `blank` (none of its rubrics is filled in).
        limit: for `bomb`, what there is too much of: `tags`, `lines`, `cells`, `rows`, `shapes`, `parts`, `bytes` or
            `ratio` (unpacked to packed size); empty if that is not known.
        most: the most of it that is read.
    """

    path: Path
    reason: str
    limit: str = ""
    most: int = 0
