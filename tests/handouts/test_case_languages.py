"""A case in another language than its collection: it is said so wherever its words are, with its own colon."""

import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing.comparison import Comparison
from coopform.handouts.documents import Document
from coopform.handouts.due_files import due_files
from coopform.handouts.render_run import Wanted
from coopform.model.case import Case, Partner, Point, Recueil
from coopform.model.handout_kinds import RENDERED

TERRITORY = "Two riversides"
FORM = "Convention de mutualisation"
# Its family is not in its name: beside it, in the language of the page.
CHARTER = "Charte"
ENGLISH = Case(
    id="river",
    titre="River agreement",
    territoire=TERRITORY,
    outil=(FORM,),
    statut="en cours",
    partenaires=(Partner(texte="The park of the river", role="signataire"),),
    enjeux=(Point(texte="Water"),),
    acteurs=(Point(libelle="Steering", texte="the mayors"),),
    langue="en",
)
ENGLISH_WORDS, FRENCH_WORDS = "Steering: the mayors", "Pilotage : conférence des présidents"
LABELS = {"en": "Actors", "fr": "Acteurs"}
OTHER = {"en": "fr", "fr": "en"}
KINDS: dict[str, Callable[[Comparison, Recueil], Document[Any]]] = {
    "comparison": api.side_by_side,
    "panels": api.panels,
    "slides": api.slides,
    "booklet": api.booklet,
    "library": lambda compared, recueil: api.library(compared.cases, recueil),
}
# Parts of facts after which both the style sheet and the text have a separator.
_SEPARATED_TWICE = """() => [...document.querySelectorAll('.facts > span')]
    .filter(part => getComputedStyle(part, '::after').content.includes('·'))
    .filter(part => part.nextSibling?.textContent.trim().startsWith('·'))
    .map(part => part.textContent)"""
# The languages of the elements that hold some texts.
_SPOKEN = """texts => [...document.querySelectorAll('main *')]
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && texts.includes(node.data.trim())))
    .filter(one => one.checkVisibility() && !one.closest('#filters, #facets'))
    .map(one => one.closest('[lang]').lang)"""
# Elements without an end.
_VOID = {"meta", "link", "br", "img", "input", "col", "path"}


