"""A CSV has no formula, also when a spreadsheet takes another character for the separator."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopform import Case, Point, Recueil, export
from tests.support.running import Coopform

SIGNS = tuple("=+-@＝＋－＠")
# Separators, characters ignored before a formula, and characters that start one.
TEXTS = st.text(alphabet=st.sampled_from(list(",;\t\n \"'=+-@＝a|\u00a0")), min_size=1, max_size=12)
FORMULAS = [
    "=1+1",
    "Un,=1+1",
    "Un;=1+1",
    "Un, +1",
    'Un,"=1+1"',
    "Un ; -1",
    "Un,'=1+1",
    "Un,''=1+1",
    "'=1+1",
    "Un, @SUM(A1),＝1",
    ' "=1+1"',
    "Un,, =1",
]


def cells(data: bytes) -> set[str]:
    """Return the cells that programs see, with any separator, and with or without quoting."""
    text = data.decode("utf-8-sig")
    found = set()
    for sign in ",;\t":
        found |= {cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) for cell in row}
        found |= {cell for line in text.splitlines() for cell in line.split(sign)}
    return {cell.lstrip(' "\u00a0') for cell in found}


@given(text=TEXTS, language=st.sampled_from(["fr", "en"]))
@example(text="Un,=1+1", language="fr")
@example(text="Un;=1+1", language="en")
def test_no_program_sees_a_formula(text: str, language: str) -> None:
    case = Case(id="a", titre=text, outil=(text,), objet=(Point(texte=text),))
    found = cells(export([case], Recueil(langue=language), "csv"))
    assert not [cell for cell in found if cell.startswith(SIGNS)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_words_come_back(coopform: Coopform, empty: Path, language: str) -> None:
    Path("cases").mkdir()
    Path("cases/_recueil.yaml").write_text(f"titre: Recueil\nlangue: {language}\n", encoding="utf-8")
    for number, text in enumerate(FORMULAS):
        data = {"titre": text, "outil": text, "objet": [text, "Un", text], "themes": [text]}
        Path(f"cases/c{number:02}.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert coopform("export", "-o", "recueil.csv").code == 0
    assert not [cell for cell in cells(Path("recueil.csv").read_bytes()) if cell.startswith(SIGNS)]
    before = coopform("export").out
    assert coopform("import", "recueil.csv", "--into", "encore").code == 0
    after = coopform("--cases", "encore", "export").out
    assert json.loads(after)["cases"] == json.loads(before)["cases"]


@pytest.mark.parametrize("command", [["list"], ["compare", "a", "b"]])
def test_lists_and_comparisons_too(coopform: Coopform, empty: Path, command: list[str]) -> None:
    Path("cases").mkdir()
    for name in "ab":
        data = {"titre": f"{name},=1+1", "outil": "Entente;=1+1", "objet": ["Un\t=1+1"]}
        Path(f"cases/{name}.yaml").write_text(json.dumps(data), encoding="utf-8")
    run = coopform(*command, "--format", "csv")
    assert run.code == 0
    assert not [cell for cell in cells(run.out.encode()) if cell.startswith(SIGNS)]
