"""The synoptic table on paper: its grid in as large a type as it holds, and what is behind it."""

from dataclasses import replace

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.comparison import Synoptic
from coopform.handouts.documents import Document
from coopform.handouts.layout import columns
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Case, Point, Recueil, Reference
from coopform.model.grid import GRID
from coopform.text.i18n import Translator
from tests.support.large_print import (
    assert_in_order,
    assert_no_lone_quotation_mark,
    assert_said,
    pieces_of,
    printed_by,
    spans,
)
from tests.support.long_cases import long_cases
from tests.support.printed import A3_LANDSCAPE, ENGINES, sizes, squeezed, text_of

french = Translator("fr")
SIZES = {"a3": A3_LANDSCAPE, "a4": (297, 210)}
BODY, SMALL = 10, 9
# Of the first five long cases.
LONGEST_PLACE = 3


def table(cases: tuple[Case, ...] | list[Case], recueil: Recueil, paper: str = "a3", **how: bool) -> Document[Synoptic]:
    made = api.side_by_side(comparison.compare(cases), recueil, paper, **how)
    return replace(made, letters=letters(len(cases)))


def planned(document: Document[Synoptic]) -> int:
    return len(document.content.grid_pages) + len(document.content.back_pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_five_cases_are_one_a3_and_its_back(five: Collection, engine: str) -> None:
    pdf = printed_by(table(five.cases, five.recueil), engine)
    assert sizes(pdf) == [A3_LANDSCAPE] * 2
    front, back = pdf.pages
    found = text_of([front])
    for rubric in GRID:
        assert squeezed(french(rubric.label)) in text_of([front], BODY)
        said = [piece for case in five.cases for piece in pieces_of(case, rubric)]
        assert_in_order(text_of([front], BODY), said)
    assert all(squeezed(case.short_title) in found for case in five.cases)
    assert "Sigles:" not in found
    assert squeezed(five.recueil.titre or "") in text_of([back])
    # Shared words are quoted with their coordinates; acronyms and the source follow.
    assert_in_order(text_of([back]), ["Synthèse", "appel à projets", "B1", "mutualisation", "Sigles :", "Source :"])
    for number, page in enumerate(pdf.pages, start=1):
        assert f"{number}/2" in text_of([page])
        assert min(size for _, size in spans(page)) > SMALL - 0.2
    assert_no_lone_quotation_mark(pdf.pages)
    # In millimetres: above the margin and the foot.
    assert min(height for height, size in spans(front) if size > BODY - 0.05) > 17


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("paper", "count"), [("a3", 10), ("a4", 7)])
def test_long_cases_lose_nothing(engine: str, paper: str, count: int) -> None:
    # Begin with the longest but one: some columns are of one width, some are not.
    cases = long_cases()[5:][:count]
    made = table(cases, Recueil(), paper)
    pdf = printed_by(made, engine)
    assert sizes(pdf) == [SIZES[paper]] * planned(made)
    for number, page in enumerate(pdf.pages, start=1):
        assert f"{number}/{planned(made)}" in text_of([page])
        assert squeezed(french("Synoptic table")) in text_of([page])
    assert_no_lone_quotation_mark(pdf.pages)
    grids = [page for page, _ in zip(pdf.pages, made.content.grid_pages, strict=False)]
    # What is behind many pages is on no back: its page is named.
    explained = made.content.explained_on
    assert "Source:" in text_of([pdf.pages[explained - 1]])
    assert all(f"page{explained}." in text_of([page]) and "verso" not in text_of([page]) for page in grids)
    for page, plan in zip(grids, made.content.grid_pages, strict=True):
        assert all(squeezed(cases[place].short_title) in text_of([page], SMALL) for place in plan.places)
        # More than a head and a foot.
        assert len(text_of([page], BODY)) > 300
    for group in made.content.groups:
        pages = [page for page, plan in zip(grids, made.content.grid_pages, strict=True) if plan.places == group]
        text = text_of(pages, BODY)
        for place in group:
            assert_said(text, [piece for rubric in GRID for piece in pieces_of(cases[place], rubric)])


def test_more_than_six_cases_are_divided_evenly(five: Collection) -> None:
    cases = [case.model_copy(update={"id": f"{case.id}-{copy}"}) for copy in range(2) for case in five.cases][:8]
    assert [len(page.places) for page in table(cases, five.recueil).content.grid_pages] == [4, 4]


def test_the_type_is_as_large_as_the_page_holds(five: Collection) -> None:
    sizes_of = [page.rows.size for page in table(five.cases[:3], five.recueil).content.grid_pages]
    assert sizes_of == [12]
    [five_of_them] = table(five.cases, five.recueil).content.grid_pages
    assert BODY <= five_of_them.rows.size < 12


def test_smaller_type_keeps_a_row_whole_where_the_pages_are_as_many() -> None:
    rows = [page.rows for page in table(long_cases()[:8], Recueil()).content.grid_pages]
    assert not any(row.continues for page in rows for row in page.rows)
    assert 10 < max(page.size for page in rows) < 12


