"""The cases found so far in a document: where each begins, and which of the lines before it is its title."""

from collections.abc import Sequence

from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.importing.cases import titles
from coopform.importing.cases.draft import AROUND, DraftCase, Found, LabelledLines, Sureness
from coopform.importing.cases.pending import AGAIN, Pending, PendingLine, split_kickers
from coopform.importing.cases.table_sources import TableOfSeveral
from coopform.importing.cases.title_choice import Beginning, choose_title
from coopform.importing.labels.rubric_labels import Label
from coopform.importing.tables.grid_cells import Grid
from coopform.text.bullets import without_arrow


class CasesFound:
    """The cases so far, the last of which is the current one.

    Attributes:
        pending: the lines after the last rubric, whose case is not known until the next rubric begins.
        page: the name of the slide or of the page on which the next case begins; empty when it has none.
        _title_level: the level of the headings that are titles, 0 if it is unknown.
        _last: the rubric that began last.
        _table: the cases of the last table of several, with the sources below it.
    """

    def __init__(self, title_level: int) -> None:
        self.pending = Pending()
        self.page = ""
        self._title_level = title_level
        self._found = Found([])
        self._last: LabelledLines | None = None
        self._table = TableOfSeveral()

    @property
    def current(self) -> DraftCase | None:
        """The case whose rubrics are read; None before the first."""
        return self._found.drafts[-1] if self._found.drafts else None

    def set_aside(self, aside: Aside) -> None:
        """Keep an aside with the current case, or with the document; a link in the sources is one of them."""
        if aside.kind is AsideKind.TITLE and not self.page:
            self.page = " ".join(line.text for line in aside.lines)
        if aside.kind is AsideKind.LINK and self._last and self._last.key == "sources":
            self._last.links += [line.text for line in aside.lines]
        else:
            (self.current or self._found).asides.append(aside)

    def open(self, label: Label, lines: list[TextLine], heading: int) -> LabelledLines:
        """Begin the rubric of a label, in the current case or in another one that begins with it, and return it.

        Args:
            label: of the rubric.
            lines: those on its own line.
            heading: its level as a heading; 0 for none.
        """
        current = self.current
        if label.key not in AROUND:
            self._table.close()
            self._last = self._of_rubric(label.key, heading).open(label, lines)
        elif current is not None and not self.pending.waiting:
            self._last = current.open(label, lines)
            if label.key == "sources":
                self._table.add_source(self._last)
        else:
            # It may belong to the case whose title was just read.
            self._last = LabelledLines.under(label, lines)
            self.pending.waiting.append(self._last)
        return self._last

    def add_grid(self, grid: Grid, *, is_one_of_several: bool) -> None:
        """Add the case of a table, or the part of a case that is in it; it may be one of several in the table."""
        sure = [titles.sureness_of(line, 0, points_to_title=True) is not None for line in grid.titles]
        named = sure.index(True) if True in sure else -1
        for line in grid.above:
            self.pending.add(line)
        for index, line in enumerate(grid.titles):
            self.pending.add(line, Sureness.NAMED if index == named else None)
        if not any(row.label for row in grid.rows):
            self.pending.waiting += [LabelledLines("", row.unknown, row.lines) for row in grid.rows]
            return
        draft = self._of_grid(grid, named)
        draft.is_in_table = is_one_of_several
        if is_one_of_several:
            self._table.add_case(draft)
        else:
            self._table.close()
        for row in grid.rows:
            if row.label:
                self._last = draft.open(row.label, row.lines)
            elif row.lines or row.unknown:
                draft.add(LabelledLines("", row.unknown, row.lines))

    def _of_grid(self, grid: Grid, named: int) -> DraftCase:
        """Return the case of a grid; `named`: the index of its title, -1 without one.

        A table that does not fit a page goes on in another one, which has the titles of the cases again.
        """
        keys = [row.label.key for row in grid.rows if row.label and row.label.key not in AROUND]
        title = grid.titles[named].text if named >= 0 else ""
        goes_on = next((one for one in reversed(self._found.drafts) if title and _is_rest_of(one, title, keys)), None)
        if goes_on:
            self.pending.take()
            return goes_on
        draft = self._of_rubric(keys[0] if keys else "", is_other=grid.is_other)
        draft.is_column = grid.is_other and named >= 0
        return draft

    def finish(self) -> Found:
        """Return the cases, with the last lines added."""
        self._table.close()
        if self.current is None:
            self._found.before = self.pending.lines
        else:
            self._go_on(self.current)
            self._found.drafts[0].asides[:0] = self._found.asides
            self._found.asides = []
        return self._found

    def _of_rubric(self, key: str, heading: int = 0, *, is_other: bool = False) -> DraftCase:
        """Return the case of a rubric that begins: the current one, or another one that begins with it.

        Args:
            key: of the rubric.
            heading: the level of its label as a heading; 0 for none.
            is_other: whether it is known to be of another case, as in another column.
        """
        current = self.current
        is_new = is_other or (current is not None and current.comes_again(key) and not self._goes_on_with(key))
        goes_on = None if is_new else current
        beginning = Beginning(heading, self._title_level, is_new=goes_on is None, is_first=current is None)
        chosen = choose_title(self.pending.waiting, beginning)
        if chosen is None:
            return self._go_on(goes_on) if goes_on else self._begin("", Sureness.PLAIN, self._untitled())
        index, line = chosen
        title = without_arrow(line.line.text)[0]
        if current and not is_other and titles.continues(title, current.title):
            goes_on = current
        if goes_on and (titles.is_same(title, goes_on.title) or line.sureness in AGAIN):
            del self.pending.waiting[index]
            return self._go_on(goes_on)
        return self._begin(title, line.sureness or Sureness.PLAIN, index)

    def _goes_on_with(self, key: str) -> bool:
        """Return whether the rubric just before is of the same key: « Partenaires », then « Partenaires / échelle »."""
        return self._last is not None and self._last.key == key and not self.pending.waiting

    def _untitled(self) -> int:
        """Return the index in what is pending after which all belongs to a case without a title."""
        waiting = self.pending.waiting
        labels = (index for index, one in enumerate(waiting) if isinstance(one, LabelledLines))
        return next(labels, len(waiting)) if self.current is None else len(waiting)

    def _go_on(self, draft: DraftCase) -> DraftCase:
        """Add what is pending, none of which is a title, to the current case."""
        for entry in self.pending.entries(self.pending.take()):
            draft.add(entry)
        return draft

    def _begin(self, title: str, sureness: Sureness, chosen: int) -> DraftCase:
        """Begin a case: the lines before its title belong to the case before it, or to no case."""
        waiting = self.pending.take()
        kickers, before = split_kickers(self.pending.once(waiting[:chosen]))
        draft = DraftCase(title, sureness, page=self.page)
        if self.current is not None:
            for entry in self.pending.entries(before):
                self.current.add(entry)
        else:
            self._found.before += [one.line for one in before if isinstance(one, PendingLine)]
            for label in (one for one in before if isinstance(one, LabelledLines)):
                draft.add(label)
        entries = self.pending.entries(waiting[chosen + 1 :] if title else waiting[chosen:])
        is_opening = bool(entries) and not (entries[0].key or entries[0].label)
        draft.opening = [*kickers, *(entries.pop(0).lines if is_opening else ())]
        for entry in entries:
            draft.add(entry)
        self._found.drafts.append(draft)
        return draft


def _is_rest_of(draft: DraftCase, title: str, keys: Sequence[str]) -> bool:
    """Return whether the rubrics of a grid are the rest of a case: it has the title, and none of them but the last."""
    if not keys or not titles.is_same(title, draft.title):
        return False
    # A row that was cut comes twice.
    is_cut = bool(draft.entries) and draft.entries[-1].key == keys[0]
    return not draft.keys.intersection(keys[is_cut:])
