"""The board of `coopform import`: a line for each case, what is doubtful, totals, folders, labels of a collection."""

import json
from pathlib import Path

import pytest

from coopform.model.identifiers import id_from_title
from tests.support.running import Coopform

READY = "# Entente du Lac\n\n## Enjeux\n\n- L'eau\n\n## Acteurs\n\n- Les maires\n\n## Outil\n\nEntente\n"
DOUBTFUL = "# Pacte des Bois\n\n## Objectifs visés\n\n- Vendre\n\n## Acteurs\n\n- Les maires\n\n## Divers\n\nUn mot\n"
OTHER = "# Tarte\n\n## Contexte\n\nUn dimanche\n"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "documents"
    (folder / "anciens").mkdir(parents=True)
    for name, text in (("lac.md", READY), ("anciens/bois.md", DOUBTFUL), ("tarte.md", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    (folder / "~$lac.docx").write_bytes(b"x")
    return folder


def test_a_folder_is_imported_and_what_is_left_aside_is_named(coopform: Coopform, documents: Path) -> None:
    run = coopform("import", "documents", "--into", "fiches")
    assert run.code == 0
    assert [Path(line).stem for line in run.out.splitlines()] == ["entente-du-lac", "pacte-des-bois"]
    lines = run.err.splitlines()
    assert lines[0].split()[:3] == ["ready", "entente-du-lac", "2/6"]
    assert lines[1].split()[:4] == ["to", "complete", "pacte-des-bois", "2/6"]
    assert lines[2:5] == [
        "  to be filled in: Form of agreement (outil)",
        "  “Objectifs visés”: placed under “Ambitions”, to be confirmed",
        "  1 line to be moved, kept at the end of the file",
    ]
    assert lines[-2:] == [
        "2 cases: 1 ready, 1 to complete; 2 documents skipped",
        "To read one through and correct it: coopform edit fiches/pacte-des-bois.yaml",
    ]
    assert "photo.png" in run.err
    assert "only 1 label (Contexte) is one of the grid. If it is a co-operation, give its other parts" in run.err
    assert "~$lac" not in run.err
    assert coopform("check", "fiches").code == 0


def test_a_case_without_doubts_has_one_line(coopform: Coopform, documents: Path) -> None:
    run = coopform("import", "documents/lac.md", "--into", "fiches")
    assert len(run.err.splitlines()) == 1


def test_the_board_as_data(coopform: Coopform, documents: Path) -> None:
    run = coopform("import", "documents", "--into", "fiches", "--format", "json")
    board = json.loads(run.out)
    assert board["totals"] == {"cases": 2, "ready": 1, "to_check": 0, "to_complete": 1, "kept": 0, "left_aside": 2}
    bois = next(case for case in board["cases"] if case["id"] == "pacte-des-bois")
    assert (bois["state"], bois["rows"], bois["to_fill_in"]) == ("to_complete", "2/6", ["outil"])
    assert bois["likely"] == [{"label": "Objectifs visés", "key": "ambitions"}]
    assert bois["to_place"] == [{"words": ["Un mot"], "label": "Divers", "place": "line 13", "kind": ""}]
    assert Path(bois["path"]).read_text("utf-8") == bois["text"]
    assert {Path(one["document"]).name for one in board["left_aside"]} == {"photo.png", "tarte.md"}


@pytest.mark.parametrize("name", ["entente-du-lac", "autre-nom"])
def test_a_case_that_is_there_is_named_by_its_id_or_its_title(coopform: Coopform, documents: Path, name: str) -> None:
    mine = documents.parent / "fiches" / f"{name}.yaml"
    mine.parent.mkdir()
    mine.write_text("titre: Entente du lac\noutil: Entente\n", encoding="utf-8")
    run = coopform("import", "documents/lac.md", "--into", "fiches")
    assert (run.code, run.out) == (2, "")
    assert f"{Path('fiches') / name}.yaml is already there" in run.err
    assert "--force" in run.err
    assert len(list(mine.parent.iterdir())) == 1
    assert coopform("import", "documents/lac.md", "--into", "fiches", "--force").code == 0
    assert "L’eau" in mine.read_text("utf-8")


def test_a_long_title_gets_a_short_one_cut_at_a_word_and_the_id_of_new(coopform: Coopform, documents: Path) -> None:
    title = "Convention de partenariat pour la gestion des rives entre les communes du grand lac de montagne"
    (documents / "long.md").write_text(READY.replace("Entente du Lac", title, 1), encoding="utf-8")
    run = coopform("import", "documents/long.md", "--into", "fiches")
    written = Path(run.out.strip())
    assert written.stem == id_from_title(title)
    assert "titre_court: Convention de partenariat\n" in written.read_text("utf-8")
    assert "Short title (titre_court): proposed, to be confirmed" in run.err


def test_two_documents_with_one_title_are_named(coopform: Coopform, documents: Path) -> None:
    (documents / "lac-2.md").write_text(READY, encoding="utf-8")
    run = coopform("import", "documents", "--into", "fiches")
    assert [Path(line).stem for line in run.out.splitlines()][:2] == ["entente-du-lac", "entente-du-lac-2"]
    assert f"the same title as {Path('fiches/entente-du-lac.yaml')}: keep one of them" in run.err
    again = coopform("import", "documents", "--into", "fiches", "--dry-run", "--format", "json")
    alike = [case["same_title_as"] for case in json.loads(again.out)["cases"]]
    assert alike == [None, str(Path("fiches/entente-du-lac.yaml")), None]


def test_a_column_that_is_still_empty_is_to_be_completed(coopform: Coopform, documents: Path) -> None:
    table = "Rubrique;Entente du Lac;Entente du Gué\nEnjeux;L'eau;\nPartenaires;2 communes;\n"
    (documents / "deux.csv").write_text(table, encoding="utf-8")
    run = coopform("import", "documents/deux.csv", "--into", "fiches")
    gue = next(line for line in run.err.splitlines() if "entente-du-gue" in line)
    assert gue.split()[:4] == ["to", "complete", "entente-du-gue", "0/6"]
    assert "to be filled in: the rows of the grid" in run.err
    assert run.err.splitlines()[-2].startswith("2 cases: ")


def test_check_has_only_what_is_to_be_completed_to_say(coopform: Coopform, documents: Path) -> None:
    coopform("import", "documents", "--into", "fiches")
    said = coopform("check", "fiches").out
    assert [line for line in said.splitlines() if "pacte" in line] == [
        f"{Path('fiches/pacte-des-bois.yaml')}: warning[empty-rubric, missing-outil]: "
        "5 keys to complete: Form of agreement (outil), Triggers (declencheurs), Partners (partenaires), "
        "Stakes (enjeux), Purpose (objet)"
    ]


def test_a_collection_adds_its_collection_labels(coopform: Coopform, documents: Path) -> None:
    folder = documents.parent / "fiches"
    folder.mkdir()
    (documents / "lac.md").write_text(READY.replace("Acteurs", "Qui tient la barre"), encoding="utf-8")
    assert "acteurs:" not in coopform("import", "documents/lac.md", "--into", folder, "--dry-run").out
    (folder / "_intitules.yaml").write_text("acteurs: [qui tient la barre]\n", encoding="utf-8")
    assert "acteurs:\n  - Les maires\n" in coopform("import", "documents/lac.md", "--into", folder, "--dry-run").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("objett: [but]\n", "Did you mean “objet”?"),
        ("objet: [but\n", "line 2 is not written as YAML"),
        ("- but\n", "it contains no keys"),
        ("objet: {a: b}\n", "“objet” needs a list of labels"),
        ("objet: [2015]\n", "“objet” needs a list of labels"),
        ("objet: [but]\nenjeux: [But]\n", "“But” is under two keys"),
    ],
)
def test_a_mistake_in_the_labels_of_a_collection_is_said(
    coopform: Coopform, documents: Path, text: str, said: str
) -> None:
    folder = documents.parent / "fiches"
    folder.mkdir()
    (folder / "_intitules.yaml").write_text(text, encoding="utf-8")
    run = coopform("import", "documents/lac.md", "--into", folder)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "_intitules.yaml" in run.err


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vieux.doc", b"\xd0\xcf\x11\xe0", "this format is too old"),
        ("vieux.rtf", b"{\\rtf1", "this format is too old"),
        ("photo.JPG", b"\xff\xd8\xff", "coopform reads neither PDF files nor pictures"),
        ("scan.pdf", b"%PDF-1.4", "coopform reads neither PDF files nor pictures"),
        ("scan", b"%PDF-1.4", "coopform reads neither PDF files nor pictures"),
        ("film.mp4", b"x", "coopform does not read files of this kind"),
        ("vide.txt", b"", "the file contains no text"),
    ],
)
def test_a_skipped_document_has_one_reason_in_a_folder_and_alone(
    coopform: Coopform, documents: Path, name: str, content: bytes, said: str, is_named: bool
) -> None:
    folder = documents.parent / "divers"
    folder.mkdir()
    (folder / name).write_bytes(content)
    run = coopform("import", folder / name if is_named else folder, "--into", "fiches")
    assert run.code == 2
    assert f"{name}” was not imported: {said}" in run.err


def test_two_labels_of_the_grid_are_named_as_the_reason(coopform: Coopform, documents: Path) -> None:
    path = documents / "cours.txt"
    path.write_text("Objectifs du cours\n\nEnjeux : un\n\nContenu\n- grandir\n", encoding="utf-8")
    run = coopform("import", path, "--into", "fiches")
    assert run.code == 2
    assert "was not imported: only 2 labels (Enjeux, Contenu) are those of the grid. If it is" in run.err


def test_a_folder_imported_again_keeps_its_cases_without_failing(coopform: Coopform, documents: Path) -> None:
    coopform("import", "documents/lac.md", "--into", "fiches")
    run = coopform("import", "documents", "--into", "fiches")
    assert (run.code, len(run.out.splitlines())) == (0, 1)
    assert "is already there. To replace it: --force" in run.err
    again = coopform("import", "documents", "--into", "fiches")
    assert (again.code, again.out) == (0, "")
    # A document that was named was not imported.
    assert coopform("import", "documents/lac.md", "--into", "fiches").code == 2
