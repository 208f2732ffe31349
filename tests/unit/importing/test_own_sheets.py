"""Generated sheets are imported as the cases from which they were made, as far as a sheet has their data."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

import coopform as api
from coopform.casefile.writer import write_case
from coopform.collection.collection import Collection, read_collection
from coopform.handouts.workshop.letters import letters_of
from coopform.model.case import Case
from coopform.text.i18n import LANGUAGES
from tests.support.full_case import FULL
from tests.support.places import IDS
from tests.support.running import Coopform

# Not on a sheet: the reading of the author, and the day of the description, which becomes a month.
NOT_PRINTED: dict[str, object] = {"lecture": None}
ENDINGS = {"html": "html", "markdown": "md", "docx": "docx"}


def _again(coopform: Coopform, case: Case, fmt: str, folder: Path) -> Case:
    """Return a case after rendering and importing it."""
    cases = folder / "cases"
    cases.mkdir()
    (cases / f"{case.id}.yaml").write_text(write_case(case), encoding="utf-8")
    assert coopform("render", case.id, "--format", fmt, "-o", folder / "out", "--cases", cases).code == 0
    run = coopform("import", folder / "out" / f"{case.id}.{ENDINGS[fmt]}", "--into", folder / "back")
    assert run.code == 0, run.err
    text = Path(run.out.strip()).read_text("utf-8")
    assert "#" not in text.replace(case.sources[0].url or "#", ""), "a sheet has a place for all that it says"
    (read,) = read_collection(folder / "back").cases
    return read.model_copy(update={"id": case.id})


@pytest.mark.parametrize("fmt", ENDINGS)
@pytest.mark.parametrize("identifier", IDS)
def test_a_sheet_is_read_back_as_its_case(
    coopform: Coopform, five: Collection, tmp_path: Path, identifier: str, fmt: str
) -> None:
    case = next(case for case in five.cases if case.id == identifier)
    printed = {**NOT_PRINTED, "situation_au": "2015-03"}
    if fmt == "markdown":
        printed["titre_court"] = None  # only on sheets with a line above the title
    expected = case.model_copy(update=printed)
    if identifier == "territoires-partenaires":
        # The form is the title without quotes, and its family is missing.
        assert case.outil == ("Convention « territoires partenaires »",)
    assert write_case(_again(coopform, case, fmt, tmp_path)) == write_case(expected)


@pytest.mark.parametrize("fmt", ENDINGS)
def test_a_sheet_with_all_that_it_can_hold_is_read_back(coopform: Coopform, tmp_path: Path, fmt: str) -> None:
    printed = {"titre_court": None} if fmt == "markdown" else {}
    assert write_case(_again(coopform, FULL, fmt, tmp_path)) == write_case(FULL.model_copy(update=printed))


@pytest.mark.parametrize(("line", "found"), [("En projet", "statut: en projet"), ("Situation en mars 2015", "2015-03")])
def test_facts_without_a_form_of_agreement_are_read(coopform: Coopform, tmp_path: Path, line: str, found: str) -> None:
    document = tmp_path / "note.md"
    document.write_text(
        f"# Entente du Lac\n\n{line}\n\n## Enjeux\n\n- L’eau\n\n## Objet\n\n- Nager\n", encoding="utf-8"
    )
    run = coopform("import", document, "--into", tmp_path / "cases")
    assert run.code == 0, run.err
    assert found in Path(run.out.strip()).read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_read_back_in_its_language(coopform: Coopform, tmp_path: Path, language: str) -> None:
    case = FULL.model_copy(update={"langue": language})
    assert write_case(_again(coopform, case, "html", tmp_path)) == write_case(case)


def test_a_sheet_of_a_pack_is_read_back_without_its_letter_and_numbers(
    coopform: Coopform, five: Collection, tmp_path: Path
) -> None:
    case = five.cases[2]
    run = letters_of(five.cases)
    sheet = replace(api.sheet(case, five.recueil).content, letter=run[case.id])
    data = api.as_bytes(replace(api.sheet(case, five.recueil), content=sheet), "docx")
    (tmp_path / "sheet.docx").write_bytes(data)
    document = docx.Document(str(tmp_path / "sheet.docx"))
    heads = (document.sections[0].header, document.sections[0].first_page_header)
    assert [head.paragraphs[0].text for head in heads] == ["C", "C"]
    assert [row.cells[0].text[:2] for row in document.tables[0].rows] == [f"{number}." for number in range(1, 7)]
    assert coopform("import", tmp_path / "sheet.docx", "--into", tmp_path / "back").code == 0
    (read,) = read_collection(tmp_path / "back").cases
    expected = case.model_copy(update={**NOT_PRINTED, "situation_au": "2015-03"})
    assert write_case(read.model_copy(update={"id": case.id})) == write_case(expected)
