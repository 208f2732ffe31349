"""Find the cases in blocks: which lines are titles or labels, and which label the other lines are under."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from coopform.importing import own_sheets, rubric_labels
from coopform.importing.blocks import Aside, Break, Cell, SourceDocument, Table, TextBlock, TextLine, flat
from coopform.importing.cleaning import clean
from coopform.importing.grids import Grid, GridRow, grids
from coopform.importing.rubric_labels import DECOR, Label
from coopform.text.bullets import without_arrow, without_bullet
from coopform.text.folding import fold

# A line that is longer, or that ends a sentence, is not a title.
_LONGEST_TITLE = 150
# Keys of one line: the next line is about something else.
_ONE_LINE = (DECOR, "sources", "fiche", "fiche.auteur", "fiche.date", "titre", "titre_court")
# Keys around the grid: they do not begin a case.
_AROUND = (DECOR, "sources", "fiche")
# A rubric that comes again begins another case only if the case has this many rubrics.
_FEWEST = 2
# A line that comes this often is not the title of one case.
_SHARED = 3


class Sureness(IntEnum):
    """How sure it is that a line is the title of a case."""

    SHARED = 0  # it comes so often that it is the title of the workshop
    PLAIN = 1
    REPEATED = 2
    BOLD = 3
    HEADING = 4
    NAMED = 5  # after an arrow, or above the rows of a table


_AGAIN = (Sureness.SHARED, Sureness.REPEATED)


@dataclass(slots=True)
class LabelledLines:
    """The lines under a label.

    Attributes:
        key: of a case; empty for lines that fit no key.
        label: as typed; empty for lines without a label.
        lines: the lines.
        is_own: whether the label is one of the grid itself.
        is_inline: whether the first words are on the line of the label, after its colon.
    """

    key: str
    label: str = ""
    lines: list[TextLine] = field(default_factory=list)
    is_own: bool = False
    is_inline: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether a paragraph after it cannot be part of it: it is on the line of its label, or a list."""
        return self.is_inline or (bool(self.lines) and all(_is_item(line) for line in self.lines))

    @property
    def place(self) -> str:
        """The place of its first line that has one."""
        return next((line.place for line in self.lines if line.place), "")


@dataclass(slots=True)
class DraftCase:
    """A case as it is in the document.

    Attributes:
        title: as typed; empty if none was found.
        sureness: of the title.
        entries: the labels with their lines, in the order of the document.
        opening: the lines between the title and the first label.
        languages: how many labels are of the grid itself, by language.
        keys: of the entries.
        asides: the words around or drawn into the part of the document that is this case.
    """

    title: str = ""
    sureness: Sureness = Sureness.PLAIN
    entries: list[LabelledLines] = field(default_factory=list)
    opening: list[TextLine] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)

    def add(self, entry: LabelledLines) -> None:
        """Add a label with its lines."""
        self.entries.append(entry)
        self.keys.add(entry.key)

    @property
    def rubrics(self) -> set[str]:
        """The keys of several lines."""
        return self.keys.difference(_ONE_LINE, ("",))


@dataclass(slots=True)
class Found:
    """The drafts in a document, and the lines and asides before the first."""

    drafts: list[DraftCase]
    before: list[TextLine] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


def find_drafts(source: SourceDocument) -> Found:
    """Return the cases in a document; none if it has no known label."""
    text = [block for block in source.blocks if not isinstance(block, Aside)]
    walker = _Walker(_repeated(text))
    neighbours = zip((None, *text), (*text[1:], None), strict=False)
    for block in source.blocks:
        if isinstance(block, Aside):
            walker.set_aside(block)
        else:
            before, after = next(neighbours)
            walker.take(block, is_bullet=_is_arrow(before) or _is_arrow(after), after=after)
    return walker.finish()


