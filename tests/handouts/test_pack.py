"""The pack: one command makes all that a workshop needs, and the order to the print shop."""

import re
import zipfile
from math import ceil
from pathlib import Path, PurePath

import pytest

from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.due_files import due_files
from coopform.handouts.print_order import print_order
from coopform.handouts.render_run import Wanted
from coopform.model.case import Recueil
from coopform.rendering.pages.render import as_text
from tests.support.long_cases import long_cases
from tests.support.pack_folders import folders_of
from tests.support.places import CASES, IDS
from tests.support.printed import ENGINES, print_by, read, sizes, squeezed, text
from tests.support.running import Coopform

PRINTED = {
    *(f"{identifier}.pdf" for identifier in IDS), "tableau-synoptique.pdf", "panneaux.pdf", "synthese.pdf",
    "synthese-vierge.pdf", "pages-d-analyse.pdf", "livret.pdf", "fiche-vierge.pdf", "fiche-vierge-a3.pdf",
    "guide-d-animation.pdf", "cartes-des-groupes.pdf",
}  # fmt: skip


def test_a_pack_holds_every_document_for_its_use(five: Collection) -> None:
    made = folders_of(five)
    assert set(made["print"]) == PRINTED
    assert {PurePath(name).stem for name in made["project"]} == {"diaporama", "tableau-synoptique", "bibliotheque"}
    assert {name for name in made["edit"] if not name.endswith(".docx")} == set()
    assert {f"{identifier}.docx" for identifier in IDS} < set(made["edit"])


