"""No text of a case is markup: parsed documents have the elements of the template and the words of the case."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest
from hypothesis import given
from markupsafe import Markup

import coopform as api
from coopform.comparing import comparison
from coopform.handouts.documents import Document
from coopform.handouts.index import Link
from coopform.handouts.index import index as index_page
from coopform.model import vocabulary
from coopform.model.case import Case, Introduction, Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.characters import visible
from coopform.text.quotation import inner_quotes
from coopform.text.typography import shown
from tests.support.neutral_copies import NeutralCopies
from tests.support.parsing import MARKDOWN_PARSERS, Parsed, parse_html, parse_markdown, squeeze
from tests.support.strategies import HIDDEN, NAUGHTY, case_of, collections, dealt_cases, fewer, recueil_of

Drawn = tuple[list[Case], Recueil]
Make = Callable[[Sequence[Case], Recueil], Document[Any]]


def index(several: Sequence[Case], recueil: Recueil) -> Document[Any]:
    links = [Link(case, (("html", f"{case.id}.html"), ("markdown", f"{case.id}.md"))) for case in several]
    return index_page(several, recueil, links)


def booklet(several: Sequence[Case], recueil: Recueil) -> Document[Any]:
    made = api.booklet(comparison.compare(several), recueil)
    # In the order in which they are named: a twin's form has another place in the alphabet.
    named = [vocabulary.load().outil(name) or name for case in several for name in case.outil]
    forms = sorted(made.content.forms, key=lambda form: named.index(form.known or form.nom))
    return replace(made, content=replace(made.content, forms=forms))


@pytest.fixture(autouse=True, scope="module")
def no_room_for_texts() -> Iterator[None]:
    """Lay out pages as if texts took no room: a twin, whose words have other lengths, is on the same pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coopform.handouts.layout.text_widths.MeasuredText.line_count", lambda *_: 0)
        yield


# Documents that have a text format, too.
DOCUMENTS: dict[str, Make] = {
    "sheet": lambda several, recueil: api.sheet(several[0], recueil),
    "comparison": lambda several, recueil: api.side_by_side(comparison.compare(several), recueil),
    "index": index,
    "guide": lambda several, recueil: api.guide(several, recueil, 20),
    "blank": lambda _, recueil: api.blank(recueil),
    "booklet": booklet,
    "agreement": lambda several, recueil: api.agreement(several[0], recueil),
}
PAGES: dict[str, Make] = {
    **DOCUMENTS,
    "panels": lambda several, recueil: api.panels(comparison.compare(several), recueil),
    "synthesis": api.synthesis_of,
    "empty synthesis": lambda several, recueil: api.synthesis_of(several, recueil, empty=True),
    "slides": lambda several, recueil: api.slides(comparison.compare(several), recueil),
}


