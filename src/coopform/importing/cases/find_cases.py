"""Find the cases in blocks: which lines are titles or labels, and which label the other lines are under."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coopform.importing.blocks import Aside, SourceDocument, Table, TextBlock, TextLine, lines_of
from coopform.importing.cases import titles
from coopform.importing.cases.cases_found import CasesFound
from coopform.importing.cases.correspondence import without_correspondence
from coopform.importing.cases.draft import ONE_LINE, Found, LabelledLines, Sureness
from coopform.importing.cases.label_lines import Here, OpenRubric, ends_rubric, label_of
from coopform.importing.cases.page_furniture import without_furniture
from coopform.importing.cases.rubric_by_rubric import regrouped
from coopform.importing.cleaning import clean
from coopform.importing.labels import own_sheets, rubric_labels
from coopform.importing.labels.label_starts import label_begun
from coopform.importing.labels.own_parts import without_own_parts
from coopform.importing.labels.rubric_labels import DECOR, Label, Labels, label_of_question
from coopform.importing.lines import list_marks
from coopform.importing.lines.dress import dress_of
from coopform.importing.tables.grid_cells import LaidOut
from coopform.importing.tables.grids import read_table
from coopform.model.grid import GRID
from coopform.text.bullets import without_arrow
from coopform.text.folding import fold
from coopform.text.quotation import split_label

_ABOVE_ANSWERS = ("reponse", "reponses", "votre reponse", "answer", "your answer")
# A sheet that coopform made has all rows of the grid, filled or not.
_ROWS = frozenset(rubric.key for rubric in GRID)


def find_drafts(source: SourceDocument, labels: Labels | None = None) -> Found:
    """Return the cases in a document; none if it has no known label.

    Args:
        source: the document.
        labels: those of the collection; the shipped ones when not given.
    """
    labels = labels or rubric_labels.shipped()
    text = list(without_furniture(without_own_parts(source.blocks)))
    blocks = regrouped(without_correspondence(text, labels), labels)
    said = [block for block in blocks if not isinstance(block, Aside)]
    walker = _Walker(said, labels)
    neighbours = zip((None, *said), (*said[1:], None), strict=False)
    for block in blocks:
        if isinstance(block, Aside):
            # It interrupts nothing: the rubric around it goes on.
            walker.cases.set_aside(block)
        else:
            before, after = next(neighbours)
            walker.take(block, after, is_bullet=_is_arrow(before) or _is_arrow(after))
    found = walker.cases.finish()
    front = list(_front_entries(source.front_matter, labels))
    if found.drafts:
        # The title of a page with several cases is that of none of them.
        is_one = len(found.drafts) == 1
        found.drafts[0].entries[:0] = [entry if is_one else replace(entry, key="") for entry in front]
    return found


def _front_entries(front_matter: Sequence[tuple[str, str]], labels: Labels) -> Iterator[LabelledLines]:
    """Yield the keys above a page as labels with their texts."""
    for key, text in front_matter:
        label = labels.find(key.replace("_", " ").replace("-", " "))
        values = text.split("\n")
        lines = [TextLine(value, level=int(len(values) > 1)) for value in values]
        yield LabelledLines(label.key if label else "", key, lines, is_inline=True)


class _Walker:
    """Goes through a document, block by block; `cases` decides where a case begins."""

    def __init__(self, text: Sequence[TextBlock], labels: Labels) -> None:
        self._labels = labels
        self._repeated = titles.repeated(text)
        self._title_level = titles.title_level(text, labels)
        self._above_labels = self._title_level or titles.document_level(text)
        self._is_own_sheet = _is_own_sheet(text, labels)
        self._rubric: OpenRubric | None = None
        self.cases = CasesFound(self._title_level)

    def take(self, block: TextBlock, after: TextBlock | None, *, is_bullet: bool) -> None:
        """Take the next block.

        Args:
            block: a line, a table, or the beginning of a slide.
            after: the block that follows.
            is_bullet: whether an arrow at its beginning is one of several: a bullet, which does not point to a title.
        """
        if isinstance(block, TextLine):
            self._take_line(block, after, is_bullet=is_bullet)
            return
        if isinstance(block, Table):
            self._take_table(block, after)
        else:
            self.cases.page = block.name or self.cases.page
            self._rubric = None

    # Lines.

    def _take_line(self, line: TextLine, after: TextBlock | None, *, is_bullet: bool = False) -> None:
        asked = label_of_question(line.text)
        if asked:
            if not self._is_own_sheet and (self._rubric is None or self._rubric.entry.key != asked.key):
                self._open(line, asked, [])
            return  # on a blank sheet, below the label
        needs_title = self.cases.current is None and not self.cases.pending.has_title
        here = Here(self._rubric, after, self._above_labels, needs_title, self._is_own_sheet)
        found = label_of(line, here, self._labels)
        if found:
            self._open(line, *found)
            return
        sureness = titles.sureness_of(
            line,
            self._repeated[fold(clean(line.text))],
            points_to_title=not is_bullet and (self._rubric is None or self._begins_case(after)),
        )
        is_label = ends_rubric(line, here, self._labels)
        if self._rubric and not is_label and not self._ends_at_title(self._rubric, line, sureness, after):
            self._rubric.entry.lines.append(_without_answer(line))
        else:
            self._rubric = None
            self.cases.pending.add(line, sureness, is_label=is_label)

    def _ends_at_title(
        self, rubric: OpenRubric, line: TextLine, sureness: Sureness | None, after: TextBlock | None
    ) -> bool:
        """Return whether a line may be a title that ends the open rubric, rather than a part of it."""
        heading = rubric.dress.heading
        if own_sheets.kicker(line.text) is not None:
            return True
        if sureness is None or 0 < heading < line.heading:
            return False  # a heading within the rubric
        if sureness is Sureness.SHARED and not line.heading:
            # Several cases may say the same: the first line is text, and so is each below a label that is set off.
            return bool(rubric.entry.lines) and not rubric.dress.is_set_off
        if sureness in (Sureness.PLAIN, Sureness.BOLD):
            # It is a title, not a point, only if the first rubric of another case follows.
            return bool(rubric.entry.lines) and self._begins_case(after)
        return True

    def _begins_case(self, block: TextBlock | None) -> bool:
        """Return whether a block begins a rubric that the current case already has, or there is no case yet."""
        draft = self.cases.current
        if draft is None or not isinstance(block, TextLine):
            # A title is on the slide of its case, not at the end of the one before.
            return draft is None or isinstance(block, Table)
        label = self._labels.find(block.text)
        if label is None:
            begun = label_begun(block.text, self._labels)
            label = begun[0] if begun else None
        return label is not None and draft.comes_again(label.key)

    def _open(self, line: TextLine, label: Label, lines: list[TextLine]) -> None:
        """Open the rubric of a label that a line is or begins with; `lines` are what follows it on the line."""
        if label.key == DECOR and self.cases.current is None:
            # Before the first case it begins nothing: the next lines may be titles.
            for rest in lines:
                self.cases.pending.add(rest)
            return
        entry = self.cases.open(label, lines, line.heading)
        is_whole = bool(lines) and label.key in ONE_LINE
        self._rubric = None if is_whole else OpenRubric(entry, dress_of(line), list_marks.number_of(line))

    # Tables.

    def _take_table(self, table: Table, after: TextBlock | None) -> None:
        found = read_table(table, self._labels)
        if found is None:
            self._take_other(table, after)
        elif isinstance(found, LaidOut):
            for cell in found.cells:
                self._rubric = None
                self._take_lines(cell.lines)
            self._rubric = None
        else:
            self._rubric = None
            for grid in found:
                self.cases.add_grid(grid, is_one_of_several=len(found) > 1)

    def _take_other(self, table: Table, after: TextBlock | None) -> None:
        """Take a table that is not a grid: a single column is read as text, other rows become points."""
        if len(table.rows[0]) == 1:
            self._take_lines(lines_of(cell for row in table.rows for cell in row))
            return
        for row in table.rows:
            # An empty cell between others keeps its place: it may be under « Oui ».
            words = " | ".join(cell.words for cell in row).strip(" |")
            if words:
                self._take_line(TextLine(words, level=1, place=table.place), after)

    def _take_lines(self, lines: Sequence[TextLine]) -> None:
        for line, after in zip(lines, (*lines[1:], None), strict=False):
            self._take_line(line, after)


def _without_answer(line: TextLine) -> TextLine:
    """Return the line of a questionnaire without « Réponse : »."""
    found = split_label(line.text)
    return replace(line, text=found[1]) if found and fold(found[0]) in _ABOVE_ANSWERS else line


def _is_own_sheet(text: Sequence[TextBlock], labels: Labels) -> bool:
    """Return whether a document is a sheet that coopform rendered, or is set as one: each row of the grid a heading."""
    headings = [block for block in text if isinstance(block, TextLine) and block.heading]
    found = (labels.find(line.text) for line in headings)
    return {label.key for label in found if label and label.is_of_grid} >= _ROWS


def _is_arrow(block: TextBlock | None) -> bool:
    return isinstance(block, TextLine) and block.level == 0 and without_arrow(block.text)[1]