class _Spoken(HTMLParser):
    """The texts of a page by the language in which a screen reader speaks them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.texts = {"": "", "fr": "", "en": ""}
        self.feed(page.replace("\u00a0", " ").replace("\u202f", " "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around = self._open[-1][1] if self._open else ""
        if tag not in _VOID:
            self._open.append((tag, "" if tag in ("script", "style") else dict(attrs).get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        # The end tag of an item or of a paragraph may be missing.
        while tag in [name for name, _ in self._open] and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts[self._open[-1][1] if self._open else ""] += data


@pytest.fixture(params=LABELS)
def language(request: pytest.FixtureRequest) -> str:
    """The language of the collection."""
    code: str = request.param
    return code


@pytest.fixture
def two(five: Collection, language: str) -> tuple[Comparison, Recueil]:
    """A French case and an English one, in a collection."""
    french = next(case for case in five.cases if case.id == "tridan")
    return api.compare([french, ENGLISH]), Recueil(titre="Deux / Two", langue=language)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_in_which_language_a_case_is(two: tuple[Comparison, Recueil], language: str, kind: str) -> None:
    texts = _Spoken(api.as_text(KINDS[kind](*two), "html")).texts
    assert FRENCH_WORDS in texts["fr"]
    assert FRENCH_WORDS not in texts["en"]
    assert ENGLISH_WORDS in texts["en"]
    assert ENGLISH_WORDS not in texts["fr"]
    # A form of the vocabulary is French in every case.
    assert FORM in texts["fr"]
    assert FORM not in texts["en"]
    assert TERRITORY not in texts["fr"]
    assert LABELS[language] in texts[language]
    assert LABELS[language] not in texts[OTHER[language]]


def test_every_page_says_the_language_of_titles_and_forms(two: tuple[Comparison, Recueil], language: str) -> None:
    compared, recueil = two
    # Long enough that its facts are on a second page too.
    river = ENGLISH.model_copy(update={"outil": (FORM, CHARTER), "enjeux": (Point(texte="Water. " * 99),) * 10})
    wanted = Wanted(tuple(RENDERED), ("html",), is_whole=True)
    spoken = {
        due.document.name: _Spoken(api.as_text(due.document, "html")).texts
        for due in due_files([compared.cases[0], river], recueil, wanted)
    }
    assert len(spoken) > 10
    for form in (FORM, CHARTER):
        assert not [name for name, texts in spoken.items() if form in texts["en"]]
    assert not [name for name, texts in spoken.items() if ENGLISH.titre in texts["fr"]]


@pytest.mark.needs("browser")
def test_the_scripts_of_the_library_say_the_language_of_forms(
    browser: Browser, tmp_path: Path, two: tuple[Comparison, Recueil]
) -> None:
    river = ENGLISH.model_copy(update={"outil": (FORM, CHARTER)})
    file = tmp_path / "library.html"
    file.write_bytes(api.as_bytes(api.library([*two[0].cases[:1], river], two[1]), "html"))
    page = browser.new_page()
    for place in ("", "#c=tridan,river"):
        page.goto(file.as_uri() + place)
        page.reload()
        assert set(page.evaluate(_SPOKEN, [FORM, CHARTER, f"{FORM} + {CHARTER}"])) == {"fr"}
    page.close()


@pytest.mark.needs("browser")
@pytest.mark.parametrize("kind", KINDS)
def test_facts_have_one_separator(five: Collection, browser: Browser, kind: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.set_content(api.as_text(KINDS[kind](api.compare(five.cases), Recueil(langue="en")), "html"))
    assert page.evaluate(_SEPARATED_TWICE) == []
    page.close()


@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_a_title_that_is_a_term_is_never_translated(fmt: str) -> None:
    case = ENGLISH.model_copy(update={"titre": "en cours"})
    run = due_files([case], Recueil(langue="en"), Wanted(("forms",), (fmt,), is_whole=True))
    assert [api.as_text(due.document, fmt).count("en cours") for due in run] == [1]


@pytest.mark.parametrize("kind", ["comparison", "booklet"])
def test_markdown_has_the_colon_of_the_case(two: tuple[Comparison, Recueil], kind: str) -> None:
    text = api.as_text(KINDS[kind](*two), "markdown").replace("\u00a0", " ")
    assert "**Steering:** the mayors" in text
    assert "**Pilotage :** conférence" in text


@pytest.mark.parametrize(
    ("kind", "fmt", "part"),
    [
        ("comparison", "docx", "word/document.xml"),
        ("booklet", "docx", "word/document.xml"),
        ("slides", "pptx", "ppt/"),
    ],
)
def test_office_checks_the_spelling_of_a_case_in_its_language(
    two: tuple[Comparison, Recueil], language: str, kind: str, fmt: str, part: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(api.as_bytes(KINDS[kind](*two), fmt))) as made:
        xml = "".join(
            made.read(name).decode() for name in made.namelist() if name.startswith(part) and name.endswith(".xml")
        )
    words, code = {"en": ("conférence des présidents", "fr-FR"), "fr": ("the mayors", "en-GB")}[language]
    runs = [run for run in re.findall(r"<[wa]:r>(.*?)</[wa]:r>", xml, re.DOTALL) if words in run]
    assert runs
    assert "en-US" not in xml
    assert all(f'="{code}"' in run for run in runs)


@pytest.mark.parametrize(
    ("kind", "fmt"), [("comparison", "docx"), ("sheet", "docx"), ("agreement", "docx"), ("slides", "pptx")]
)
def test_office_checks_the_spelling_of_a_form_in_french(kind: str, fmt: str) -> None:
    english = Recueil(titre="One", langue="en")
    (document,) = (due.document for due in due_files([ENGLISH], english, Wanted((kind,), (fmt,), is_whole=True)))
    with zipfile.ZipFile(io.BytesIO(api.as_bytes(document, fmt))) as made:
        xml = "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
    runs = [run for run in re.findall(r"<[wa]:r>(.*?)</[wa]:r>", xml, re.DOTALL) if f">{FORM}" in run]
    assert runs
    assert all('="fr-FR"' in run for run in runs)


def test_the_vocabulary_of_a_word_booklet_is_french(two: tuple[Comparison, Recueil], language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(api.as_bytes(api.booklet(*two), "docx"))) as made:
        xml = made.read("word/document.xml").decode()
    runs = [run for run in re.findall(r"<w:r>(.*?)</w:r>", xml, re.DOTALL) if "schéma de cohérence territoriale" in run]
    assert runs
    assert all(('="fr-FR"' in run) == (language == "en") for run in runs)


def test_statuses_roles_and_families_have_the_labels_of_the_page(
    two: tuple[Comparison, Recueil], language: str
) -> None:
    text = api.as_text(KINDS["booklet"](*two), "markdown").replace("\u00a0", " ")
    status, family = {"en": ("under way", "service / pooling"), "fr": ("en cours", "prestation / mutualisation")}[
        language
    ]
    assert f"· {status}" in text
    assert f"{family}\n" in text
    # A role is among the words of the case.
    assert "The park of the river (signatory)" in text
