"""The parts of a document that are on one rubric each, with the lines of each case under its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coopform.importing.blocks import Aside, Break, Cell, DocumentBlock, Table, TextLine, lines_of
from coopform.importing.cases.draft import AROUND
from coopform.importing.cleaning import clean
from coopform.importing.labels.guiding_questions import is_guiding_question
from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.rubric_labels import Labels
from coopform.model.grid import ROWS

_LONGEST_NAME = 160
# « Objet · 1/2 », « Objet (suite) »
_COUNT = re.compile(r"(?<!\s)\s*+(?:[·–-]\s*+)?(?:\(?\d{1,3}/\d{1,3}\)?|\((?:suite|suite et fin|fin|continued)\))\s*$")
# The number of a page or of a rubric on a line of its own.
_NUMBER = re.compile(r"\d{1,3}(?:/\d{1,3})?")


@dataclass(slots=True)
class RubricPart:
    """A part of a document that is on one rubric.

    Attributes:
        label: the line with its label.
        key: of the rubric.
        first: the index of the block of the label.
        end: that of the block after the part.
        cases: the lines of each case, by its name.
        others: the lines before the first case.
    """

    label: TextLine
    key: str
    first: int
    end: int = 0
    cases: list[tuple[TextLine, list[TextLine]]] = field(default_factory=list)
    others: list[TextLine] = field(default_factory=list)


def rubric_parts(blocks: Sequence[DocumentBlock], labels: Labels) -> list[RubricPart]:
    """Return each part that begins with a heading that is the label of a row of the grid, and has cases."""
    parts = list(_under_labels(blocks, labels))
    for part in parts:
        if not part.cases:
            part.cases, part.others = _named_lines(part.others), []
    return [part for part in parts if part.cases]


def _under_labels(blocks: Sequence[DocumentBlock], labels: Labels) -> Iterator[RubricPart]:
    part: RubricPart | None = None
    for index, block in enumerate(blocks):
        heading = block.heading if isinstance(block, TextLine) else 0
        if part and (0 < heading <= part.label.heading or (part.cases and _is_below(block, labels))):
            part.end = index
            yield part
            part = None
        if isinstance(block, TextLine) and heading and part is None:
            label = labels.find(without_count(clean(block.text)))
            part = RubricPart(block, label.key, index) if label and label.key in ROWS else None
        elif part is not None:
            _take(part, block, labels)
    if part:
        part.end = len(blocks)
        yield part


def _named_lines(lines: Sequence[TextLine]) -> list[tuple[TextLine, list[TextLine]]]:
    """Return the lines of each case below its name, where all names are in bold, or points with points under them."""
    if not lines:
        return []
    is_bold = lines[0].bold
    cases: list[tuple[TextLine, list[TextLine]]] = []
    for line in lines:
        if line.bold if is_bold else line.level == lines[0].level:
            cases.append((line, []))
        elif cases:
            cases[-1][1].append(line)
    return cases if all(words for _, words in cases) else []


def _is_below(block: DocumentBlock, labels: Labels) -> bool:
    """Return whether a block is below all cases of a part: the next slide, acronyms, a source."""
    if isinstance(block, Break):
        return True
    begun = label_begun(block.text, labels) if isinstance(block, TextLine) and not block.level else None
    return begun is not None and begun[0].key in AROUND


def _take(part: RubricPart, block: DocumentBlock, labels: Labels) -> None:
    """Add a block to the part on a rubric."""
    if isinstance(block, Table) and not part.cases:
        rows = [row for row in block.rows if any(cell.lines for cell in row)]
        rows = rows[1:] if rows and _is_head(rows[0], labels) else rows
        if all(_is_named(row, labels) for row in rows):
            part.cases = [(_one_line(row[0]), lines_of(row[1:])) for row in rows]
    elif isinstance(block, TextLine) and block.heading:
        part.cases.append((block, []))
    elif isinstance(block, TextLine) and not is_number_or_question(block):
        (part.cases[-1][1] if part.cases else part.others).append(block)


def _is_head(row: Sequence[Cell], labels: Labels) -> bool:
    """Return whether a row heads the names and the words: « Coopération | Contenu »."""
    label = labels.find(row[0].words)
    return (label is not None and label.key not in ROWS) or labels.is_content(row[-1].words)


def _is_named(row: Sequence[Cell], labels: Labels) -> bool:
    """Return whether a row has the name of a case and its words."""
    if len(row) < 2 or not row[0].lines or len(row[0].words) > _LONGEST_NAME:
        return False
    label = labels.find(row[0].words)
    return label is None or label.key not in ROWS


def _one_line(cell: Cell) -> TextLine:
    return TextLine(cell.words, place=cell.lines[0].place)


def without_count(text: str) -> str:
    """Return a heading without the count of its parts: « Objet (suite) »."""
    return _COUNT.sub("", text)


def is_number_or_question(block: DocumentBlock) -> bool:
    """Return whether a block is the number of a page or a guiding question."""
    if isinstance(block, Aside) or not isinstance(block, TextLine):
        return False
    text = clean(block.text)
    return _NUMBER.fullmatch(text) is not None or is_guiding_question(text)
