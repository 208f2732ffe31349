"""Sheets and synoptic table as PDF with both engines: pages, sizes, all words in order."""

import os
from base64 import b64encode
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.documents import Document
from coopform.model import grid
from coopform.model.case import Case, Point, Recueil
from coopform.rendering.pages.render import as_text
from coopform.rendering.pdf import browsers, by_browser
from coopform.rendering.pdf.choose import choose
from coopform.rendering.pdf.engines import EngineMissing, PrintFailed
from tests.support.layout_cases import HARD
from tests.support.places import CASES
from tests.support.printed import (
    A3_LANDSCAPE,
    A4,
    ENGINES,
    assert_in_order,
    print_by,
    print_together,
    read,
    sizes,
    squeezed,
    structure_of,
    text,
    words_of,
)
from tests.support.running import Coopform

GRID = [rubric.key for rubric in grid.GRID]


def printed(document: Document[Any], engine: str) -> bytes:
    return print_by(engine, as_text(document, "html"))


@pytest.mark.parametrize("engine", ENGINES)
def test_each_of_the_five_is_one_page(five: Collection, engine: str) -> None:
    made = print_together(engine, [as_text(api.sheet(case, five.recueil), "html") for case in five.cases])
    for case, pdf in zip(five.cases, made, strict=True):
        assert sizes(pdf) == [A4]
        assert_in_order(
            text(pdf), [squeezed(case.titre), *words_of(case, GRID), squeezed("Ce qui est transposable chez nous")]
        )


@pytest.mark.needs("browser")
def test_letters_that_a_print_may_lack_are_named_once(coopform: Coopform, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name, title in (
        ("foret", "Forêt 🌲\ufe0f, ≥ 2 α"),
        ("pont", "Pont 合作 et 🌲"),
        ("eau", "L’eau – « œuvre » ☐"),
    ):
        (folder / f"{name}.yaml").write_text(f"titre: {title}\noutil: Entente\n", encoding="utf-8")

    def said(*how: str) -> list[str]:
        run = coopform("--cases", folder, "render", "--pdf-engine", "browser", *how, "-o", tmp_path / "out")
        return [" ".join(part.split()) for part in run.err.split("Not in the typeface")[1:]]

    (line,) = said("--format", "pdf")
    assert line.startswith("of the handouts: 作 合 🌲 (foret, pont).")
    assert said("--format", "html") == said("eau", "--format", "pdf") == []
    (folder / "_recueil.css").write_text("@font-face { font-family: Own; src: local('Own') }", encoding="utf-8")
    assert said("--format", "pdf") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_long_sheet_repeats_its_title(engine: str) -> None:
    pdf = read(printed(api.sheet(HARD["forty-points"]), engine))
    assert len(pdf.pages) > 2
    assert all("Quarante points" in page.text for page in pdf.pages)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("paper", "with_us", "size"), [("a3", False, A3_LANDSCAPE), ("a3", True, A3_LANDSCAPE), ("a4", False, (297, 210))]
)
def test_the_five_side_by_side(five: Collection, engine: str, paper: str, with_us: bool, size: tuple[int, int]) -> None:
    made = api.side_by_side(comparison.compare(five.cases), five.recueil, paper, with_us=with_us)
    pdf = read(printed(made, engine))
    assert sizes(pdf) == [size] * (len(made.content.grid_pages) + len(made.content.back_pages))
    found = text(pdf)
    for case in five.cases:
        for words in words_of(case, GRID):
            assert words in found
    assert ("Cheznous" in found) is with_us


