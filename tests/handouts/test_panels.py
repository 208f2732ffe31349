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
    assert_in_order,
    hard_cases,
    pieces_of,
    rendered,
    words_of,
)
from tests.support.printed import A3_LANDSCAPE, ENGINES, sizes, squeezed
from tests.support.running import Coopform

french = Translator("fr")
# Cap heights of 17 mm are readable from three metres; text of 16 pt from one step away.
LABEL, WORD = 80, 16


@pytest.mark.parametrize("engine", ENGINES)
def test_six_panels_of_the_five_cases(coopform: Coopform, workshop: Path, five: Collection, engine: str) -> None:
    [pdf] = rendered(coopform, workshop / "cases", "panels", engine)
    assert sizes(pdf) == [A3_LANDSCAPE] * len(GRID)
    for number, (page, rubric) in enumerate(zip(pdf.pages, GRID, strict=True), start=1):
        assert words_of([page], LABEL) == squeezed(french(rubric.label))
        text = words_of([page])
        assert squeezed(french(rubric.question)) in text
        assert squeezed(f"{number} / {len(GRID)}") in text
        assert squeezed(five.recueil.titre or "") in text
        large = words_of([page], WORD)
        assert_in_order(large, [*(case.short_title for case in five.cases), "Chez nous"])
        assert_in_order(large, [piece for case in five.cases for piece in [*case.outil[:1], *pieces_of(case, rubric)]])


@pytest.mark.parametrize("engine", ENGINES)
def test_more_cases_than_fit_go_to_further_panels(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    cases = hard_cases(tmp_path)
    for path in sorted(cases.glob("[a-c]*")):
        path.write_text(f"titre: {path.stem}\noutil: Entente\nenjeux: L’eau\n", encoding="utf-8")
    [pdf] = rendered(coopform, cases, "panels", engine)
    # Five cases per panel besides the column of the group: twelve cases take three panels.
    assert [words_of([page], 30) for page in pdf.pages] == [
        squeezed(f"{french(rubric.label)} {part}/3") for rubric in GRID for part in (1, 2, 3)
    ]
    assert all("Cheznous" in words_of([page]) for page in pdf.pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_long_rows_lose_nothing(coopform: Coopform, tmp_path: Path, engine: str) -> None:
    [pdf] = rendered(coopform, hard_cases(tmp_path), "panels", engine)
    text = words_of(pdf.pages, WORD)
    assert text.count(squeezed(LONG_TITLE)) >= len(GRID)
    assert squeezed(ADDRESS) in text
    assert_in_order(text, [f"enjeu numéro {number:02} de la liste" for number in range(40)])
    assert_in_order(text, [f"acteur numéro {number:02} de la liste" for number in range(40)])
    assert_in_order(text, WORDS)
    assert set(sizes(pdf)) == {A3_LANDSCAPE}
    # Each panel has its label, though WeasyPrint may drop the head of a table.
    if engine == "weasyprint":
        assert all(words_of([page], LABEL) for page in pdf.pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_foot_stands_on_every_panel(coopform: Coopform, workshop: Path, engine: str) -> None:
    with (workshop / "cases" / "_recueil.yaml").open("a", encoding="utf-8") as stream:
        stream.write("pied_de_page: Reproduction libre\n")
    [pdf] = rendered(coopform, workshop / "cases", "panels", engine)
    assert ["Reproductionlibre" in words_of([page]) for page in pdf.pages] == [True] * len(GRID)


def test_what_was_learnt_is_on_no_panel(five: Collection) -> None:
    learnt = five.cases[0].model_copy(update={"resultats": (Point(texte="Une halle rouverte"),)})
    page = as_text(api.panels(comparison.compare([learnt, *five.cases[1:]]), five.recueil), "html")
    assert page.count('<section class="panel') == len(GRID)
    assert "Une halle rouverte" not in page


def test_underlined_words_are_explained_where_there_are_some(five: Collection) -> None:
    page = as_text(api.panels(comparison.compare(five.cases), five.recueil), "html")
    panels = page.split('<section class="panel')[1:]
    explained = ["Souligné" in panel for panel in panels]
    assert explained == ["<mark>" in panel for panel in panels]
    assert len(set(explained)) == 2


def test_a_collection_without_a_title(five: Collection) -> None:
    page = as_text(api.panels(comparison.compare(five.cases), Recueil()), "html")
    assert page.count(french("Co-operations side by side")) == len(GRID)
