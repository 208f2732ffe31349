"""The pages for the projector, in the order of the day: what to do at each step, the rubrics, the cases.

Lengths are in millimetres, sizes of type in points; those of `slides.css` are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison
from coopform.handouts import phrases
from coopform.handouts.documents import Content, Document
from coopform.handouts.layout.even_pages import even_pages
from coopform.handouts.layout.paged_rows import RowsFrame, RowsPage
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.title_rooms import CASE_SLIDE, DEFINITION, SLIDE_ROW
from coopform.handouts.render_run import RenderRun
from coopform.handouts.slides_opening import SlidesOpening, opening
from coopform.handouts.workshop import groups as grouping
from coopform.handouts.workshop.copies import DEFAULT_PEOPLE, MOST_READ
from coopform.handouts.workshop.groups import WorkshopGroup
from coopform.handouts.workshop.schedule import TimedStep, timetable
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric
from coopform.model.terms import shown_term
from coopform.text.i18n import Translator

# A slide without its margins, and its foot; the head of a slide of a rubric.
WIDTH, HEIGHT, FOOT, RUBRIC_HEAD = 312.0, 173.0, 7.0, 23.0
# The words of a row; beside them the disc of a case or of a rubric, with its name.
WORDS, DISC, PADDING = 218.0, 11.5, 3.8
LEADING = 1.2
# Nothing that is read from the last row is smaller than 20 points.
SIZES = (28, 26, 25, 24, 23, 22, 21, 20)
MOST, MOST_SPARE = 6, 12.0
# Slides follow one another: their type is alike, a fifth larger at most where there is room.
MOST_LARGER = 1.2
FACTS_SIZE, CASE_HEAD = 14.0, 6.0
DEFINITION_SIZE, DEFINITION_LEADING, UNDER_DEFINITION = 24.0, 1.3, 8.0
GROUPS_ON_A_SLIDE = 8
# Which of several slides it is, after a title, as it is measured.
PART = " 99/99"


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide.

    Attributes:
        kind: `opening`, `definition`, `step`, `rubric`, `case` or `question`.
        part: which of the slides on the same.
        parts: how many slides are on the same.
        rows: of a rubric the cases, of a case its rubrics.
        rubric: that of a slide of the kind `rubric`.
        case: the place of the case of a slide of the kind `case`.
        paragraphs: of the definition.
        step: of the day, in its time.
        groups: of the step, each with its case.
    """

    kind: str
    part: int = 1
    parts: int = 1
    rows: RowsPage | None = None
    rubric: Rubric | None = None
    case: int | None = None
    paragraphs: Sequence[str] = ()
    step: TimedStep | None = None
    groups: Sequence[WorkshopGroup] = ()


@dataclass(frozen=True, slots=True)
class Slides(Content):
    """What the slides hold."""

    comparison: Comparison
    slides: Sequence[Slide]
    opening: SlidesOpening


def slides(
    compared: Comparison,
    recueil: Recueil,
    people: int = DEFAULT_PEOPLE,
    groups: int = 0,
    start: str = "",
    minutes: int = 0,
) -> Document[Slides]:
    """Return the slides of a comparison.

    Args:
        compared: the cases side by side.
        recueil: the collection that they belong to.
        people: how many come; they work in groups.
        groups: how many; as many as people need when 0.
        start: when the day begins, as `9:30`; without it, slides say only how long a step takes.
        minutes: how long the day is; as long as its steps when 0.
    """
    day = timetable(len(compared.cases), start, minutes)
    made = [*_in_order(compared, recueil, day, grouping.groups(people, groups, len(compared.cases)))]
    content = Slides(compared, made, opening(recueil, Translator(recueil.langue)))
    return Document("slides", recueil.langue, recueil, compared.cases, content)


def documents_of(run: RenderRun) -> Iterator[Document[Slides]]:
    """Yield the slides."""
    wanted = run.wanted
    yield slides(run.compared, run.recueil, wanted.people, wanted.groups, wanted.start, wanted.minutes)


