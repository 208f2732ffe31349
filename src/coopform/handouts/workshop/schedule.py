"""A day's work with the handouts, step by step: a proposal, which facilitators change as they like.

Times are in whole minutes, those of the day since midnight.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from coopform.text.clock import minutes_of_day
from coopform.text.i18n import mark

# Steps begin and end at multiples of five minutes.
_MARK = 5
# In minutes. A shorter day would leave a step without time; a longer one does not fit a day.
SHORTEST, LONGEST = 60, 12 * 60


@dataclass(frozen=True, slots=True)
class WorkshopStep:
    """A step of the day.

    Attributes:
        title: what it is called, as a message.
        minutes: how long it takes, in a day that is neither shortened nor lengthened.
        documents: what it uses: the kind and the part of each document.
        how: what to do and to say, as messages of one sentence.
        who: who works, as a message.
        things: what it takes besides the documents, as messages.
        said_to_all: what the room reads on its slide, as messages, where `how` is for the facilitator alone.
    """

    title: str
    minutes: int
    documents: tuple[tuple[str, str], ...]
    how: tuple[str, ...]
    who: str = ""
    things: tuple[str, ...] = ()
    said_to_all: tuple[str, ...] = ()

    @property
    def on_slide(self) -> tuple[str, ...]:
        """What its slide says, as messages."""
        return self.said_to_all or self.how


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step in its time.

    Attributes:
        step: what is done.
        minutes: how long it takes.
        start: when it begins; None when the start of the day is not known.
    """

    step: WorkshopStep
    minutes: int
    start: int | None

    @property
    def end(self) -> int | None:
        """When it ends."""
        return None if self.start is None else self.start + self.minutes


_WELCOME = WorkshopStep(
    title=mark("Opening"),
    minutes=15,
    documents=(("slides", ""),),
    how=(
        mark(
            "Say what the day is for: to read co-operations side by side, understand what holds each one together, "
            "and leave with what can be applied back home."
        ),
        mark("Read the definition of co-operation aloud."),
        mark("Ask each person for a co-operation that they know in their area: one sentence, no discussion."),
    ),
    who=mark("The whole room"),
    things=(mark("A clock that everybody can see"),),
    said_to_all=(
        mark("Today: read co-operations, see what holds each one together, leave with what can be applied back home."),
        mark("A co-operation that you know in your area: one sentence each, no discussion."),
    ),
)
_READING = WorkshopStep(
    title=mark("Reading side by side"),
    minutes=30,
    documents=(("sheet", ""), ("comparison", "")),
    how=(
        mark("Two people side by side take two sheets, lay them edge to edge and read them row by row."),
        mark("They underline what is alike, circle what differs, and note what could be applied in their own area."),
        mark("The group then opens the synoptic table and looks for what the underlined words have in common."),
    ),
    who=mark("In pairs, then by group"),
    things=(mark("Pens in two colours"),),
)
_READING_ONE = WorkshopStep(
    title=mark("Reading the sheet"),
    minutes=30,
    documents=(("sheet", ""),),
    how=(
        mark("Two people side by side read the sheet row by row."),
        mark("They underline what surprises them, and note what could be applied in their own area."),
    ),
    who=mark("In pairs"),
)
_WALL = WorkshopStep(
    title=mark("At the panels"),
    minutes=25,
    documents=(("panels", ""),),
    how=(
        mark("Before: hang the panels at eye level, in the order of the grid, with “In our area” under each."),
        mark(
            "Each person puts answers on “In our area” under the panel (room for twenty notes of 76 × 51 mm or "
            "fifteen of 76 × 76 mm)."
        ),
        mark("One panel after another, the group says what the co-operations have in common."),
    ),
    who=mark("Each person, standing"),
    things=(mark("Sticky notes, felt pens"),),
    said_to_all=(
        mark("Read the panels in the order of the grid."),
        mark("Write your answers on sticky notes and put them on “In our area” under each panel."),
        mark("One panel after another: what do the co-operations have in common?"),
    ),
)
_BREAK = WorkshopStep(title=mark("Break"), minutes=15, documents=(), how=())
_ANALYSIS = WorkshopStep(
    title=mark("Analysis in groups"),
    minutes=45,
    documents=(("cards", ""), ("analysis", ""), ("sheet", "")),
    how=(
        mark(
            "Each group takes its card, its co-operation and the analysis page, and chooses someone to write and "
            "someone to report."
        ),
        mark("Every answer is based on the sheet: what shows it? Where the sheet says nothing, the line stays empty."),
        mark("Disagreement is noted, not settled: two marks on a scale say more than an average."),
    ),
    who=mark("By group"),
)
_SYNTHESIS = WorkshopStep(
    title=mark("Synthesis together"),
    minutes=35,
    documents=(("synthesis", "empty"), ("synthesis", "")),
    how=(
        mark(
            "Each group ticks the boxes of its co-operation on the synthesis to fill in, then reports in three minutes."
        ),
        mark("Lay the filled-in synthesis beside it: it gives one author’s reading, not the right answers."),
        mark("Close with one question: which form for which need?"),
    ),
    who=mark("By group, then the whole room"),
    said_to_all=(
        mark("Tick the boxes of your co-operation on the synthesis to fill in, then report in three minutes."),
        mark("The filled-in synthesis gives one author’s reading, not the right answers."),
        mark("Which form of agreement for which need?"),
    ),
)
_AT_HOME = WorkshopStep(
    title=mark("In our area"),
    minutes=15,
    documents=(("blank", "a3"), ("blank", "")),
    how=(mark("A group with a project in mind fills in the blank sheet on A3; the others each fill in their own."),),
    who=mark("By group or alone"),
)
_LEAVING = mark("Everybody leaves with the booklet and a blank sheet.")


def steps(cases: int) -> tuple[WorkshopStep, ...]:
    """Return the steps of a day: one case alone is read, not compared; without any, the blank sheet is filled in."""
    if not cases:
        return (_WELCOME, _AT_HOME)
    leaving = replace(_AT_HOME, documents=(*_AT_HOME.documents, ("booklet", "")), how=(*_AT_HOME.how, _LEAVING))
    reading = _READING if cases > 1 else _READING_ONE
    return (_WELCOME, reading, _WALL, _BREAK, _ANALYSIS, _SYNTHESIS, leaving)


def timetable(cases: int, start: str = "", minutes: int = 0) -> tuple[TimedStep, ...]:
    """Return the steps of a day in their times.

    Args:
        cases: how many cases the day is on.
        start: the time at which it begins, as `9:30`; steps have no times when it is empty.
        minutes: how long it is, `SHORTEST` at least; as long as its steps when 0. Steps become shorter or longer alike,
            and begin at a multiple of five minutes after its start.
    """
    day = steps(cases)
    marks = [0, *_marks([step.minutes for step in day], minutes)]
    first = minutes_of_day(start)
    return tuple(
        TimedStep(step, after - before, None if first is None else first + before)
        for step, (before, after) in zip(day, pairwise(marks), strict=True)
    )


def total(timed: Sequence[TimedStep]) -> int:
    """Return how many minutes the steps take together."""
    return sum(step.minutes for step in timed)


def _marks(lengths: Sequence[int], minutes: int) -> list[int]:
    """Return how many minutes after the start each step ends."""
    ends = list(accumulate(lengths))
    if not minutes:
        return ends
    scaled = [_MARK * round(end * minutes / ends[-1] / _MARK) for end in ends]
    return [*scaled[:-1], minutes]
