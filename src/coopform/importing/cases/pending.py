"""The lines since the last rubric: one of them may be the title of the next case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from coopform.importing.blocks import TextLine
from coopform.importing.cases.draft import LabelledLines, Sureness
from coopform.importing.cleaning import clean
from coopform.importing.labels import own_sheets
from coopform.importing.lines.points import labelled
from coopform.text.folding import fold

# Lines that are on several slides.
AGAIN = (Sureness.SHARED, Sureness.REPEATED)


@dataclass(slots=True)
class PendingLine:
    """A line since the last rubric.

    Attributes:
        line: the line.
        sureness: how sure it is that it is a title, None if it cannot be one.
        is_label: whether it is set off as the labels are, but is none that is known.
    """

    line: TextLine
    sureness: Sureness | None = None
    is_label: bool = False

    @property
    def is_kicker(self) -> bool:
        """Whether it is the line above the title of a sheet that coopform made."""
        return own_sheets.kicker(self.line.text) is not None


# A label is pending if its case is known only later: « Source : … », below the title of the next case.
Waiting = PendingLine | LabelledLines


@dataclass(slots=True)
class Pending:
    """The lines since the last rubric, and the labels among them that do not begin a case.

    Attributes:
        waiting: the lines and labels, in order.
        _kept: the lines so far that are on several slides, folded.
    """

    waiting: list[Waiting] = field(default_factory=list)
    _kept: set[str] = field(default_factory=set)

    @property
    def has_title(self) -> bool:
        """Whether a line may be the title of a case, and is not that of the workshop."""
        return any(isinstance(one, PendingLine) and one.sureness for one in self.waiting)

    @property
    def lines(self) -> list[TextLine]:
        """The lines, without labels."""
        return [one.line for one in self.waiting if isinstance(one, PendingLine)]

    def add(self, line: TextLine, sureness: Sureness | None = None, *, is_label: bool = False) -> None:
        """Add a line."""
        self.waiting.append(PendingLine(line, sureness, is_label))

    def take(self) -> list[Waiting]:
        """Return the waiting lines and labels, and clear them."""
        found, self.waiting = self.waiting, []
        return found

    def entries(self, waiting: Iterable[Waiting]) -> list[LabelledLines]:
        """Return lines as labels with their lines: those under the heading of a rubric of unknown name together."""
        found = [LabelledLines("")]
        for one in self.once(waiting):
            if isinstance(one, LabelledLines):
                found += [one, LabelledLines("")]
            elif one.line.heading or one.is_label:
                found.append(_unknown(one.line))
            else:
                found[-1].lines.append(one.line)
        return [entry for entry in found if entry.key or entry.label or entry.lines]

    def once(self, waiting: Iterable[Waiting]) -> list[Waiting]:
        """Return lines; those that are on every slide, only once."""
        found: list[Waiting] = []
        for one in waiting:
            if isinstance(one, PendingLine) and one.sureness in AGAIN:
                words = fold(clean(one.line.text))
                if words in self._kept:
                    continue
                self._kept.add(words)
            found.append(one)
        return found


def split_kickers(waiting: Sequence[Waiting]) -> tuple[list[TextLine], list[Waiting]]:
    """Return the lines above the titles of sheets that coopform made, and the rest."""
    kickers = [one.line for one in waiting if isinstance(one, PendingLine) and one.is_kicker]
    return kickers, [one for one in waiting if not (isinstance(one, PendingLine) and one.is_kicker)]


def _unknown(line: TextLine) -> LabelledLines:
    """Return the label that a line is, or begins with, as one that is not known."""
    found = None if line.heading else labelled(clean(line.text), line.lead)
    if found is None:
        return LabelledLines("", line.text)
    return LabelledLines("", found[0], [replace(line, text=found[1], lead="")], is_inline=True)