def test_a_case_that_says_much_more_has_a_wider_column() -> None:
    pages = table(long_cases()[:5], Recueil()).content.grid_pages
    [widths] = {page.widths for page in pages}
    assert max(widths) == widths[LONGEST_PLACE] > 1.5 * min(widths)
    assert abs(sum(widths) - 5 * (394 - 42) / 5) < 0.1
    assert min(widths) >= 60
    # In columns of one width each of the six rows takes a page. Pages that lie side by side have type that is alike.
    assert len(pages) < 6
    assert {page.rows.size for page in pages} == {10, 11}
    assert not any(page.widths for page in table(long_cases()[10:15], Recueil()).content.grid_pages)


@pytest.mark.parametrize(("paper", "count"), [("a3", 20), ("a4", 5)])
def test_acronyms_and_sources_end_the_back_and_are_on_no_page_of_their_own(paper: str, count: int) -> None:
    *before, last = table(long_cases()[:count], Recueil(), paper).content.back_pages
    assert last.explains
    assert last.columns
    assert not any(page.explains for page in before)
    # No table of the synthesis is divided; an A3 holds three of cases without a reading.
    on_pages = [len(page.tables) for page in [*before, last]]
    assert sum(on_pages) == len(columns.split(count, paper))
    assert paper == "a4" or on_pages[:3] == [3, 1, 0]
    bare = [case.model_copy(update={"objet": (), "acteurs": (), "enjeux": ()}) for case in long_cases()[:count]]
    *_, last = table(bare, Recueil(), paper).content.back_pages
    assert last.explains
    assert last.tables or last.columns


def test_the_parts_of_a_row_of_several_long_cases_are_alike() -> None:
    pages = table(long_cases()[3:6], Recueil(), "a4").content.grid_pages
    first_row = [row for page in pages for row in page.rows.rows if row.place == 0]
    counts = [max(len(cell.points) for cell in row.cells) for row in first_row]
    assert len(counts) > 1
    assert max(counts) - min(counts) <= 2


def test_an_empty_column_is_of_the_same_width(five: Collection) -> None:
    pages = table(five.cases, five.recueil, with_us=True).content.grid_pages
    assert {len(page.places) for page in pages} == {5}
    several = [case.model_copy(update={"id": f"c{n}"}) for n, case in enumerate([*five.cases, five.cases[0]])]
    assert {len(page.places) for page in table(several, five.recueil, with_us=True).content.grid_pages} == {3}


@pytest.mark.parametrize("engine", ENGINES)
def test_many_sources_are_on_no_page_of_their_own(engine: str) -> None:
    sources = tuple(Reference(titre=f"Compte rendu numéro {number:03}") for number in range(30))
    cases = [Case(id=f"c{n}", titre=f"Cas {n}", outil=("Entente",), sources=sources) for n in range(2)]
    made = table(cases, Recueil(), "a4")
    pdf = printed_by(made, engine)
    assert len(pdf.pages) == planned(made)
    assert_in_order(text_of(pdf.pages), [f"Compte rendu numéro {number:03}" for number in range(30)])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_longer_than_a_page_goes_on(engine: str) -> None:
    points = tuple(
        Point(texte=f"enjeu numéro {number:03} de la liste, avec quelques mots de plus") for number in range(90)
    )
    cases = [
        Case(id="long", titre="Long", outil=("Entente",), enjeux=points),
        Case(id="court", titre="Court", outil=("Entente",), enjeux=(Point(texte="L’eau"),)),
    ]
    made = table(cases, Recueil())
    pdf = printed_by(made, engine)
    assert len(pdf.pages) == planned(made) > 3
    text = text_of(pdf.pages)
    assert_in_order(text, [f"enjeu numéro {number:03} de la liste" for number in range(90)])
    assert "Enjeux(suite)" in text


def test_the_words_that_are_shared_fill_their_pages_evenly() -> None:
    made = table(long_cases()[:8], Recueil())
    whole = [page for page in made.content.back_pages if page.columns and not page.tables]
    counts = [sum(len(part.excerpts) for column in page.columns for part in column) for page in whole]
    assert len(counts) > 1
    assert min(counts) > max(counts) / 2


@pytest.mark.parametrize("engine", ENGINES)
def test_a_long_label_is_not_broken(five: Collection, engine: str) -> None:
    learnt = five.cases[0].model_copy(update={"enseignements": (Point(texte="Commencer petit"),)})
    made = table([learnt, five.cases[1]], five.recueil)
    assert made.content.grid_pages[0].rows.size == 12
    assert "Enseignements" in printed_by(made, engine).pages[0].text


def test_quotations_that_fit_on_a_page_are_not_divided(five: Collection) -> None:
    table_page, words_page = table(five.cases, five.recueil, with_us=True).content.back_pages
    assert not table_page.columns
    assert words_page.begins_words
    assert sum(map(len, words_page.columns)) > 8
