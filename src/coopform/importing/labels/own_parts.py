"""Leave out the parts of a document of coopform that say nothing new: contents, synthesis, shared words, glossary."""

from collections.abc import Iterator, Sequence
from functools import cache

from coopform.comparing.synthesis import table_labels
from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, Table, TextLine
from coopform.importing.cleaning import clean
from coopform.importing.labels import own_sheets
from coopform.text.folding import fold
from coopform.text.i18n import translations
from coopform.text.quotation import split_label

_SHARED = "What several have in common"
_SYNTHESIS = "Synthesis"
# The parts of a booklet besides the sheets, whose words they repeat. A colleague’s document may have such headings.
_OF_BOOKLET = (
    "Contents", "The grid of each sheet", "Synoptic table", "Configuration and degree of integration",
    "Forms of agreement", "Acronyms", "Sources",
)  # fmt: skip
# Lines around the tables. What follows the first words of some of them differs.
_AROUND = (
    "Synoptic table",
    "Underlined: a word that several of these co-operations use.",
    "Rows marked “reading”: a proposed interpretation, in the words of the sheet, to be discussed ({signatures}).",
)
# The titles of a comparison, and of a booklet, of a collection without a title of its own.
_TITLES = ("Co-operations side by side", "Co-operation sheets")
_FEWEST_SHEETS = 2
# How many blocks after the heading of the synthesis its first rows are: each has a line for each case.
_NEAR = 100
# Any heading ends a part that begins with a line in bold.
_DEEPEST = 10


def without_own_parts(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """Return the blocks of a document; those of a comparison or a booklet of coopform without their other parts."""
    is_booklet = _is_booklet(blocks)
    parts = {fold(clean(words)) for name in (_OF_BOOKLET if is_booklet else ()) for words in translations(name)}
    if not is_booklet and not any(_begins_part(blocks, index, parts) for index in range(len(blocks))):
        return list(blocks)
    return list(_others(blocks, parts))


def is_own_territory(heading: str) -> bool:
    """Return whether a heading is that of the column for the group's own territory."""
    return fold(clean(heading)) in _folded("In our area")


def _others(blocks: Sequence[DocumentBlock], parts: set[str]) -> Iterator[DocumentBlock]:
    """Yield the blocks that are in no part to leave out."""
    level = 0  # that of the heading of the part that is left out
    for index, block in enumerate(blocks):
        if isinstance(block, TextLine):
            if _begins_part(blocks, index, parts):
                level = block.heading or _DEEPEST
            elif 0 < block.heading <= level or own_sheets.kicker(block.text) is not None or _is_foot(block):
                level = 0
            is_left = bool(level) or _is_around(block)
        else:
            is_left = bool(level) and not (isinstance(block, Aside) and block.kind is not AsideKind.LINK)
        if not is_left:
            yield block


def _is_booklet(blocks: Sequence[DocumentBlock]) -> bool:
    """Return whether a document has several sheets of coopform, each below its line « Fiche de coopération · … »."""
    kickers = (block for block in blocks if isinstance(block, TextLine) and own_sheets.kicker(block.text) is not None)
    return len(list(kickers)) >= _FEWEST_SHEETS


def _begins_part(blocks: Sequence[DocumentBlock], index: int, parts: set[str]) -> bool:
    block = blocks[index]
    if not isinstance(block, TextLine) or not (block.heading or block.bold):
        return False
    words = fold(clean(block.text))
    if words in _folded(_SYNTHESIS):
        return _is_synthesis(blocks[index + 1 : index + 1 + _NEAR])
    return words in _folded(_SHARED) or words in parts


def _is_synthesis(blocks: Sequence[DocumentBlock]) -> bool:
    """Return whether the rows of the synthesis follow: as the first table, or as headings of which one is the first."""
    known = {words for label in table_labels() for words in _folded(label)}
    for block in blocks:
        if isinstance(block, Table):
            labels = {fold(clean(row[0].lines[0].text)) for row in block.rows if row and row[0].lines} - {""}
            rows = [label for label in labels if label.startswith(tuple(known))]  # « Qui anime lecture »
            # The first cell of the names of the cases may say something.
            return bool(rows) and len(rows) >= len(labels) - 1
        if isinstance(block, TextLine) and block.heading:
            return fold(clean(block.text)) in known
    return False


def _is_around(line: TextLine) -> bool:
    words = fold(clean(line.text))
    if any(words in _folded(name) for name in _TITLES):
        return True
    return not line.heading and any(words.startswith(said) for name in _AROUND for said in _folded(name))


def _is_foot(line: TextLine) -> bool:
    """Return whether a line is below all parts: acronyms, a source."""
    found = split_label(line.text)
    return found is not None and any(fold(found[0]) in _folded(name) for name in ("Acronyms", "Source"))


@cache
def _folded(message: str) -> frozenset[str]:
    return frozenset(fold(clean(said).partition("(")[0].strip()) for said in translations(message))
