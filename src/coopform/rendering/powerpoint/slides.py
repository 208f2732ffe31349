"""The slides of a day as a presentation: the cases in rows, what to do at each step, what to say in the notes."""

from collections.abc import Iterator, Sequence

from coopform.comparing.comparison import Row
from coopform.handouts import phrases, schedule
from coopform.handouts.documents import Document
from coopform.handouts.points_room import Setting
from coopform.handouts.slides import Slides
from coopform.model.case import Case, Point
from coopform.model.grid import GRID
from coopform.model.outline import outline
from coopform.rendering.powerpoint.deck import BODY_HEIGHT, CELL_MARGIN, MEASURE, Deck, TextParagraph, TextPart
from coopform.text import typography
from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.clock import shown_duration
from coopform.text.i18n import Translator
from coopform.text.typography import colon, stresses

# Nothing that is read from the last row is smaller.
_SIZES = (28, 26, 24, 22, 20)
_SIZE = _SIZES[-1]
_LEADING = 1.2
# Substitutes of the font are wider than the one whose widths are known.
_SPARE = 0.97
_NAME = 82.0
_DEFINITION_SIZE = 24
_SUBTITLE_TOP, _TITLE_TOP = 100.0, 64.0

# A case on a slide, and its points there.
_Part = tuple[Case, Sequence[Point]]


def make(document: Document[Slides]) -> Deck:
    """Return the presentation of a document of slides."""
    return _Talk(document).deck


class _Talk:
    """The slides of a document, in the order of the day."""

    def __init__(self, document: Document[Slides]) -> None:
        self.document = document
        self.t = Translator(document.language)
        self.letters = dict(zip((case.id for case in document.cases), document.letters, strict=False))
        recueil = document.recueil
        title = self._shown(recueil.titre or self.t("Co-operations side by side"))
        self.deck = Deck(recueil, title)
        self._opening(title)
        self._definition()
        opening, reading, *others = schedule.timetable(len(document.cases))
        del opening
        self._step(reading)
        for row in document.content.comparison.rows:
            if row.rubric in GRID:
                self._rubric(row)
        for step in others:
            self._step(step)
        self.deck.slide(self.t("What could we apply in our area?"), top=_TITLE_TOP)

    def _opening(self, title: str) -> None:
        recueil = self.document.recueil
        day = phrases.day(recueil.date, self.t) if recueil.date else ""
        facts = [recueil.sous_titre or "", " · ".join(filter(None, (day, recueil.lieu)))]
        facts += [", ".join(recueil.organisateurs)]
        notes = [self.t(sentence) for sentence in schedule.steps(len(self.document.cases))[0].how]
        slide = self.deck.slide(title, notes, top=_TITLE_TOP)
        if any(facts):
            self.deck.text(slide, [self._plain(fact) for fact in facts if fact], _SIZE, _SUBTITLE_TOP)

    def _definition(self) -> None:
        introduction = self.document.recueil.introduction
        setting = Setting(_DEFINITION_SIZE, 1.3, MEASURE * _SPARE, self.document.language)
        title = introduction.titre or self.t("What we call co-operation")
        page: list[str] = []
        for text in [*introduction.paragraphes, ""]:
            is_full = setting.text_height("\n".join([*page, text])) + 6 * len(page) > BODY_HEIGHT
            if page and (not text or is_full):
                slide = self.deck.slide(self._shown(title), [self.t("Read the definition of co-operation aloud.")])
                self.deck.text(slide, [self._stressed(paragraph) for paragraph in page], _DEFINITION_SIZE)
                page = []
            page.append(text)

    def _step(self, timed: schedule.TimedStep) -> None:
        step = timed.step
        how = [self.t(sentence) for sentence in step.how]
        slide = self.deck.slide(f"{self.t(step.title)} · {shown_duration(timed.minutes, self.t)}", how)
        if how:
            self.deck.text(slide, [TextParagraph([TextPart(sentence)], 1) for sentence in how], _DEFINITION_SIZE)

    def _rubric(self, row: Row) -> None:
        """Add the slides of a rubric, the cases in rows."""
        label, number = self.t(row.rubric.label), GRID.index(row.rubric) + 1
        size, pages = _laid_out(list(zip(self.document.cases, row.cells, strict=True)), self.document.language)
        for place, parts in enumerate(pages, 1):
            title = f"{number}. {label}" + (f" · {place}/{len(pages)}" if len(pages) > 1 else "")
            slide = self.deck.slide(title, [self.t(row.rubric.question)])
            rows = [(self._name(case), self._points(points)) for case, points in parts]
            self.deck.table(slide, rows, size, _NAME)

    def _name(self, case: Case) -> list[TextParagraph]:
        letter = self.letters.get(case.id)
        parts = [TextPart(f"{letter}  ", is_bold=True, is_accent=True)] if letter else []
        return [TextParagraph([*parts, TextPart(self._shown(case.short_title), is_bold=True)])]

    def _points(self, points: Sequence[Point]) -> list[TextParagraph]:
        made = []
        for item in outline(points):
            label = item.point.libelle
            head = [TextPart(self._shown(label + colon(self.document.language)) + " ", item.is_strong)] if label else []
            first, *others = item.paragraphs or [""]
            made.append(TextParagraph([*head, TextPart(self._shown(first))], item.level))
            made += [self._plain(text) for text in others]
        return made or [self._plain(self.t("To be filled in"))]

    def _plain(self, text: str) -> TextParagraph:
        return TextParagraph([TextPart(self._shown(text))])

    def _stressed(self, text: str) -> TextParagraph:
        return TextParagraph([TextPart(self._shown(part), is_strong) for part, is_strong in stresses(text)])

    def _shown(self, text: str) -> str:
        shown = typography.shown(" ".join(text.split("\n")), self.document.language)
        return shown.replace(NARROW_NBSP, NBSP)


