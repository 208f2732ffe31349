"""`coopform import`: files written or kept, messages, unreadable documents."""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coopform.collection.collection import read_collection
from tests.support import sample_documents
from tests.support.growth import assert_grows_evenly
from tests.support.running import Coopform

NOTES = """Entente du Haut-Pays

Éléments déclencheurs : un appel à projets
Enjeux :
  • Organiser les solidarités
  • Anticiper
Acteurs
Pilotage : conférence des présidents
"""
CASE = """titre: Entente du Haut-Pays
outil: Entente
declencheurs:
  - un appel à projets
enjeux:
  - Organiser les solidarités
  - Anticiper
acteurs:
  - Pilotage: conférence des présidents
"""


@pytest.fixture
def notes(empty: Path) -> Path:
    path = empty / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_a_case_is_written_to_the_folder_of_cases(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    run = coopform("import", "notes.txt")
    assert (run.code, run.out) == (0, f"{Path('cases') / 'entente-du-haut-pays.yaml'}\n")
    assert (tmp_path / run.out.strip()).read_text("utf-8") == CASE
    assert coopform("check", "cases").code == 0


def test_the_folder_of_cases_is_the_one_named_first(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    run = coopform("--cases", "autres", "import", "notes.txt")
    assert run.out == f"{Path('autres') / 'entente-du-haut-pays.yaml'}\n"


def test_a_case_that_is_there_is_kept_without_force(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    mine = tmp_path / "cases" / "vieux" / "entente-du-haut-pays.yml"
    mine.parent.mkdir(parents=True)
    mine.write_text("titre: À moi\noutil: Entente\n", encoding="utf-8")
    run = coopform("import", "notes.txt")
    assert (run.code, run.out) == (2, "")
    assert "is already there" in run.err
    assert "--force" in run.err
    assert mine.read_text("utf-8").startswith("titre: À moi")


def test_force_replaces_a_case_and_keeps_the_old_file(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    mine = tmp_path / "cases" / "vieux" / "entente-du-haut-pays.yml"
    mine.parent.mkdir(parents=True)
    for corrected, kept in (("À moi", "entente-du-haut-pays.yml.bak"), ("Encore", "entente-du-haut-pays.yml.bak2")):
        mine.write_text(f"titre: {corrected}\noutil: Entente\n", encoding="utf-8")
        run = coopform("import", "notes.txt", "--force")
        assert (run.code, mine.read_text("utf-8")) == (0, CASE)
        assert f"replaced: {mine.relative_to(tmp_path)} (the old file is {kept})" in run.err
        assert (mine.parent / kept).read_text("utf-8").startswith(f"titre: {corrected}")
    again = coopform("import", "notes.txt", "--force")
    assert "was already there" in again.err
    assert len(list((tmp_path / "cases").rglob("*.y*ml*"))) == 3


def test_force_does_not_replace_a_link(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "mine.yaml").write_text("titre: À moi\noutil: Entente\n", encoding="utf-8")
    link = tmp_path / "cases" / "entente-du-haut-pays.yaml"
    link.symlink_to(tmp_path / "mine.yaml")
    run = coopform("import", "notes.txt", "--force")
    assert (run.code, run.out) == (2, "")
    assert "it is a shortcut to another place" in run.err
    assert link.is_symlink()


def test_what_windows_keeps_in_folders_is_no_document(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", "~$notes.docx", ".DS_Store"):
        (notes.parent / name).write_bytes(b"x")
    run = coopform("import", str(notes.parent), "--into", "recus")
    assert run.code == 0
    assert "Skipped" not in run.err


def test_a_folder_beside_the_collection_is_named(
    coopform: Coopform, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "recueil").mkdir()
    (tmp_path / "documents").mkdir()
    monkeypatch.chdir(tmp_path / "recueil")
    run = coopform("import", "documents")
    assert run.code == 2
    assert f"Did you mean “{Path('..', 'documents')}”?" in run.err
    assert "Did you mean" not in coopform("import", "valdac").err


def test_a_dry_run_shows_the_files_and_writes_nothing(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    run = coopform("import", "notes.txt", "--dry-run")
    assert run.code == 0
    assert run.out == f"# {Path('cases') / 'entente-du-haut-pays.yaml'}\n{CASE}"
    assert not (tmp_path / "cases").exists()


def test_a_folder_that_holds_the_collection_gives_only_the_documents_in_it(
    coopform: Coopform, notes: Path, workshop: Path
) -> None:
    coopform("render", "--document", "sheet", "--format", "markdown", "-o", "sortie")
    Path("r.csv.bak2").write_text("titre;enjeux\nUn recueil;L’eau\n", encoding="utf-8")
    changed = Path("sortie", "tridan.md")
    changed.write_text(changed.read_text("utf-8").replace("TRIDAN", "Tridan et les rives"), encoding="utf-8")
    run = coopform("import", ".", "--into", "recus")
    assert (run.code, run.out.splitlines()) == (
        0,
        [
            str(Path("recus", "entente-du-haut-pays.yaml")),
            str(Path("recus", "entente-interterritoriale-tridan-et-les-rives.yaml")),
        ],
    )
    # An output folder that is named is read whole.
    assert coopform("import", "sortie", "--into", "tout").out.count("\n") == 5


def test_two_documents_with_the_same_title_give_two_files(coopform: Coopform, notes: Path, tmp_path: Path) -> None:
    (tmp_path / "autres.md").write_text("# Entente du Haut-Pays\n\n## Enjeux\n\nL'eau\n", encoding="utf-8")
    run = coopform("import", "notes.txt", "autres.md")
    assert [Path(line).stem for line in run.out.splitlines()] == ["entente-du-haut-pays", "entente-du-haut-pays-2"]
    assert coopform("import", "notes.txt", "notes.txt", "--force").out.count("\n") == 1


def test_what_is_missing_is_left_empty_and_named_by_check(coopform: Coopform, tmp_path: Path) -> None:
    path = tmp_path / "2015.txt"
    path.write_text("Enjeux\n- L'eau\nActeurs\n- Les élus\n", encoding="utf-8")
    run = coopform("import", path, "--into", tmp_path / "cases")
    assert "to be filled in: Title (titre)" in run.err
    assert "to be filled in: Form of agreement (outil)" in run.err
    text = (tmp_path / "cases" / "2015.yaml").read_text("utf-8")
    assert text.startswith("# à remplir")
    checked = coopform("check", tmp_path / "cases")
    assert checked.code == 1
    assert checked.out.count("error") >= 2


def test_what_has_no_place_is_kept_under_a_comment(coopform: Coopform, tmp_path: Path) -> None:
    path = tmp_path / "fiche.md"
    path.write_text(
        "# Entente du Haut-Pays\n\nUn chapeau.\n\n## Enjeux\n\n- L'eau\n\n## Mot de la fin\n\nMerci # à tous\n\n"
        "## Statut\n\nBientôt\n\n## Départements\n\nArdèche\n\n## Acteurs\n\n- Les élus\n",
        encoding="utf-8",
    )
    assert coopform("import", path, "--into", tmp_path / "cases").code == 0
    text = (tmp_path / "cases" / "entente-du-haut-pays.yaml").read_text("utf-8").replace("\u00a0", " ")
    assert text.endswith(
        "# À reclasser (ligne 3) :\n#   Un chapeau.\n\n"
        "# À reclasser (« Mot de la fin », ligne 11) :\n#   Merci # à tous\n\n"
        "# À reclasser (« Statut », ligne 15) :\n#   Bientôt\n\n"
        "# À reclasser (« Départements », ligne 19) :\n#   Ardèche\n"
    )
    assert not read_collection(tmp_path / "cases").broken


def _damaged(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("image.png", lambda path: path.write_bytes(b"\x89PNG\r\n"), "reads neither PDF files nor pictures"),
        ("vieux.doc", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1"), "format is too old"),
        ("vide.txt", lambda path: path.write_text(" \n"), "contains no text"),
        ("octets.txt", lambda path: path.write_bytes(b"a\x00b\x00"), "is damaged"),
        ("abime.docx", _damaged, "is damaged"),
        ("tronque.docx", lambda path: path.write_bytes(b"PK\x03\x04 abc"), "is damaged"),
        ("lettre.txt", lambda path: path.write_text("Bonjour à tous,\nà demain."), "no row of the grid"),
        ("dossier.txt", lambda path: path.mkdir(), "no document in this folder"),
        ("absent.txt", lambda path: None, "does not exist"),
    ],
)
def test_a_document_that_cannot_be_read_is_named_in_one_line_and_the_others_are_read(
    coopform: Coopform, notes: Path, tmp_path: Path, name: str, make: "object", said: str
) -> None:
    assert callable(make)
    make(tmp_path / name)
    run = coopform("import", name, "notes.txt")
    assert run.code == 2
    first = run.err.splitlines()[0]
    assert name in first
    assert said in first
    assert "entente-du-haut-pays.yaml" in run.out


def test_the_content_of_a_file_counts_more_than_its_ending(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "page.doc").write_text("<html><h1>Entente</h1><p><b>Enjeux</b></p><p>L'eau</p>", encoding="utf-8")
    run = coopform("import", tmp_path / "page.doc", "--into", tmp_path / "cases")
    assert run.code == 0, run.err
    assert "  - L’eau\n" in (tmp_path / "cases" / "entente.yaml").read_text("utf-8")


def test_texts_of_old_programs_and_misread_ones_are_read(coopform: Coopform, tmp_path: Path) -> None:
    table = "Nom;Outil;Enjeux\nLes lacs d'été;Entente;La pêche\n"
    for name, data in {
        "dos.csv": table.encode("cp850"),
        "mac.csv": table.encode("mac_roman"),
        "misread.csv": table.encode("utf-8").decode("cp1252").encode("utf-8"),
    }.items():
        (tmp_path / name).write_bytes(data)
        run = coopform("import", tmp_path / name, "--dry-run")
        assert "titre: Les lacs d’été\n" in run.out, name
        assert "  - La pêche\n" in run.out, name


def test_old_windows_texts_are_read(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Entente\n\nEnjeux : l’été – œuvrer".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("Convention\r\n\r\nEnjeux : l’été\r\n".encode("utf-16"))
    run = coopform("import", tmp_path / "a.txt", tmp_path / "b.txt", "--dry-run")
    assert "l’été – œuvrer" in run.out
    assert run.out.count("l’été") == 2


def test_english_labels_make_an_english_case(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "sheet.txt").write_text(
        "River agreement\n\nTriggers: a flood\nStakes: water\nPurpose:\n- Steering: the mayors\n", encoding="utf-8"
    )
    run = coopform("import", tmp_path / "sheet.txt", "--dry-run")
    assert "declencheurs:\n  - a flood\nenjeux:\n  - water\nobjet:\n  - Steering: the mayors\nlangue: en\n" in run.out
    assert "\noutil:\n" in run.out


def test_a_name_that_windows_reserves_is_not_given(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Index\n\nEnjeux : eau\nActeurs : élus\n", encoding="utf-8")
    run = coopform("import", tmp_path / "a.txt", "--into", tmp_path / "cases")
    assert Path(run.out.strip()).stem == "index-2"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.html", "<table>" + "<tr>" + "<td>x" * 2000 + "<tr><td>y" * 2000, "larger than any document"),
        ("b.html", "<table>" + "<tr><td colspan=999999 rowspan=999999>x" * 100, "no row of the grid"),
        ("c.txt", "a\t" * 5000 + "b\n" + "c\td\n" * 5000, "larger than any document"),
    ],
)
def test_a_table_that_unfolds_is_not_unfolded(
    coopform: Coopform, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = coopform("import", tmp_path / name, "--into", tmp_path / "cases")
    assert (run.code, run.out) == (2, "")
    assert said in run.err


HOSTILE: dict[str, Callable[[int], str]] = {
    "labels": lambda n: "Enjeux\n" * n,
    "open tags": lambda n: "<b><p>" * n + "Enjeux</b>" * n,
    "hyphens": lambda n: "- " * n + "x",
    "long lines": lambda n: "Enjeux\n" + "a" * 10 * n + "\n" + " : " * n + "« " * n,
    "commas": lambda n: "Source : " + "a, " * n + "\nEnjeux : " + "(" * n + " et " * n,
    "partners": lambda n: "Partenaires : " + "2 communes + " * (n // 10),
}


@pytest.mark.long
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(coopform: Coopform, tmp_path: Path, kind: str, name: str) -> None:
    def take(count: int) -> None:
        (tmp_path / name).write_text(HOSTILE[kind](count), encoding="utf-8")
        assert coopform("import", tmp_path / name, "--force", "--into", tmp_path / "cases").code in (0, 2)

    assert_grows_evenly(take, 2_500)


def test_without_the_library_a_word_document_says_how_to_get_it(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = sample_documents.headings(tmp_path / "fiches.docx")
    monkeypatch.delitem(sys.modules, "coopform.importing.readers.read_docx", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    run = coopform("import", document, "--into", tmp_path / "cases")
    assert run.code == 2
    assert 'pip install "coopform[office]"' in run.err
