"""The panels: one rubric on each sheet of A3, the cases in rows, to hang on a wall; and a sheet for sticky notes.

Lengths are in millimetres, sizes of type in points; those of `panels.css` are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coopform.comparing.comparison import Comparison, Row
from coopform.handouts import phrases
from coopform.handouts.documents import Content, Document
from coopform.handouts.layout.paged_rows import RowsFrame, RowsPage
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.title_rooms import PANEL_ROW
from coopform.handouts.render_run import RenderRun
from coopform.model import grid, vocabulary
from coopform.model.case import Case, Recueil
from coopform.model.grid import Rubric
from coopform.text.i18n import Translator, mark
from coopform.text.typography import semicolon

UNDERLINED = mark("Underlined: a word that several of these co-operations use.")

# An A3 without its margins, its head with the rule under it, and the gap above its foot.
WIDTH, HEIGHT, HEAD, GAP = 392.0, 275.5, 38.0, 2.0
# The words of a row; the name of its case beside them, which is read at three metres.
WORDS, FORM_SIZE, DISC = 276.0, 12.0, 16.0
PADDING = 5.5
LEADING = 1.2
SIZES = tuple(range(28, 15, -1))
# Panels of a rubric hang side by side: their type is alike, a fifth larger at most where there is room.
MOST_LARGER = 1.2
# More cases than these go to further panels.
MOST = 6
FOOT_SIZE, FOOT_WIDTH = 11.0, 318.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a rubric, or the sheet for the notes of a group on it.

    Attributes:
        rubric: what it is about.
        number: of the rubric in the grid.
        part: which of the panels of the rubric.
        parts: how many panels the rubric has.
        rows: the cases on it; none on the sheet for notes.
        cases: those in the rows.
    """

    rubric: Rubric
    number: int
    part: int
    parts: int
    rows: RowsPage | None
    cases: Sequence[Case] = ()


@dataclass(frozen=True, slots=True)
class Panels(Content):
    """What the panels hold."""

    comparison: Comparison
    panels: Sequence[Panel]


def panels(compared: Comparison, recueil: Recueil) -> Document[Panels]:
    """Return the panels of a comparison: those of each rubric, then its sheet for notes."""
    rows = [row for row in compared.rows if row.rubric in grid.GRID]
    made = [panel for number, row in enumerate(rows, 1) for panel in _of_rubric(compared, recueil, row, number)]
    return Document("panels", recueil.langue, recueil, compared.cases, Panels(compared, made))


def documents_of(run: RenderRun) -> Iterator[Document[Panels]]:
    """Yield the panels."""
    yield panels(run.compared, run.recueil)


def _of_rubric(compared: Comparison, recueil: Recueil, row: Row, number: int) -> Iterator[Panel]:
    t = Translator(recueil.langue)
    frame = RowsFrame(
        room=HEIGHT - HEAD - GAP - _foot(compared.cases, recueil, row.rubric, t),
        widths=(WORDS,),
        padding=PADDING,
        sizes=SIZES,
        leading=LEADING,
        language=recueil.langue,
        label=lambda place, continues, _: _label(compared.cases[place], t, continues=continues),
        most=MOST,
        most_spare=HEIGHT,
        most_larger=MOST_LARGER,
    )
    pages = frame.paged([(points,) for points in row.cells])
    for part, page in enumerate(pages, 1):
        yield Panel(row.rubric, number, part, len(pages), page, [compared.cases[one.place] for one in page.rows])
    yield Panel(row.rubric, number, 1, 1, None)


def _label(case: Case, t: Translator, *, continues: bool) -> float:
    """Return the height of the name of a case and its form of agreement."""
    title = " ".join([PANEL_ROW.cut(case.short_title, case.langue), *([t("(continued)")] if continues else [])])
    name = PANEL_ROW.setting(1.15, t.language).text_height(title, is_strong=True)
    form = Setting(FORM_SIZE, 1.25, PANEL_ROW.width, t.language).text_height(phrases.named_forms(case, t))
    return max(DISC, name + form)


def _foot(cases: Sequence[Case], recueil: Recueil, rubric: Rubric, t: Translator) -> float:
    """Return the height of the foot, with the acronyms of all panels of a rubric."""
    found = vocabulary.load().sigles_in(text for case in cases for text in case.row_texts(rubric.key))
    acronyms = semicolon(t.language).join(f"{sigle}, {meaning}" for sigle, meaning in found.items())
    words = [recueil.titre or t("Co-operations side by side"), recueil.pied_de_page, t(UNDERLINED), acronyms]
    setting = Setting(FOOT_SIZE, 1.3, FOOT_WIDTH, t.language)
    return setting.text_height(" · ".join(filter(None, words)), is_strong=True)
