"""Sheets in the dress of the trade come in whole on the first try, and other documents do not become cases."""

from pathlib import Path

import pytest

from coopform import UnreadableDocument, import_document
from tests.support.other_documents import OTHERS
from tests.support.trade_sheets import SHEETS, Sheet, write
from tests.support.usable import problems


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_of_the_trade_is_usable(tmp_path: Path, sheet: Sheet) -> None:
    assert problems(sheet, tmp_path) == []


@pytest.mark.parametrize("sheet", OTHERS, ids=lambda sheet: sheet.name)
def test_a_document_about_something_else_makes_no_case_and_its_labels_are_named(tmp_path: Path, sheet: Sheet) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        import_document(write(sheet, tmp_path))
    assert refused.value.reason in ("nothing", "few", "scarce", "blank")
    assert refused.value.labels or refused.value.columns or sheet.name == "courrier.txt"
