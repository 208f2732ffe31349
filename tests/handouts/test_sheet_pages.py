"""The sheet is one sheet of paper, and its pages are in both engines as they were worked out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.handouts.due_files import due_files
from coopform.handouts.layout.points_room import MM_PER_PT
from coopform.handouts.render_run import Wanted
from coopform.handouts.sheet import Sheet
from coopform.handouts.sheet_frame import LEADING
from coopform.handouts.sheet_pages import SheetPage
from coopform.model.case import Case, Point, Recueil
from coopform.model.grid import GRID
from coopform.model.outline import items
from coopform.rendering.pages.render import as_text
from tests.support.layout_cases import HARD
from tests.support.long_cases import LONGEST, lines_of, long_cases, long_cases_for, write_long_cases
from tests.support.monstrous import MONSTROUS
from tests.support.places import CASES
from tests.support.printed import A4, ENGINES, Pdf, print_together, sizes, squeezed, text, text_of
from tests.support.running import Coopform

HARD_CASES = {**MONSTROUS, **HARD}


def sheets(cases: Sequence[Case], recueil: Recueil | None = None) -> list[api.Document[Sheet]]:
    """Return the sheets of a pack."""
    wanted = Wanted(("sheet",), ("pdf",), is_whole=True, has_letters=True)
    files: Any = due_files(cases, recueil or Recueil(), wanted)
    return [file.document for file in files]


def printed(documents: Sequence[api.Document[Sheet]], engine: str) -> list[Pdf]:
    return print_together(engine, [as_text(document, "html") for document in documents])


def words(case: Case) -> list[str]:
    """Return the words of the rows of a case, in order."""
    return [
        squeezed(word) for rubric in GRID for text in case.row_texts(rubric.key) for word in re.split(r"[ \n]+", text)
    ]


def assert_has_in_order(found: str, pieces: Sequence[str]) -> None:
    """Assert that a text has the words in this order; heads and feet may be between them."""
    place = 0
    for piece in pieces:
        after = found.find(piece, place)
        assert after >= 0, (found[max(0, place - 60) : place], piece)
        assert not place or after < place + 1500, (found[place - 60 : place], piece)
        place = after + len(piece)


def assert_as_planned(pdf: Pdf, pages: Sequence[SheetPage], title: str) -> None:
    assert sizes(pdf) == [A4] * len(pages)
    for number, (page, plan) in enumerate(zip(pdf.pages, pages, strict=True), start=1):
        found = text_of([page])
        assert found.count(f"{number}/{len(pages)}") >= 1
        assert squeezed(title)[:40] in found
        # A page has a row, or lines to write on.
        assert plan.rows or plan.lines >= 5
        assert ("Cequiesttransposablecheznous" in found) is bool(plan.lines)
        # The last words of its rows are on it: nothing is cut off at the foot.
        for row in plan.rows:
            last = [item.point.texte or "" for item in items(row.points)][-1:]
            assert all(squeezed(text)[-30:] in found for text in last)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_five_of_a_pack_are_one_page_each_with_rows_at_one_height(five: Collection, engine: str) -> None:
    made = sheets(five.cases, five.recueil)
    heights = [[(row.number, row.height) for row in page.rows] for one in made for page in one.content.pages]
    assert len(heights) == len(made)
    assert heights.count(heights[0]) == len(heights)
    assert {one.content.pages[0].size for one in made} == {11.5}
    tops = []
    for one, pdf, letter in zip(made, printed(made, engine), "ABCDE", strict=True):
        assert_as_planned(pdf, one.content.pages, one.content.case.titre)
        found = pdf.pages[0].text
        assert letter in found.split()
        tops.append(label_tops(pdf))
    for others in tops[1:]:
        assert others == pytest.approx(tops[0], abs=0.6)


def label_tops(pdf: Pdf) -> list[float]:
    """Return where the numbers of the rows are on the first page, in millimetres from the foot."""
    found: dict[str, float] = {}
    for character in pdf.pages[0].characters:
        if character.text in "123456" and character.left < 21:
            found.setdefault(character.text, character.height)
    return [found[number] for number in "123456"]


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases_are_one_sheet_of_paper_each(engine: str) -> None:
    made = sheets(long_cases_for(engine))
    longest = sorted(map(lines_of, long_cases()))[-len(LONGEST)]
    for one, pdf in zip(made, printed(made, engine), strict=True):
        case, pages = one.content.case, one.content.pages
        assert len(pages) == (4 if lines_of(case) >= longest else 2)
        assert_as_planned(pdf, pages, case.titre)
        assert_has_in_order(text(pdf), words(case))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_monstrous_case_goes_on_as_planned(engine: str) -> None:
    made = [api.sheet(case) for case in HARD_CASES.values()]
    for one, pdf in zip(made, printed(made, engine), strict=True):
        assert_as_planned(pdf, one.content.pages, one.content.case.titre)
        assert_has_in_order(text(pdf), words(one.content.case))


def test_of_a_divided_row_no_page_has_less_than_three_lines() -> None:
    pages = [page for one in sheets(long_cases()) for page in one.content.pages]
    divided = [
        (page.size, row.height)
        for page, following in pairwise(pages)
        for row in (page.rows[-1:] + following.rows[:1] if following.rows and following.rows[0].goes_on else ())
    ]
    assert divided
    assert all(height > 3 * LEADING * size * MM_PER_PT for size, height in divided)


def test_type_is_as_large_as_it_can_be() -> None:
    assert [page.size for page in api.sheet(HARD["title-only"]).content.pages] == [12.0]
    sizes_of = [{page.size for page in one.content.pages} for one in sheets(long_cases())]
    assert all(len(one) == 1 for one in sizes_of)
    assert {min(one) for one in sizes_of} <= {12.0, 11.5, 11.0, 10.5, 10.0}


def test_more_than_six_are_not_aligned(five: Collection) -> None:
    seven = [five.cases[0].model_copy(update={"id": f"c{number}"}) for number in range(7)]
    assert not any(one.content.is_aligned for one in sheets(seven))
    assert all(one.content.is_aligned for one in sheets(seven[:6]))


def test_alone_a_sheet_has_no_letter_and_no_numbers(five: Collection) -> None:
    page = as_text(api.sheet(five.cases[0], five.recueil), "html")
    assert 'class="disc"' not in page
    assert 'class="number"' not in page


def test_a_long_text_goes_on_without_a_bullet() -> None:
    made = as_text(api.sheet(MONSTROUS["600-words"]), "html")
    assert made.count("(suite)") == 1
    points = [Point(texte="mot " * 90), Point(texte="suite " * 600)]
    long = as_text(api.sheet(Case(id="x", titre="T", outil=("Entente",), objet=tuple(points))), "html")
    assert '<li class="text-goes-on">' in long


def test_a_long_text_under_a_label_goes_on_without_either_bullet() -> None:
    axis = Point(libelle="Axe", points=(Point(texte="mot " * 90), Point(texte="suite " * 900), Point(texte="fin")))
    made = api.sheet(Case(id="x", titre="T", outil=("Entente",), objet=(Point(texte="avant"), axis)))
    again = '<span class="again" aria-hidden="true"><strong>Axe\u00a0:</strong></span>'
    assert f'<li class="text-goes-on">{again}<ul>\n<li class="text-goes-on">suite' in as_text(made, "html")


def test_named_rows_come_without_notes(five: Collection) -> None:
    made = api.sheet(five.cases[0], five.recueil, GRID[2:4])
    [page] = made.content.pages
    assert [row.section.key for row in page.rows] == ["enjeux", "ambitions"]
    assert (page.lines, page.small_print) == (0, ())


def test_render_names_what_takes_a_second_sheet(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    folder = write_long_cases(tmp_path / "longs")
    run = coopform("--cases", folder, "render", "-o", tmp_path / "out")
    named = [line for line in run.err.splitlines() if "feuilles" in line]
    assert len(named) == len(LONGEST), run.err
    assert all(re.fullmatch(r"[a-z-]+\s: cette fiche occupe 2 feuilles", line) for line in named)
    assert "feuilles" not in coopform("--cases", CASES, "render", "-o", tmp_path / "five").err


@pytest.mark.parametrize("count", [1, 12, 60, 300])
def test_heights_only_add_up(count: int) -> None:
    case = Case(id="x", titre="T", outil=("Entente",), objet=tuple(Point(texte=f"Point {n}") for n in range(count)))
    pages = api.sheet(case).content.pages
    assert sum(len(row.points) for page in pages for row in page.rows) == count
    for page in pages:
        assert page.head.height + sum(row.height for row in page.rows) + 8.5 * page.lines <= 268.5
    assert all(not earlier.lines for earlier, _ in pairwise(pages))


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_with_and_without_a_number_have_one_left_edge(five: Collection, engine: str) -> None:
    case = five.cases[0].model_copy(update={"leviers": (Point(texte="Zones communes"),)})
    [pdf] = printed(sheets([case]), engine)
    page = pdf.pages[0]
    learnt = next(one.left for one in page.characters if one.text == "Z")
    # « Le PNR et les communautés de communes du territoire. » is the only point of the second row.
    start = page.text.index("Le PNR et les communautés")
    assert page.characters[start].left == pytest.approx(learnt, abs=0.8)
