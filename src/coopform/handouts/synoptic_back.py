"""The back of the synoptic table: the synthesis, the words that several share, at the end acronyms and sources.

Lengths are in millimetres, sizes of type in points; those of `synoptic.css` are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coopform.comparing.comparison import Comparison, Excerpt
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.small_print import labelled_source, signed_readings
from coopform.handouts.synoptic_grid import Paper, TablePage, room_of_back, synthesis_tables
from coopform.model import vocabulary
from coopform.model.case import Recueil, Reference
from coopform.text.i18n import Translator
from coopform.text.quotation import quotation
from coopform.text.typography import semicolon

# Between the columns of quotations; a heading, and the space above what follows a table.
BETWEEN, HEADING, ABOVE = 6.0, 8.0, 5.0
QUOTE_SIZE, SMALL_SIZE, LEADING = 9.0, 9.0, 1.3
# Below a quotation, and what the heading of a word takes with its rule.
AFTER_QUOTE, WORD = 1.2, 7.5
# Quotations begin on a page that has at least so much room.
FEWEST = 45.0
_HALVINGS = 12


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations of a word that are in the same column.

    Attributes:
        mot: the word.
        continues: whether the column before has its first quotations.
        excerpts: the quotations.
    """

    mot: str
    continues: bool
    excerpts: tuple[Excerpt, ...]


