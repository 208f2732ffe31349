"""The booklet: pages as they were worked out, right numbers in the contents, a multiple of four, all words."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf.generic import Destination

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.booklet import Booklet
from coopform.handouts.booklet_pages import BookletPage, Entry
from coopform.handouts.booklet_table import TABLE, BookletTablePage
from coopform.handouts.workshop.letters import letters
from coopform.model import grid
from coopform.model.case import Case, Introduction, Lecture, Point, Recueil
from coopform.rendering.pages.html_points import one_level_down
from coopform.rendering.pages.render import as_text
from tests.support.layout_cases import HARD, SENTENCE
from tests.support.long_cases import long_cases, long_cases_for
from tests.support.monstrous import MONSTROUS
from tests.support.parsing import parse_html, parse_markdown, squeeze
from tests.support.printed import (
    A4,
    ENGINES,
    Pdf,
    assert_in_order,
    print_by,
    read,
    sizes,
    squeezed,
    structure_of,
    text_of,
    words_of,
)
from tests.support.running import Coopform

GRID = [rubric.key for rubric in grid.GRID]
# Their titles take two pages of the contents.
SHORT = [
    Case(id=f"cas-{number}", titre=f"Coopération numéro {number} du recueil, {SENTENCE}", outil=("Entente",))
    for number in range(14)
]
# How many cases: alone, on one page of the table, on facing pages; any words.
SETS = {
    "one": [HARD["title-only"]],
    "three": long_cases()[:3],
    "sixteen": [*long_cases()[3:5], *SHORT],
    "hard": [*HARD.values(), *MONSTROUS.values()],
}


def booklet(cases: Sequence[Case], recueil: Recueil, *, of_day: int = 0) -> api.Document[Booklet]:
    """Return a booklet; the first cases are those of the day, in a pack."""
    of = dict(zip([case.id for case in cases[:of_day]], letters(of_day), strict=True))
    return api.booklet(comparison.compare(cases), recueil, of)


def printed(made: api.Document[Booklet], engine: str) -> Pdf:
    return read(print_by(engine, as_text(made, "html")))


def pages_of(pdf: Pdf) -> list[str]:
    return [text_of([page]) for page in pdf.pages]


def entries(leaves: Sequence[BookletPage]) -> list[Entry]:
    return [entry for leaf in leaves if leaf.kind == "contents" for entry in leaf.entries]


def assert_as_planned(pdf: Pdf, made: api.Document[Booklet]) -> None:
    """Assert that the pages are those that were worked out, and that the contents give the right numbers."""
    leaves = made.content.pages
    assert sizes(pdf) == [A4] * len(leaves)
    assert len(leaves) % 4 == 0
    assert sum(leaf.kind == "notes" for leaf in leaves) >= 2
    pages = pages_of(pdf)
    for number, (found, leaf) in enumerate(zip(pages, leaves, strict=True), start=1):
        assert leaf.kind == "cover" or str(number) in found
        assert len(found) > (4 if leaf.kind == "notes" else 40)
    listed = "".join(
        found.removesuffix(f"{number}Sommaire")
        for number, (found, leaf) in enumerate(zip(pages, leaves, strict=True), start=1)
        if leaf.kind == "contents"
    )
    for entry in entries(leaves):
        title = squeezed(entry.title)
        # Beside the title in the contents, and on its page.
        assert re.search(re.escape(title) + rf"[.…]*{entry.number}(?!\d)", listed), title
        assert title.rstrip("…")[:60] in pages[entry.number - 1], title


@pytest.mark.parametrize("engine", ENGINES)
def test_the_five_cases(five: Collection, engine: str) -> None:
    made = booklet(five.cases, five.recueil, of_day=5)
    pdf = printed(made, engine)
    assert_as_planned(pdf, made)
    pages = pages_of(pdf)
    assert squeezed(five.recueil.titre or "") in pages[0]
    # Its lines are alike in both engines.
    assert "Quelsoutilspourformaliser" in map(squeezed, pdf.pages[0].text.splitlines())
    assert all(squeezed(case.short_title) in pages[0] for case in five.cases)
    for page, case in zip(pages[2:7], five.cases, strict=True):
        assert squeezed(case.titre) in page
        assert_in_order(page, words_of(case, GRID))
    table = "".join(pages[9:11])
    assert all(words in table for case in five.cases for words in words_of(case, GRID))
    kinds = [leaf.kind for leaf in made.content.pages]
    assert kinds == [
        *["cover", "contents", *["sheet"] * 5, "text"],
        *["notes", *["table"] * 4, *["text"] * 2, "notes"],
    ]
    # A short definition is on the page of the contents, and makes no page of its own.
    said = [squeezed(paragraph.replace("**", "")) for paragraph in five.recueil.introduction.paragraphes]
    assert_in_order(pages[1], [*said, "Lagrilledechaquefiche"])


@pytest.mark.parametrize("engine", ENGINES)
def test_long_cases(five: Collection, engine: str) -> None:
    cases = long_cases_for(engine)
    made = booklet(cases, five.recueil, of_day=8)
    pdf = printed(made, engine)
    assert_as_planned(pdf, made)
    pages = pages_of(pdf)
    # The names of the eight are on the cover, on two lines where they are long, one below the other.
    cover = pdf.pages[0]
    assert_in_order(text_of([cover]), [squeezed(entry.title) for entry in made.content.pages[0].entries])
    lines = sorted({round(one.height) for one in cover.characters if one.text == "e" and abs(one.size - 13) < 0.2})
    assert len(lines) > 8
    assert all(below - above >= 5 for above, below in pairwise(lines))
    for case in cases:
        own = [place for place, leaf in enumerate(made.content.pages) if leaf.case is case or leaf.case == case]
        found = "".join(pages[place] for place in own)
        assert all(words in found for words in words_of(case, GRID))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", SETS)
def test_any_cases(five: Collection, name: str, engine: str) -> None:
    made = booklet(SETS[name], five.recueil)
    assert_as_planned(printed(made, engine), made)


def rows_of(page: BookletTablePage) -> list[tuple[str, float]]:
    return [(row.label, row.height) for table in page.tables for row in table.rows]


@pytest.mark.parametrize("name", SETS)
def test_the_table_is_on_facing_pages(five: Collection, name: str) -> None:
    leaves = booklet(SETS[name], five.recueil).content.pages
    tables = [(number, leaf.table) for number, leaf in enumerate(leaves, start=1) if leaf.table]
    assert [number for number, _ in tables] == list(range(tables[0][0], tables[-1][0] + 1))
    if len(SETS[name]) <= 3:
        return
    assert tables[0][0] % 2 == 0
    for (_, left), (_, right) in zip(tables[::2], tables[1::2], strict=True):
        assert left
        assert right
        assert rows_of(left) == rows_of(right)
        assert left.tables[0].places[-1] + 1 == right.tables[0].places[0]


def test_the_table_of_long_cases_is_well_divided() -> None:
    leaves = booklet(long_cases(), Recueil()).content.pages
    tables = [table for leaf in leaves if leaf.table and leaf.table.title == TABLE for table in leaf.table.tables]
    assert tables
    assert not any(cell.going_on for table in tables for row in table.rows for cell in row.cells)
    assert not any(name.endswith("…") for table in tables for name in table.names)
    # The last page of five cases is not nearly empty.
    assert all(table.height > 75 for table in tables)


@pytest.mark.needs("weasyprint")
def test_the_bookmarks_are_the_chapters(five: Collection) -> None:
    made = booklet(five.cases, five.recueil, of_day=5)
    pdf = structure_of(print_by("weasyprint", as_text(made, "html")))
    chapters = pdf.outline[1]
    assert isinstance(chapters, list)
    found = [
        (squeezed(str(entry.title)), (pdf.get_destination_page_number(entry) or 0) + 1)
        for entry in chapters
        if isinstance(entry, Destination)
    ]
    assert found == [
        ("Sommaire", 2),
        (squeezed(five.recueil.introduction.titre or ""), 2),
        *((squeezed(entry.title), entry.number) for entry in entries(made.content.pages)),
    ]


def test_a_page_is_never_nearly_empty(five: Collection) -> None:
    for cases in (five.cases, long_cases(), *SETS.values()):
        for leaf in booklet(cases, five.recueil).content.pages:
            filled = sum(block.height for block in leaf.blocks)
            assert leaf.kind != "text" or filled > 75


def test_the_synthesis_is_a_chapter_of_what_is_known(five: Collection) -> None:
    leaves = booklet(five.cases, five.recueil).content.pages
    assert [leaf.title for leaf in leaves if leaf.table] == ["Tableau synoptique"] * 2 + ["Synthèse"] * 2
    [entry] = [entry for entry in entries(leaves) if entry.title == "Synthèse"]
    assert entry.number == 12
    # Nobody has read the twenty: the rows of readings say nothing, and the tables of several spreads share one.
    pages = [leaf.table for leaf in booklet(long_cases(), five.recueil).content.pages if leaf.table]
    last = pages[-4:]
    assert [len(page.tables) for page in last] == [2, 2, 2, 2]
    assert not any(row.is_reading for page in pages for table in page.tables for row in table.rows)
    assert [place for page in last for table in page.tables for place in table.places] == [
        *[0, 1, 2, 5, 6, 7, 3, 4, 8, 9],
        *[10, 11, 12, 15, 16, 17, 13, 14, 18, 19],
    ]


def test_what_goes_on_says_so(five: Collection) -> None:
    leaves = booklet(long_cases(), five.recueil).content.pages
    texts = [leaf.blocks for leaf in leaves if leaf.kind == "text"]
    headed = {"heading", "subheading", "again"}
    assert all(blocks[0].kind in headed for blocks in texts)
    assert {"charte (suite)", "Sources (suite)"} <= {blocks[0].title for blocks in texts}
    page = as_text(booklet(long_cases()[:1], five.recueil), "html")
    # A booklet is not printed sheet by sheet.
    assert "· verso" not in page
    assert "Fiche de coopération (suite)" in squeeze(page)


def test_a_definition_may_be_longer_than_a_page(five: Collection) -> None:
    long = Introduction(titre="Longue", paragraphes=(" ".join(f"mot{n}" for n in range(3000)), "Fin **forte**."))
    leaves = booklet(five.cases, five.recueil.model_copy(update={"introduction": long})).content.pages
    text = " ".join(block.text for leaf in leaves for block in leaf.blocks if block.kind == "paragraph")
    assert re.findall(r"mot\d+", text) == [f"mot{n}" for n in range(3000)]


def test_the_ladder_shows_who_is_where(five: Collection) -> None:
    cases = [
        five.cases[0].model_copy(update={"lecture": Lecture(par="A. Dupont", integration="mutualiser")}),
        *five.cases[1:],
    ]
    page = as_text(booklet(cases, five.recueil), "html")
    steps = re.findall(r'<div class="step" style="--step: (\d)"><p><b>\d. ([^<]+)</b>(.*?)</div>', page, re.DOTALL)
    assert [number for number, *_ in steps] == ["5", "4", "3", "2", "1"]
    assert [name for _, name, rest in steps if five.cases[0].short_title in rest] == ["mutualiser"]
    assert all("–" in rest for *_, rest in steps)
    assert "des collectivités de même nature" in page


def test_long_quotations_are_cut_around_their_word() -> None:
    long = "Un comité technique, " + "et d’autres mots encore " * 60
    cases = [Case(id=f"c{n}", titre=f"T {n}", outil=("Entente",), acteurs=(Point(texte=long),)) for n in range(2)]
    leaves = booklet(cases, Recueil()).content.pages
    quoted = [block.excerpt.text for leaf in leaves for block in leaf.blocks if block.excerpt]
    assert quoted
    assert all("comité technique" in text and text.endswith(" …") and len(text) < 500 for text in quoted)


def test_headings_go_down_by_one(five: Collection) -> None:
    made = parse_html(as_text(booklet(five.cases, five.recueil), "html"))
    levels = [int(tag[1]) for tag, _ in made.elements if tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_link_of_the_contents_leads_somewhere(five: Collection) -> None:
    made = parse_html(as_text(booklet(five.cases, five.recueil), "html"))
    targets = [value for _, attributes in made.elements for name, value in attributes if name == "id"]
    inner = [link[1:] for link in made.links if link and link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= set(targets)
    assert len(set(targets)) == len(targets)


def test_a_case_in_another_language_says_so(five: Collection) -> None:
    english = five.cases[0].model_copy(update={"langue": "en"})
    made = parse_html(as_text(booklet([english, five.cases[1]], five.recueil), "html"))
    sheets = [dict(attributes) for tag, attributes in made.elements if tag == "article"]
    assert [sheet.get("lang") for sheet in sheets] == ["en", None]


def test_references_are_to_be_checked(five: Collection) -> None:
    for fmt in ("html", "markdown"):
        text = as_text(booklet(five.cases, five.recueil), fmt)
        assert text.count("CGCT, art") == 1
        assert "Référence, à vérifier" in text
        assert "elles sont à vérifier" in text


def test_the_markdown_booklet_holds_every_point(coopform: Coopform, workshop: Path, five: Collection) -> None:
    run = coopform("render", "--document", "booklet", "--format", "markdown", "-o", "out")
    assert run.code == 0, run.err
    found = squeezed(parse_markdown(Path("out/livret.md").read_text(encoding="utf-8"), "github").text)
    for case in five.cases:
        assert_in_order(found, [squeezed(case.titre), *words_of(case, GRID)])


def test_headings_of_a_sheet_are_one_level_down() -> None:
    page = '<h1>a</h1><h2 class="x" id="y">b</h2><hr><h5>c</h5><h6>d</h6><header>h1</header>'
    below = '<h2>a</h2><h3 class="x" id="y">b</h3><hr><h6>c</h6><h6>d</h6><header>h1</header>'
    assert one_level_down(page) == below
