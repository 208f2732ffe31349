"""The slides of a day as a presentation, as they are laid out for the projector, with what to say in the notes.

Lengths are in millimetres, sizes of type in points.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pptx.slide import Slide as DeckSlide

from coopform.handouts import phrases
from coopform.handouts.documents import Document
from coopform.handouts.layout.paged_rows import PagedRow
from coopform.handouts.layout.points_room import MM_PER_PT
from coopform.handouts.layout.title_rooms import CASE_SLIDE, DEFINITION, SLIDE_ROW
from coopform.handouts.slides import (
    DEFINITION_SIZE,
    FACTS_SIZE,
    FOOT,
    HEIGHT,
    UNDER_DEFINITION,
    WORDS,
    Slide,
    Slides,
    definition_head,
)
from coopform.handouts.workshop import schedule
from coopform.handouts.workshop.groups import WorkshopGroup
from coopform.model.case import Case, Point
from coopform.model.grid import GRID
from coopform.model.handout_kinds import document_label
from coopform.model.outline import outline
from coopform.rendering.powerpoint.deck import TITLE_HEIGHT, Deck, NamedRow, TextParagraph, TextPart
from coopform.text import typography
from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.clock import shown_duration, shown_time
from coopform.text.i18n import Translator
from coopform.text.typography import colon, stresses

# Where a slide begins under its margin; the titles of the first and the last; the subtitle of the first.
_TOP, _TITLE_TOP, _SUBTITLE_TOP = 10.0, 64.0, 100.0
# The height of a line of facts; the top of a text below the title.
_FACTS, _TEXT_TOP = 9.0, 30.0
_SMALLEST, _HOW_SIZE = 20, 24
# Where names begin, after the letter of a case or the number of a row.
_HANG = 12.0


class RowHead(NamedTuple):
    """What is beside the words of a row: a sign, a name and its language; and the language of the words.

    An empty language is that of the presentation.
    """

    sign: str
    name: str
    language: str
    of_words: str


def make(document: Document[Slides]) -> Deck:
    """Return the presentation of a document of slides."""
    return _Talk(document).deck


class _Talk:
    """The slides of a document, in their order."""

    def __init__(self, document: Document[Slides]) -> None:
        self.document = document
        self.recueil = document.recueil
        self.t = Translator(document.language)
        self.title = self._shown(document.recueil.titre or self.t("Co-operations side by side"))
        self.deck = Deck(document.recueil, self.title)
        kinds: dict[str, Callable[[Slide], None]] = {
            "opening": self._opening,
            "definition": self._definition,
            "step": self._step,
            "rubric": self._rubric,
            "case": self._case,
            "question": self._question,
        }
        for slide in document.content.slides:
            kinds[slide.kind](slide)
        self.deck.number_slides()

    def _opening(self, _: Slide) -> None:
        said = self.document.content.opening
        facts = [said.subtitle, " · ".join(filter(None, (said.date, said.place))), said.organisers, said.imprint]
        notes = [self.t(sentence) for sentence in schedule.steps(len(self.document.cases))[0].how]
        made = self.deck.slide(self.title, notes, top=_TITLE_TOP)
        if any(facts):
            self.deck.text(made, [self._plain(fact) for fact in facts if fact], _SMALLEST, _SUBTITLE_TOP)

    def _definition(self, slide: Slide) -> None:
        title = self.recueil.introduction.titre or self.t("What we call co-operation")
        notes = [self.t("Read the definition of co-operation aloud.")]
        head = definition_head(title, self.t)
        height = max(TITLE_HEIGHT, head - UNDER_DEFINITION)
        made = self.deck.slide(self._titled(title, slide), notes, height=height, size=DEFINITION.size)
        self.deck.text(made, [self._stressed(text) for text in slide.paragraphs], DEFINITION_SIZE, _TOP + head)

    def _step(self, slide: Slide) -> None:
        timed = slide.step
        if timed is None:
            return
        how = [self.t(sentence) for sentence in timed.step.how]
        made = self.deck.slide(self._titled(self.t(timed.step.title), slide), how)
        facts = [shown_duration(timed.minutes, self.t)]
        if timed.end is not None:
            facts.append(" ".join([self.t("until"), shown_time(timed.end, self.t)]))
        facts += [self.t(document_label(kind, part)) for kind, part in timed.step.documents]
        self.deck.text(made, [self._plain(" · ".join(facts))], _SMALLEST, _TEXT_TOP)
        said = [TextParagraph([TextPart(self._shown(self.t(sentence)))], 1) for sentence in timed.step.on_slide]
        if slide.groups:
            said.append(self._plain(" · ".join(map(self._group, slide.groups))))
        if said:
            self.deck.text(made, said, _HOW_SIZE, _TEXT_TOP + 2 * _FACTS)

    def _rubric(self, slide: Slide) -> None:
        """Add a slide of a rubric, the cases in rows."""
        if slide.rubric is None:
            return
        title = ". ".join([str(GRID.index(slide.rubric) + 1), self.t(slide.rubric.label)])
        made = self.deck.slide(self._titled(title, slide), [self.t(slide.rubric.question)])
        heads = [
            RowHead(self._letter(place), SLIDE_ROW.cut(case.short_title, case.langue), case.langue, case.langue)
            for place, case in self._cases
        ]
        self._rows(made, slide, heads)

    def _case(self, slide: Slide) -> None:
        """Add a slide of a case, its rubrics in rows."""
        if slide.case is None or slide.rows is None:
            return
        case = self.document.cases[slide.case]
        head = HEIGHT - FOOT - slide.rows.room
        title = CASE_SLIDE.cut(case.titre, case.langue)
        title = self._titled(" · ".join(filter(None, (self._letter(slide.case), title))), slide)
        made = self.deck.slide(TextPart(title, language=case.langue), height=head - _FACTS, size=CASE_SLIDE.size)
        self.deck.text(made, [self._facts(case)], FACTS_SIZE, _TOP + head - _FACTS - 2)
        heads = [RowHead(str(place), self.t(rubric.label), "", case.langue) for place, rubric in enumerate(GRID, 1)]
        self._rows(made, slide, heads)

    def _facts(self, case: Case) -> TextParagraph:
        """Return the facts of a case in one line, each part of it in its language."""
        parts: list[TextPart] = []
        for fact in phrases.spoken_facts(case, self.t):
            parts += [TextPart(" · ")] if parts else []
            parts += [TextPart(_shown(text, language), language=language) for text, language in fact]
        return TextParagraph(parts)

    def _question(self, _: Slide) -> None:
        self.deck.slide(self.t("What could we apply in our area?"), top=_TITLE_TOP)

    @property
    def _cases(self) -> Iterable[tuple[int, Case]]:
        return enumerate(self.document.cases)

    def _letter(self, place: int) -> str:
        return self.document.letters[place] if self.document.letters else ""

    def _group(self, group: WorkshopGroup) -> str:
        named = "" if group.case is None else self._letter(group.case) or self.document.cases[group.case].short_title
        return " ".join([self.t("Group {number}", number=group.number), named])

    def _titled(self, title: str, slide: Slide) -> str:
        return self._shown(title) + (f" · {slide.part}/{slide.parts}" if slide.parts > 1 else "")

    def _rows(self, made: DeckSlide, slide: Slide, heads: Sequence[RowHead]) -> None:
        """Add the rows of a slide, each with what is beside it."""
        if slide.rows is None:
            return
        rows = [self._row(row, heads[row.place]) for row in slide.rows.rows]
        top = _TOP + HEIGHT - FOOT - slide.rows.room
        self.deck.table(made, rows, top, WORDS + slide.rows.size * MM_PER_PT, (SLIDE_ROW.size, slide.rows.size))

    def _row(self, row: PagedRow, head: RowHead) -> NamedRow:
        parts = [TextPart(f"{head.sign}\t", is_bold=True, is_accent=True)] if head.sign else []
        parts.append(TextPart(self._shown(head.name), is_bold=True, is_accent=True, language=head.language))
        parts += [TextPart(" " + self.t("(continued)"))] if row.continues else []
        name = TextParagraph(parts, hang=_HANG if head.sign else 0)
        return NamedRow([name], self._points(row.cells[0].points, head.of_words), row.height)

    def _points(self, points: Sequence[Point], language: str) -> list[TextParagraph]:
        made = []
        for item in outline(points):
            label = item.point.libelle
            paragraphs = [[TextPart(_shown(text, language), language=language)] for text in item.paragraphs or [""]]
            if label:
                head = _shown(label + colon(language), language) + " "
                paragraphs[0].insert(0, TextPart(head, item.is_strong, language=language))
            for place, parts in enumerate(paragraphs):
                made.append(TextParagraph(parts, 0 if place else item.level, is_inset=True))
        return made or [replace(self._plain(self.t("To be filled in")), is_inset=True)]

    def _plain(self, text: str) -> TextParagraph:
        return TextParagraph([TextPart(self._shown(text))])

    def _stressed(self, text: str) -> TextParagraph:
        return TextParagraph([TextPart(self._shown(part), is_strong) for part, is_strong in stresses(text)])

    def _shown(self, text: str) -> str:
        return _shown(text, self.document.language)


def _shown(text: str, language: str) -> str:
    return typography.shown(" ".join(text.split("\n")), language).replace(NARROW_NBSP, NBSP)
