"""The words of a document that fit no key of a case: they are kept, with where they were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.importing.cases.draft import DraftCase, LabelledLines
from coopform.importing.cleaning import clean


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
    return Left(_words(aside.lines), "", aside.place, aside.kind)


def left_entry(entry: LabelledLines) -> Left:
    """Return the words of a rubric, with their numbers, as words that fit no key."""
    words = [f"{line.number} {clean(line.text)}".strip() for line in entry.lines if clean(line.text)]
    words += entry.links
    label = clean(entry.label)
    return Left(tuple(words), label, entry.place) if words else Left((label,) if label else (), place=entry.place)


def left_lines(lines: Sequence[TextLine]) -> Left:
    """Return lines without a label as words that fit no key."""
    return Left(_words(lines), place=LabelledLines("", lines=list(lines)).place)


def left_draft(draft: DraftCase) -> Iterator[Left]:
    """Yield all the words of a draft."""
    opening = left_lines([TextLine(draft.title), *draft.opening])
    if opening.words:
        yield opening
    yield from map(left_aside, draft.asides)
    for entry in draft.entries:
        left = left_entry(entry)
        if left.words or not entry.key:
            yield left


def _words(lines: Sequence[TextLine]) -> tuple[str, ...]:
    return tuple(words for line in lines if (words := clean(line.text)))
