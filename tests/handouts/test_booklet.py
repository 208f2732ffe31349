"""The booklet: correct page numbers, one page per sheet, all words, no empty page."""

import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.model import grid
from coopform.model.case import Case, Recueil
from coopform.rendering.pages.html_points import one_level_down
from coopform.rendering.pages.render import as_text
from coopform.rendering.pdf import page_numbers
from tests.support.layout_cases import HARD
from tests.support.parsing import parse_html, parse_markdown
from tests.support.printed import A4, ENGINES, assert_in_order, print_by, read, sizes, squeezed, words_of
from tests.support.running import Coopform

GRID = [rubric.key for rubric in grid.GRID]
LANDSCAPE = (297, 210)
# Titles so long that the contents take two pages.
LONG = [
    Case(
        id=f"cas-{number}",
        titre=f"Coopération numéro {number} du recueil, "
        + "dont le titre prend plusieurs lignes, " * 6
        + f"fin {number}",
        titre_court=f"Cas {number}",
        outil=("Entente",),
    )
    for number in range(12)
]


def booklet(cases: Sequence[Case], recueil: Recueil, engine: str) -> PdfReader:
    made = api.booklet(comparison.compare(cases), recueil)
    return read(print_by(engine, as_text(made, "html")))


def pages_of(pdf: PdfReader) -> list[str]:
    return [squeezed(page.extract_text()) for page in pdf.pages]


def bookmarks(pdf: PdfReader) -> list[tuple[str, int]]:
    """Return the bookmarks of the chapters, each with its page number from 1."""
    chapters = pdf.outline[1]
    assert isinstance(chapters, list)
    return [
        (once(squeezed(str(entry.title))), (pdf.get_destination_page_number(entry) or 0) + 1)
        for entry in chapters
        if isinstance(entry, Destination)
    ]


def once(title: str) -> str:
    """Return a title that a browser may repeat where the page orientation changes."""
    half = title[: len(title) // 2]
    return half if title == half * 2 else title


def assert_numbers_are_true(pdf: PdfReader, cases: Sequence[Case]) -> None:
    """Assert that the contents have the right page number for each chapter."""
    pages = pages_of(pdf)
    shorts = {squeezed(case.titre): squeezed(case.short_title) for case in cases}
    (name, first), *chapters = bookmarks(pdf)
    assert (name, first) == ("Sommaire", 2)
    sheets = [number for title, number in chapters if title in shorts]
    listed = "".join(pages[1 : sheets[0] - 1])
    assert len(sheets) == len(cases)
    for title, number in chapters:
        short = shorts.get(title, title)
        line = re.escape(title + (short if short != title else "")) + rf"{number}(?!\d)"
        assert re.search(line, listed), title
        assert title in pages[number - 1]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_five_cases(five: Collection, engine: str) -> None:
    pdf = booklet(five.cases, five.recueil, engine)
    # Cover, contents and definition, one page per sheet; landscape tables; the glossary.
    assert sizes(pdf) == [A4] * 7 + [LANDSCAPE] * 5 + [A4] * 2
    pages = pages_of(pdf)
    assert all(len(page) > 80 for page in pages)
    assert squeezed(five.recueil.titre or "") in pages[0]
    for page, case in zip(pages[2:7], five.cases, strict=True):
        title, short = squeezed(case.titre), squeezed(case.short_title)
        # In the running header, and in the sheet.
        assert page.count(short) + page.count(short.upper()) > 1
        assert title in page
        assert_in_order(page, words_of(case, GRID))
    table = "".join(pages[7:12])
    assert all(words in table for case in five.cases for words in words_of(case, GRID))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_contents_give_true_page_numbers(five: Collection, engine: str) -> None:
    pdf = booklet(five.cases, five.recueil, engine)
    assert_numbers_are_true(pdf, five.cases)
    assert [number for _, number in bookmarks(pdf)] == [2, 2, 3, 4, 5, 6, 7, 8, 13, 14, 14]


@pytest.mark.parametrize("engine", ENGINES)
def test_long_contents_take_pages(five: Collection, engine: str) -> None:
    pdf = booklet(LONG, five.recueil, engine)
    assert_numbers_are_true(pdf, LONG)
    assert dict(bookmarks(pdf))[squeezed(LONG[0].titre)] > 3


@pytest.mark.parametrize("engine", ENGINES)
def test_hard_cases_lose_nothing(five: Collection, engine: str) -> None:
    cases = list(HARD.values())
    pdf = booklet(cases, five.recueil, engine)
    assert set(sizes(pdf)) == {A4, LANDSCAPE}
    pages = pages_of(pdf)
    assert all(len(page) > 60 for page in pages)
    places = dict(bookmarks(pdf))
    starts = [places[squeezed(case.titre)] - 1 for case in cases]
    assert starts == sorted(set(starts))
    for case, start, end in zip(cases, starts, [*starts[1:], places["Tableausynoptique"] - 1], strict=True):
        # Headers and footers interrupt text that continues on the next page.
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
    assert_numbers_are_true(pdf, [HARD["title-only"]])


def test_headings_go_down_by_one(five: Collection) -> None:
    made = parse_html(as_text(api.booklet(comparison.compare(five.cases), five.recueil), "html"))
    levels = [int(tag[1]) for tag, _ in made.elements if tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_link_of_the_contents_leads_somewhere(five: Collection) -> None:
    made = parse_html(as_text(api.booklet(comparison.compare(five.cases), five.recueil), "html"))
    targets = {value for _, attributes in made.elements for name, value in attributes if name == "id"}
    inner = [link[1:] for link in made.links if link and link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= targets


def test_a_case_in_another_language_says_so(five: Collection) -> None:
    english = five.cases[0].model_copy(update={"langue": "en"})
    made = parse_html(as_text(api.booklet(comparison.compare([english, five.cases[1]]), five.recueil), "html"))
    sheets = [
        dict(attributes) for tag, attributes in made.elements if tag == "article" and ("class", "sheet") in attributes
    ]
    assert [sheet.get("lang") for sheet in sheets] == ["en", None]


def test_references_are_to_be_checked(five: Collection) -> None:
    for fmt in ("html", "markdown"):
        text = as_text(api.booklet(comparison.compare(five.cases), five.recueil), fmt)
        assert text.count("CGCT, art") == 1
        assert "Référence, à vérifier" in text
        assert "elles sont à vérifier" in text


def test_the_markdown_booklet_holds_every_point(coopform: Coopform, workshop: Path, five: Collection) -> None:
    run = coopform("render", "--document", "booklet", "--format", "markdown", "-o", "out")
    assert run.code == 0, run.err
    found = squeezed(parse_markdown(Path("out/livret.md").read_text(encoding="utf-8"), "github").text)
    for case in five.cases:
        assert_in_order(found, [squeezed(case.titre), *words_of(case, GRID)])


def test_without_pypdf_a_page_stays_as_it_is(five: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    html = as_text(api.booklet(comparison.compare(five.cases), five.recueil), "html")
    assert page_numbers.are_wanted(html)
    assert page_numbers.fill(html, b"") == html


def test_headings_of_a_sheet_stand_one_level_down() -> None:
    page = '<h1>a</h1><h2 class="x" id="y">b</h2><hr><h5>c</h5><h6>d</h6><header>h1</header>'
    below = '<h2>a</h2><h3 class="x" id="y">b</h3><hr><h6>c</h6><h6>d</h6><header>h1</header>'
    assert one_level_down(page) == below
