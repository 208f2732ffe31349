"""Set apart what letters and e-mails have around a sheet: heads, messages that are quoted, closing words."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from coopform.importing.blocks import Aside, AsideKind, Break, DocumentBlock, Table, TextLine, aside, flat
from coopform.importing.cases.draft import AROUND
from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.rubric_labels import OTHER, Label, Labels
from coopform.model.grid import ROWS
from coopform.text import mail
from coopform.text.letter_words import is_below_closing, is_closing, is_opening

_LONGEST_CLOSING = 12


def without_correspondence(blocks: Sequence[DocumentBlock], labels: Labels) -> list[DocumentBlock]:
    """Return the blocks of a document in which what is around its text as in letters and e-mails are asides.

    A message that is quoted below a sheet is one too, unless it has a rubric itself.
    """
    heads = list(_heads(blocks))
    found: list[DocumentBlock] = []
    at = 0
    is_below_sheet = False
    for index, (start, end) in enumerate(heads):
        until = heads[index + 1][0] if index + 1 < len(heads) else len(blocks)
        found += _without_greetings(blocks[at:start], labels)
        is_below_sheet = is_below_sheet or _has_rubric(blocks[at:start], labels)
        at = until if is_below_sheet and not _has_rubric(blocks[end:until], labels) else end
        found += _apart(blocks[start:at])
    return [*found, *_without_greetings(blocks[at:], labels)]


def _apart(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """Return an aside with the lines of blocks, then the asides among these."""
    lines = flat(list(blocks))
    around = aside(AsideKind.MAIL, lines, lines[0].place if lines else "")
    return [*around, *(block for block in blocks if isinstance(block, Aside))]


# Heads.


def _heads(blocks: Sequence[DocumentBlock]) -> Iterator[tuple[int, int]]:
    """Yield the first block and the end of each head: fields that follow each other, or « X a écrit : »."""
    start = 0
    while start < len(blocks):
        fields: list[str] = []
        end = start
        while end < len(blocks) and (found := _fields(blocks[end])):
            fields += found
            end += 1
        if mail.is_head(fields):
            yield start, end
        elif size := _quotation_head(blocks[start : start + 2]):
            end = start + size
            yield start, end
        start = max(end, start + 1)


def _fields(block: DocumentBlock) -> list[str]:
    """Return the names of the fields of a head that a line is, or all the rows of a table; none for another block."""
    if isinstance(block, Table):
        lines = ["\t".join(cell.words for cell in row) for row in block.rows]
    else:
        lines = [block.text] if isinstance(block, TextLine) else []
    found = [field for line in lines if (field := mail.field_of(line))]
    return found if len(found) == len(lines) else []


def _quotation_head(blocks: Sequence[DocumentBlock]) -> int:
    """Return how many lines, the first or both, are « Le 3 mars, X a écrit : » or a divider; 0 if they are none."""
    lines = [block.text for block in blocks if isinstance(block, TextLine)]
    if len(lines) < len(blocks) or not lines:
        return 0
    if mail.is_above_quotation(lines[0]):
        return 1
    # The line is long, and programs break it.
    return 2 if lines[0].startswith(("Le ", "On ")) and mail.is_above_quotation(" ".join(lines)) else 0


# Opening and closing words.


def _without_greetings(blocks: Sequence[DocumentBlock], labels: Labels) -> list[DocumentBlock]:
    """Return the blocks of a message in which its opening and closing words are asides."""
    start, end = _opening(blocks, labels)
    return [*blocks[:start], *_apart(blocks[start:end]), *_without_closing(blocks[end:], labels)]


def _opening(blocks: Sequence[DocumentBlock], labels: Labels) -> tuple[int, int]:
    """Return the beginning and the end of the opening of a letter, above all rubrics; both are 0 without one.

    Above « Objet : … » are the addresses of a letter on paper.
    """
    for index, block in enumerate(blocks):
        if _is_plain(block) and is_opening(block.text):
            is_on_paper = any(isinstance(one, TextLine) and mail.is_subject(one.text) for one in blocks[:index])
            return 0 if is_on_paper else index, index + 1
        if not (isinstance(block, TextLine) and (mail.is_subject(block.text) or _label(block, labels) is None)):
            break
    return 0, 0


def _is_plain(block: DocumentBlock) -> TypeGuard[TextLine]:
    """Return whether a block is a line that is neither an item of a list nor a heading."""
    return isinstance(block, TextLine) and not (block.level or block.heading)


def _without_closing(blocks: Sequence[DocumentBlock], labels: Labels) -> list[DocumentBlock]:
    """Return the blocks of a message in which its closing words, with the signature below them, are an aside."""
    found: list[DocumentBlock] = []
    at = 0
    for index, block in enumerate(blocks):
        if index >= at and _is_plain(block) and is_closing(block.text):
            end = _end_of_signature(blocks, index, labels)
            found += [*blocks[at:index], *_apart(blocks[index:end])]
            at = end
    return [*found, *blocks[at:]]


def _end_of_signature(blocks: Sequence[DocumentBlock], start: int, labels: Labels) -> int:
    """Return the end of the few lines below closing words; they go on no further if a case may begin in them."""
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        label = None
        if isinstance(block, TextLine) and not is_below_closing(block.text):
            label = _label(block, labels)
        is_sheet = isinstance(block, Table) or (isinstance(block, TextLine) and block.heading)
        if is_sheet or (label and label.key not in AROUND) or index - start >= _LONGEST_CLOSING:
            return start + 1
        if isinstance(block, Break) or (label and label.key != OTHER):
            return index
    return len(blocks)


def _has_rubric(blocks: Sequence[DocumentBlock], labels: Labels) -> bool:
    found = (_label(line, labels) for line in flat(list(blocks)))
    return any(label.key in ROWS for label in found if label)


def _label(line: TextLine, labels: Labels) -> Label | None:
    """Return the label that a line is or begins with, if it is a sure one."""
    begun = label_begun(line.text, labels)
    label = labels.find(line.text) or (begun[0] if begun else None)
    return label if label and label.is_sure else None
