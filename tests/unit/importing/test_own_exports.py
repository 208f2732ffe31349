"""Files of `coopform export` are imported as the same collection."""

from pathlib import Path

import pytest

from coopform.collection.collection import Collection, read_collection
from coopform.exporting.endings import ENDINGS
from tests.support.running import Coopform


@pytest.mark.parametrize("fmt", ENDINGS)
def test_an_exported_collection_comes_back(coopform: Coopform, workshop: Path, five: Collection, fmt: str) -> None:
    assert coopform("export", "-o", f"recueil.{fmt}").code == 0
    run = coopform("import", f"recueil.{fmt}", "--into", "encore")
    assert run.code == 0, run.err
    again = read_collection(workshop / "encore")
    assert again.cases == five.cases
    assert not again.broken
    if fmt in ("json", "yaml", "xlsx"):
        assert again.recueil == five.recueil
    kept = coopform("import", f"recueil.{fmt}", "--into", "encore")
    assert (kept.code, kept.out) == (2, "")


def test_a_fault_in_an_export_is_left_for_check_to_name(coopform: Coopform, workshop: Path) -> None:
    Path("notes.csv").write_text("id;titre;outil;statut\na;Entente A;Entente;bientôt\nb;B;Entente;\n", encoding="utf-8")
    run = coopform("import", "notes.csv", "--into", "encore")
    assert run.code == 0
    assert "statut: bientôt" in Path("encore/a.yaml").read_text("utf-8")
    checked = coopform("check", "encore")
    assert checked.code == 1
    assert "bientôt" in checked.out


def test_labels_in_a_data_file_are_keys(coopform: Coopform, workshop: Path) -> None:
    Path("lac.yaml").write_text(
        "titre: Le lac\noutil: '?'\nPartenaires: le PNR\n"
        "Partenaires / échelle: [2 CC]\nGouvernance / pilotage: un maire\n",
        encoding="utf-8",
    )
    run = coopform("import", "lac.yaml", "--into", "encore")
    assert "to complete  lac" in run.err
    assert "to be filled in: Form of agreement (outil)" in run.err
    (case,) = read_collection(Path("encore")).cases
    assert [partner.texte for partner in case.partenaires] == ["le PNR", "2 CC"]
    assert [point.full_text() for point in case.acteurs] == ["un maire"]
