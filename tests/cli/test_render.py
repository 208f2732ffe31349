"""`coopform render`: file names, content, links."""

import os
import re
from itertools import pairwise
from pathlib import Path, PurePath

import html5lib
import pytest

from tests.support.places import IDS
from tests.support.running import Coopform


def made(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def every_page(coopform: Coopform, workshop: Path) -> list[Path]:
    """Render all documents, and return the HTML pages: one sheet per case, the comparison, the index."""
    coopform("render", "-o", "out", "--document", "sheet", "--document", "comparison", "--document", "index")
    pages = sorted((workshop / "out").glob("*.html"))
    assert len(pages) == len(IDS) + 2
    return pages


def test_with_nothing_said_sheets_and_an_index(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "-o", "out")
    assert run.code == 0
    assert made(workshop / "out") == {"index.html", *(f"{i}.{end}" for i in IDS for end in ("html", "md"))}
    assert [line.split()[1] for line in run.out.splitlines()] == [
        str(PurePath("out", name)) for i in IDS for name in (f"{i}.html", f"{i}.md")
    ] + [str(PurePath("out", "index.html"))]
    assert run.err == (
        f"Rendered 11 files from cases{os.sep} to out{os.sep}\nTo see them, open {PurePath('out', 'index.html')}\n"
    )


def test_handouts_is_the_folder_when_none_is_said(coopform: Coopform, workshop: Path) -> None:
    assert coopform("render", "tridan").code == 0
    assert made(workshop / "handouts") == {"tridan.html", "tridan.md"}


@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_every_link_of_the_index_resolves(coopform: Coopform, workshop: Path, fmt: str) -> None:
    coopform("render", "-o", "out", "--format", fmt)
    index = (workshop / "out" / ("index.html" if fmt == "html" else "index.md")).read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]*)"' if fmt == "html" else r"\]\(([^)]*)\)", index)
    assert len(links) == 5
    assert all((workshop / "out" / link).is_file() for link in links)


def test_the_index_calls_each_document_by_its_name(coopform: Coopform, workshop: Path) -> None:
    asked = [f"--document={name}" for name in ("comparison", "synthesis", "booklet", "index")]
    coopform("render", "-o", "out", "--format", "html", "--paper", "a4", *asked)
    index = (workshop / "out" / "index.html").read_text(encoding="utf-8")
    assert dict(re.findall(r'<p class="document"><a href="([^"]*)">([^<]*)', index)) == {
        "tableau-synoptique-a4.html": "Tableau synoptique, en A4",
        "synthese.html": "Synthèse",
        "synthese-vierge.html": "Synthèse à remplir",
        "livret.html": "Livret",
    }


def test_pages_need_nothing_from_elsewhere(coopform: Coopform, workshop: Path) -> None:
    for path in every_page(coopform, workshop):
        text = path.read_text(encoding="utf-8").replace("url(data:", "")
        assert not re.findall(r"(?:src|srcset|data|action)=|<link|<script|@import|url\(|https?://", text), path.name


def test_pages_are_well_made(coopform: Coopform, workshop: Path) -> None:
    for path in every_page(coopform, workshop):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        page = parser.parse(path.read_text(encoding="utf-8"))
        assert page.get("lang") == "fr"
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), path.name
        for table in page.iter("table"):
            assert table.find("caption") is not None
            assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))


