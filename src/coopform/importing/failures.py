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
    """

    path: Path
    reason: str
