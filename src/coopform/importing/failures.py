"""The failures of reading a document."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coopform.failures import CoopformError

UnreadableReason = Literal[
    "kind",
    "picture",
    "data",
    "broken",
    "password",
    "bomb",
    "old",
    "empty",
    "library",
    "nothing",
    "few",
    "scarce",
    "draft",
    "blank",
    "no-documents",
]
Limit = Literal[
    "tags",
    "attributes",
    "lines",
    "cells",
    "rows",
    "characters",
    "values",
    "levels",
    "shapes",
    "parts",
    "size",
    "bytes",
    "ratio",
]
LabelsReason = Literal["text", "yaml", "form", "key", "list", "twice"]


@dataclass
class UnreadableDocument(CoopformError):
    """A document cannot be imported.

    Attributes:
        path: the file.
        reason: `kind` (unknown format), `picture` (PDF, photo or drawing), `data` (JSON or YAML without cases),
            `broken`, `password`, `bomb` (unpacks to far more than any such document), `old` (.doc, .ppt, .xls: to be
            saved as .docx…), `empty`, `library` (its reader is not installed), `nothing` (no label of the grid in it),
            `few` (its labels are also those of other documents), `scarce` (one or two labels of the grid), `draft` (a
            draft of an agreement that coopform made), `blank` (no rubric in it is filled in) or `no-documents` (a
            folder without any).
        limit: for `bomb`, what there is too much of: `tags`, `lines`, `cells`, `rows`, `shapes`, `parts`, `bytes`,
            `ratio` (unpacked to packed size), `size` (bytes of the file), `levels`, `attributes` (their characters),
            `characters` (of a cell) or `values`.
        most: the most of it that is read.
        labels: those that were found, as typed, for `few`, `scarce` and `blank`.
        columns: the headings of its tables, for `nothing`.
    """

    path: Path
    reason: UnreadableReason
    limit: Limit | None = None
    most: int = 0
    labels: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class TooBig(Exception):
    """A document holds more than any collection of cases does.

    Readers raise it, which may not know the path of the document; a user meets it as an `UnreadableDocument`.

    Attributes:
        limit: what there is too much of, as in `UnreadableDocument`.
        most: the most of it that is read.
    """

    def __init__(self, limit: Limit, most: int) -> None:
        super().__init__(limit, most)
        self.limit = limit
        self.most = most


@dataclass
class LabelsUnusable(CoopformError):
    """The `_intitules.yaml` of a collection cannot be used.

    Attributes:
        path: the file.
        reason: `text` (it cannot be read as text), `yaml` (a mistake of YAML), `form` (no keys in it), `key` (no key
            of a case), `list` (no list of texts under a key), `twice` (a label under two keys).
        what: the key or the label.
        line: of the mistake, 0 if it is unknown.
        near: the key that was probably meant.
    """

    path: Path
    reason: LabelsReason
    what: str = ""
    line: int = 0
    near: str = ""
