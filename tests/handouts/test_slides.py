"""The slides for the projector: 16:9, one slide per rubric, then one per case."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.model.case import Case, Point, Recueil
from coopform.model.grid import GRID
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.large_print import (
    ADDRESS,
    LONG_TITLE,
    SLIDE,
    WORDS,
    assert_in_order,
    hard_cases,
    pieces_of,
    rendered,
    words_of,
)
from tests.support.printed import ENGINES, sizes, squeezed
from tests.support.running import Coopform

french = Translator("fr")
SMALLEST = 14
LAST = "Ce qui est transposable chez nous ?"


def kinds(cases: Sequence[Case], recueil: Recueil) -> list[str]:
    """Return the first class of each slide of a page."""
    page = as_text(api.slides(comparison.compare(cases), recueil), "html")
    return [part.split('"')[0].split()[0] for part in page.split('<section class="slide ')[1:]]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_slides_of_the_five_cases(coopform: Coopform, workshop: Path, five: Collection, engine: str) -> None:
    [pdf] = rendered(coopform, workshop / "cases", "slides", engine)
    pages = list(pdf.pages)
    assert sizes(pdf) == [SLIDE] * (2 + len(GRID) + len(five.cases) + 1)
    opening, definition, *others, last = pages
    assert_in_order(words_of([opening], 18), [five.recueil.titre or "", "Journée", "5 mars 2015", "Pélussin (42)"])
    spoken = [paragraph.replace("**", "") for paragraph in five.recueil.introduction.paragraphes]
    assert_in_order(words_of([definition], 18), [five.recueil.introduction.titre or "", *spoken])
    for rubric, page in zip(GRID, others, strict=False):
        said = [piece for case in five.cases for piece in pieces_of(case, rubric)]
        heads = [french(rubric.label), french(rubric.question), *(case.short_title for case in five.cases)]
        assert_in_order(words_of([page], SMALLEST), [*heads, *said])
    for case, page in zip(five.cases, others[len(GRID) :], strict=True):
        rows = [piece for rubric in GRID for piece in [french(rubric.label), *pieces_of(case, rubric)]]
        assert_in_order(words_of([page], SMALLEST), [case.titre, *rows])
    assert words_of([last], 40) == squeezed(LAST)


@pytest.mark.parametrize("engine", ENGINES)
def test_fewer_columns_are_larger(coopform: Coopform, workshop: Path, five: Collection, engine: str) -> None:
    cases = workshop / "cases"
    for path in sorted(cases.glob("[!_]*.yaml"))[2:]:
        path.unlink()
    [pdf] = rendered(coopform, cases, "slides", engine)
    assert len(pdf.pages) == 2 + len(GRID) + 2 + 1
    for rubric, page in zip(GRID, pdf.pages[2:], strict=False):
        said = [piece for case in five.cases[:2] for piece in pieces_of(case, rubric)]
        assert_in_order(words_of([page], 22), said)


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases_flow_on_and_lose_nothing(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    [pdf] = rendered(coopform, hard_cases(tmp_path), "slides", engine)
    assert set(sizes(pdf)) == {SLIDE}
    texts = [words_of([page], SMALLEST) for page in pdf.pages]
    # The first slide of a case has its title; the slides of the rubrics come first.
    first = next(number for number, text in enumerate(texts) if text.startswith(squeezed(LONG_TITLE)))
    for half in ("".join(texts[:first]), "".join(texts[first:])):
        assert squeezed(LONG_TITLE) in half
        assert squeezed(ADDRESS) in half
        assert_in_order(half, [f"enjeu numéro {number:02} de la liste" for number in range(40)])
        assert_in_order(half, [f"acteur numéro {number:02} de la liste" for number in range(40)])
        assert_in_order(half, WORDS)
        assert_in_order(half, [f"enjeu du cas {number}" for number in range(9)])
    # Twelve cases take three slides per rubric; a continued rubric repeats its label.
    assert all(any(text.startswith(squeezed(french(rubric.label))) for rubric in GRID) for text in texts[1:first])
    assert texts[-1] == squeezed(LAST)


def test_what_there_is_to_show(five: Collection) -> None:
    rubrics, cases = ["side-by-side"] * len(GRID), ["case"] * len(five.cases)
    assert kinds(five.cases, five.recueil) == ["opening", "definition", *rubrics, *cases, "question"]
    assert kinds(five.cases, Recueil()) == ["opening", *rubrics, *cases, "question"]


def test_what_was_learnt_is_on_no_slide(five: Collection) -> None:
    learnt = five.cases[0].model_copy(update={"resultats": (Point(texte="Une halle rouverte"),)})
    compared = comparison.compare([learnt, *five.cases[1:]])
    assert "Une halle rouverte" not in as_text(api.slides(compared, five.recueil), "html")


def test_a_case_with_only_a_title_is_to_be_filled_in() -> None:
    case = Case(id="cas", titre="Un titre", outil=("Entente",))
    page = as_text(api.slides(comparison.compare([case]), Recueil()), "html")
    assert page.count("À compléter") == 2 * len(GRID)
