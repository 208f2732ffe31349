"""What is found in a document before it is a case: titles, labels, and the lines under them."""

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self

from coopform.importing.blocks import Aside, TextLine
from coopform.importing.labels.rubric_labels import DECOR, OTHER, Label
from coopform.importing.lines import list_marks

# Keys of one line: the next line is about something else.
ONE_LINE = (DECOR, OTHER, "sources", "fiche", "fiche.auteur", "fiche.date", "titre", "titre_court", "langue")
# Keys around the grid: they do not begin a case.
AROUND = (DECOR, OTHER, "sources", "fiche", "fiche.auteur", "fiche.date", "langue")
# A rubric that comes again begins another case only if the case has this many rubrics.
_FEWEST = 2


class Sureness(IntEnum):
    """How sure it is that a line is the title of a case."""

    SHARED = 0  # it comes so often that it is the title of the workshop
    PLAIN = 1
    REPEATED = 2
    BOLD = 3
    HEADING = 4
    NAMED = 5  # after an arrow, or above the rows of a table


@dataclass(slots=True)
class LabelledLines:
    """The lines under a label.

    Attributes:
        key: of a case; empty for lines that fit no key.
        label: as typed; empty for lines without a label.
        lines: the lines.
        is_of_grid: whether the label is one of the grid itself.
        is_sure: whether the label is one of the grid or a synonym; else it has other words around one.
        is_inline: whether the first words are on the line of the label, after its colon.
        links: the addresses of links in its lines.
    """

    key: str
    label: str = ""
    lines: list[TextLine] = field(default_factory=list)
    is_of_grid: bool = False
    is_sure: bool = True
    is_inline: bool = False
    links: list[str] = field(default_factory=list)

    @classmethod
    def under(cls, label: Label, lines: list[TextLine]) -> Self:
        """Return the lines under a label that was recognised; those found so far are on its own line."""
        return cls(
            label.key, label.typed, lines, is_of_grid=label.is_of_grid, is_sure=label.is_sure, is_inline=bool(lines)
        )

    @property
    def is_listed(self) -> bool:
        """Whether a paragraph after it cannot be part of it: it is on the line of its label, or a list."""
        return self.is_inline or (bool(self.lines) and all(map(list_marks.is_item, self.lines)))

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
        keys: those of the entries.
        asides: the words around the text of its part of the document, or drawn into it.
        page: the name of the sheet of a workbook that it is on, or the title of the web page.
        is_in_table: whether it is one of several cases in a table.
        is_column: whether it has a column of its own beside other cases: it is a case even while it is empty.
    """

    title: str
    sureness: Sureness
    entries: list[LabelledLines] = field(default_factory=list)
    opening: list[TextLine] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)
    page: str = ""
    is_in_table: bool = False
    is_column: bool = False

    def add(self, entry: LabelledLines) -> None:
        """Add a label with its lines."""
        self.entries.append(entry)
        self.keys.add(entry.key)

    def open(self, label: Label, lines: list[TextLine]) -> LabelledLines:
        """Add a label with the lines found so far, and return the entry."""
        entry = LabelledLines.under(label, lines)
        self.add(entry)
        if label.key != DECOR:
            self.languages.update(label.languages)
        return entry

    def comes_again(self, key: str) -> bool:
        """Return whether a rubric comes again, and the case has enough rubrics for this to begin another."""
        rubrics = self.keys.difference(ONE_LINE, ("",))
        if key == "titre":
            return "titre" in self.keys or (bool(self.title) and len(rubrics) >= _FEWEST)
        return key in rubrics and len(rubrics) >= _FEWEST


@dataclass(slots=True)
class Found:
    """The drafts in a document, the lines before the first, and the asides of a document without any."""

    drafts: list[DraftCase]
    before: list[TextLine] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
