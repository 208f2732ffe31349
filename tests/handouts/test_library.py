"""The library in a real browser, from a file: it finds what `list` finds, compares, and nothing leaves the page."""

import base64
import gzip
import json
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from coopform.casefile.writer import write_case
from coopform.collection.collection import Collection, read_collection
from coopform.comparing.comparison import compare
from coopform.finding.search import searched_texts
from coopform.handouts.library import MOST_IN_FULL, library
from coopform.model.case import Recueil
from coopform.model.sections import texts
from coopform.rendering.pages.render import as_text
from coopform.text.folding import fold
from tests.benchmarks import corpus
from tests.support.library_cases import ATTACK, attacking_case, case_full_of, folded_cases
from tests.support.long_cases import lines_of, long_cases
from tests.support.places import CASES, IDS
from tests.support.printed import A3_LANDSCAPE, Pdf, read, sizes, text
from tests.support.running import Coopform

pytestmark = pytest.mark.needs("browser")

# Makes a browser one from before 2023.
OLD = "delete window.DecompressionStream"
# What is typed in the box, and the arguments of `list` that mean the same.
QUERIES: list[tuple[str, list[str]]] = [
    ("", []),
    ("comité technique", ["comité", "technique"]),
    ('"comité technique"', ["comité technique"]),
    ("« comité technique » COMITE", ["comité technique", "COMITE"]),
    ("“chef de projet", ["chef de projet"]),
    ('chef"de projet"', ["chef", "de projet"]),
    ("  elaboration   oeuvre ", ["elaboration", "oeuvre"]),
    ("ŒUVRE VITÆ", ["ŒUVRE", "VITÆ"]),
    ("l'eau", ["l'eau"]),
    ("L’EAU", ["L’EAU"]),
    ("lʼeau", ["lʼeau"]),
    ("eau", ["eau"]),
    ("au", ["au"]),
    ("saint-etienne", ["saint-etienne"]),
    ("STRASSE", ["STRASSE"]),
    ("strasse ΟΔΌΣ istanbul", ["strasse", "ΟΔΌΣ", "istanbul"]),
    ("łódź МОСКВА 東", ["łódź", "МОСКВА", "東"]),
    ("étude", ["étude"]),
    ("e\u0301tude ﬁn", ["e\u0301tude", "ﬁn"]),
    ("gras", ["gras"]),
    ("😀", ["😀"]),
    ("3 000", ["3", "000"]),
    ('"3 000 hab"', ["3 000 hab"]),
    ("1/2", ["1/2"]),
    ("½", ["½"]),
    ("c++", ["c++"]),
    ("\ufeffeau", ["\ufeffeau"]),
    ("eau\x85comité\u2028", ["eau", "comité"]),
    ("technique »", ["technique", "»"]),
    ("%", ["%"]),
    ("…", ["…"]),
    ("\u0301", ["\u0301"]),
    ('""', [""]),
    ("tridan", ["tridan"]),
    ("07", ["07"]),
    ("onerror", ["onerror"]),
    ("<img", ["<img"]),
    ("{{", ["{{"]),
    ("zzz introuvable", ["zzz", "introuvable"]),
    ("2 départements", ["2", "départements"]),
    ("(.*+?[", ["(.*+?["]),
    (r"\w \b", [r"\w", r"\b"]),
    ("👩\u200d👩\u200d👧", ["👩\u200d👩\u200d👧"]),
    ("مرحبا \u202ecomité", ["مرحبا", "\u202ecomité"]),
]
COMPARED = ["tridan", "sage-ardeche", "monts-ardeche", "territoires-partenaires", "mutualisation-pnr-pays"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of all kinds of cases: the shipped, the long, those that fold, one that attacks."""
    path = tmp_path_factory.mktemp("library") / "cases"
    shutil.copytree(CASES, path)
    for case in (*long_cases(), *folded_cases(), attacking_case()):
        (path / f"{case.id}.yaml").write_text(write_case(case), encoding="utf-8")
    return path


def made(folder: Path, output: Path, *documents: str) -> Path:
    """Return the library of a folder, rendered with other documents by the command line."""
    from coopform.cli.main import main

    asked = [part for name in ("library", *documents) for part in ("--document", name)]
    assert main(["--cases", str(folder), "render", *asked, "--format", "html", "-o", str(output), "--force"]) == 0
    (found,) = [path for name in ("bibliotheque", "library") if (path := output / f"{name}.html").exists()]
    return found


@pytest.fixture(scope="module")
def all_of_them(folder: Path) -> Path:
    return made(folder, folder.parent / "out")


@pytest.fixture(scope="module")
def five_with_sheets(folder: Path) -> Path:
    return made(CASES, folder.parent / "cinq fiches # à 100 %", "sheet", "index")


@pytest.fixture(scope="module")
def hundreds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library too long to be in full where no script runs, with packed data."""
    path = tmp_path_factory.mktemp("hundreds")
    corpus.write(path / "cases", MOST_IN_FULL + 100)
    return made(path / "cases", path / "out")


class Window:
    """A page of the browser, in which any message, error or request is a failure."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        self.page = context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.said.append(request.url) if not _is_own(request.url) else None)

    def open(self, path: Path, address: str = "") -> Page:
        """Open a library, or go to an address in it."""
        # An address of the same file is no new page.
        self.page.goto("about:blank")
        self.page.goto(f"{path.as_uri()}{address}")
        self.page.wait_for_selector("html.scripted", state="attached")
        return self.page

    def leave(self) -> None:
        """Leave the page, which must have said nothing."""
        self.page.goto("about:blank")
        said, self.said = self.said, []
        assert said == []


def _is_own(url: str) -> bool:
    return url.startswith(("file:", "data:", "about:", "blob:"))


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


# A window starts a process of the browser, which takes longer than most tests: two serve them all.
@pytest.fixture(scope="module")
def window_of_all(context: BrowserContext) -> Window:
    return Window(context)


@pytest.fixture(scope="module")
def old_window_of_all(context: BrowserContext) -> Window:
    opened = Window(context)
    opened.page.add_init_script(OLD)
    return opened


@pytest.fixture
def window(window_of_all: Window) -> Iterator[Window]:
    yield window_of_all
    window_of_all.leave()


@pytest.fixture
def old_window(old_window_of_all: Window) -> Iterator[Window]:
    """A window of a browser from before 2023."""
    yield old_window_of_all
    old_window_of_all.leave()


def ids(page: Page) -> list[str]:
    """Return the IDs of the cases found, in order."""
    found = page.locator("#results [data-choose]").evaluate_all("all => all.map(one => one.dataset.choose)")
    return [str(one) for one in found]


def listed(coopform: Coopform, folder: Path, *arguments: str) -> list[str]:
    """Return what `list` finds."""
    return coopform("--cases", folder, "list", *arguments, "--format", "ids").out.split()


def test_it_finds_what_list_finds(window: Window, all_of_them: Path, folder: Path, coopform: Coopform) -> None:
    page = window.open(all_of_them)
    for typed, arguments in QUERIES:
        page.locator("#query").fill(typed)
        # `--` as a query may begin with a hyphen, as a sign does.
        assert sorted(ids(page)) == sorted(listed(coopform, folder, *arguments)), typed


def test_it_searches_the_texts_that_list_searches(window: Window, all_of_them: Path, folder: Path) -> None:
    page = window.open(all_of_them)
    found = page.evaluate("readLibrary().then(({ cases }) => cases.map(({ id, text }) => [id, text.split('\\u0001')]))")
    expected = {case.id: set(searched_texts(case)) for case in read_collection(folder).cases}
    assert {name: set(texts_of_case) for name, texts_of_case in found} == expected


def test_it_folds_what_is_typed_as_python_does(window: Window, five_with_sheets: Path) -> None:
    page = window.open(five_with_sheets)
    codes = [*range(32, 0x3000), *range(0xA640, 0xA800), *range(0xFB00, 0xFB50), *range(0xFE00, 0x10000)]
    codes += [*range(0x10400, 0x10450), *range(0x1D400, 0x1D800), *range(0x1F100, 0x1F180)]
    characters = [chr(code) for code in codes if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    found = page.evaluate("all => all.map(one => fold(`a${one}b`))", characters)
    wrong = {one: got for one, got in zip(characters, found, strict=True) if got != fold(f"a{one}b")}
    assert wrong == {}


def test_the_words_are_marked_in_their_rows(window: Window, all_of_them: Path) -> None:
    page = window.open(all_of_them, "#q=coeur+eau+%22ete%22&o=accents")
    marks = page.locator("#results .passages mark, #results .points mark").all_inner_texts()
    assert set(marks) == {"cœur", "eau", "ÉTÉ"}
    # A ligature, a letter of two units and several spaces are marked whole.
    page.locator("#query").fill('"chef de" "3 000"')
    assert set(page.locator("#results mark").all_text_contents()) == {"chef\u00a0de", "3\u00a0000"}
    page.locator("#query").fill("gras fin")
    assert set(page.locator("#results mark").all_text_contents()) == set()
    page.locator("#query").fill("gra")
    assert "𝐆𝐫𝐚" in page.locator("#results mark").all_text_contents()
    page.locator("#query").fill("fin")
    assert "ﬁn" in page.locator("#results mark").all_text_contents()


def test_facets_are_or_within_and_between(window: Window, all_of_them: Path, folder: Path, coopform: Coopform) -> None:
    page = window.open(all_of_them)
    pnr = page.locator('[data-filter="partenaire:PNR"]')
    count = pnr.locator("xpath=..").locator(".number").inner_text()
    assert int(count) == len(listed(coopform, folder, "--partenaire", "PNR"))
    pnr.check()
    page.locator('[data-filter="partenaire:CC"]').check()
    either = ["--partenaire", "PNR", "--partenaire", "CC"]
    assert sorted(ids(page)) == sorted(listed(coopform, folder, *either))
    # The box that was clicked keeps the focus, though all boxes were drawn again.
    assert page.evaluate("document.activeElement.dataset.filter") == "partenaire:CC"
    page.locator('[data-filter="famille:entente"]').check()
    page.locator("#query").fill("comité")
    both = [*either, "--outil", "entente", "comité"]
    assert sorted(ids(page)) == sorted(listed(coopform, folder, *both))
    page.get_by_role("button", name="Tout effacer").click()
    assert len(ids(page)) == len(listed(coopform, folder))
    assert page.evaluate("document.activeElement.id") == "query"


def test_an_empty_result_says_what_to_drop(window: Window, all_of_them: Path) -> None:
    page = window.open(all_of_them, "#q=tridan&f=outil:Plan+de+coopération&f=famille:feuille+de+route")
    assert ids(page) == []
    assert page.locator("#results-title").inner_text() == "0 fiche trouvée sur 30"
    # Neither facet alone is to blame: without the word there are some.
    page.get_by_role("button", name="sans « tridan »").click()
    assert "monts-ardeche" in ids(page)
    assert page.evaluate("document.activeElement.id") == "results-title"
    page.goto(page.url.split("#")[0] + "#q=tridan&f=famille:feuille+de+route")
    page.get_by_role("button", name="sans Famille").click()
    assert ids(page) == ["tridan"]
    page.locator("#query").fill("tridan introuvable perdu")
    assert "tout effacer" in page.locator("#advice").inner_text()


def test_a_comparison_has_the_rows_and_the_shared_words_of_compare(
    window: Window, five_with_sheets: Path, five: Collection
) -> None:
    page = window.open(five_with_sheets, f"#c={','.join(COMPARED)}")
    by_id = {case.id: case for case in five.cases}
    compared = compare([by_id[name] for name in COMPARED])
    labels = page.locator("#table th[scope=row]").all_inner_texts()
    assert labels[:6] == [
        "Éléments déclencheurs", "Partenaires\u00a0/ échelle", "Enjeux", "Ambitions", "Objet", "Acteurs",
    ]  # fmt: skip
    assert len(labels) == 6 + len(compared.synthesis)
    shared = page.locator("#shared mark").all_inner_texts()
    assert sorted(shared) == sorted(word.mot for word in compared.shared)
    row = page.locator("#table tbody.synthesis tr", has_text="Outil de coopération").locator("td").all_inner_texts()
    assert list(map(fold, row)) == [fold(" ".join(cell)) for cell in compared.synthesis[0].cells]
    whole = fold(page.locator("#table").inner_text())
    for case in compared.cases:
        assert all(fold(words) in whole for point in case.row("acteurs") for words in point.texts())


def test_headings_stay_in_sight(window: Window, all_of_them: Path) -> None:
    longest = [case.id for case in long_cases()][:3]
    page = window.open(all_of_them, f"#c={','.join(longest)}")
    box = page.locator("#comparison .scroll")
    box.evaluate("one => { one.scrollTop = 900; one.scrollLeft = 200 }")
    heading, label = page.locator("#table thead th").first, page.locator("#table th[scope=row]").nth(2)
    place = box.bounding_box()
    assert place
    for one, key in ((heading, "y"), (label, "x")):
        found = one.bounding_box()
        assert found
        assert abs(found[key] - place[key]) < 2  # type: ignore[literal-required]


# The twenty long cases, the two longest first.
LONG = [case.id for case in sorted(long_cases(), key=lines_of, reverse=True)]


@pytest.mark.parametrize(
    ("compared", "sides", "least"),
    [
        (COMPARED, 1, 9),
        (COMPARED[:2], 1, 11),
        ([LONG[0], "accents"], 1, 7),
        (LONG[:2], 1, 7),
        (LONG[2:7], 1, 6),
        (LONG[2:8], 1, 6),
        (LONG[:6], 2, 7),
        (LONG[:2] + LONG[-4:], 2, 7),
    ],
    ids=[
        "five",
        "two",
        "long and short",
        "two longest",
        "five long",
        "six long",
        "longest and long",
        "longest and others",
    ],
)
def test_a_comparison_is_one_a3(
    window: Window, all_of_them: Path, compared: list[str], sides: int, least: float
) -> None:
    page = window.open(all_of_them, f"#c={','.join(compared)}")
    printed = read(page.pdf(prefer_css_page_size=True))
    assert sizes(printed) == [A3_LANDSCAPE] * sides
    assert "Synthèse" in printed.pages[-1].text
    assert "Copier" not in text(printed)
    # The headings are on each side.
    assert all(page.locator("#table thead b").first.inner_text()[:20] in side.text for side in printed.pages)
    assert type_of(printed) >= least
    # No label is broken within a word.
    labels = page.locator("#table th[scope=row]").all_text_contents()
    lines = "\n".join(side.text for side in printed.pages)
    assert all(word in lines for label in labels for word in label.split())


def type_of(printed: Pdf) -> float:
    """Return the size of most characters, in points."""
    counts = Counter(round(one.size, 1) for side in printed.pages for one in side.characters)
    return counts.most_common(1)[0][0]


def test_a_list_is_printed_whole(window: Window, hundreds: Path) -> None:
    page = window.open(hundreds, "#f=statut:en+cours")
    count = int(page.locator("#results-title").inner_text().split()[0])
    assert len(ids(page)) == 50 < count
    found = text(read(page.pdf(prefer_css_page_size=True)))
    assert found.count("situationen") >= count


def test_no_control_is_printed(window: Window, hundreds: Path) -> None:
    page = window.open(hundreds, "#q=introuvable&f=statut:en+cours")
    printed = text(read(page.pdf(prefer_css_page_size=True)))
    assert "0fichetrouvéesur300«introuvable»·Statut:encours" in printed
    assert "sans" not in printed


def test_an_open_case_is_printed_below_its_title(window: Window, hundreds: Path) -> None:
    first = ids(window.open(hundreds))[0]
    page = window.open(hundreds, f"#o={first}")
    assert "Éléments déclencheurs" in read(page.pdf(prefer_css_page_size=True)).pages[0].text


def test_the_table_is_copied_for_word_processors(window: Window, context: BrowserContext, all_of_them: Path) -> None:
    page = window.open(all_of_them, "#c=tridan,attaque")
    page.locator("#copy").click()
    assert page.locator("#copied").inner_text().startswith("Copié")
    page.evaluate(
        """() => { const area = document.createElement('textarea'); document.body.append(area); area.focus();
        area.addEventListener('paste', event => { window.html = event.clipboardData.getData('text/html');
        window.plain = event.clipboardData.getData('text/plain') }) }"""
    )
    page.keyboard.press("Control+V")
    html, plain = page.evaluate("[window.html, window.plain]")
    assert html.startswith("<table")
    assert "<script" not in html
    assert "attacked=1&lt;" in html
    rows = [line.split("\t") for line in plain.splitlines()]
    assert {len(row) for row in rows[:7]} == {3}
    assert rows[0][1].startswith("Entente interterritoriale TRIDAN ; ")
    assert page.evaluate("window.attacked") is None


@pytest.mark.needs("office")
def test_libreoffice_pastes_the_table(window: Window, five_with_sheets: Path, five: Collection, tmp_path: Path) -> None:
    page = window.open(five_with_sheets, f"#c={','.join(COMPARED[:3])}")
    html = page.evaluate("pastedHtml(part('table'))")
    (tmp_path / "table.html").write_text(f"<meta charset=utf-8>{html}", encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "table.html")], check=True, capture_output=True, timeout=120)
    import docx

    (table,) = docx.Document(str(tmp_path / "table.docx")).tables
    assert len(table.columns) == 4
    assert table.cell(0, 1).text.startswith("Entente interterritoriale TRIDAN")
    assert [row.cells[0].text for row in table.rows][1:7] == [
        "Éléments déclencheurs", "Partenaires\u00a0/ échelle", "Enjeux", "Ambitions", "Objet", "Acteurs",
    ]  # fmt: skip
    tridan = next(case for case in five.cases if case.id == "tridan")
    said = fold(table.cell(6, 1).text)
    assert all(fold(words) in said for point in tridan.row("acteurs") for words in point.texts())
    # The words that they share stay underlined.
    assert any(run.underline for one in table.cell(6, 1).paragraphs for run in one.runs)


def test_all_that_is_shown_is_in_the_address(window: Window, five_with_sheets: Path) -> None:
    page = window.open(five_with_sheets)
    page.locator("#query").press_sequentially("comité")
    page.wait_for_url(lambda url: url.endswith("#q=comit%C3%A9"))
    page.locator('[data-filter="famille:convention"]').check()
    page.locator("#results summary").first.click()
    page.locator("#results [data-choose]").nth(0).check()
    page.locator("#results [data-choose]").nth(1).check()
    page.get_by_role("button", name="Mettre côte à côte").click()
    address = page.evaluate("location.hash")
    assert re.fullmatch(r"#q=comit%C3%A9&f=famille:convention&o=[a-z-]+&c=[a-z-]+,[a-z-]+", address)
    # A page that opens at this address shows the same, and goes back to the same.
    mailed = window.open(five_with_sheets, address)
    assert mailed.locator("#comparison").is_visible()
    mailed.get_by_role("button", name="Revenir aux fiches").click()
    assert mailed.locator("#query").input_value() == "comité"
    assert mailed.locator('[data-filter="famille:convention"]').is_checked()
    assert mailed.locator("#results details[open]").count() == 1
    assert mailed.locator("#tray li").count() == 2


def test_back_undoes_one_step_at_a_time(window: Window, five_with_sheets: Path) -> None:
    page = window.open(five_with_sheets)
    page.locator("#query").press_sequentially("tri")
    page.wait_for_url(lambda url: url.endswith("#q=tri"))
    page.locator("#query").press_sequentially("dan")
    page.wait_for_url(lambda url: url.endswith("#q=tridan"))
    page.locator("#results [data-choose]").check()
    page.locator("#query").fill("")
    page.locator("#query").blur()
    page.locator('[data-choose="sage-ardeche"]').check()
    page.get_by_role("button", name="Mettre côte à côte").click()
    assert page.locator("#comparison").is_visible()
    page.go_back()
    assert page.locator("#comparison").is_hidden()
    assert page.locator("#tray li").count() == 2
    page.go_back()
    page.go_back()
    assert page.locator("#query").input_value() == "tridan"
    page.go_back()
    assert page.locator("#tray").is_hidden()
    page.go_back()
    # What was typed was one step.
    assert (page.locator("#query").input_value(), len(ids(page))) == ("", 5)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("#c=tridan,disparue", "1 élément de cette adresse n’est pas dans cette bibliothèque."),
        ("#f=statut:inconnu&f=rien&c=nulle,part", "4 éléments de cette adresse ne sont pas dans cette bibliothèque."),
        ("#c=nulle,part&o=nulle,part", "2 éléments de cette adresse ne sont pas dans cette bibliothèque."),
        ("#f=__proto__:x&o=constructor", "2 éléments de cette adresse ne sont pas dans cette bibliothèque."),
        ("#q=%E0%A4%A&c=&f=&s=,,&o=<script>&x=1", "2 éléments de cette adresse ne sont pas dans cette bibliothèque."),
        ("#c=tridan,tridan", ""),
        ("#q=%", ""),
        (f"#s={','.join(COMPARED)}&q=" + "a" * 5000, ""),
        ("#", ""),
    ],
)
def test_any_address_opens(window: Window, five_with_sheets: Path, address: str, said: str) -> None:
    page = window.open(five_with_sheets, address)
    assert page.locator("#notice").text_content() == said
    assert page.locator("#search").is_visible()


def test_seven_cannot_be_compared(window: Window, all_of_them: Path) -> None:
    page = window.open(all_of_them)
    boxes = page.locator("#results [data-choose]")
    for number in range(6):
        boxes.nth(number).check()
    assert boxes.nth(6).is_disabled()
    assert "six au plus" in page.locator("#tray").inner_text()
    page.locator("#tray .chip").first.click()
    assert boxes.nth(6).is_enabled()
    # What the library does not have takes no place.
    window.open(all_of_them, f"#c=disparue,{','.join([*IDS, 'accents', 'signes'])}")
    assert page.locator("#table thead th").count() == 6
    notice = page.locator("#notice").inner_text()
    assert notice.startswith("1 élément de cette adresse")
    assert notice.endswith("voici les six premières de cette adresse.")


def test_hostile_texts_remain_text(window: Window, all_of_them: Path) -> None:
    page = window.open(all_of_them, "#q=onerror&o=attaque&s=attaque,tridan")
    assert page.locator("#results details[open] img, #results details[open] script").count() == 0
    shown = page.locator("#results details[open]").inner_text()
    assert shown.count(ATTACK[:40]) >= 20
    page.get_by_role("button", name="Mettre côte à côte").click()
    assert page.locator("#table img, #table script").count() == 0
    assert ATTACK[:40] in page.locator("#table").inner_text()
    assert page.evaluate("window.attacked") is None


@pytest.mark.parametrize("unbroken", ["Intercommunalissimement" * 14, "a\u00a0b\u00a0" * 80], ids=["word", "spaces"])
def test_long_words_stay_in_the_window(context: BrowserContext, tmp_path: Path, unbroken: str) -> None:
    (tmp_path / "cases").mkdir()
    for name in ("un", "deux"):
        case = write_case(case_full_of(unbroken, name))
        (tmp_path / "cases" / f"{name}.yaml").write_text(case, encoding="utf-8")
    path = made(tmp_path / "cases", tmp_path / "out")
    window = Window(context)
    window.page.set_viewport_size({"width": 320, "height": 900})
    filters = f"f=outil:{quote(unbroken.strip())}&f=theme:{quote(unbroken.strip())}"
    states = ["", "o=un", "s=un,deux", "c=un,deux", filters, f"q=introuvable&{filters}", f"q={quote(unbroken * 20)}"]
    for state in states:
        page = window.open(path, f"#{state}")
        if page.locator("#fold").is_visible():
            page.locator("#fold").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, state[:30]
        assert page.locator("#notice").is_hidden()
    assert window.said == []
    window.page.close()


def test_a_library_of_one_case_opens(window: Window, tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    shutil.copy(CASES / "tridan.yaml", tmp_path / "cases")
    page = window.open(made(tmp_path / "cases", tmp_path / "out"), "#c=tridan")
    assert page.locator("#results-title").inner_text() == "1 fiche en tout"
    assert "encore une" in page.locator("#tray").inner_text()


def test_a_library_without_cases_opens(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "library.html"
    path.write_text(as_text(library([], Recueil()), "html"), encoding="utf-8")
    page = window.open(path)
    assert page.locator("#results-title").inner_text() == "0 fiche en tout"
    assert page.locator("#advice").is_hidden()
    page.locator("#query").fill("tridan")
    assert "tout effacer" in page.locator("#advice").inner_text()


STATES = {
    "list": "",
    "found": "#q=comité&f=famille:convention",
    "open, with a full tray": f"#q=eau&o=sage-ardeche&s={','.join(COMPARED)}",
    "none": "#q=tridan&f=famille:convention",
    "side by side": f"#c={','.join(COMPARED[:3])}",
    "lost": "#c=disparue",
}


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_in_any_state(browser: Browser, five_with_sheets: Path, scheme: Any, width: int) -> None:
    opened = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    window = Window(opened)
    for name, address in STATES.items():
        page = window.open(five_with_sheets, address)
        if width == 320 and page.locator("#fold").is_visible():
            page.locator("#fold").click()
        found = Axe().run(page).response["violations"]
        assert not found, f"{name}: {[(one['id'], one['nodes'][0]['html'][:200]) for one in found]}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    opened.close()
    assert window.said == []


def test_a_keyboard_is_enough(window: Window, five_with_sheets: Path) -> None:
    page = window.open(five_with_sheets)

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", selector
                return
        raise AssertionError(f"no Tab leads to {selector}")

    tab_to("#query")
    page.keyboard.type("ardèche")
    assert page.locator("#results-title").get_attribute("role") == "status"
    assert page.locator("#results-title").inner_text() == "2 fiches trouvées sur 5"
    tab_to("#facets [data-filter^='famille']")
    page.keyboard.press("Space")
    assert len(ids(page)) == 1
    page.keyboard.press("Space")
    tab_to("#results summary")
    page.keyboard.press("Enter")
    assert page.locator("#results details[open]").count() == 1
    tab_to("#results [data-choose]")
    page.keyboard.press("Space")
    tab_to("#results [data-choose]")
    page.keyboard.press("Space")
    tab_to("#compare")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "comparison-title"
    tab_to("#comparison .scroll")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "compare"


def test_it_reads_without_scripts(
    browser: Browser, all_of_them: Path, five_with_sheets: Path, hundreds: Path, folder: Path
) -> None:
    opened = browser.new_context(java_script_enabled=False)
    page = opened.new_page()
    page.goto(all_of_them.as_uri())
    assert page.locator("#query").is_hidden()
    words = fold(page.locator("#plain").text_content() or "")
    for case in read_collection(folder).cases:
        shown = [one for one in texts(case) if one not in case.departements and ATTACK not in one]
        assert all(fold(one) in words for one in shown), case.id
    assert page.locator("#plain img, #plain script").count() == 0
    page.goto(hundreds.as_uri())
    assert page.locator("#plain li.case").count() == MOST_IN_FULL + 100
    assert page.locator("#plain details").count() == 0
    assert "situation en" in page.locator("#plain li.case").first.inner_text()
    page.goto(five_with_sheets.as_uri())
    assert "Éléments déclencheurs" in read(page.pdf(prefer_css_page_size=True)).pages[0].text
    opened.close()


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("thousand")
    corpus.write(path / "cases", 1_000)
    return made(path / "cases", path / "out")


def test_an_old_browser_reads_the_same_data(window: Window, old_window: Window, thousand: Path) -> None:
    as_read = "writtenLibrary().then(JSON.stringify)"
    expected = window.open(thousand).evaluate(as_read)
    packed = re.search('type="application/gzip" id="data">([^<]+)<', thousand.read_text(encoding="utf-8"))
    assert packed is not None
    assert json.loads(expected) == json.loads(gzip.decompress(base64.b64decode(packed[1])))
    assert "Élaboration" in expected
    page = old_window.open(thousand, "#q=élaboration")
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    assert page.evaluate(as_read) == expected
    assert page.locator("#results mark").first.is_visible()


def samples() -> dict[str, bytes]:
    """Return bytes of all kinds, by what they try."""
    random = Random(1)
    noise = random.randbytes(70_000)
    words = "".join(random.choice(["comité ", "œuvre ", "😀", "東京 ", "é"]) for _ in range(20_000)).encode()
    return {
        "none": b"",
        "one": b"a",
        "noise, longer than a stored block": noise,
        "long matches": b"a" * 100_000,
        "a match at the largest distance": noise[:300] + bytes(32_768 - 300) + noise[:300],
        "all distances": b"".join(noise[:length] for length in range(1, 400)),
        "words": words,
        "all bytes": bytes(range(256)) * 3,
    }


def packings(data: bytes) -> Iterator[bytes]:
    """Yield data as gzip: stored, by fixed and by its own codes, in one block and in several."""
    for level in (0, 1, 6, 9):
        yield gzip.compress(data, level, mtime=0)
    for strategy in (zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31, 9, strategy)
        parts = [packer.compress(data[: len(data) // 2]), packer.flush(zlib.Z_FULL_FLUSH)]
        yield b"".join([*parts, packer.compress(data[len(data) // 2 :]), packer.flush()])


def test_inflate_unpacks_what_zlib_packs(window: Window, five_with_sheets: Path) -> None:
    page = window.open(five_with_sheets)
    script = """all => all.map(text => {
        const made = inflate(Uint8Array.from(atob(text), one => one.charCodeAt(0)));
        let binary = "";
        for (const byte of made) binary += String.fromCharCode(byte);
        return btoa(binary);
    })"""
    for name, data in samples().items():
        found = page.evaluate(script, [base64.b64encode(packed).decode() for packed in packings(data)])
        assert {base64.b64decode(one) for one in found} == {data}, name


@pytest.mark.parametrize("is_old", [False, True], ids=["new browser", "old browser"])
@pytest.mark.parametrize("damage", ["cut", "changed", "another character", "empty", "no data"])
def test_damaged_data_is_said(
    window: Window, old_window: Window, hundreds: Path, tmp_path: Path, damage: str, is_old: bool
) -> None:
    text = hundreds.read_text(encoding="utf-8")
    start = text.index('id="data">') + len('id="data">')
    end = text.index("</script>", start)
    packed = text[start:end]
    damaged = {
        "cut": packed[: len(packed) // 2 // 4 * 4],
        "changed": packed[:40_000] + "AAAA" + packed[40_004:],
        "another character": packed[:40_000] + "é" + packed[40_001:],
        "empty": "",
        "no data": base64.b64encode(gzip.compress(b"{")).decode(),
    }[damage]
    path = tmp_path / "library.html"
    path.write_text(text[:start] + damaged + text[end:], encoding="utf-8")
    page = (old_window if is_old else window).page
    page.goto(path.as_uri())
    page.wait_for_selector("#damaged", state="visible")
    assert "endommagé" in page.locator("#damaged").inner_text()
    assert page.locator("#query").is_hidden()
    assert page.locator("#plain li.case").first.is_visible()


def test_many_cases_are_drawn_as_they_are_asked_for(window: Window, hundreds: Path) -> None:
    page = window.open(hundreds)
    assert 'type="application/gzip"' in hundreds.read_text(encoding="utf-8")
    assert len(ids(page)) == 50
    page.get_by_role("button", name="Voir la suite").click()
    assert len(ids(page)) == 100
    assert page.evaluate("[...document.querySelectorAll('summary')].indexOf(document.activeElement)") == 50


def test_each_case_leads_to_its_sheet_and_the_index_to_the_library(
    window: Window, five_with_sheets: Path, all_of_them: Path
) -> None:
    page = window.open(five_with_sheets, "#o=tridan")
    page.locator("#results details[open] a", has_text="La fiche").click()
    assert page.url.endswith("/tridan.html")
    page.goto((five_with_sheets.parent / "index.html").as_uri())
    page.get_by_role("link", name="Bibliothèque").click()
    assert page.url == five_with_sheets.as_uri()
    page = window.open(all_of_them, "#o=tridan")
    assert page.locator("#results a", has_text="La fiche").count() == 0


OWN = '{% extends "base.html.j2" %}{% block body %}<main><script>document.title = "taken"</script>{{ data }}'


@pytest.mark.parametrize(
    "template",
    [
        OWN + "{{ scripts }}</main>{% endblock %}",
        '<script>document.title = "taken"</script><html><head><meta http-equiv="Content-Security-Policy" '
        "content=\"script-src 'unsafe-inline'\"></head><body onload='document.title=\"taken\"'>"
        "<img src='x.png' onerror='document.title=\"taken\"'>{{ scripts }}",
    ],
    ids=["in the house frame", "a page of its own"],
)
def test_templates_of_a_collection_run_no_script(
    context: BrowserContext, workshop: Path, coopform: Coopform, template: str
) -> None:
    own = workshop / "templates"
    (own / "library").mkdir(parents=True)
    (own / "library.html.j2").write_text(template, encoding="utf-8")
    for script in ("find.js", "page.js", "start.js"):
        (own / "library" / script).write_text('document.title = "taken"', encoding="utf-8")
    assert coopform("render", "--document", "library", "--format", "html", "-o", "out").code == 0
    page = context.new_page()
    page.goto((workshop / "out" / "bibliotheque.html").as_uri())
    page.wait_for_load_state()
    written = (workshop / "out" / "bibliotheque.html").read_text(encoding="utf-8")
    assert "class Page" in written
    assert page.title() != "taken"
    page.close()


def test_english_has_its_words(window: Window, workshop: Path, tmp_path: Path) -> None:
    described = workshop / "cases" / "_recueil.yaml"
    described.write_text(described.read_text(encoding="utf-8").replace("langue: fr", "langue: en"), encoding="utf-8")
    page = window.open(made(workshop / "cases", tmp_path / "out"), "#q=comité+rien")
    assert page.locator("#results-title").inner_text() == "0 sheets found out of 5"
    data = json.loads(page.locator("#data").text_content() or "")
    assert data["messages"]["copied"].startswith("Copied")
