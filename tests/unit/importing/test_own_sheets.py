"""Generated sheets are imported as the cases from which they were made, as far as a sheet has their data."""

from pathlib import Path

import pytest

from coopform.casefile.writer import write_case
from coopform.collection.collection import Collection, read_collection
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_read_back_in_its_language(coopform: Coopform, tmp_path: Path, language: str) -> None:
    case = FULL.model_copy(update={"langue": language})
    assert write_case(_again(coopform, case, "html", tmp_path)) == write_case(case)
