"""The cases found so far in a document: where each begins, and which of the lines before it is its title."""

from coopform.importing import titles
from coopform.importing.blocks import Aside
from coopform.importing.draft import DraftCase, Found, LabelledLines, Sureness
from coopform.importing.pending import AGAIN, Pending, PendingLine, split_kickers
from coopform.text.bullets import without_arrow


class CasesFound:
    """The cases so far, the last of which is the current one.

    Attributes:
        pending: the lines after the last rubric, whose case is not known until the next rubric begins.
        page: the name of the slide or of the page on which the next case begins; empty when it has none.
    """

    def __init__(self, pending: Pending) -> None:
        self.pending = pending
        self.page = ""
        self._found = Found([])

    @property
    def current(self) -> DraftCase | None:
        """The case whose rubrics are read; None before the first."""
        return self._found.drafts[-1] if self._found.drafts else None

    def set_aside(self, aside: Aside) -> None:
        """Keep an aside with the current case, or with the document."""
        (self.current or self._found).asides.append(aside)

    def finish(self) -> Found:
        """Return the cases, with the last lines added."""
        if self.current is None:
            self._found.before = self.pending.lines
        else:
            self._go_on(self.current)
            self._found.drafts[0].asides[:0] = self._found.asides
            self._found.asides = []
        return self._found

    def of_rubric(self, key: str, heading: int = 0, *, is_other: bool = False) -> DraftCase:
        """Return the case of a rubric that begins: the current one, or another one that begins with it.

        Args:
            key: of the rubric.
            heading: the level of its label as a heading; 0 for none.
            is_other: whether it is known to be of another case, as in another column.
        """
        draft = self.current
        is_new = is_other or draft is None or draft.comes_again(key)
        chosen = self.pending.choose_title(heading, is_new=is_new, is_first=draft is None)
        if chosen is None:
            return self._begin("", Sureness.PLAIN, self._untitled()) if draft is None or is_new else self._go_on(draft)
        index, line = chosen
        title = without_arrow(line.line.text)[0]
        if draft is None or is_new or not (titles.is_same(title, draft.title) or line.sureness in AGAIN):
            return self._begin(title, line.sureness or Sureness.PLAIN, index)
        del self.pending.waiting[index]
        return self._go_on(draft)

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