def test_the_first_page_names_each_file_in_the_order_of_the_day(five: Collection) -> None:
    page = as_text(pack.page(five.cases, five.recueil, "commande-d-impression.pdf", folders_of(five)), "html")
    links = dict(re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', page))
    assert len(links) == sum(map(len, folders_of(five).values()))
    printed = {name: label for name, label in links.items() if name.startswith("a-imprimer/")}
    assert squeezed(next(iter(printed.values()))) == squeezed("A – PNR des Monts d’Ardèche")
    assert list(printed)[5:] == [
        f"a-imprimer/{name}.pdf"
        for name in (
            "tableau-synoptique", "panneaux", "cartes-des-groupes", "pages-d-analyse", "synthese-vierge", "synthese",
            "fiche-vierge-a3", "fiche-vierge", "livret", "guide-d-animation",
        )
    ]  # fmt: skip
    assert squeezed(links["a-projeter/diaporama.pptx"]) == squeezed("Diaporama (PowerPoint)")
    assert links["a-imprimer/fiche-vierge-a3.pdf"] == "Fiche vierge, en A3"


@pytest.mark.needs("weasyprint")
def test_one_command_makes_the_workshop(coopform: Coopform, workshop: Path) -> None:
    run = coopform("pack", "-o", "atelier", "--people", "20", "--start", "13h30", "--duration", "2h")
    assert run.code == 0, run.err
    out = workshop / "atelier"
    assert {path.name for path in out.iterdir() if not path.name.startswith(".")} == {
        "a-imprimer", "a-projeter", "a-modifier", "a-lire-d-abord.html", "commande-d-impression.pdf",
        "kit-d-animation.zip",
    }  # fmt: skip
    assert {path.name for path in (out / "a-imprimer").glob("*.pdf")} == PRINTED
    guide = squeezed(text(read(out / "a-imprimer/guide-d-animation.pdf")))
    assert "13h30–15h30" in guide
    assert_order_counts_pages(out, dict.fromkeys(IDS, (10, True)) | FOR_TWENTY)
    with zipfile.ZipFile(out / "kit-d-animation.zip") as zipped:
        assert zipped.testzip() is None
        named = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
        assert set(zipped.namelist()) == {name for name in named if not name.endswith((".zip", ".json"))}
    again = coopform("pack", "-o", "atelier", "--people", "20", "--start", "13h30", "--duration", "2h")
    assert (again.code, again.out) == (0, "")


@pytest.mark.needs("browser")
def test_a_part_of_the_cases_by_a_browser(coopform: Coopform, workshop: Path) -> None:
    """Two of five cases, for five people in two groups: the booklet holds all five."""
    command = ("pack", "tridan", "sage-ardeche", "-o", "atelier", "--people", "5", "--groups", "2")
    run = coopform(*command, "--pdf-engine", "browser")
    assert run.code == 0, run.err
    out = workshop / "atelier"
    assert {"tridan", "sage-ardeche"} == {path.stem for path in (out / "a-imprimer").glob("*.pdf")} & set(IDS)
    booklet = text(read(out / "a-imprimer/livret.pdf"))
    assert all(squeezed(title) in booklet for title in ("TRIDAN", "SAGE de l’Ardèche", "Monts d’Ardèche"))
    assert len(read(out / "a-imprimer/cartes-des-groupes.pdf").pages) == 2
    assert_order_counts_pages(out, dict.fromkeys(("tridan", "sage-ardeche"), (3, True)) | FOR_FIVE)


def test_the_files_of_a_case_that_has_an_error_now_leave_the_pack(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Which files there are does not depend on what is printed.
    monkeypatch.setattr("coopform.rendering.formats.choose", lambda _: lambda page: EMPTY_PAGE)
    for path in (workshop / "cases").glob("*.yaml"):
        if path.stem not in ("_recueil", "tridan", "sage-ardeche"):
            path.unlink()
    assert coopform("pack", "--all", "-o", "atelier").code == 0
    out = workshop / "atelier"
    (out / "a-modifier" / "tridan.docx").write_bytes(b"edited")
    (workshop / "cases" / "tridan.yaml").write_text("titre: [\n", encoding="utf-8")
    run = coopform("pack", "--all", "-o", "atelier")
    assert run.code == 1
    assert [path.relative_to(out).as_posix() for path in out.rglob("tridan*")] == ["a-modifier/tridan.docx"]
    assert "tridan.docx was edited, but its case is missing here" in run.err
    page = (out / "a-lire-d-abord.html").read_text("utf-8")
    assert "à corriger avant d’imprimer : tridan" in page.replace("\u202f", " ").replace("\xa0", " ")
    assert "tridan.docx" not in page
    with zipfile.ZipFile(out / "kit-d-animation.zip") as zipped:
        assert not [name for name in zipped.namelist() if "tridan" in name]


# The smallest file that its readers take for a PDF of one A4.
EMPTY_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Page/MediaBox[0 0 595 842]>>endobj\n%%EOF\n"
# Copies, and whether both sides are printed, where a file is not printed once on one side.
FOR_FIVE = {
    "tableau-synoptique": (2, True), "synthese-vierge": (2, False), "livret": (5, True), "fiche-vierge": (5, False),
    "fiche-vierge-a3": (2, False), "guide-d-animation": (1, True),
}  # fmt: skip
FOR_TWENTY = {
    "tableau-synoptique": (4, True), "synthese-vierge": (4, False), "livret": (20, True), "fiche-vierge": (20, False),
    "fiche-vierge-a3": (4, False), "guide-d-animation": (1, True),
}  # fmt: skip


def assert_order_counts_pages(out: Path, copies: dict[str, tuple[int, bool]]) -> None:
    """Assert that the order names each file with its pages, and orders as many sheets of paper as they need."""
    made = {path.stem: sizes(read(path)) for path in (out / "a-imprimer").glob("*.pdf")}
    leaves = {(210, 297): 0, (420, 297): 0}
    for stem, pages in made.items():
        count, two_sided = copies.get(stem, (1, False))
        leaves[pages[0]] += count * (ceil(len(pages) / 2) if two_sided else len(pages))
    order = squeezed("".join(page.rows for page in read(out / "commande-d-impression.pdf").pages))
    assert f"Total{leaves[210, 297]}" in order
    assert f"Total{leaves[420, 297]}" in order
    for stem, pages in made.items():
        assert f"{stem}.pdf,{len(pages)}page" in order, stem


def test_the_letters_of_the_day_are_those_of_the_booklet_and_the_library(five: Collection) -> None:
    day = five.cases[2:4]
    wanted = Wanted(("sheet", "booklet", "library"), ("html",), True, has_letters=True, collection_cases=five.cases)
    *sheets, booklet, library = [file.document for file in due_files(day, five.recueil, wanted)]
    assert [list(document.letters) for document in sheets] == [["A"], ["B"]]
    assert list(booklet.letters) == list(library.letters) == ["", "", "A", "B", ""]
    page = as_text(booklet, "html")
    cover, contents = page.split('class="letters"')[1].split("</ul>", 1)
    assert re.findall(r"<b>(\w)</b></span> ([^<]+)<", cover) == list(
        zip("AB", (case.short_title for case in day), strict=True)
    )
    listed = contents.split('class="with-letters"')[1].split("</ol>")[0]
    assert re.findall(r"<b>([A-Z])</b>", listed) == ["A", "B"]


def test_a_file_that_somebody_replaced_is_not_counted(five: Collection) -> None:
    made = print_order(five.cases, five.recueil, Wanted((), (), is_whole=True), {"livret.pdf": []})
    assert "pages à compter" in as_text(made, "html")


@pytest.mark.parametrize("people", ["0", "-1", "vingt", "20.5", "1001", "", "２０"])
def test_people_are_counted_in_whole_numbers(coopform: Coopform, workshop: Path, people: str) -> None:
    run = coopform("render", f"--people={people}")
    assert run.code == 2
    assert "Type a whole number from 1 to 1000" in run.err


def test_without_python_docx_the_copies_to_edit_are_markdown(five: Collection) -> None:
    wanted = Wanted((), (), is_whole=True)
    parts = dict(pack.folders(wanted, docx=False, pptx=False))
    assert parts["edit"].formats == ("markdown",)
    assert "analysis" not in parts["edit"].documents


def test_an_archive_is_always_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    first = pack.archive(tmp_path, ["a.pdf"], {"b.html": b"b"})
    (tmp_path / "a.pdf").write_bytes(b"a")
    assert pack.archive(tmp_path, ["a.pdf"], {"b.html": b"b"}) == first


def test_docx_without_the_extra_says_what_to_install(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coopform.extras.find_spec", lambda library: None)
    run = coopform("render", "--format", "docx", "tridan", "--cases", CASES)
    assert run.code == 2
    assert 'pip install "coopform[docx]"' in run.err


@pytest.mark.parametrize("engine", ENGINES)
def test_the_order_for_twenty_cases_is_one_page(engine: str) -> None:
    cases, a4, a3 = long_cases(), [(210, 297)], [(420, 297)]
    small = [*(case.id for case in cases), "pages-d-analyse", "livret", "cartes-des-groupes", "fiche-vierge"]
    large = ["tableau-synoptique", "panneaux", "synthese-vierge", "synthese", "fiche-vierge-a3"]
    files = {f"{name}.pdf": 2 * a4 for name in [*small, "guide-d-animation"]} | {f"{name}.pdf": a3 for name in large}
    pdf = read(print_by(engine, as_text(print_order(cases, Recueil(), Wanted((), (), is_whole=True), files), "html")))
    assert len(pdf.pages) == 1
    assert squeezed(text(pdf)).count(".pdf,2page") + squeezed(text(pdf)).count(".pdf,1page") == len(files)
