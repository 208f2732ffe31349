"""A day's work with the handouts, step by step: a proposal, which facilitators change as they like."""

from dataclasses import dataclass

from coopform.text.i18n import mark


@dataclass(frozen=True, slots=True)
class WorkshopStep:
    """A step of the day.

    Attributes:
        title: what it is called, as a message.
        minutes: how long it takes.
        documents: what it uses: the kind and the part of each document.
        how: what to do, as messages of one sentence.
    """

    title: str
    minutes: int
    documents: tuple[tuple[str, str], ...]
    how: tuple[str, ...]


_WELCOME = WorkshopStep(
    mark("Opening"),
    15,
    (),
    (
        mark("Say what the day is for, and read the definition of co-operation aloud."),
        mark("Ask each person for a co-operation that they know at their place: one sentence, no discussion."),
    ),
)
_READING = WorkshopStep(
    mark("Reading side by side"),
    30,
    (("sheet", ""), ("comparison", "")),
    (
        mark("Two people side by side take two sheets, lay them edge to edge and read them rubric by rubric."),
        mark("They underline what is alike, ring what differs, and note what could be carried over."),
        mark("The table then opens the synoptic table and looks for what the underlined words have in common."),
    ),
)
_READING_ONE = WorkshopStep(
    mark("Reading the sheet"),
    30,
    (("sheet", ""),),
    (
        mark("Two people side by side read the sheet rubric by rubric."),
        mark("They underline what surprises them, and note what could be carried over."),
    ),
)
_WALL = WorkshopStep(
    mark("Along the wall"),
    25,
    (("panels", ""),),
    (
        mark("Hang the panels at eye level, in the order of the grid, with room to walk."),
        mark("Each person goes from panel to panel and fills in, on a slip of paper, the column “At our place”."),
        mark("One panel at a time, the group says what the slips have in common."),
    ),
)
_BREAK = WorkshopStep(mark("Break"), 15, (), ())
_ANALYSIS = WorkshopStep(
    mark("Analysis in groups"),
    45,
    (("analysis", ""),),
    (
        mark("Each group takes one co-operation and its analysis page, and names someone to write and to report."),
        mark("Every answer rests on the sheet: what shows it? Where the sheet says nothing, the line stays empty."),
        mark("Disagreement is noted, not settled: two marks on a scale say more than an average."),
    ),
)
_SYNTHESIS = WorkshopStep(
    mark("Synthesis together"),
    35,
    (("synthesis", "empty"), ("synthesis", "")),
    (
        mark(
            "Each group ticks the boxes of its co-operation on the synthesis to fill in, then reports: three minutes."
        ),
        mark("Lay the filled-in synthesis beside it: it gives one author’s reading, not the right answers."),
        mark("Close with one question: which form for which need?"),
    ),
)
_AT_HOME = WorkshopStep(
    mark("At our place"),
    15,
    (("blank", "a3"), ("blank", "")),
    (
        mark("A group that has a project in mind fills in the blank sheet on A3; the others fill in theirs alone."),
        mark("Everybody leaves with the booklet and a blank sheet."),
    ),
)


def steps(cases: int) -> tuple[WorkshopStep, ...]:
    """Return the steps of a day: one case alone is read, not compared; without any, the blank sheet is filled in."""
    if not cases:
        return (_WELCOME, _AT_HOME)
    reading = _READING if cases > 1 else _READING_ONE
    return (_WELCOME, reading, _WALL, _BREAK, _ANALYSIS, _SYNTHESIS, _AT_HOME)
