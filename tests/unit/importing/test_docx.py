"""Word documents are imported completely, whatever the form of their cases."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from coopform.cli.main import main
from coopform.collection.collection import read_collection
from coopform.importing.import_document import import_document
from coopform.model import labels
from coopform.model.case import Case
from coopform.model.grid import GRID
from coopform.text.folding import fold
from tests.support import sample_documents
from tests.support.running import Coopform
from tests.support.sample_documents import CASES, MORE

KEYS = [rubric.key for rubric in GRID]
# The content of the cases by rubric, with numbers and types of partners, without the labels of the document.
EXPECTED = {
    "Entente du Haut-Pays": {
        "declencheurs": ["Un appel à projets", "Une envie commune"],
        "partenaires": ["5 Communautés de communes", "sur 3 départements"],
        "enjeux": ["Organiser les solidarités", "Anticiper les dynamiques"],
        "ambitions": ["Établir une charte"],
        "objet": ["Deux axes, l’eau et les transports"],
        "acteurs": ["Pilotage : conférence des présidents", "Un comité technique"],
    },
    "Contrat de rivière Doux": dict(zip(KEYS, CASES["Contrat de rivière Doux"].values(), strict=True)),
}


def _imported(coopform: Coopform, document: Path, folder: Path) -> list[Case]:
    run = coopform("import", document, "--into", folder)
    assert run.code == 0, run.err
    return _cases(folder)


def _cases(folder: Path) -> list[Case]:
    collection = read_collection(folder)
    assert not collection.broken
    return list(collection.cases)


def _written(folder: Path) -> str:
    return fold(" ".join(path.read_text("utf-8") for path in sorted(folder.iterdir())))


class Imported(NamedTuple):
    """A document, and the folder of the cases that it gave."""

    make: Callable[[Path], Path]
    document: Path
    cases: Path


@pytest.fixture(scope="module")
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Make a document of some shape, and import it."""
    folder = tmp_path_factory.mktemp("shape")
    made = Imported(request.param, request.param(folder / "fiches.docx"), folder / "cases")
    assert main(["import", str(made.document), "--into", str(made.cases)]) == 0
    return made