def _repeated(blocks: Sequence[TextBlock]) -> Counter[str]:
    """Return how often each possible title comes: the title of the workshop may be on every slide.

    A line that is not the title of a slide counts only before a break, a table, a heading or an arrow: two cases may
    have the same point.
    """
    counts: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if not isinstance(block, TextLine) or block.level:
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        begins = isinstance(after, Break | Table) or (after and (after.heading or without_arrow(after.text)[1]))
        if begins or block.heading == 1:
            counts[fold(clean(block.text))] += 1
    return counts


class _Walker:
    """Goes through a document; `_pending` are the lines since the last rubric, one of which may be a title."""

    def __init__(self, repeated: Counter[str]) -> None:
        self._repeated = repeated
        self._found = Found([])
        self._entry: LabelledLines | None = None
        self._pending: list[tuple[TextLine, Sureness | None]] = []
        self._points_to_title = self._is_before_case = True
        self._heading = 0  # the level of the label of the current rubric
        self._kept: set[str] = set()

    @property
    def _draft(self) -> DraftCase | None:
        return self._found.drafts[-1] if self._found.drafts else None

    def take(self, block: TextBlock, *, is_bullet: bool, after: TextBlock | None) -> None:
        """Take the next block.

        Args:
            block: a line, a table, or the beginning of a slide.
            is_bullet: whether an arrow at its beginning is one of several: a bullet, which does not point to a title.
            after: the block that follows.
        """
        self._is_before_case = self._begins_again(after)
        self._points_to_title = not is_bullet and (self._entry is None or self._is_before_case)
        if isinstance(block, Break):
            self._entry = None
        elif isinstance(block, Table):
            self._take_table(block)
        else:
            self._take_line(block)

    def set_aside(self, block: Aside) -> None:
        """Keep an aside with the current case; it interrupts nothing: the rubric around it goes on."""
        (self._draft or self._found).asides.append(block)

    def finish(self) -> Found:
        """Return the drafts, with the last lines added."""
        if self._draft is None:
            self._found.before = [line for line, _ in self._pending]
        else:
            self._leave(self._draft)
        return self._found

    def _begins_again(self, block: TextBlock | None) -> bool:
        """Return whether a block begins a rubric that the current case already has, or there is no case yet."""
        if self._draft is None or not isinstance(block, TextLine):
            return self._draft is None or isinstance(block, Break | Table)
        begun = rubric_labels.begin(block.text)
        label = rubric_labels.find(block.text) or (begun[0] if begun else None)
        return label is not None and _comes_again(label.key, self._draft)

    # Lines.

    def _take_line(self, line: TextLine) -> None:
        if rubric_labels.is_question(line.text):
            return  # of a blank sheet
        label = rubric_labels.find(line.text)
        if label and self._is_heading(line, label):
            self._open(label, line, [])
            return
        begun = None if line.heading else rubric_labels.begin(line.text)
        if begun and self._is_inline(line, begun[0]):
            lead = "" if line.lead.rstrip().endswith(":") else line.lead
            rest = TextLine(begun[1], level=line.level, place=line.place, lead=lead)
            self._open(begun[0], line, [rest])
            return
        sureness = self._sureness(line)
        if sureness is not None and self._ends_rubric(line, sureness):
            self._entry = None
        if self._entry is None:
            self._pending.append((line, sureness))
        else:
            self._entry.lines.append(line)

    def _is_heading(self, line: TextLine, label: Label) -> bool:
        """Return whether a line that is a label begins a rubric."""
        if self._entry and not label.is_own and label.key == self._entry.key:
            return False  # « Pilotage », under « Acteurs »
        if line.heading or line.bold:
            return True
        return not _is_item(line) and (label.is_own or self._entry is None or line.text.rstrip().endswith(":"))

    def _is_inline(self, line: TextLine, label: Label) -> bool:
        """Return whether a line « label : text » is a rubric rather than a point."""
        if self._entry and not label.is_own and label.key == self._entry.key:
            return False
        if line.lead and rubric_labels.find(line.lead):
            return True
        if "\t" in line.text.strip():
            return True
        if label.is_own or self._entry is None:
            return True
        return not _is_item(line) and self._entry.is_listed

    def _ends_rubric(self, line: TextLine, sureness: Sureness) -> bool:
        """Return whether a line that may be a title ends the rubric before it."""
        if self._heading and line.heading > self._heading:
            return False  # a heading within the rubric
        if sureness in (Sureness.PLAIN, Sureness.BOLD):
            # It is a title and not a point only if the first rubric of another case follows.
            return bool(self._entry and self._entry.lines and self._is_before_case)
        return True

    def _sureness(self, line: TextLine) -> Sureness | None:
        """Return how sure it is that a line is a title, None if it cannot be one."""
        text = clean(line.text)
        if line.level > 0 or not text or len(text) > _LONGEST_TITLE or line.continues:
            return None
        if _is_arrow(line) and self._points_to_title:
            return Sureness.NAMED
        count = self._repeated[fold(text)]
        if count >= _SHARED:
            return Sureness.SHARED
        if count > 1 and line.heading:
            return Sureness.REPEATED
        if without_bullet(line.text)[1] or text.endswith((".", ";", ",")):
            return None
        if line.heading:
            return Sureness.HEADING
        return Sureness.BOLD if line.bold else Sureness.PLAIN

    def _open(self, label: Label, line: TextLine, lines: list[TextLine]) -> None:
        if label.key == DECOR and self._draft is None:
            # Before the first case it begins nothing: the next lines may be titles.
            self._pending += [(line, None) for line in lines]
            return
        if label.key not in _AROUND:
            self._settle(label.key, line.heading)
        elif self._draft is None:
            self._begin("", Sureness.PLAIN, len(self._pending))
        self._heading = line.heading
        self._start(self._found.drafts[-1], label, lines)
        if lines and label.key in _ONE_LINE:
            self._entry = None

    def _start(self, draft: DraftCase, label: Label, lines: list[TextLine]) -> None:
        self._entry = LabelledLines(label.key, label.typed, lines, label.is_own, is_inline=bool(lines))
        draft.add(self._entry)
        if label.key != DECOR:
            draft.languages.update(label.languages)

    # Tables.

    def _take_table(self, table: Table) -> None:
        found = grids(table)
        if not found:
            self._take_other(table)
            return
        for grid in found:
            self._take_grid(grid)
        self._entry = None

    def _take_grid(self, grid: Grid) -> None:
        self._entry = None
        named = next((line for line in grid.titles if self._sureness(line) is not None), None)
        self._pending += [(line, Sureness.NAMED if line is named else None) for line in grid.titles]
        first = next((row.label.key for row in grid.rows if row.label and row.label.key != DECOR), "")
        self._settle(first, 0)
        for row in grid.rows:
            self._take_row(self._found.drafts[-1], row)

    def _take_row(self, draft: DraftCase, row: GridRow) -> None:
        if row.label:
            self._start(draft, row.label, row.lines)
        elif row.lines or row.unknown:
            draft.add(LabelledLines("", row.unknown, row.lines))

    def _take_other(self, table: Table) -> None:
        """Take a table that is not a grid: a single column is read as text, other rows become points."""
        if len(table.rows[0]) == 1:
            for line in flat([table]):
                self._take_line(line)
            return
        for row in table.rows:
            words = " | ".join(_words(cell) for cell in row if cell.lines)
            if words:
                self._take_line(TextLine(words, level=1, place=table.place))

    # Titles.

    def _settle(self, key: str, heading: int) -> None:
        """Decide, before a rubric begins, whether another case begins, and its title."""
        draft = self._draft
        is_new = draft is None or _comes_again(key, draft)
        chosen = self._choose(heading, is_new=is_new)
        if chosen is None:
            if draft is None or is_new:
                self._begin("", Sureness.PLAIN, len(self._pending))
            else:
                self._leave(draft)
            return
        line, sureness = self._pending[chosen]
        title = without_arrow(line.text)[0]
        if draft is None or is_new or not (_is_same(title, draft.title) or sureness in _AGAIN):
            self._begin(title, sureness or Sureness.PLAIN, chosen)
        else:
            del self._pending[chosen]
            self._leave(draft)

    def _leave(self, draft: DraftCase) -> None:
        """Add the pending lines, none of which is a title, to the current case."""
        entry = LabelledLines("")
        for line in self._once(self._pending):
            if line.heading:
                # A rubric of unknown name.
                draft.add(entry)
                entry = LabelledLines("", line.text)
            else:
                entry.lines.append(line)
        draft.add(entry)
        self._pending = []

    def _once(self, pending: Sequence[tuple[TextLine, Sureness | None]]) -> list[TextLine]:
        """Return pending lines, those that come on every slide only once."""
        lines = []
        for line, sureness in pending:
            words = fold(clean(line.text))
            if sureness not in _AGAIN or words not in self._kept:
                lines.append(line)
            if sureness in _AGAIN:
                self._kept.add(words)
        return lines

    def _choose(self, heading: int, *, is_new: bool) -> int | None:
        """Return the index of the pending line that is the title of the case that begins, None without one."""
        best: tuple[Sureness, int] | None = None
        for index, (line, sureness) in enumerate(self._pending):
            if sureness is None or own_sheets.kicker(line.text) is not None:
                continue
            if heading and line.heading >= heading and not is_new:
                continue  # a heading of the same level: a rubric of unknown name
            if sureness in (Sureness.PLAIN, Sureness.BOLD) and (not is_new or not self._is_alone(index)):
                continue
            if best is None or sureness >= best[0]:
                best = (sureness, index)
        return best[1] if best else None

    def _is_alone(self, index: int) -> bool:
        """Return whether a pending line is the last before the rubric, or the first."""
        return index in (0, len(self._pending) - 1)

    def _begin(self, title: str, sureness: Sureness, chosen: int) -> None:
        """Begin a case: the lines before its title belong to the case before it, or to no case."""
        before = self._once(self._pending[:chosen])
        after = [line for line, _ in self._pending[chosen + 1 :]]
        kickers = [line for line in before if own_sheets.kicker(line.text) is not None]
        rest = [line for line in before if own_sheets.kicker(line.text) is None]
        if rest and self._draft is not None:
            self._draft.add(LabelledLines("", lines=rest))
        else:
            self._found.before += rest
        self._pending = []
        self._found.drafts.append(DraftCase(title, sureness, opening=[*kickers, *after]))


def _comes_again(key: str, draft: DraftCase) -> bool:
    """Return whether a rubric comes again, and the case has enough rubrics for this to begin another."""
    if key == "titre":
        return "titre" in draft.keys or len(draft.rubrics) >= _FEWEST
    return key in draft.rubrics and len(draft.rubrics) >= _FEWEST


def _is_item(line: TextLine) -> bool:
    return line.level > 0 or without_bullet(line.text)[1]


def _is_arrow(block: TextBlock | None) -> bool:
    return isinstance(block, TextLine) and block.level == 0 and without_arrow(block.text)[1]


def _is_same(title: str, other: str) -> bool:
    return _bare(title) == _bare(other)


def _bare(title: str) -> str:
    """Return a title without the mark of a continuation: « (suite) », « 2/3 »."""
    words = fold(clean(title))
    for end in ("(suite et fin)", "(suite)", "(fin)", "- suite", "(continued)"):
        words = words.removesuffix(end).rstrip()
    head, _, count = words.rpartition(" ")
    bare = count.strip("()")
    return head.rstrip(" -–") if bare.replace("/", "").isdigit() and "/" in bare else words


def _words(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines)
