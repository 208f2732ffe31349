"""Titles whose lines are of like length, in the rooms that pages have for them."""

import pytest

import coopform as api
from coopform.comparing import comparison
from coopform.handouts import booklet_cover
from coopform.handouts.layout.points_room import MM_PER_PT
from coopform.handouts.layout.text_widths import measured_text
from coopform.handouts.layout.title_rooms import ROOMS, room_for
from coopform.handouts.synthesis import synthesis_of
from coopform.model.case import Recueil
from coopform.text.i18n import Translator
from tests.support.long_cases import long_cases

french = Translator("fr")
LONG = "Convention de coopération entre le parc naturel régional et le pays " * 4
NAMES = tuple(f"Association pour la coopération des territoires ruraux et de montagne, section {n}" for n in range(40))


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("title", ["Entente", LONG, f"{LONG} 99/99", "é" * 250])
def test_a_balanced_title_takes_no_more_lines(name: str, title: str) -> None:
    room = ROOMS[name]
    em = room.size * MM_PER_PT
    width = room.balanced(title, "fr")
    words, cut = (measured_text(text, is_strong=True) for text in (title, room._replace(lines=2).cut(title, "fr")))
    assert width <= room.width
    assert words.line_count(width / em) == words.line_count(room.width / em)
    assert cut.line_count(room.width / em) <= 2


@pytest.mark.parametrize("name", ["cover", "opening"])
def test_a_first_page_has_small_type_for_a_wide_title_however_few_its_letters(name: str) -> None:
    narrow, wide = "il fit et " * 10, "MOMES OMM " * 10
    assert (room_for(narrow, name, "fr"), room_for(wide, name, "fr")) == (name, f"long {name}")


@pytest.mark.parametrize(
    ("recueil", "count", "room", "organisers", "lines"),
    [
        (Recueil(titre="Quels outils ?", organisateurs=NAMES[:3]), 5, "cover", 3, 2),
        (Recueil(titre="Quels outils ?"), 12, "cover", 0, 1),
        (Recueil(titre="Quels outils ?"), 30, "cover", 0, 0),
        # What does not fit is smaller, in one paragraph, on fewer lines, then left to the contents.
        (Recueil(titre=LONG[:200], lieu=LONG[:80], organisateurs=NAMES[:9]), 6, "long cover", 9, 1),
        (Recueil(titre=LONG * 2, sous_titre=LONG * 2, lieu=LONG * 2, organisateurs=NAMES), 6, "long cover", 1, 0),
    ],
)
def test_nothing_on_a_cover_lies_over_the_cases(
    recueil: Recueil, count: int, room: str, organisers: int, lines: int
) -> None:
    cover = booklet_cover.cover(recueil, count, french)
    assert (cover.room, len(cover.organisers), cover.name_lines) == (room, organisers, lines)


@pytest.mark.parametrize("kind", ["comparison", "panels", "slides", "synthesis"])
def test_a_title_of_many_lines_is_cut_beside_its_rows(kind: str) -> None:
    def pages(title: str) -> int:
        cases = [case.model_copy(update={"titre": title}) for case in long_cases()[:3]]
        compared = comparison.compare(cases)
        if kind == "comparison":
            return len(api.side_by_side(compared, Recueil()).content.grid_pages)
        if kind == "panels":
            return len(api.panels(compared, Recueil()).content.panels)
        if kind == "slides":
            return len(api.slides(compared, Recueil()).content.slides)
        return len(synthesis_of(cases, Recueil()).content.pages)

    assert pages(LONG * 9) == pages(LONG)