def of_shapes(*makers: Callable[[Path], Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("imported", makers, ids=lambda make: make.__name__, indirect=True)


@of_shapes(*sample_documents.SHAPES)
def test_the_cases_of_a_document_are_found_rubric_by_rubric(imported: Imported) -> None:
    by_title = {case.titre: case for case in _cases(imported.cases)}
    is_side_by_side = imported.make is sample_documents.side_by_side
    expected = {"Entente du Haut-Pays": EXPECTED["Entente du Haut-Pays"]} if is_side_by_side else EXPECTED
    for title, rows in expected.items():
        case = by_title[title]
        assert {key: [point.full_text() for point in case.row(key)] for key in KEYS} == rows
        assert case.outil == (("Entente",) if "Entente" in title else ("Contrat de rivière",))
    if is_side_by_side or imported.make is sample_documents.two_columns:
        assert set(MORE) <= set(by_title)
    else:
        assert set(by_title) == set(EXPECTED)


@of_shapes(*sample_documents.SHAPES, sample_documents.hidden_corners)
def test_every_text_of_a_document_is_in_the_files(imported: Imported) -> None:
    written = _written(imported.cases)
    document = docx.Document(str(imported.document))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    known = {fold(label) for rows in CASES.values() for label in rows}
    for text in texts:
        for line in re.split(r"[\n\t]", text):
            bare = fold(re.sub(r"^(?:\d\. |- |• )", "", line))
            if bare not in known and not labels.key_of_label(bare):
                for word in re.findall(r"\w+", bare):
                    assert word in written, line


def test_a_partner_has_its_number_and_type(coopform: Coopform, tmp_path: Path) -> None:
    cases = _imported(coopform, sample_documents.headings(tmp_path / "fiches.docx"), tmp_path / "cases")
    partners = {partner.texte: (partner.type, partner.nombre) for case in cases for partner in case.partenaires}
    assert partners == {
        "5 Communautés de communes": (("CC",), 5),
        "Le syndicat mixte du bassin": (("syndicat mixte",), None),
        "2 communes": (("commune",), 2),
    }


def test_what_python_docx_leaves_out_is_read(coopform: Coopform, tmp_path: Path) -> None:
    (case,) = _imported(coopform, sample_documents.hidden_corners(tmp_path / "fiche.docx"), tmp_path / "cases")
    assert [point.texte for point in case.enjeux] == ["dans un contrôle", "une insertion"]
    assert [point.texte for point in case.ambitions] == ["dans une zone de texte"]
    written = _written(tmp_path / "cases")
    assert "# une note de bas de page" in written
    assert "effacee" not in written


def test_levels_and_labels_of_lists_are_kept(coopform: Coopform, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Entente du Haut-Pays", 1)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Objet"
    cells[1].text = "3 axes prioritaires :"
    for style, words in (
        ("List Bullet", "Eau"),
        ("List Bullet 2", "boire"),
        ("List Bullet 3", "verser"),
        ("List Bullet", "Terre"),
    ):
        cells[1].add_paragraph(words, style=style)
    labelled = cells[1].add_paragraph(style="Normal")
    labelled.add_run("Une exception :").bold = True
    labelled.add_run(" le bois")
    for words in ("d’abord", "ensuite"):
        cells[1].add_paragraph(words, style="List Number")
    document.save(str(tmp_path / "fiche.docx"))
    (case,) = _imported(coopform, tmp_path / "fiche.docx", tmp_path / "cases")
    (path,) = (tmp_path / "cases").iterdir()
    assert path.read_text("utf-8").split("objet:\n")[1] == (
        "  - 3 axes prioritaires:\n"
        "      - Eau:\n"
        "          - boire\n"
        "          - verser\n"
        "      - Terre\n"
        "  - Une exception: le bois\n"
        "  - d’abord\n"
        "  - ensuite\n"
    )
    assert case.completeness == "1/6"


def test_the_blank_sheet_filled_in_comes_back_as_a_case(coopform: Coopform, tmp_path: Path) -> None:
    assert coopform("render", "--document", "blank", "--format", "docx", "-o", tmp_path).code == 0
    document = docx.Document(str(tmp_path / "fiche-vierge.docx"))
    filled = [
        "Entente du Haut-Pays",
        "Entente",
        "Haut-Pays",
        "Une crue",
        "2 communes",
        "L’eau",
        "Une charte",
        "Transports",
    ]
    filled += ["Pilotage : les maires", "A. Rive", "22 novembre 2026"]
    for row, words in zip(document.tables[0].rows, filled, strict=True):
        row.cells[1].text = words
    document.save(str(tmp_path / "retour.docx"))
    (case,) = _imported(coopform, tmp_path / "retour.docx", tmp_path / "cases")
    assert (case.id, case.titre, case.outil, case.territoire) == (
        "entente-du-haut-pays",
        filled[0],
        ("Entente",),
        "Haut-Pays",
    )
    assert [case.row(key)[0].full_text() for key in KEYS] == filled[3:9]
    assert (case.partenaires[0].nombre, case.partenaires[0].type) == (2, ("commune",))
    assert (case.fiche.auteur, case.fiche.date) == ("A. Rive", "2026-11-22")


def test_the_blank_sheet_left_blank_makes_no_case(coopform: Coopform, tmp_path: Path) -> None:
    coopform("render", "--document", "blank", "--format", "docx", "--format", "markdown", "-o", tmp_path)
    for name in ("fiche-vierge.docx", "fiche-vierge.md"):
        run = coopform("import", tmp_path / name, "--into", tmp_path / "cases")
        assert (run.code, run.out) == (2, "")
        assert "none of its rows is filled in" in run.err


def test_numbers_of_word_that_go_on_in_the_next_rubric_are_dropped(tmp_path: Path) -> None:
    document = docx.Document()
    for label, points in (
        ("Enjeux", ("L’eau", "Le bois")),
        ("Partenaires", ("3 communes", "1 PNR")),
        ("Objet", ("Un bac", "Un pont")),
    ):
        document.add_heading(label, 2)
        for point in points:
            document.add_paragraph(point, style="List Number")
    document.save(str(tmp_path / "suite.docx"))
    (made,) = import_document(tmp_path / "suite.docx")
    assert made.built is not None
    assert [partner.nombre for partner in made.built.case.partenaires] == [3, 1]
    assert [point.texte for point in made.built.case.objet] == ["Un bac", "Un pont"]
