"""The panels: one A3 sheet per rubric, for a wall."""

from pathlib import Path

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.model.case import Point, Recueil
from coopform.model.grid import GRID
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.large_print import (
    ADDRESS,
    LONG_TITLE,
    WORDS,
    assert_clear_of_foot,
    assert_in_order,
    hard_cases,
    pieces_of,
    printed_by,
    rendered,
)
from tests.support.long_cases import long_cases_for
from tests.support.printed import A3_LANDSCAPE, ENGINES, sizes, squeezed, text_of
from tests.support.running import Coopform

french = Translator("fr")
# In points. Capitals of 14 mm can be read at three metres; text of 16 pt one step away.
LABEL, QUESTION, WORD, FOOT = 60, 24, 16, 11


@pytest.mark.parametrize("engine", ENGINES)
def test_a_panel_and_a_sheet_for_notes_for_each_rubric(
    coopform: Coopform, workshop: Path, five: Collection, engine: str
) -> None:
    with (workshop / "cases" / "_recueil.yaml").open("a", encoding="utf-8") as stream:
        stream.write("pied_de_page: Reproduction libre\n")
    [pdf] = rendered(coopform, workshop / "cases", "panels", engine)
    assert sizes(pdf) == [A3_LANDSCAPE] * 2 * len(GRID)
    for number, rubric in enumerate(GRID, start=1):
        page, notes = pdf.pages[2 * number - 2 : 2 * number]
        assert text_of([page], LABEL) == f"{number}{squeezed(french(rubric.label))}"
        assert text_of([notes], LABEL) == f"{number}Cheznous"
        assert squeezed(french(rubric.label)) in text_of([notes])
        for one, place in ((page, 2 * number - 1), (notes, 2 * number)):
            text = text_of([one])
            assert squeezed(french(rubric.question)) in text
            assert f"{place}/{2 * len(GRID)}" in text
            assert squeezed(five.recueil.titre or "") in text
            assert "Reproductionlibre" in text
        said = [[case.short_title, *pieces_of(case, rubric)] for case in five.cases]
        assert_in_order(text_of([page], WORD), [piece for row in said for piece in row])
        assert_in_order(text_of([page]), [" + ".join(case.outil) for case in five.cases])
        assert_clear_of_foot(page, FOOT, WORD)


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases_fill_panels_evenly(engine: str) -> None:
    cases = long_cases_for(engine)
    made = api.panels(comparison.compare(cases), Recueil())
    pdf, planned = printed_by(made, engine), made.content.panels
    assert sizes(pdf) == [A3_LANDSCAPE] * len(planned)
    for page, panel in zip(pdf.pages, planned, strict=True):
        part = f"{panel.part}/{panel.parts}" if panel.parts > 1 else ""
        title = french(panel.rubric.label) if panel.rows else "Chez nous"
        assert text_of([page], 29) == f"{panel.number}{squeezed(title)}{part}"
        if panel.rows:
            assert_clear_of_foot(page, FOOT, WORD)
    # « 1/3 » beside the heading does not move what is below it.
    questions = {
        round(max(one.height for one in page.characters if abs(one.size - QUESTION) < 0.5)) for page in pdf.pages
    }
    assert max(questions) - min(questions) <= 1
    for rubric in GRID:
        pages = [page for page, panel in zip(pdf.pages, planned, strict=True) if panel.rubric == rubric]
        said = [[case.short_title, *pieces_of(case, rubric)] for case in cases]
        assert_in_order(text_of(pages, WORD), [piece for row in said for piece in row])


def test_more_than_six_cases_are_divided_evenly(five: Collection) -> None:
    cases = [case.model_copy(update={"id": f"{case.id}-{copy}"}) for copy in range(2) for case in five.cases]
    for count, wanted in ((6, [6]), (7, [3, 4]), (8, [4, 4]), (10, [5, 5])):
        planned = api.panels(comparison.compare(cases[:count]), five.recueil).content.panels
        found = [len(panel.cases) for panel in planned if panel.rubric == GRID[1] and panel.rows]
        assert sorted(found) == wanted


@pytest.mark.parametrize("engine", ENGINES)
def test_long_rows_lose_nothing(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    [pdf] = rendered(coopform, hard_cases(tmp_path), "panels", engine)
    text = text_of(pdf.pages, WORD)
    assert text.count(squeezed(LONG_TITLE)) >= len(GRID)
    assert squeezed(ADDRESS) in text
    assert_in_order(text, [f"enjeu numéro {number:02} de la liste" for number in range(40)])
    assert_in_order(text, [f"acteur numéro {number:02} de la liste" for number in range(40)])
    assert_in_order(text, WORDS)
    assert squeezed("Quarante points (suite)") in text
    assert set(sizes(pdf)) == {A3_LANDSCAPE}
    assert all(text_of([page], LABEL) for page in pdf.pages)


def test_what_was_learnt_is_on_no_panel(five: Collection) -> None:
    learnt = five.cases[0].model_copy(update={"resultats": (Point(texte="Une halle rouverte"),)})
    page = as_text(api.panels(comparison.compare([learnt, *five.cases[1:]]), five.recueil), "html")
    assert page.count('<section class="panel') == 2 * len(GRID)
    assert "Une halle rouverte" not in page


def test_underlined_words_are_explained_where_there_are_some(five: Collection) -> None:
    page = as_text(api.panels(comparison.compare(five.cases), five.recueil), "html")
    panels = page.split('<section class="panel">')[1:]
    panels = [panel.split("<section")[0] for panel in panels]
    explained = ["Souligné" in panel for panel in panels]
    assert explained == ["<mark>" in panel for panel in panels]
    assert len(set(explained)) == 2


def test_a_collection_without_a_title(five: Collection) -> None:
    page = as_text(api.panels(comparison.compare(five.cases), Recueil()), "html")
    assert page.count(french("Co-operations side by side")) == 1 + 2 * len(GRID)
