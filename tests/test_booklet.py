"""The booklet: true page numbers, a page for each of the five sheets, every word, no white page."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from coopform import comparison, documents, grid
from coopform.case import Case, Recueil
from coopform.collection import Collection
from coopform.documents import as_text
from coopform.pdf import engines
from tests.conftest import Coopform
from tests.hard import HARD
from tests.parsing import parse_html
from tests.printed import A4, ENGINES, assert_in_order, read, sizes, squeezed, words_of

GRID = [rubric.key for rubric in grid.GRID]
LANDSCAPE = (297, 210)
SEVENTY = [
    Case(id=f"cas-{number}", titre=f"Coopération numéro {number} du recueil", outil=("Entente",))
    for number in range(70)
]


def booklet(cases: Sequence[Case], recueil: Recueil, engine: str) -> PdfReader:
    made = documents.booklet(comparison.compare(cases), recueil)
    return read(engines.choose(engine)(as_text(made, "html")))


def pages_of(pdf: PdfReader) -> list[str]:
    return [squeezed(page.extract_text()) for page in pdf.pages]


def bookmarks(pdf: PdfReader) -> dict[str, int]:
    """Return the page, counted from 1, of each bookmark; of the last of them where a title comes again."""
    found: dict[str, int] = {}

    def walk(entries: Sequence[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            elif isinstance(entry, Destination):
                found[squeezed(str(entry.title))] = (pdf.get_destination_page_number(entry) or 0) + 1

    walk(pdf.outline)
    return found


def assert_numbers_are_true(pdf: PdfReader, titles: Sequence[str]) -> None:
    """Assert that the contents give for each title the page on which its heading stands."""
    places = bookmarks(pdf)
    pages = pages_of(pdf)
    contents = places["Sommaire"] - 1
    # The contents may take several pages, up to the first chapter.
    listed = "".join(pages[contents : max(contents + 1, min(places[squeezed(title)] for title in titles) - 1)])
    for title in map(squeezed, titles):
        number = places[title]
        assert title in pages[number - 1]
        assert_in_order(listed, [title])
        after = listed[listed.index(title) + len(title) :]
        # A short title may stand between a title and its number.
        following = "".join(sign for sign in after[:60] if sign.isdigit() or sign == "/")
        assert str(number) in following, f"{title}: {after[:60]}"


@pytest.mark.parametrize("engine", ENGINES)
def test_the_five_cases(five: Collection, engine: str) -> None:
    pdf = booklet(five.cases, five.recueil, engine)
    # Cover, contents and definition, a page a sheet; the tables on their side; what explains the words.
    assert sizes(pdf) == [A4] * 7 + [LANDSCAPE] * 5 + [A4] * 2
    pages = pages_of(pdf)
    assert all(len(page) > 80 for page in pages)
    assert squeezed(five.recueil.titre or "") in pages[0]
    for page, case in zip(pages[2:7], five.cases, strict=True):
        title, short = squeezed(case.titre), squeezed(case.short_title)
        assert page.startswith(short) or page.count(short) > 1
        assert title in page
        assert_in_order(page, words_of(case, GRID))
    table = "".join(pages[7:12])
    assert all(words in table for case in five.cases for words in words_of(case, GRID))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_contents_give_true_page_numbers(five: Collection, engine: str) -> None:
    titles = [
        five.recueil.introduction.titre or "",
        *(case.titre for case in five.cases),
        *("Tableau synoptique", "Outils de coopération", "Sigles", "Sources"),
    ]
    pdf = booklet(five.cases, five.recueil, engine)
    assert_numbers_are_true(pdf, titles)
    listed = pages_of(pdf)[1]
    # Each line of the contents, with the number that the case of the next line does not take.
    for title, number in zip(titles[6:], (8, 13, 14, 14), strict=True):
        assert f"{squeezed(title)}{number}" in listed


@pytest.mark.parametrize("engine", ENGINES)
def test_seventy_cases_are_all_found(five: Collection, engine: str) -> None:
    pdf = booklet(SEVENTY, five.recueil, engine)
    places, listed = bookmarks(pdf), "".join(pages_of(pdf)[1:4])
    for case in SEVENTY:
        title = squeezed(case.titre)
        assert f"{title}{places[title]}" in listed
        assert title in pages_of_one(pdf, places[title])


def pages_of_one(pdf: PdfReader, number: int) -> str:
    return squeezed(pdf.pages[number - 1].extract_text())


@pytest.mark.parametrize("engine", ENGINES)
def test_hard_cases_lose_nothing(five: Collection, engine: str) -> None:
    cases = list(HARD.values())
    pdf = booklet(cases, five.recueil, engine)
    assert set(sizes(pdf)) == {A4, LANDSCAPE}
    pages = pages_of(pdf)
    assert all(len(page) > 60 for page in pages)
    places = bookmarks(pdf)
    starts = [places[squeezed(case.titre)] - 1 for case in cases]
    assert starts == sorted(set(starts))
    for case, start, end in zip(cases, starts, [*starts[1:], places["Tableausynoptique"] - 1], strict=True):
        # What stands at the head and the foot of every page parts the words that go on from page to page.
        running = [squeezed(case.short_title), squeezed(five.recueil.titre or "")]
        running += [f"{number}/{len(pages)}" for number in range(start, end + 2)]
        found = "".join(pages[start:end])
        for words in running:
            found = found.replace(words, "")
        assert_in_order(found, [words for words in words_of(case, GRID) if words not in running])


@pytest.mark.parametrize("engine", ENGINES)
def test_one_case_with_a_title_only(engine: str) -> None:
    pdf = booklet([HARD["title-only"]], Recueil(), engine)
    assert all(len(page) > 40 for page in pages_of(pdf)[1:])
    assert_numbers_are_true(pdf, ["Un titre seul", "Tableau synoptique", "Outils de coopération"])


def test_headings_go_down_by_one(five: Collection) -> None:
    made = parse_html(as_text(documents.booklet(comparison.compare(five.cases), five.recueil), "html"))
    levels = [int(tag[1]) for tag, _ in made.elements if tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_link_of_the_contents_leads_somewhere(five: Collection) -> None:
    made = parse_html(as_text(documents.booklet(comparison.compare(five.cases), five.recueil), "html"))
    targets = {value for _, attributes in made.elements for name, value in attributes if name == "id"}
    inner = [link[1:] for link in made.links if link and link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= targets


def test_a_case_in_another_language_says_so(five: Collection) -> None:
    english = five.cases[0].model_copy(update={"langue": "en"})
    made = parse_html(as_text(documents.booklet(comparison.compare([english, five.cases[1]]), five.recueil), "html"))
    sheets = [
        dict(attributes) for tag, attributes in made.elements if tag == "article" and ("class", "sheet") in attributes
    ]
    assert [sheet.get("lang") for sheet in sheets] == ["en", None]


def test_references_are_to_be_checked(five: Collection) -> None:
    for fmt in ("html", "markdown"):
        text = as_text(documents.booklet(comparison.compare(five.cases), five.recueil), fmt)
        assert text.count("CGCT, art") == 1
        assert "Référence, à vérifier" in text
        assert "elles sont à vérifier" in text


def test_the_markdown_booklet_holds_every_point(coopform: Coopform, workshop: Path, five: Collection) -> None:
    run = coopform("render", "--document", "booklet", "--format", "markdown", "-o", "out")
    assert run.code == 0, run.err
    found = squeezed(Path("out/livret.md").read_text(encoding="utf-8").replace("*", "").replace("- ", ""))
    for case in five.cases:
        assert_in_order(found, [squeezed(case.titre), *words_of(case, GRID)])


def test_without_pypdf_a_browser_still_prints(five: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from coopform.pdf import page_numbers

    monkeypatch.setitem(sys.modules, "pypdf", None)
    html = as_text(documents.booklet(comparison.compare(five.cases), five.recueil), "html")
    assert page_numbers.are_wanted(html)
    assert page_numbers.fill(html, b"") == html