def shape(parsed: Parsed) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the elements of a document, without those that depend on the words.

    These are the sizes and widths of titles, ruled lines, breakable rows, and elements for the spaces before marked
    words and for words with hyphens.
    """
    return [
        (tag, [(name, value.removesuffix(" long")) for name, value in attributes if not _is_of_words(value)])
        for tag, attributes in parsed.elements
        if tag != "i" and not (tag == "span" and attributes in ((), (("class", "hyphened"),)))
    ]


def _is_of_words(value: str) -> bool:
    """Return whether the value of an attribute depends on the words of a title."""
    return value == "long" or value.startswith("--lines:")


def assert_as_typed(make: Make, several: Sequence[Case], recueil: Recueil, fmt: str, parser: str = "") -> Parsed:
    """Assert that a document equals that of a neutral copy with the original texts put back."""
    copies = NeutralCopies()
    neutral = as_text(make([copies.case(case) for case in several], copies.recueil(recueil)), fmt)
    typed = as_text(make(several, recueil), fmt)
    if fmt == "html":
        expected, found = parse_html(neutral), parse_html(typed)
        text = copies.restore(expected.text)
    else:
        expected, found = parse_markdown(neutral, parser), parse_markdown(typed, parser)
        text = unquote(copies.restore(expected.text))
    assert_same(as_read(found.text), as_read(text))
    assert shape(found) == shape(expected)
    return found


def assert_same(found: str, expected: str) -> None:
    """Assert that two long texts are the same, and show where they begin to differ."""
    place = next((place for place, (one, other) in enumerate(zip(found, expected, strict=False)) if one != other), None)
    if place is not None:
        around = slice(max(0, place - 60), place + 60)
        raise AssertionError(f"{found[around]!r} instead of {expected[around]!r}")
    assert len(found) == len(expected)


def as_read(text: str) -> str:
    """Return a text to compare, on both sides.

    What is read of an address may bring spaces (« %20 ») with it, and of words that cases have in common, which are
    quoted, those that are a quotation themselves take the other quotes; the twin's are none. The space that follows
    goes with a mark that opens one, also with the last of a text.
    """
    return squeeze(re.sub(r"“\s+", "“", inner_quotes(text)))


@pytest.mark.parametrize("name", PAGES)
@fewer
@given(drawn=collections())
def test_html_reads_as_typed(name: str, drawn: Drawn) -> None:
    assert_as_typed(PAGES[name], *drawn, "html")


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("parser", MARKDOWN_PARSERS)
@fewer
@given(drawn=collections())
def test_markdown_reads_as_typed(name: str, parser: str, drawn: Drawn) -> None:
    assert_as_typed(DOCUMENTS[name], *drawn, "markdown", parser)


# A booklet has the sheet of each case, a comparison and a table of contents; what is shown on a wall has the same
# fields once more.
@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "parser"), [("booklet", ""), ("booklet", "github"), ("panels", ""), ("synthesis", ""), ("slides", "")]
)
def test_every_text_in_one_document(name: str, parser: str) -> None:
    assert_as_typed(PAGES[name], dealt_cases(), recueil_of("x"), "markdown" if parser else "html", parser)


@pytest.mark.parametrize(
    ("name", "fmt"), [*((name, "html") for name in PAGES), *((name, "markdown") for name in DOCUMENTS)]
)
def test_hidden_characters_are_written_out(name: str, fmt: str) -> None:
    text = f"avant {' '.join(HIDDEN)} après"
    document = as_text(PAGES[name]([case_of(text, "un"), case_of(text, "deux")], recueil_of(text)), fmt)
    assert visible(document) == document
    parsed = parse_html(document) if fmt == "html" else parse_markdown(document, "github")
    assert squeeze(visible(text)) in parsed.text


def test_links_lead_to_the_sources_and_the_files_only() -> None:
    sources = [source for text in NAUGHTY for source in case_of(text).sources]
    typed = [source.url for source in sources]
    sheet = api.sheet(Case(id="cas", titre="Cas", outil=("Entente",), sources=tuple(sources)))
    assert parse_html(as_text(sheet, "html")).links == typed
    links = parse_markdown(as_text(sheet, "markdown"), "commonmark").links
    assert [unquote(link) for link in links] == [unquote(url) for url in typed if url]
    several = [Case(id=f"cas-{number}", titre=text, outil=("Entente",)) for number, text in enumerate(NAUGHTY)]
    listed = index(several, Recueil())
    pages, texts = ([f"{case.id}.{ending}" for case in several] for ending in ("html", "md"))
    assert parse_html(as_text(listed, "html")).links == [
        name for pair in zip(pages, texts, strict=True) for name in pair
    ]
    assert parse_markdown(as_text(listed, "markdown"), "commonmark").links == pages


@pytest.mark.parametrize(
    ("typed", "shown", "stressed"),
    [
        ("l’**enjeu** commun", "l’enjeu commun", ["enjeu"]),
        ("**d’enjeux,** puis", "d’enjeux, puis", ["d’enjeux,"]),
        ("**<b>** et **&amp;**", "<b> et &amp;", ["<b>", "&amp;"]),
        ("**un** **deux**", "un deux", ["un", "deux"]),
        ("*un* __deux__ ~~trois~~", "*un* __deux__ ~~trois~~", []),
        ("** un **", "** un **", []),
        ("****", "****", []),
        ("**un", "**un", []),
        ("a**(b)**c", "a**(b)**c", []),
        ("(**[x](y)**)", "([x](y))", ["[x](y)"]),
    ],
)
@pytest.mark.parametrize("parser", ["", *MARKDOWN_PARSERS])
def test_an_introduction_knows_one_markup(parser: str, typed: str, shown: str, stressed: list[str]) -> None:
    recueil = Recueil(introduction=Introduction(paragraphes=(typed,)))
    document = as_text(index_page([], recueil, []), "markdown" if parser else "html")
    html = MARKDOWN_PARSERS[parser](document) if parser else document
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    assert ["".join(strong.itertext()) for strong in tree.iter("strong")] == stressed
    assert shown in parse_html(html).text


def test_a_text_that_was_markup_elsewhere_is_still_escaped() -> None:
    shown(Markup("<b>une fiche</b>"), "fr")
    assert type(shown("<b>une fiche</b>", "fr")) is str
