"""A run of `render`: what was asked for, and what each kind of document is made from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coopform.comparing.comparison import Comparison, compare
from coopform.handouts.workshop.copies import DEFAULT_PEOPLE
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import INDEX, KINDS


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Attributes:
        documents: keys of `handout_kinds.KINDS`; the pack, made of several runs, is none of them.
        formats: keys of `handout_kinds.FORMATS`; each document comes in those of them that it has.
        is_whole: whether all cases were asked for; only then is the index written and are old sheets removed.
        paper: of the comparison, `a3` or `a4`.
        with_us: give the comparison an empty column for the group's own territory.
        people: how many come.
        groups: into how many groups they are divided; as many as they need when 0.
        start: when the day begins, as `9:30`; documents have no times when it is empty.
        minutes: how long it is; as long as its steps when 0.
        has_letters: whether each case gets its letter, as in a pack.
        collection_cases: those of the booklet and the library, when they hold others than the rest of the run.
    """

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    is_whole: bool
    paper: str = "a3"
    with_us: bool = False
    people: int = DEFAULT_PEOPLE
    groups: int = 0
    start: str = ""
    minutes: int = 0
    has_letters: bool = False
    collection_cases: Sequence[Case] = ()

    def formats_of(self, kind: str) -> tuple[str, ...]:
        """Return the formats in which a kind of document is made."""
        formats = tuple(fmt for fmt in self.formats if fmt in KINDS[kind].formats)
        # There is one index, in the first format, which is the one that people open first.
        return formats if kind != INDEX else formats[:1] or ("html",)


@dataclass(frozen=True)
class RenderRun:
    """What the documents of a run are made of.

    Attributes:
        cases: in the order of the collection.
        recueil: the collection.
        wanted: what was asked for.
        letters: of the cases of the workshop, by ID; none outside a pack.
        made: the label and the first file of each document on several cases made so far.
        made_of: the same of each document on one case, sheets left out, by the ID of the case.
    """

    cases: Sequence[Case]
    recueil: Recueil
    wanted: Wanted
    letters: Mapping[str, str] = field(default_factory=dict)
    made: list[tuple[str, str]] = field(default_factory=list)
    made_of: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def compared(self) -> Comparison:
        """The cases side by side, compared once for all documents."""
        return compare(self.cases)
