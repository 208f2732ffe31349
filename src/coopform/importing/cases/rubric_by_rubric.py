"""Documents that go through the rubrics one after the other, with all cases under each: made into one table.

Slides « Enjeux » with a table of cases, pages « Enjeux » with the name of each case as a heading. The table has the
rubrics down and the cases across, as a comparison grid has.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coopform.importing.blocks import Aside, Break, Cell, DocumentBlock, Table, TextLine
from coopform.importing.cases import titles
from coopform.importing.cases.draft import AROUND
from coopform.importing.cleaning import clean
from coopform.importing.labels import rubric_labels
from coopform.importing.labels.rubric_labels import Labels
from coopform.model.grid import ROWS
from coopform.model.labels import KEY_LABELS
from coopform.text.i18n import CONTENT_LANGUAGE, Translator

# Two cases at least, each under two rubrics at least.
_FEWEST = 2
_LONGEST_NAME = 160
# « Objet · 1/2 », « Objet (suite) »
_COUNT = re.compile(r"\s*(?:[·–-]\s*)?(?:\(?\d{1,3}/\d{1,3}\)?|\((?:suite|suite et fin|fin|continued)\))\s*$")
# The number of a page or of a rubric on a line of its own.
_NUMBER = re.compile(r"\d{1,3}(?:/\d{1,3})?")
_FORM = re.compile(r"(.+) \((.+)\)")


@dataclass(slots=True)
class _Rubric:
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


def regrouped(blocks: Sequence[DocumentBlock], labels: Labels) -> Sequence[DocumentBlock]:
    """Return the blocks of a document with the parts on one rubric each as one table; unchanged without such parts."""
    parts = list(_rubrics(blocks, labels))
    for part in parts:
        if not part.cases:
            part.cases, part.others = _named_lines(part.others), []
    found = _recurring([part for part in parts if part.cases])
    if not found:
        return blocks
    inside = {index for part in found for index in range(part.first, part.end)}
    made: list[DocumentBlock] = [line for part in found for line in part.others]
    before = blocks[: found[0].first]
    forms = _forms(before, {_name(line) for part in found for line, _ in part.cases})
    made.append(_table(found, forms))
    kept = [block for block in before if not (isinstance(block, TextLine) and _form(block, forms))]
    after = [block for index, block in enumerate(blocks) if index >= found[0].first and index not in inside]
    return [*kept, *made, *(block for block in after if not _says_nothing(block))]


def _rubrics(blocks: Sequence[DocumentBlock], labels: Labels) -> Iterator[_Rubric]:
    """Yield each part that begins with a heading that is the label of a row of the grid, with the cases in it."""
    part: _Rubric | None = None
    for index, block in enumerate(blocks):
        heading = block.heading if isinstance(block, TextLine) else 0
        if part and part.cases and (isinstance(block, Break) or _is_foot(block, labels)):
            part.end = index
            yield part
            part = None
        if part and 0 < heading <= part.label.heading:
            part.end = index
            yield part
            part = None
        if isinstance(block, TextLine) and heading and part is None:
            label = labels.find(_COUNT.sub("", clean(block.text)))
            part = _Rubric(block, label.key, index) if label and label.key in ROWS else None
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


def _is_foot(block: DocumentBlock, labels: Labels) -> bool:
    """Return whether a line is below all cases: acronyms, a source."""
    begun = labels.begin(block.text) if isinstance(block, TextLine) and not block.level else None
    return begun is not None and begun[0].key in AROUND


def _take(part: _Rubric, block: DocumentBlock, labels: Labels) -> None:
    """Add a block to the part on a rubric."""
    if isinstance(block, Table) and not part.cases:
        rows = [row for row in block.rows if any(cell.lines for cell in row)]
        rows = rows[1:] if rows and _is_head(rows[0], labels) else rows
        if all(_is_named(row, labels) for row in rows):
            part.cases = [(_one_line(row[0]), [line for cell in row[1:] for line in cell.lines]) for row in rows]
    elif isinstance(block, TextLine) and block.heading:
        part.cases.append((block, []))
    elif isinstance(block, TextLine) and not _says_nothing(block):
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


def _recurring(parts: list[_Rubric]) -> list[_Rubric]:
    """Return the parts whose cases are under other rubrics too; none if they are too few."""
    keys: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for line, _ in part.cases:
            keys[_name(line)].add(part.key)
    again = {name for name, found in keys.items() if len(found) >= _FEWEST}
    found = [part for part in parts if all(_name(line) in again for line, _ in part.cases)]
    return found if len(again) >= _FEWEST and len({part.key for part in found}) >= _FEWEST else []


def _table(parts: Sequence[_Rubric], forms: dict[str, str]) -> Table:
    """Return a row for each rubric and a column for each case."""
    heads: dict[str, TextLine] = {}
    rows: dict[str, dict[str, list[TextLine]]] = {}
    labels: dict[str, TextLine] = {}
    for part in parts:
        labels.setdefault(part.key, TextLine(_COUNT.sub("", clean(part.label.text)), place=part.label.place))
        cells = rows.setdefault(part.key, {})
        for line, words in part.cases:
            heads.setdefault(_name(line), TextLine(_COUNT.sub("", line.text), place=line.place))
            cells.setdefault(_name(line), []).extend(words)
    form = Translator(CONTENT_LANGUAGE)(KEY_LABELS["outil"])
    given = [[Cell((TextLine(form),)), *(_cell(forms.get(name, "")) for name in heads)]] if forms else []
    return Table(
        (
            (Cell(), *(Cell((line,)) for line in heads.values())),
            *map(tuple, given),
            *(
                (Cell((labels[key],)), *(Cell(tuple(cells.get(name, ()))) for name in heads))
                for key, cells in rows.items()
            ),
        ),
        place=parts[0].label.place,
    )


def _cell(words: str) -> Cell:
    return Cell((TextLine(words),) if words else ())


def _name(line: TextLine) -> str:
    return titles.bare(_COUNT.sub("", clean(line.text)))


def _forms(before: Sequence[DocumentBlock], names: set[str]) -> dict[str, str]:
    """Return the form of agreement of each case that the list above the rubrics gives: « TRIDAN (Entente) »."""
    lines = (block for block in before if isinstance(block, TextLine))
    found = (_FORM.fullmatch(clean(line.text)) for line in lines)
    pairs = ((titles.bare(match[1]), match[2]) for match in found if match)
    return {name: form for name, form in pairs if name in names}


def _form(line: TextLine, forms: dict[str, str]) -> bool:
    match = _FORM.fullmatch(clean(line.text))
    return match is not None and titles.bare(match[1]) in forms


def _says_nothing(block: DocumentBlock) -> bool:
    """Return whether a block is the number of a page or a guiding question."""
    if isinstance(block, Aside) or not isinstance(block, TextLine):
        return False
    text = clean(block.text)
    return _NUMBER.fullmatch(text) is not None or rubric_labels.is_question(text)
