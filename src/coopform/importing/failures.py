"""Why a document cannot be read: each ends in one clear line."""

from dataclasses import dataclass
from pathlib import Path

from coopform.failures import CoopformError


@dataclass
class UnreadableDocument(CoopformError):
    """A document cannot be taken in.

    Attributes:
        path: the file.
        reason: a key of the wordings: `kind` (no format that is known), `broken`, `password`, `bomb` (it unpacks to
            more than a workshop ever wrote), `old` (.doc, .ppt, .xls: save as .docx…), `empty`, `library` (what
            reads it is not installed), `nothing` (no rubric was found in it), `blank` (none of its rubrics is filled
            in).
    """

    path: Path
    reason: str
