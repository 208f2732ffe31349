"""The file of the library: its policy, its data, its size; what a browser does with it is in `tests/handouts`."""

import base64
import gzip
import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from coopform import Case, Document, Point, Recueil, as_text
from coopform.collection.collection import Collection
from coopform.handouts.library import MOST_IN_FULL, library
from coopform.model.sections import texts
from coopform.text.folding import fold
from tests.support.full_case import FULL
from tests.support.library_cases import ATTACK, attacking_case
from tests.support.long_cases import long_cases
from tests.support.places import IDS, ROOT
from tests.support.running import Coopform


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/(\w+)" id="data">([^<]*)</script>', page)
    assert found, "the page has no data"
    return json.loads(gzip.decompress(base64.b64decode(found[2])) if found[1] == "gzip" else found[2])


def cases_of(page: str) -> list[dict[str, Any]]:
    """Return the cases of the data, which are written by column."""
    columns = data_of(page)["cases"]
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def shown_in(written: dict[str, Any]) -> list[str]:
    """Return the texts of a case, in the order in which `unsearched` counts them."""
    items = [item[1] for _, items, _ in written["sections"] for item in items]
    facts = ["".join(text for text, _ in fact) for fact in written["facts"]]
    return [written["title"], written["short"], *facts, *items]


def page_of(*cases: Case) -> str:
    return as_text(library(cases, Recueil()), "html")


def test_the_policy_has_the_hash_of_each_script_and_no_other(five: Collection) -> None:
    page = page_of(*five.cases)
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert set(scripts) == {path.read_text(encoding="utf-8") for path in (ROOT / "templates/library").glob("*.js")}
    hashes = [base64.b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-([^']+)'", policy[1]) == hashes
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1].split("style-src")[0]
    assert page.count("<!doctype html>") == page.count("<meta charset") == 1
    # Browsers look for the charset in the first kilobyte.
    assert page.index('<meta charset="utf-8">') < 1024 - 22
    assert not re.search(r'\son\w+="|href="javascript:|src="http', page)


def test_other_documents_have_neither_scripts_nor_a_policy(five: Collection) -> None:
    from coopform import sheet

    page = as_text(sheet(five.cases[0]), "html")
    assert "<script" not in page
    assert "Content-Security-Policy" not in page


def test_every_text_that_is_searched_is_in_the_data(five: Collection) -> None:
    cases = [*five.cases, *long_cases()[:3], FULL, attacking_case()]
    for case, written in zip(cases, cases_of(page_of(*cases)), strict=True):
        shown = shown_in(written)
        searched = [fold(text) for place, text in enumerate(shown) if place not in written["unsearched"]]
        # No text is there twice.
        assert sorted([*searched, *written["unseen"]]) == sorted({fold(text) for text in (case.id, *texts(case))})
        whole = fold(" ".join(shown))
        # `\u202e` is written out where it is shown.
        assert all(fold(text) in whole for text in texts(case) if ATTACK not in text)


def test_recurring_words_have_their_places_as_scripts_count() -> None:
    text = "😀 Le comité technique 😀😀 et le chef de projet"
    page = page_of(Case(id="a", titre="A", enjeux=(Point(libelle="😀", texte=text),)))
    found, (case,) = data_of(page), cases_of(page)
    label = found["labels"].index("Enjeux")
    (item,) = next(items for place, items, _ in case["sections"] if place == label)
    units = item[1].encode("utf-16-le")
    spots = [item[3][place : place + 3] for place in range(0, len(item[3]), 3)]
    marked = [units[2 * start : 2 * (start + length)].decode("utf-16-le") for _, start, length in spots]
    assert marked == ["comité technique", "chef de projet"]
    assert [found["words"][word] for word, _, _ in spots] == marked
    assert units[: 2 * item[2]].decode("utf-16-le") == "😀\u00a0:"


@pytest.mark.parametrize("extra", [0, 1])
def test_the_whole_text_is_there_up_to_two_hundred_cases(extra: int) -> None:
    cases = [FULL.model_copy(update={"id": f"c-{number}"}) for number in range(MOST_IN_FULL + extra)]
    page = page_of(*cases)
    assert page.count("<details>") == (0 if extra else MOST_IN_FULL)
    assert page.count('<li class="case">') == len(cases)


def test_large_data_is_packed_and_the_same_each_time() -> None:
    cases = [case.model_copy(update={"id": f"{case.id}-{n}"}) for n in range(4) for case in long_cases()]
    page = page_of(*cases)
    assert '<script type="application/gzip" id="data">' in page
    assert page == page_of(*cases)
    assert [case["id"] for case in cases_of(page)] == [case.id for case in cases]
    assert '<script type="application/json" id="data">' in page_of(FULL)


def test_a_pack_gives_its_letters(five: Collection) -> None:
    document = library(five.cases, five.recueil)
    lettered: Document[Any] = replace(document, letters=["", "A", "", "", "B"])
    page = as_text(lettered, "html")
    assert [case["letter"] for case in cases_of(page)] == ["", "A", "", "", "B"]
    assert page.count('<span class="disc">') == 2


def test_half_a_character_of_a_program_does_not_end_the_page() -> None:
    page = page_of(Case(id="a", titre="Une \ud800 moitié"))
    (case,) = cases_of(page)
    assert case["title"] == "Une <U+D800> moitié"
    assert "une ? moitie" in case["unseen"]


def test_render_links_the_library_with_the_sheets_and_the_index(coopform: Coopform, workshop: Path) -> None:
    asked = ("--document", "library", "--document", "sheet", "--document", "index", "--format", "html")
    assert coopform("render", *asked, "-o", "out").code == 0
    page = (workshop / "out" / "bibliotheque.html").read_text(encoding="utf-8")
    assert [case["sheet"] for case in cases_of(page)] == [f"{name}.html" for name in IDS]
    index = (workshop / "out" / "index.html").read_text(encoding="utf-8")
    assert '<a href="bibliotheque.html">Bibliothèque, pour chercher et comparer</a>' in index
    assert coopform("render", "tridan", "--document", "library", "--format", "html", "-o", "one").code == 0
    (alone,) = cases_of((workshop / "one" / "bibliotheque.html").read_text(encoding="utf-8"))
    assert (alone["id"], alone["sheet"]) == ("tridan", "")


@pytest.mark.parametrize("kind", ["sheet", "library"])
def test_a_template_of_a_collection_leads_to_no_other_page(coopform: Coopform, workshop: Path, kind: str) -> None:
    orders = (
        '<meta http-equiv="refresh" content="0;url=https://example.org">'
        "<META a='>' HTTP-EQUIV=&#114;efresh content='0;url=//example.org'>"
    )
    folder = workshop / "templates"
    folder.mkdir()
    (folder / f"{kind}.html.j2").write_text(f"<head>{orders}</head><p>http-equiv</p>", encoding="utf-8")
    coopform("render", "tridan", "--document", kind, "--format", "html", "-o", "out")
    (path,) = (workshop / "out").glob("*.html")
    page = path.read_text(encoding="utf-8")
    assert "http&#45;equiv=" in page
    assert [line for line in page.lower().splitlines() if "http-equiv" in line and "security-policy" not in line] == []
