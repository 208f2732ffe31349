"""A document before it is written in a format: its kind, its cases, and what its kind holds besides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import KINDS, document_label, document_name, name_of_case


@dataclass(frozen=True, slots=True)
class Content:
    """What a kind of document holds besides its cases: its templates know each field by its name."""


C_co = TypeVar("C_co", bound=Content, covariant=True)


@dataclass(frozen=True, slots=True)
class Document(Generic[C_co]):
    """A document before it is written in a format.

    Attributes:
        kind: a key of `handout_kinds.KINDS`.
        language: of its labels and spaces.
        recueil: the collection that it belongs to.
        cases: one for a sheet, several for the others.
        content: what its kind holds besides.
        part: which of the files of its kind: `a4`, `empty`…; empty for the main one.
        letters: of the cases, in a pack; none elsewhere.
    """

    kind: str
    language: str
    recueil: Recueil
    cases: Sequence[Case]
    content: C_co
    part: str = ""
    letters: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The name of its file, without ending."""
        name = document_name(self.kind, self.language, self.part)
        return name_of_case(self.cases[0].id, name) if KINDS[self.kind].is_of_case else name

    @property
    def label(self) -> str:
        """What it is called, as a message."""
        return document_label(self.kind, self.part)


class DueFile(NamedTuple):
    """A file that a run makes: its name, a key of `FORMATS`, and the document that it shows."""

    name: str
    fmt: str
    document: Document[Content]
