"""Find the cases in blocks: which lines are titles or labels, and which label the other lines are under."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coopform.importing import list_marks, rubric_labels, titles
from coopform.importing.blocks import Aside, AsideKind, Break, SourceDocument, Table, TextBlock, TextLine
from coopform.importing.cases_found import CasesFound
from coopform.importing.cleaning import clean
from coopform.importing.draft import AROUND, ONE_LINE, DraftCase, Found, LabelledLines, Sureness
from coopform.importing.dress import PLAIN, dress_of
from coopform.importing.grid_cells import Grid, GridRow, LaidOut
from coopform.importing.grids import read_table
from coopform.importing.label_lines import Here, ends_rubric, label_of
from coopform.importing.pending import Pending
from coopform.importing.rubric_labels import DECOR, Label, Labels
from coopform.model.grid import GRID
from coopform.text.bullets import without_arrow
from coopform.text.folding import fold
from coopform.text.quotation import split_label

_ANSWERS = ("reponse", "reponses", "votre reponse", "answer", "your answer")
# A sheet that coopform made has all rows of the grid, filled or not.
_ROWS = frozenset(rubric.key for rubric in GRID)


def find_drafts(source: SourceDocument, labels: Labels | None = None) -> Found:
    """Return the cases in a document; none if it has no known label.

    Args:
        source: the document.
        labels: those of the collection; ours when not given.
    """
    text = [block for block in source.blocks if not isinstance(block, Aside)]
    walker = _Walker(text, labels or rubric_labels.shipped())
    neighbours = zip((None, *text), (*text[1:], None), strict=False)
    for block in source.blocks:
        if isinstance(block, Aside):
            walker.set_aside(block)
        else:
            before, after = next(neighbours)
            walker.take(block, is_bullet=_is_arrow(before) or _is_arrow(after), after=after)
    found = walker.finish()
    front = list(front_entries(source.front_matter, labels or rubric_labels.shipped()))
    if found.drafts:
        # The title of a page with several cases is that of none of them.
        is_one = len(found.drafts) == 1
        found.drafts[0].entries[:0] = [entry if is_one else replace(entry, key="") for entry in front]
    return found


def front_entries(front_matter: Sequence[tuple[str, str]], labels: Labels) -> Iterator[LabelledLines]:
    """Yield the keys above a page as labels with their texts."""
    for key, text in front_matter:
        label = labels.find(key.replace("_", " ").replace("-", " "))
        values = text.split("\n")
        lines = [TextLine(value, level=int(len(values) > 1)) for value in values]
        yield LabelledLines(label.key if label else "", key, lines, is_inline=True)


class _Walker:
    """Goes through a document, block by block.

    `_arrive` moves on to a block; only `_start`, `_open_around` and `_close` change which rubric is open. Where a case
    begins is decided by `_cases`.

    Attributes:
        _cases: the cases so far, and the lines whose case is not known yet.
        _here: where it is: in which rubric, before which block.
        _points_to_title: whether an arrow at the beginning of this block may point to a title.
        _is_before_case: whether the next block may begin a case.
        _last: the rubric whose lines were read last, which may be closed.
    """

    def __init__(self, text: Sequence[TextBlock], labels: Labels) -> None:
        self._labels = labels
        self._repeated = titles.repeated(text)
        self._cases = CasesFound(Pending(titles.title_level(text, labels)))
        self._pending = self._cases.pending
        self._here = Here(title_level=self._pending.title_level, is_own_sheet=_is_own_sheet(text, labels))
        self._points_to_title = self._is_before_case = True
        self._last: LabelledLines | None = None

    @property
    def _draft(self) -> DraftCase | None:
        return self._cases.current

    @property
    def _entry(self) -> LabelledLines | None:
        return self._here.entry

    def take(self, block: TextBlock, *, is_bullet: bool, after: TextBlock | None) -> None:
        """Take the next block.

        Args:
            block: a line, a table, or the beginning of a slide.
            is_bullet: whether an arrow at its beginning is one of several: a bullet, which does not point to a title.
            after: the block that follows.
        """
        self._arrive(after, is_bullet=is_bullet)
        if isinstance(block, Break):
            self._close()
            self._cases.page = block.name or self._cases.page
        elif isinstance(block, Table):
            self._take_table(block)
        else:
            self._take_line(block)

    def set_aside(self, block: Aside) -> None:
        """Keep an aside with the current case; it interrupts nothing: the rubric around it goes on."""
        if block.kind is AsideKind.TITLE and not self._cases.page:
            self._cases.page = " ".join(line.text for line in block.lines)
        if block.kind is AsideKind.LINK and self._last and self._last.key == "sources":
            self._last.links += [line.text for line in block.lines]
            return
        self._cases.set_aside(block)

    def finish(self) -> Found:
        """Return the drafts, with the last lines added."""
        return self._cases.finish()

    def _arrive(self, after: TextBlock | None, *, is_bullet: bool = False) -> None:
        """Move on to the next line or block."""
        self._is_before_case = self._begins_again(after)
        self._points_to_title = not is_bullet and (self._entry is None or self._is_before_case)
        self._here.after = after
        self._here.needs_title = self._draft is None and not self._pending.has_title

    def _close(self, entry: LabelledLines | None = None) -> None:
        """End the rubric that is open, and open another, if any."""
        self._here.entry, self._here.dress, self._here.number = entry, PLAIN, ""

    def _begins_again(self, block: TextBlock | None) -> bool:
        """Return whether a block begins a rubric that the current case already has, or there is no case yet."""
        if self._draft is None or not isinstance(block, TextLine):
            # A title is on the slide of its case, not at the end of the one before.
            return self._draft is None or isinstance(block, Table)
        label = self._labels.find(block.text)
        if label is None:
            begun = self._labels.begin(block.text)
            label = begun[0] if begun else None
        return label is not None and self._draft.comes_again(label.key)

    # Lines.

    def _take_line(self, line: TextLine) -> None:
        if rubric_labels.is_question(line.text):
            return  # of a blank sheet
        found = label_of(line, self._here, self._labels)
        if found:
            self._open(found[0], line, found[1])
            return
        sureness = titles.sureness_of(
            line, self._repeated[fold(clean(line.text))], points_to_title=self._points_to_title
        )
        is_label = ends_rubric(line, self._here, self._labels)
        if is_label or (sureness is not None and self._may_be_title(line, sureness)):
            self._close()
        if self._entry is None:
            self._pending.add(line, sureness, is_label=is_label)
        else:
            self._entry.lines.append(_without_answer(line))

    def _may_be_title(self, line: TextLine, sureness: Sureness) -> bool:
        """Return whether a line that may be a title ends the rubric before it."""
        heading = self._here.dress.heading
        if heading and line.heading > heading:
            return False  # a heading within the rubric
        if sureness is Sureness.SHARED and not line.heading and self._is_text_of_rubric():
            return False  # several cases may say the same
        if sureness in (Sureness.PLAIN, Sureness.BOLD):
            # It is a title, not a point, only if the first rubric of another case follows.
            return bool(self._entry and self._entry.lines and self._is_before_case)
        return True

    def _is_text_of_rubric(self) -> bool:
        """Return whether a plain line can only be text of the open rubric: it is the first, or the label is set off."""
        return self._entry is not None and (not self._entry.lines or self._here.dress.is_set_off)

    def _open(self, label: Label, line: TextLine, lines: list[TextLine]) -> None:
        if label.key == DECOR and self._draft is None:
            # Before the first case it begins nothing: the next lines may be titles.
            for rest in lines:
                self._pending.add(rest)
            return
        if label.key in AROUND:
            self._open_around(label, lines)
        else:
            self._start(self._cases.of_rubric(label.key, line.heading), label, lines)
        self._here.dress, self._here.number = dress_of(line), list_marks.number_of(line)
        if lines and label.key in ONE_LINE:
            self._close()

    def _open_around(self, label: Label, lines: list[TextLine]) -> None:
        """Begin a label that begins no case: with the current one, or with the one whose title was just read."""
        if self._draft is not None and not self._pending.waiting:
            self._start(self._draft, label, lines)
            return
        entry = LabelledLines(label.key, label.typed, lines, is_own=label.is_own, is_inline=bool(lines))
        self._pending.waiting.append(entry)
        self._close(entry)
        self._last = entry

    def _start(self, draft: DraftCase, label: Label, lines: list[TextLine]) -> None:
        self._last = draft.open(label, lines)
        self._close(self._last)

    # Tables.

    def _take_table(self, table: Table) -> None:
        found = read_table(table, self._labels)
        if found is None:
            self._take_other(table)
            return
        if isinstance(found, LaidOut):
            for cell in found.cells:
                self._close()
                self._take_lines(cell.lines)
            self._close()
            return
        for grid in found:
            self._take_grid(grid)
        self._close()

    def _take_grid(self, grid: Grid) -> None:
        self._close()
        sure = [titles.sureness_of(line, 0, points_to_title=True) is not None for line in grid.titles]
        named = sure.index(True) if True in sure else -1
        for line in grid.above:
            self._pending.add(line)
        for index, line in enumerate(grid.titles):
            self._pending.add(line, Sureness.NAMED if index == named else None)
        first = next((row.label.key for row in grid.rows if row.label and row.label.key not in AROUND), "")
        if not any(row.label for row in grid.rows):
            return
        draft = self._cases.of_rubric(first, is_other=grid.is_other)
        draft.is_column = grid.is_other and named >= 0
        for row in grid.rows:
            self._take_row(draft, row)

    def _take_row(self, draft: DraftCase, row: GridRow) -> None:
        if row.label:
            self._start(draft, row.label, row.lines)
        elif row.lines or row.unknown:
            draft.add(LabelledLines("", row.unknown, row.lines))

    def _take_other(self, table: Table) -> None:
        """Take a table that is not a grid: a single column is read as text, other rows become points."""
        if len(table.rows[0]) == 1:
            self._take_lines([line for row in table.rows for cell in row for line in cell.lines])
            return
        for row in table.rows:
            # An empty cell between others keeps its place: it may be under « Oui ».
            words = " | ".join(" ".join(line.text for line in cell.lines) for cell in row).strip(" |")
            if words:
                self._take_line(TextLine(words, level=1, place=table.place))

    def _take_lines(self, lines: Sequence[TextLine]) -> None:
        for line, after in zip(lines, (*lines[1:], None), strict=False):
            self._arrive(after)
            self._take_line(line)


def _without_answer(line: TextLine) -> TextLine:
    """Return the line of a questionnaire without « Réponse : »."""
    found = split_label(line.text)
    return replace(line, text=found[1]) if found and fold(found[0]) in _ANSWERS else line


def _is_own_sheet(text: Sequence[TextBlock], labels: Labels) -> bool:
    """Return whether a document is a sheet that coopform rendered, or is set as one: each row of the grid a heading."""
    headings = [block for block in text if isinstance(block, TextLine) and block.heading]
    found = (labels.find(line.text) for line in headings)
    return {label.key for label in found if label and label.is_own} >= _ROWS


def _is_arrow(block: TextBlock | None) -> bool:
    return isinstance(block, TextLine) and block.level == 0 and without_arrow(block.text)[1]