def test_handouts_are_french_whatever_the_interface(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coopform("render", "-o", "en")
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    assert "écrit" in coopform("render", "-o", "fr").out
    for path in (workshop / "en").iterdir():
        assert path.read_bytes() == (workshop / "fr" / path.name).read_bytes()
    assert "Éléments déclencheurs" in (workshop / "en" / "tridan.html").read_text(encoding="utf-8")


def test_what_is_to_be_filled_in_has_lines_to_write_on(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "abc.yaml").write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    coopform("render", "abc", "-o", "out")
    assert (workshop / "out" / "abc.html").read_text(encoding="utf-8").count("À compléter") == 6
    assert (workshop / "out" / "abc.md").read_text(encoding="utf-8").count("*À compléter*") == 6


def test_what_is_for_the_facilitator_never_reaches_a_handout(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "tridan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "a_verifier: Demander au chef de projet\n", encoding="utf-8")
    coopform("render", "-o", "out", "--document", "sheet", "--document", "comparison", "--document", "index")
    assert all("Demander au chef" not in made.read_text(encoding="utf-8") for made in (workshop / "out").iterdir())
    assert "Demander au chef" in coopform("show", "tridan").out


def test_the_colour_of_the_collection_is_that_of_its_pages(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "_recueil.yaml"
    path.write_text(path.read_text(encoding="utf-8") + 'couleur: "#AA3300"\npied_de_page: Le pied\n', encoding="utf-8")
    for page in every_page(coopform, workshop):
        text = page.read_text(encoding="utf-8")
        assert "--accent: #aa3300;" in text
        assert "Le pied" in text


@pytest.mark.parametrize("option", ["--document", "--format"])
def test_an_unknown_choice_gets_the_list(coopform: Coopform, workshop: Path, option: str) -> None:
    run = coopform("render", option, "affiche")
    assert run.code == 2
    assert f"is not a value of {option}" in run.err


def test_nothing_to_render_is_said(coopform: Coopform, tmp_path: Path) -> None:
    run = coopform("render", "--cases", tmp_path, "-o", tmp_path / "out")
    assert run.code == 2
    command = f"coopform new --cases {tmp_path}"
    assert run.err == f"There is no case in “{tmp_path}”. To create one: {command}\n"


def test_one_file_written_is_said_in_the_singular(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform("render", "tridan", "--format", "html", "--document", "sheet", "-o", "seul")
    assert "1 fichier créé dans " in run.err.replace("\u00a0", " ")


@pytest.mark.parametrize("value", ["pack", "PACK", "order"])
def test_a_document_of_the_pack_names_its_command(value: str, coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", value)
    assert (run.code, run.err) == (2, f"“{value}” is made by another command. Type: coopform pack\n")


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("fiche", "tridan.html"), ("Fiche de coopération", "tridan.html"), ("livret", "livret.html"),
        ("booklet", "livret.html"), ("Fiche vierge", "fiche-vierge.html"), ("SYNTHÈSE", "synthese.html"),
        ("tableau-synoptique", "tableau-synoptique.html"), ("diapo", "diaporama.html"),
        ("outils", "outils-de-cooperation.html"),
    ],
)  # fmt: skip
def test_a_document_is_found_by_its_label_and_its_file_name(
    typed: str, made: str, coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform("render", "--document", typed, "--format", "html", "-o", "out")
    assert run.code == 0
    assert (workshop / "out" / made).is_file()


@pytest.mark.parametrize("command", [["render"], ["pack", "--all"], ["open", "tridan"]])
@pytest.mark.parametrize("folder", ["cases", ".", "others", "../fiches"])
def test_no_page_is_made_among_cases(coopform: Coopform, workshop: Path, command: list[str], folder: str) -> None:
    if folder != "cases":
        Path(folder).mkdir(exist_ok=True)
        Path(folder, "_recueil.yaml" if folder == "others" else "une.yml").write_text("titre: Une\n", encoding="utf-8")
    before = sorted(Path(folder).iterdir())
    run = coopform(*command, "-o", folder)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"“{folder}” contains cases: nothing was written among them. Type another folder: -o handouts\n"
    assert sorted(Path(folder).iterdir()) == before


def test_pages_may_be_beside_files_of_other_programs(coopform: Coopform, workshop: Path) -> None:
    Path("compose.yml").write_text("services: {}\n", encoding="utf-8")
    assert coopform("render", "tridan", "-o", ".").code == 0


def test_an_unknown_document_lists_them_with_their_meaning_the_nearest_first(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform("render", "--document", "livrte")
    assert run.code == 2
    assert "booklet (livret), sheet (fiche de coopération), comparison (tableau" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["render", "tridan", "-o", "fiche.pdf"], "Type: --format pdf -o fiche"),
        (["render", "-o", "kit.zip"], "Type the name of a folder: -o kit"),
        (["pack", "-o", "kit.zip"], "Type the name of a folder: -o kit"),
        (["open", "tridan", "-o", "page.html"], "Type the name of a folder: -o page"),
        (["render", "tridan", "--format", "powerpoint"], "render tridan --document slides --format pptx"),
        (["show", "tridan", "--format", "pdf"], "Type: coopform render tridan --document sheet --format pdf"),
        (["show", "tridan", "--format", "web"], "Type: coopform render tridan --document sheet --format html"),
        (["export", "-o", "x.html"], "Type: coopform render --document booklet --format html"),
        (["forms", "-o", "x.pdf"], "Type: coopform render --document forms --format pdf"),
        (["forms", "-o", "x.docx"], "but in pdf: coopform render --document forms --format pdf"),
        (["export", "-o", "x.docx"], "Type: coopform render --document booklet --format docx"),
        (["export", "-o", "x.pptx"], "Type: coopform render --document slides --format pptx"),
        (["schema", "-o", "x.pdf"], "Type one of: *.json"),
        (["check", "-o", "x.pdf"], "Type one of: *.txt, *.json, *.sarif"),
    ],
)
def test_a_name_for_another_format_says_what_to_type(
    arguments: list[str], said: str, coopform: Coopform, workshop: Path
) -> None:
    before = sorted(workshop.iterdir())
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert sorted(workshop.iterdir()) == before


def test_other_words_for_a_format_are_understood(coopform: Coopform, workshop: Path) -> None:
    assert coopform("render", "tridan", "--format", "MD", "--document", "sheet", "-o", "out").code == 0
    assert (workshop / "out/tridan.md").is_file()