def _in_order(
    compared: Comparison, recueil: Recueil, day: Sequence[TimedStep], groups: Sequence[WorkshopGroup]
) -> Iterator[Slide]:
    """Yield the slides: each step, then what is shown during it."""
    t = Translator(recueil.langue)
    yield Slide("opening")
    yield from _definition(recueil, t)
    for timed in day:
        shown = {kind for kind, _ in timed.step.documents}
        yield from _step(timed, groups if "analysis" in shown else ())
        if "sheet" in shown and "analysis" not in shown:
            yield from _rubrics(compared, t)
        if "analysis" in shown:
            yield from _cases(compared, _worked_on(len(compared.cases), groups), t)
    yield Slide("question")


def _definition(recueil: Recueil, t: Translator) -> Iterator[Slide]:
    paragraphs = recueil.introduction.paragraphes
    setting = Setting(DEFINITION_SIZE, DEFINITION_LEADING, WIDTH, t.language)
    heights = [setting.text_height(text, is_strong=True) + 0.5 * setting.em for text in paragraphs]
    pages = even_pages(heights, HEIGHT - definition_head(recueil.introduction.titre or "", t), len(paragraphs))
    for part, page in enumerate(pages, 1):
        yield Slide("definition", part, len(pages), paragraphs=paragraphs[page.start : page.stop])


def definition_head(title: str, t: Translator) -> float:
    """Return the height of the title of the definition, with the space under it."""
    return DEFINITION.setting(1.18, t.language).text_height(f"{title}{PART}", is_strong=True) + UNDER_DEFINITION


def _step(timed: TimedStep, groups: Sequence[WorkshopGroup]) -> Iterator[Slide]:
    """Yield the slides of a step: what to do, and for the work on cases which group has which."""
    chunks = [groups[at : at + GROUPS_ON_A_SLIDE] for at in range(0, len(groups), GROUPS_ON_A_SLIDE)] or [()]
    for part, chunk in enumerate(chunks, 1):
        yield Slide("step", part, len(chunks), step=timed, groups=chunk)


def _rubrics(compared: Comparison, t: Translator) -> Iterator[Slide]:
    for row in compared.rows:
        if row.rubric in grid.GRID:
            names = [SLIDE_ROW.cut(case.short_title, case.langue) for case in compared.cases]
            pages = _frame(HEIGHT - RUBRIC_HEAD - FOOT, names, t).paged([(points,) for points in row.cells])
            for part, page in enumerate(pages, 1):
                yield Slide("rubric", part, len(pages), page, rubric=row.rubric)


def _worked_on(count: int, groups: Sequence[WorkshopGroup]) -> Sequence[int]:
    """Return the places of the cases that are shown while groups work: of many, those that a group has.

    What the others say is on the slides of the rubrics.
    """
    return range(count) if count <= MOST_READ else sorted({group.case for group in groups if group.case is not None})


def _cases(compared: Comparison, places: Sequence[int], t: Translator) -> Iterator[Slide]:
    names = [t(rubric.label) for rubric in grid.GRID]
    for place in places:
        case = compared.cases[place]
        frame = _frame(HEIGHT - _case_head(case, t) - FOOT, names, t)
        pages = frame.paged([(case.filled_row(rubric.key),) for rubric in grid.GRID])
        for part, page in enumerate(pages, 1):
            yield Slide("case", part, len(pages), page, case=place)


def _frame(room: float, names: Sequence[str], t: Translator) -> RowsFrame:
    """Return the place for rows with these names."""
    setting = SLIDE_ROW.setting(1.15, t.language)

    def label(place: int, continues: bool, _: float) -> float:
        name = " ".join([names[place], *([t("(continued)")] if continues else [])])
        return max(DISC, setting.text_height(name, is_strong=True))

    return RowsFrame(room, (WORDS,), PADDING, SIZES, LEADING, t.language, label, MOST, MOST_SPARE, MOST_LARGER)


def _case_head(case: Case, t: Translator) -> float:
    """Return the height of the title of a case, which of its slides it is, and the facts under it."""
    title = CASE_SLIDE.setting(1.12, t.language).text_height(
        f"{CASE_SLIDE.cut(case.titre, case.langue)}{PART}", is_strong=True
    )
    status = shown_term(case.statut or "", t)
    facts = [case.territoire, phrases.named_forms(case, t), status, case.situation_au]
    words = " · ".join([*filter(None, facts), "(" + "x" * 40 + ")"])
    return title + Setting(FACTS_SIZE, 1.25, CASE_SLIDE.width, t.language).text_height(words) + CASE_HEAD
