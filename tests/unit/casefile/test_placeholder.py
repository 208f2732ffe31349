"""« À compléter » is a placeholder only when it is the whole row; other text is shown."""

import json
from pathlib import Path

import pytest
from docx import Document

from coopform.model.placeholder import says_nothing
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.running import Coopform

HEAD = "titre: Un accueil\noutil: Entente\n"
RUBRICS = 6
COMPARED = ("table", "markdown", "csv", "json", "html")

# The text of `enjeux:`, and its words that must be shown.
FILLED = {
    "[À compléter, Organiser les solidarités]": ["À compléter", "Organiser les solidarités"],
    "[Organiser les solidarités, À compléter]": ["Organiser les solidarités", "À compléter"],
    '"À compléter par le syndicat : organiser les solidarités"': ["par le syndicat", "organiser les solidarités"],
    "À compléter par le syndicat": ["par le syndicat"],
    "a completer organiser": ["organiser"],
    "\n  - À compléter :\n      - Organiser les solidarités": ["Organiser les solidarités"],
    "\n  - À compléter : organiser les solidarités": ["organiser les solidarités"],
    "\n  - …\n  - Organiser les solidarités": ["…", "Organiser les solidarités"],
    "\n  - Pilotage : …": ["Pilotage"],
    "\n  - Pilotage : À compléter": ["Pilotage"],
    "To be filled in by the union": ["by the union"],
    "À compléter, sans objet": ["sans objet"],
    "Qui décide ?": ["Qui décide"],
    "À préciser avec le syndicat": ["avec le syndicat"],
    "Sans objet": ["Sans objet"],
    "À compléter ? oui": ["oui"],
    "–": ["–"],
    "aucun": ["aucun"],
}
UNFILLED = [
    "",
    "À compléter",
    "à complèter",
    "A COMPLETER.",
    "À compléter …",
    "À compléter...",
    '"À compléter :"',
    '"« À compléter »"',
    '"À\u00a0compléter"',
    "[À compléter, …]",
    '"To be filled in"',
    "to be filled in.",
    "…",
    '"..."',
    '"?"',
    "« ? »",
    "À préciser",
    "\n  - À compléter :\n      - …",
    "\n  - …\n  - À compléter",
]


def _write(folder: Path, typed: str, head: str = HEAD) -> None:
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "cases" / "un.yaml").write_text(f"{head}enjeux: {typed}\n", encoding="utf-8")


def _completeness(coopform: Coopform) -> tuple[int, bool]:
    """Return the numbers of filled rubrics in all outputs, and whether `check` reports `enjeux` as empty."""
    listed = json.loads(coopform("list", "--format", "json").out)[0]["rubriques_remplies"]
    assert json.loads(coopform("show", "un", "--format", "json").out)["rubriques_remplies"] == listed
    assert f"{listed}/{RUBRICS}" in coopform("list").out
    checked = json.loads(coopform("check", "--format", "json").out)
    empty = [problem["message"] for problem in checked if problem["code"] == "empty-rubric"]
    assert len(empty) == RUBRICS - listed
    return listed, any("enjeux" in message for message in empty)


@pytest.mark.parametrize("typed", FILLED)
def test_whatever_else_is_typed_is_shown(typed: str, coopform: Coopform, empty: Path) -> None:
    _write(empty, typed)
    assert _completeness(coopform) == (1, False)
    (empty / "cases" / "un-autre.yaml").write_text(HEAD, encoding="utf-8")
    shown = [
        coopform("show", "un", "--row", "enjeux").out,
        coopform("show", "un", "--format", "markdown", "--row", "enjeux").out,
        *(coopform("compare", "un", "un-autre", "--row", "enjeux", "--format", fmt).out for fmt in COMPARED),
    ]
    for words in FILLED[typed]:
        assert all(words in text.replace("\u00a0", " ").replace("\\", "") for text in shown)
    assert coopform("list", "--format", "ids", FILLED[typed][-1]).out == "un\n"


@pytest.mark.parametrize("typed", UNFILLED)
@pytest.mark.parametrize("head", [HEAD, HEAD + "langue: en\n"], ids=LANGUAGES)
def test_a_placeholder_alone_is_a_row_to_fill_in(typed: str, head: str, coopform: Coopform, empty: Path) -> None:
    _write(empty, typed, head)
    assert _completeness(coopform) == (0, True)
    label = "To be filled in" if "langue" in head else "À compléter"
    assert coopform("show", "un", "--row", "enjeux").out.rstrip().endswith(label)


def test_a_scale_fills_its_rubric_beside_partners_to_fill_in(coopform: Coopform, empty: Path) -> None:
    _write(empty, "\npartenaires: À compléter\nechelle: 5 communes")
    assert _completeness(coopform) == (1, True)
    out = coopform("show", "un", "--row", "partenaires").out
    assert "À compléter" in out
    assert "5 communes" in out.replace("\u00a0", " ")


def test_every_document_shows_what_is_beside_a_placeholder(coopform: Coopform, empty: Path) -> None:
    _write(empty, "[À compléter, Organiser les solidarités]")
    (empty / "cases" / "un-autre.yaml").write_text(HEAD, encoding="utf-8")
    for document in ("sheet", "comparison", "booklet", "panels", "slides"):
        for fmt in ("html", "docx")[: 1 if document in ("panels", "slides") else 2]:
            run = coopform("render", "un", "un-autre", "--document", document, "--format", fmt, "-o", "out")
            assert run.code == 0
    (empty / "out" / "un-autre.html").unlink()
    (empty / "out" / "un-autre.docx").unlink()
    pages = list((empty / "out").glob("*.html"))
    documents = list((empty / "out").glob("*.docx"))
    assert len(pages) >= 5
    assert len(documents) >= 3
    assert all("Organiser les solidarités" in page.read_text(encoding="utf-8") for page in pages)
    for path in documents:
        assert "Organiser les solidarités" in "".join(Document(str(path)).element.body.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_an_empty_row_is_a_placeholder_in_each_language(language: str) -> None:
    assert says_nothing(Translator(language)("To be filled in"))
