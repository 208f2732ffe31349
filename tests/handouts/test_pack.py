"""The pack: one command makes a folder for the print shop."""

import zipfile
from pathlib import Path, PurePath

import pytest

from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.run import Wanted
from tests.support.pack_folders import folders_of
from tests.support.places import CASES, IDS
from tests.support.printed import read, sizes
from tests.support.running import Coopform

PRINTED = {
    *(f"{identifier}.pdf" for identifier in IDS), "tableau-synoptique.pdf", "panneaux.pdf", "synthese.pdf",
    "synthese-vierge.pdf", "pages-d-analyse.pdf", "livret.pdf", "fiche-vierge.pdf", "fiche-vierge-a3.pdf",
    "guide-d-animation.pdf",
}  # fmt: skip


def test_a_pack_holds_every_document_for_its_use(five: Collection) -> None:
    made = folders_of(five)
    assert set(made["print"]) == PRINTED
    assert {PurePath(name).stem for name in made["project"]} == {"diaporama", "tableau-synoptique"}
    assert {name for name in made["edit"] if not name.endswith(".docx")} == set()
    assert {f"{identifier}.docx" for identifier in IDS} < set(made["edit"])


@pytest.mark.needs("weasyprint")
def test_one_command_makes_the_workshop(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", "pack", "-o", "atelier", "--people", "20")
    assert run.code == 0, run.err
    out = workshop / "atelier"
    assert {path.name for path in out.iterdir() if not path.name.startswith(".")} == {
        "a-imprimer", "a-projeter", "a-modifier", "a-lire-d-abord.html", "a-lire-d-abord.pdf", "kit-d-animation.zip",
    }  # fmt: skip
    assert {path.name for path in (out / "a-imprimer").glob("*.pdf")} == PRINTED
    expected = {
        "tableau-synoptique": [(420, 297)] * 2, "panneaux": [(420, 297)] * 12, "synthese": [(420, 297)],
        "synthese-vierge": [(420, 297)], "pages-d-analyse": [(210, 297)] * 5, "fiche-vierge": [(210, 297)],
        **{identifier: [(210, 297)] for identifier in IDS},
    }  # fmt: skip
    for name, pages in expected.items():
        assert sizes(read(out / "a-imprimer" / f"{name}.pdf")) == pages, name
    page = read(out / "a-lire-d-abord.pdf")
    assert sizes(page) == [(210, 297)]
    text = " ".join(page.pages[0].extract_text().split())
    assert "20 personnes, 4 groupes" in text
    assert all(name in text.replace(" ", "") for name in PRINTED)
    with zipfile.ZipFile(out / "kit-d-animation.zip") as zipped:
        assert zipped.testzip() is None
        named = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
        assert set(zipped.namelist()) == {name for name in named if not name.endswith((".zip", ".json"))}
    again = coopform("render", "--document", "pack", "-o", "atelier", "--people", "20")
    assert (again.code, again.out) == (0, "")


@pytest.mark.parametrize("arguments", [("--format", "pdf"), ("--document", "sheet")])
def test_a_pack_leaves_nothing_to_choose(coopform: Coopform, workshop: Path, arguments: tuple[str, str]) -> None:
    run = coopform("render", "--document", "pack", *arguments, "-o", "atelier")
    assert run.code == 2
    assert "--document pack" in run.err
    assert not (workshop / "atelier").exists()


@pytest.mark.parametrize("people", ["0", "-1", "vingt", "20.5", "1001", "", "２０"])
def test_people_are_counted_in_whole_numbers(coopform: Coopform, workshop: Path, people: str) -> None:
    run = coopform("render", f"--people={people}")
    assert run.code == 2
    assert "Type a whole number from 1 to 1000" in run.err


def test_without_python_docx_the_copies_to_edit_are_markdown(five: Collection) -> None:
    wanted = Wanted((), (), is_whole=True)
    parts = dict(pack.folders(wanted, docx=False))
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