@dataclass(slots=True)
class BackPage:
    """A page behind the grid: tables of the synthesis, then quotations in columns, then acronyms and sources.

    Attributes:
        left: how much room it has left, in millimetres.
        begins_synthesis: whether the synthesis begins on it.
        begins_words: whether the shared words begin on it.
        explains: whether it has the acronyms and the sources.
    """

    left: float
    tables: list[TablePage] = field(default_factory=list)
    columns: list[list[Quotations]] = field(default_factory=list)
    begins_synthesis: bool = False
    begins_words: bool = False
    acronyms: dict[str, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    @property
    def explains(self) -> bool:
        """Whether it has acronyms or sources."""
        return bool(self.acronyms or self.references)


def back_pages(
    compared: Comparison, recueil: Recueil, paper: Paper, groups: Sequence[range], *, with_us: bool
) -> list[BackPage]:
    """Return the pages behind the grid; the parameters are those of `grid_pages`."""
    t = Translator(recueil.langue)
    back = _Back(compared, paper, t, room_of_back(paper))
    back.add_synthesis(groups, with_us=with_us)
    back.add_words()
    back.add_explanations()
    return back.pages


class _Back:
    """Fills pages one after another."""

    def __init__(self, compared: Comparison, paper: Paper, t: Translator, room: float) -> None:
        self.compared, self.paper, self.t, self.room = compared, paper, t, room
        self.pages: list[BackPage] = []
        self.small = Setting(SMALL_SIZE, LEADING, paper.width, t.language)
        keys = [row.rubric.key for row in compared.rows]
        texts = (text for case in compared.cases for key in keys for text in case.row_texts(key))
        self.acronyms = vocabulary.load().sigles_in(texts)
        self.references = list(dict.fromkeys(source for case in compared.cases for source in case.sources))
        # Acronyms and sources end the last page, whose room is kept: alone they make no page, unless they are many.
        self.explanations = self._explanations()
        self.kept = self.explanations if self.explanations < self.room / 2 else 0.0

    def _explanations(self) -> float:
        acronyms = semicolon(self.t.language).join(f"{sigle}, {words}" for sigle, words in self.acronyms.items())
        words = " ".join([self.t("Acronyms:"), acronyms])
        height = self.small.text_height(words, is_strong=True) if acronyms else 0.0
        height += sum(map(self._source, self.references))
        return height + ABOVE if height else 0.0

    def _source(self, source: Reference) -> float:
        return self.small.text_height(labelled_source(source, self.t))

    def _new_page(self) -> BackPage:
        page = BackPage(self.room)
        self.pages.append(page)
        return page

    def add_synthesis(self, groups: Sequence[range], *, with_us: bool) -> None:
        if not self.compared.synthesis:
            return
        page = self._new_page()
        page.begins_synthesis = True
        page.left -= HEADING
        kept = 0.0 if self.compared.shared else self.kept
        tables = synthesis_tables(self.compared, self.paper, groups, page.left - kept, self.t, with_us=with_us)
        for table in tables:
            cases = [self.compared.cases[place] for place in table.places]
            signed = signed_readings(cases, self.t)
            height = table.height + (self.small.text_height(signed) if signed else 0.0)
            kept_here = kept if table is tables[-1] else 0.0
            if page.tables and ABOVE + height > page.left - kept_here:
                page = self._new_page()
                page.left -= HEADING
            page.left -= height + (ABOVE if page.tables else 0.0)
            page.tables.append(table)

    def add_words(self) -> None:
        words = [(word.mot, excerpt) for word in self.compared.shared for excerpt in word.excerpts]
        column = _Columns(
            [self._quotation(excerpt) for _, excerpt in words],
            [number == 0 or word != words[number - 1][0] for number, (word, _) in enumerate(words)],
            self.paper.quotations,
            self.kept,
        )
        done = 0
        if self.pages and self._are_better_whole(column):
            self._new_page()
        while done < len(words):
            if not self.pages or self.pages[-1].left < FEWEST:
                self._new_page()
            page = self.pages[-1]
            page.left -= HEADING + ABOVE
            page.begins_words = done == 0
            height = column.even_height(done, page.left, is_whole=not page.tables)
            columns = column.filled(done, height)
            page.columns = [_by_word(words, column) for column in columns if column]
            done = columns[-1].stop
            page.left = page.left - height if done == len(words) else 0.0

    def _are_better_whole(self, column: "_Columns") -> bool:
        """Return whether the quotations fit on a page of their own, but not on what is left of the last one."""
        left, room = (room - HEADING - ABOVE for room in (self.pages[-1].left, self.room))
        return column.page_count(0, left, left) > 1 and column.page_count(0, room, room) == 1

    def add_explanations(self) -> None:
        if not self.explanations:
            return
        page = self.pages[-1] if self.pages and self.pages[-1].left >= self.explanations else self._new_page()
        page.left -= self.explanations - sum(map(self._source, self.references))
        page.acronyms = self.acronyms
        for source in self.references:
            height = self._source(source)
            if page.left < height:
                page = self._new_page()
            page.left -= height
            page.references.append(source)

    def _quotation(self, excerpt: Excerpt) -> float:
        """Return the height of a quotation with the case and the row that it is from."""
        width = (self.paper.width - BETWEEN * (self.paper.quotations - 1)) / self.paper.quotations
        setting = Setting(QUOTE_SIZE, LEADING, width, self.t.language)
        place = f"A6 {excerpt.case.short_title}, {self.t(excerpt.rubric.label)}"
        return setting.text_height(f"{quotation(excerpt.text, self.t.language)} {place}") + AFTER_QUOTE


class _Columns(NamedTuple):
    """Quotations to be set in columns.

    Attributes:
        heights: of each.
        starts_word: of each, whether it is the first of its word.
        on_page: how many columns a page has.
        kept: how much room the last page keeps for what follows.
    """

    heights: Sequence[float]
    starts_word: Sequence[bool]
    on_page: int
    kept: float

    def filled(self, place: int, most: float) -> list[range]:
        """Return the places of the quotations in each column of a page, from one on; each has one at least."""
        columns = []
        for _ in range(self.on_page):
            start, used = place, 0.0
            while place < len(self.heights):
                needed = self.heights[place] + (WORD if self.starts_word[place] or place == start else 0.0)
                if used + needed > most and place > start:
                    break
                used += needed
                place += 1
            columns.append(range(start, place))
        return columns

    def even_height(self, start: int, most: float, *, is_whole: bool) -> float:
        """Return the least height of the columns that needs no more pages than the most.

        Other pages have more room than one that is not whole: that one is filled, if more than one follows.
        """
        fewest = self.page_count(start, most, most)
        if not is_whole and self.filled(start, most)[-1].stop < len(self.heights):
            return most
        low, high = 0.0, most
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self.page_count(start, middle, most) <= fewest:
                high = middle
            else:
                low = middle
        return high

    def page_count(self, place: int, most: float, room: float) -> int:
        """Return how many pages with some room the quotations from one on take, in columns of a height."""
        at_end = min(most, room - self.kept)
        pages = 1
        while self.filled(place, at_end)[-1].stop < len(self.heights):
            # What the last page does not hold, another does; where that holds all, a part of it follows.
            place = min(self.filled(place, most)[-1].stop, len(self.heights) - 1)
            pages += 1
        return pages


def _by_word(words: Sequence[tuple[str, Excerpt]], column: range) -> list[Quotations]:
    """Return the quotations of a column by their words."""
    found: dict[str, list[Excerpt]] = {}
    for place in column:
        found.setdefault(words[place][0], []).append(words[place][1])
    before = words[column.start - 1][0] if column.start else ""
    return [Quotations(mot, mot == before, tuple(excerpts)) for mot, excerpts in found.items()]