def _laid_out(cells: Sequence[_Part], language: str) -> tuple[int, list[list[_Part]]]:
    """Return the size of the type and the cases of each slide of a rubric: one slide, else as few, evenly filled."""
    for size in _SIZES:
        setting = Setting(size, _LEADING, (MEASURE - _NAME - 2 * CELL_MARGIN) * _SPARE, language)
        pages = [*_pages(setting, cells, BODY_HEIGHT)]
        if len(pages) == 1:
            return size, pages
    for room in range(int(BODY_HEIGHT), int(BODY_HEIGHT / 2), -5):
        fuller = [*_pages(setting, cells, float(room))]
        if len(fuller) > len(pages):
            break
        pages = fuller
    return _SIZE, pages


def _pages(setting: Setting, cells: Sequence[_Part], height_of_page: float) -> Iterator[list[_Part]]:
    """Yield the cases of each slide of a rubric; what is too long for a slide goes on on the next."""
    page: list[_Part] = []
    room = height_of_page
    for case, points in cells:
        rest: Sequence[Point] = points
        while True:
            height = _height(setting, case, rest)
            if height <= room or (not page and height <= BODY_HEIGHT):
                page.append((case, rest))
                room -= height
                break
            if height <= BODY_HEIGHT:
                first: Sequence[Point] = ()
            else:
                first, rest = setting.split(rest, room - 2 * CELL_MARGIN)
            if first or not page:
                page.append((case, first or rest))
                rest = rest if first else ()
            yield page
            page, room = [], height_of_page
            if not rest:
                break
    if page:
        yield page


def _height(setting: Setting, case: Case, points: Sequence[Point]) -> float:
    """Return the height of the row of a case, that of its points or of its name, with the margins around them."""
    name = Setting(setting.size, setting.leading, (_NAME - 2 * CELL_MARGIN) * _SPARE, setting.language)
    named = name.text_height(f"AA  {case.short_title}", is_strong=True)
    return max(setting.height(points), named) + 2 * CELL_MARGIN
