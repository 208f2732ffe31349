"""A sheet that coopform made comes back as its case, also where its points have the words of labels."""

from pathlib import Path

import pytest

from coopform.collection.collection import read_collection
from tests.support.running import Coopform

CASE = """titre: Accord du Lac
outil: Entente
declencheurs:
  - Une crue
partenaires:
  - texte: Le PNR et le Pays
    type: [PNR, Pays]
enjeux:
  - Budget: 3000
ambitions:
  - Objectifs visés
  - "1. Calendrier"
  - "2. Bilan"
objet:
  - Budget: 3000
  - Calendrier: "2012"
  - Partenaires: les CC
  - "Trois points :"
  - un
acteurs:
  - Contexte: une crue
  - "Financement : la Région"
moyens:
  - Bilan – rien
sources:
  - titre: Carnet
    url: https://example.org/x
fiche:
  auteur: C. Dubosc
"""


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_a_sheet_whose_points_are_worded_as_labels_comes_back(coopform: Coopform, tmp_path: Path, ending: str) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "accord-du-lac.yaml").write_text(CASE, encoding="utf-8")
    fmt = {"md": "markdown"}.get(ending, ending)
    assert coopform("render", "accord-du-lac", "--format", fmt, "-o", tmp_path / "out", "--cases", cases).code == 0
    assert coopform("import", tmp_path / "out" / f"accord-du-lac.{ending}", "--into", tmp_path / "back").code == 0
    assert read_collection(tmp_path / "back").cases == read_collection(cases).cases
