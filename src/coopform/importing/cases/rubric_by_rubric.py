"""Documents that go through the rubrics one after the other, with all cases under each: made into one table.

Slides « Enjeux » with a table of cases, pages « Enjeux » with the name of each case as a heading. The table has the
rubrics down and the cases across, as a comparison grid has.
"""

from collections import defaultdict
from collections.abc import Container, Sequence

from coopform.importing.blocks import Cell, DocumentBlock, Table, TextLine
from coopform.importing.cases import titles
from coopform.importing.cases.rubric_parts import RubricPart, is_number_or_question, rubric_parts, without_count
from coopform.importing.cleaning import clean
from coopform.importing.labels.rubric_labels import Labels
from coopform.model.labels import KEY_LABELS
from coopform.text.i18n import CONTENT_LANGUAGE, Translator

# Two cases at least, each under two rubrics at least.
_FEWEST = 2


def regrouped(blocks: Sequence[DocumentBlock], labels: Labels) -> Sequence[DocumentBlock]:
    """Return the blocks of a document with the parts on one rubric each as one table; unchanged without such parts."""
    found = _recurring(rubric_parts(blocks, labels))
    if not found:
        return blocks
    begin = found[0].first
    inside = {index for part in found for index in range(part.first, part.end)}
    names = {_name(line) for part in found for line, _ in part.cases}
    forms = {index: named for index, block in enumerate(blocks[:begin]) if (named := _form_of(block, names))}
    before = [block for index, block in enumerate(blocks[:begin]) if index not in forms]
    others = [line for part in found for line in part.others]
    after = [block for index, block in enumerate(blocks) if index >= begin and index not in inside]
    table = _table(found, dict(forms.values()))
    return [*before, *others, table, *(block for block in after if not is_number_or_question(block))]


def _recurring(parts: list[RubricPart]) -> list[RubricPart]:
    """Return the parts whose cases are under other rubrics too; none if they are too few."""
    keys: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for line, _ in part.cases:
            keys[_name(line)].add(part.key)
    again = {name for name, found in keys.items() if len(found) >= _FEWEST}
    found = [part for part in parts if all(_name(line) in again for line, _ in part.cases)]
    return found if len(again) >= _FEWEST and len({part.key for part in found}) >= _FEWEST else []


def _table(parts: Sequence[RubricPart], forms: dict[str, str]) -> Table:
    """Return a row for each rubric and a column for each case; `forms` is a row too, if it has any."""
    heads: dict[str, TextLine] = {}
    labels: dict[str, TextLine] = {}
    cells: dict[tuple[str, str], list[TextLine]] = defaultdict(list)
    for part in parts:
        labels.setdefault(part.key, TextLine(without_count(clean(part.label.text)), place=part.label.place))
        for line, words in part.cases:
            heads.setdefault(_name(line), TextLine(without_count(line.text), place=line.place))
            cells[part.key, _name(line)] += words
    if forms:
        form = TextLine(Translator(CONTENT_LANGUAGE)(KEY_LABELS["outil"]))
        labels = {"outil": form, **labels}
        cells |= {("outil", name): [TextLine(words)] for name, words in forms.items()}
    above = (Cell(), *(Cell((line,)) for line in heads.values()))
    rows = ((Cell((label,)), *(Cell(tuple(cells[key, name])) for name in heads)) for key, label in labels.items())
    return Table((above, *rows), place=parts[0].label.place)


def _name(line: TextLine) -> str:
    return titles.bare(without_count(clean(line.text)))


def _form_of(block: DocumentBlock, names: Container[str]) -> tuple[str, str] | None:
    """Return the name of a case and its form of agreement if a line is both: « TRIDAN (Entente) »; None if not.

    Args:
        block: above the rubrics.
        names: those of the cases.
    """
    words, _, form = clean(block.text).rpartition(" (") if isinstance(block, TextLine) else ("", "", "")
    name = titles.bare(words)
    return (name, form[:-1]) if form.endswith(")") and form[:-1] and name in names else None
