"""The slides for the projector: 16:9, the steps of the day, the rubrics, the cases."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.documents import Document
from coopform.handouts.slides import Slides
from coopform.handouts.workshop.letters import letters
from coopform.handouts.workshop.schedule import steps
from coopform.model.case import Case, Point, Recueil
from coopform.model.grid import GRID
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.large_print import (
    ADDRESS,
    LONG_TITLE,
    SLIDE,
    assert_clear_of_foot,
    assert_in_order,
    assert_no_lone_quotation_mark,
    assert_said,
    hard_cases,
    pieces_of,
    printed_by,
    rendered,
    spans,
)
from tests.support.long_cases import long_cases
from tests.support.printed import ENGINES, Page, Pdf, sizes, squeezed, text_of
from tests.support.running import Coopform

french = Translator("fr")
# In points.
SMALLEST, FOOT = 20, 12
LAST = "Ce qui est transposable chez nous ?"


STEPS = len(steps(5))


def planned(cases: Sequence[Case], recueil: Recueil, start: str = "") -> Document[Slides]:
    made = api.slides(comparison.compare(cases), recueil, people=20, start=start)
    return replace(made, letters=letters(len(cases)))


def pages_of(document: Document[Slides], pdf: Pdf, kind: str, about: object) -> list[Page]:
    """Return the pages of a kind of slide about a rubric, or about the case at a place."""
    both = zip(pdf.pages, document.content.slides, strict=True)
    return [page for page, slide in both if slide.kind == kind and about in (slide.rubric, slide.case)]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_slides_of_the_five_cases(five: Collection, engine: str) -> None:
    made = planned(five.cases, five.recueil, start="9:30")
    pdf = printed_by(made, engine)
    assert sizes(pdf) == [SLIDE] * len(made.content.slides)
    opening, definition = pdf.pages[:2]
    assert_in_order(text_of([opening], SMALLEST), [five.recueil.titre or "", "Journée", "5 mars 2015", "Pélussin (42)"])
    spoken = [paragraph.replace("**", "") for paragraph in five.recueil.introduction.paragraphes]
    assert_in_order(text_of([definition], SMALLEST), [five.recueil.introduction.titre or "", *spoken])
    for number, rubric in enumerate(GRID, start=1):
        pages = pages_of(made, pdf, "rubric", rubric)
        said = [piece for case in five.cases for piece in [case.short_title, *pieces_of(case, rubric)]]
        assert_in_order(text_of(pages, SMALLEST), said)
        assert all(text_of([page], SMALLEST).startswith(f"{number}{squeezed(french(rubric.label))}") for page in pages)
    for place, case in enumerate(five.cases):
        pages = pages_of(made, pdf, "case", place)
        said = [piece for rubric in GRID for piece in [french(rubric.label), *pieces_of(case, rubric)]]
        assert_in_order(text_of(pages, SMALLEST), said)
        assert all(squeezed(case.titre) in text_of([page], SMALLEST) for page in pages)
    assert text_of([pdf.pages[-1]], 40) == squeezed(LAST)
    assert_no_lone_quotation_mark(pdf.pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_each_step_says_what_how_long_and_until_when(five: Collection, engine: str) -> None:
    pdf = printed_by(planned(five.cases, five.recueil, start="9:30"), engine)
    found = [text_of([page], SMALLEST) for page in pdf.pages]
    analysis = next(text for text in found if "Analyseengroupes" in text)
    assert_in_order(analysis, ["45 min", "Chaque groupe prend sa carte"])
    assert squeezed("jusqu’à 11 h 40") in analysis
    assert all(f"Groupe{number}" in analysis for number in (1, 2, 3, 4))
    assert squeezed("jusqu’à 9 h 45") in next(text for text in found if "Ouverture" in text)
    assert not any("jusqu’à" in part for part in as_text(planned(five.cases, five.recueil), "html").split("<section"))


def assert_on_one_line(pages: Sequence[Page], name: str) -> None:
    """Assert that a name is on some pages, each time on one line; PDFium joins the parts of a broken one."""
    found = 0
    for page in pages:
        text = "".join(character.text for character in page.characters)
        for match in re.finditer(name, text):
            heights = {round(character.height) for character in page.characters[match.start() : match.end()]}
            assert len(heights) == 1, text[match.start() - 40 : match.end()]
            found += 1
    assert found


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases_go_on_and_lose_nothing(engine: str) -> None:
    cases = long_cases()[:7]
    made = planned(cases, Recueil())
    pdf = printed_by(made, engine)
    assert sizes(pdf) == [SLIDE] * len(made.content.slides)
    for page, slide in zip(pdf.pages, made.content.slides, strict=True):
        if slide.parts > 1:
            assert f"{slide.part}/{slide.parts}" in text_of([page], SMALLEST)
        if slide.rows:
            assert_clear_of_foot(page, FOOT, SMALLEST)
    for rubric in GRID:
        text = text_of(pages_of(made, pdf, "rubric", rubric), SMALLEST)
        assert_said(text, [piece for case in cases for piece in [case.short_title, *pieces_of(case, rubric)]])
        assert_on_one_line(pages_of(made, pdf, "rubric", rubric), "Aubrac-le-Vieux")
    for place, case in enumerate(cases[:4]):
        text = text_of(pages_of(made, pdf, "case", place), SMALLEST)
        assert_said(text, [piece for rubric in GRID for piece in pieces_of(case, rubric)])


@pytest.mark.parametrize(("count", "people", "places"), [(6, 20, range(6)), (8, 20, range(4)), (8, 60, range(8))])
def test_of_more_than_six_cases_those_of_the_groups_have_slides(count: int, people: int, places: range) -> None:
    made = api.slides(comparison.compare(long_cases()[:count]), Recueil(), people=people)
    shown = [slide.case for slide in made.content.slides if slide.kind == "case"]
    assert list(dict.fromkeys(shown)) == list(places)


@pytest.mark.parametrize("engine", ENGINES)
def test_hard_cases_lose_nothing(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    [pdf] = rendered(coopform, hard_cases(tmp_path), "slides", engine)
    assert set(sizes(pdf)) == {SLIDE}
    for number, page in enumerate(pdf.pages[1:-1], start=2):
        assert f"{number}/{len(pdf.pages)}" in text_of([page])
    text = text_of(pdf.pages, SMALLEST)
    assert text.count(squeezed(LONG_TITLE)) >= len(GRID)
    assert squeezed(ADDRESS) in text
    assert_in_order(text, [f"enjeu numéro {number:02} de la liste" for number in range(40)] * 2)
    assert text.count("mot299") == 2


def test_a_step_speaks_to_the_room(five: Collection) -> None:
    page = squeezed(as_text(planned(five.cases, five.recueil), "html"))
    for step in steps(5):
        assert all(squeezed(french(sentence)) in page for sentence in step.on_slide)
        # What the facilitator does is in the guide and in the notes.
        assert not step.said_to_all or not any(squeezed(french(sentence)) in page for sentence in step.how)


def test_what_there_is_to_show(five: Collection) -> None:
    kinds = [slide.kind for slide in planned(five.cases, five.recueil).content.slides]
    assert list(dict.fromkeys(kinds)) == ["opening", "definition", "step", "rubric", "case", "question"]
    assert kinds.count("step") == STEPS
    assert "definition" not in [slide.kind for slide in planned(five.cases, Recueil()).content.slides]


def test_many_groups_go_to_a_further_slide(five: Collection) -> None:
    made = api.slides(comparison.compare(five.cases), five.recueil, people=100)
    [first, *others] = [slide for slide in made.content.slides if slide.groups]
    assert [len(slide.groups) for slide in (first, *others)] == [8, 8, 4]
    assert [(group.number, group.case) for group in first.groups[:6]] == [
        (1, 0),
        (2, 1),
        (3, 2),
        (4, 3),
        (5, 4),
        (6, 0),
    ]


def test_what_was_learnt_is_on_no_slide(five: Collection) -> None:
    learnt = five.cases[0].model_copy(update={"resultats": (Point(texte="Une halle rouverte"),)})
    compared = comparison.compare([learnt, *five.cases[1:]])
    assert "Une halle rouverte" not in as_text(api.slides(compared, five.recueil), "html")


def test_a_case_with_only_a_title_is_to_be_filled_in() -> None:
    case = Case(id="cas", titre="Un titre", outil=("Entente",))
    page = as_text(api.slides(comparison.compare([case]), Recueil()), "html")
    assert page.count("À compléter") == 2 * len(GRID)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_first_slide_has_room_for_all_that_it_says(five: Collection, engine: str) -> None:
    day = Recueil(
        titre="Quels outils pour formaliser des coopérations entre les territoires de montagne et les villes ? " * 4,
        sous_titre="Journée d’exploration de pratiques, avec les élus des communes et leurs équipes " * 3,
        date="2031-09-24",
        lieu="Salle polyvalente de la Communauté de communes, Saint-Exemple-le-Vieux (99)",
        organisateurs=("Association pour la coopération des territoires ruraux et de montagne",) * 30,
        pied_de_page="Avec le soutien inventé du Département et de la Région, fin",
    )
    pdf = printed_by(planned(five.cases[:1], day, start="9:30"), engine)
    assert text_of(pdf.pages[:1]).endswith("fin")
    assert min(height for height, _ in spans(pdf.pages[0])) > 8
    assert "Ouverture" in text_of(pdf.pages[1:2])