@pytest.mark.parametrize("engine", ENGINES)
def test_more_cases_go_to_further_pages(five: Collection, engine: str) -> None:
    several = [five.cases[0].model_copy(update={"id": f"c{n}", "titre_court": f"Cas {n}"}) for n in range(13)]
    pdf = read(printed(api.side_by_side(comparison.compare(several), five.recueil), engine))
    firsts = [page.text for page in pdf.pages]
    # Thirteen cases are divided evenly, with the rubrics on each page.
    grids = [page for page in firsts if "Enjeux" in page and "Ambitions" in page]
    assert [sum(f"Cas {n}\n" in f"{page}\n" or f"Cas {n} " in page for n in range(13)) for page in grids[:3]] == [
        4,
        5,
        4,
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_pdf_says_of_itself(five: Collection, engine: str) -> None:
    case = five.cases[4]
    pdf = structure_of(choose(engine)(as_text(api.sheet(case, five.recueil), "html")))
    assert pdf.metadata
    assert pdf.metadata.title == case.titre
    root: Any = pdf.root_object
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert next(entry.title for entry in pdf.outline if not isinstance(entry, list)) == case.titre


@pytest.mark.parametrize("engine", ENGINES)
def test_a_sheet_is_small_and_always_the_same(five: Collection, engine: str) -> None:
    page = as_text(api.sheet(five.cases[0], five.recueil), "html")
    first, second = (choose(engine)(page) for _ in range(2))
    assert first == second
    assert len(first) < 100_000


@pytest.mark.needs("browser")
def test_the_browser_that_is_open_for_the_tests_prints_as_one_that_is_started(five: Collection) -> None:
    page = as_text(api.booklet(comparison.compare(five.cases), five.recueil), "html")
    in_open, in_started = read(print_by("browser", page)), read(choose("browser")(page))
    assert sizes(in_open) == sizes(in_started)
    assert [page.text for page in in_open.pages] == [page.text for page in in_started.pages]


@pytest.mark.needs("weasyprint")
def test_weasyprint_makes_accessible_files(five: Collection) -> None:
    pdf = structure_of(printed(api.sheet(five.cases[0], five.recueil), "weasyprint"))
    root: Any = pdf.root_object
    assert b"pdfuaid" in root["/Metadata"].get_data()


# Choice of the engine


def test_without_an_engine_one_message_says_what_to_do(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers, "find", lambda: None)
    monkeypatch.setattr("coopform.rendering.pdf.by_weasyprint.why_not", lambda: "")
    run = coopform("render", "--format", "pdf", "tridan")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(
        "No program on this computer can print PDF. Install Edge, Chrome or Chromium, or WeasyPrint: pip install"
    )
    assert not (workshop / "handouts").exists()
    asked = coopform("render", "--format", "pdf", "--pdf-engine", "browser", "tridan")
    assert "COOPFORM_BROWSER" in asked.err
    assert "pip install" in coopform("render", "--format", "pdf", "--pdf-engine", "weasyprint", "tridan").err


def test_a_browser_prints_where_libraries_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopform.rendering.pdf.by_weasyprint.why_not", lambda: "cannot load library 'pango'")
    monkeypatch.setattr(browsers, "find", lambda: Path("/usr/bin/chromium"))
    assert choose().__qualname__.startswith("printer")
    monkeypatch.setattr(browsers, "find", lambda: None)
    with pytest.raises(EngineMissing) as failure:
        choose()
    assert failure.value.detail == "cannot load library 'pango'"


@pytest.mark.parametrize(
    ("platform", "variable", "place"),
    [
        ("win32", "ProgramFiles(x86)", "Microsoft/Edge/Application/msedge.exe"),
        ("win32", "LocalAppData", "Google/Chrome/Application/chrome.exe"),
        ("darwin", "HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ],
)
def test_browsers_are_found_where_systems_keep_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, place: str
) -> None:
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData", browsers.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr("sys.platform", platform)
    assert browsers.find() is None
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()
    assert browsers.find() == tmp_path / place


def test_the_browser_that_is_named_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "navigateur"
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.setenv(browsers.VARIABLE, str(own))
    assert browsers.find() == own
    monkeypatch.setenv(browsers.VARIABLE, str(tmp_path / "absent"))
    assert browsers.find() is None


@pytest.mark.skipif(os.name == "nt", reason="the browser stub is a shell script")
def test_a_browser_that_prints_nothing_is_named(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = workshop / "navigateur"
    own.write_text("#!/bin/sh\necho 'no display' >&2\nexit 1\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.setenv(browsers.VARIABLE, str(own))
    # Not in the browser that is open for the tests.
    monkeypatch.setattr("coopform.rendering.formats.choose", choose)
    run = coopform("render", "--format", "pdf", "--pdf-engine", "browser", "tridan")
    assert run.code == 2
    assert run.err.startswith("browser produced no PDF (navigateur: no display).")
    assert not (workshop / "handouts" / "tridan.pdf").exists()


def test_a_browser_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "navigateur"
    own.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.setattr(by_browser, "_TIMEOUT", 0.2)
    with pytest.raises(PrintFailed, match="browser"):
        by_browser.printer(own)("<p>x</p>")


@pytest.mark.needs("browser")
def test_a_temporary_folder_of_a_long_name_prints_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    assert text(read(choose("browser")("<p>x</p>"))) == "x"


@pytest.mark.needs("weasyprint")
def test_a_page_reads_nothing_from_the_disk(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("h1::before { content: 'SECRET' }", encoding="utf-8")
    page = as_text(api.sheet(Case(id="x", titre="Titre", outil=("Entente",)), Recueil()), "html")
    page = page.replace("</head>", f'<link rel="stylesheet" href="{secret.as_uri()}"></head>')
    assert "SECRET" not in text(read(choose("weasyprint")(page)))


_BOMB = (
    '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><path d="M0 0h1"/></g>'
    + "".join(f'<g id="{b}">' + f'<use href="#{a}"/>' * 20 + "</g>" for a, b in pairwise("abcdefgh"))
    + "</svg>"
)


@pytest.mark.needs("weasyprint")
@pytest.mark.parametrize(
    "page",
    [
        _BOMB,
        f'<img alt="" src="data:image/svg+xml;base64,{b64encode(_BOMB.encode()).decode()}">',
        f'<style>p {{ background: url("data:image/svg+xml;base64,{b64encode(_BOMB.encode()).decode()}") }}</style><p>x',
    ],
    ids=["in the page", "as an image", "in a style sheet"],
)
def test_a_drawing_that_draws_too_much_is_not_drawn(page: str) -> None:
    with pytest.raises(PrintFailed, match="SVG"):
        choose("weasyprint")(page)


@pytest.mark.needs("weasyprint")
def test_pdf_and_pages_go_together(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--format", "pdf", "tridan", "-o", "out", "--cases", CASES)
    assert run.code == 0
    assert {path.name for path in (workshop / "out").iterdir()} == {".coopform.json", "tridan.pdf"}
    again = coopform("render", "--format", "pdf", "tridan", "-o", "out", "--cases", CASES)
    assert "1 unchanged" in again.err


@pytest.mark.parametrize("engine", ENGINES)
def test_many_cases_are_all_there(engine: str) -> None:
    several = [
        Case(id=f"c{n}", titre=f"Coopération {n}", outil=("Entente",), enjeux=(Point(texte=f"Enjeu {n}."),))
        for n in range(36)
    ]
    pdf = read(printed(api.side_by_side(comparison.compare(several), Recueil()), engine))
    assert set(sizes(pdf)) == {A3_LANDSCAPE}
    found = text(pdf)
    assert all(f"Coopération{n}" in found and f"Enjeu{n}." in found for n in range(36))
