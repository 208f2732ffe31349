"""The words of a document that fit no key of a case: they are kept, with where they were."""

from dataclasses import dataclass

from coopform.importing.blocks import Aside, AsideKind
from coopform.importing.cleaning import clean
from coopform.importing.draft import LabelledLines


@dataclass(frozen=True, slots=True)
class Left:
    """Words that fit no key of a case.

    Attributes:
        words: line by line.
        label: above them in the document, if any.
        place: in the document, if the format has places.
        kind: what the words are, if they are around the text of the document or drawn into it.
    """

    words: tuple[str, ...]
    label: str = ""
    place: str = ""
    kind: AsideKind | None = None


def left_aside(aside: Aside) -> Left:
    """Return the words of an aside as words that fit no key."""
    return Left(tuple(words for line in aside.lines if (words := clean(line.text))), "", aside.place, aside.kind)


def left_entry(entry: LabelledLines) -> Left:
    """Return the words of a rubric, with their numbers, as words that fit no key."""
    words = [f"{line.number} {clean(line.text)}".strip() for line in entry.lines if clean(line.text)]
    return Left((*words, *entry.links), clean(entry.label), entry.place)
