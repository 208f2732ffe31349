"""CSV, JSON and terminal output, parsed again, have the texts as typed, and no formula or control character."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.casefile.writer import write_case
from coopform.comparing import comparison
from coopform.exporting import csv_text, plain_data
from coopform.model.case import Case
from coopform.rendering.terminal import comparison as comparison_view
from coopform.rendering.terminal import console, listing
from coopform.rendering.terminal import sheet as sheet_view
from coopform.rendering.terminal.styled_line import plain
from coopform.text.characters import visible
from coopform.text.escaping import from_csv_cell
from coopform.text.i18n import Translator
from tests.support.parsing import squeeze
from tests.support.running import Coopform
from tests.support.sheet_texts import sheet_paragraphs
from tests.support.strategies import HIDDEN, case_of, cases, collections, dealt_cases

COMPUTES = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
DELIMITERS = {"fr": ";", "en": ","}

languages = st.sampled_from(["fr", "en"])


def cells(text: str, language: str) -> list[list[str]]:
    """Assert that a CSV has no formula, and return the texts of its cells."""
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=DELIMITERS[language], strict=True))
    assert not [cell for row in rows for cell in row if cell.startswith(COMPUTES)]
    return [[from_csv_cell(cell) for cell in row] for row in rows]


@given(drawn=collections(), language=languages)
def test_csv_of_a_list_holds_the_texts(drawn: tuple[list[Case], object], language: str) -> None:
    several = drawn[0]
    lines = [plain_data.summary_line(case, Translator(language)) for case in several]
    rows = cells(csv_text.lines([plain_data.SUMMARY_HEADINGS, *lines], language), language)
    assert [row[1:3] for row in rows[1:]] == [[case.titre, case.short_title] for case in several]
    separator = " ; " if language == "fr" else "; "
    partners = [separator.join(partner.texte for partner in case.partenaires) for case in several]
    assert [row[5] for row in rows[1:]] == partners


@given(drawn=collections(), language=languages)
def test_csv_of_a_comparison_holds_the_texts(drawn: tuple[list[Case], object], language: str) -> None:
    compared = comparison.compare(drawn[0])
    rows = cells(csv_text.lines(plain_data.comparison_table(compared, Translator(language)), language), language)
    assert rows[0][1:] == [case.short_title for case in compared.cases]
    for row, found in zip(compared.rows, rows[1:], strict=False):
        for case, cell, text in zip(compared.cases, row.cells, found[1:], strict=True):
            typed = [part for point in cell for part in point.texts(case.langue)]
            # Without the indentation of points under a label.
            assert squeeze(text) == squeeze("\n".join(typed))


def test_csv_writes_hidden_characters_out() -> None:
    several = [case_of(f"{hidden}x", f"cas-{number}") for number, hidden in enumerate(HIDDEN)]
    rows = plain_data.comparison_table(comparison.compare(several), Translator("fr"))
    text = csv_text.lines(rows, "fr").removeprefix("\ufeff").replace("\r\n", "\n")
    assert visible(text) == text


@pytest.fixture(scope="module")
def naughty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of `dealt_cases`."""
    folder = tmp_path_factory.mktemp("naughty")
    for case in dealt_cases():
        (folder / f"{case.id}.yaml").write_text(write_case(case), encoding="utf-8", newline="")
    return folder


@pytest.mark.long
def test_json_of_every_command_gives_the_texts_back(coopform: Coopform, naughty_folder: Path) -> None:
    dealt = dealt_cases()
    titles = [case.titre for case in dealt]
    listed = json.loads(coopform("--cases", naughty_folder, "list", "--format", "json").out)
    assert [entry["titre"] for entry in listed] == titles
    shown = json.loads(coopform("--cases", naughty_folder, "show", "cas-100", "--format", "json").out)
    assert shown == next(case for case in dealt if case.id == "cas-100").model_dump(mode="json")
    compared = json.loads(coopform("--cases", naughty_folder, "compare", "--all", "--format", "json").out)
    assert [entry["titre"] for entry in compared["cases"]] == titles


@pytest.mark.long
@pytest.mark.parametrize("arguments", ["list --format csv", "compare cas-004 cas-008", "check", "render -o OUT"])
def test_every_command_takes_every_text(
    coopform: Coopform, naughty_folder: Path, tmp_path: Path, arguments: str
) -> None:
    run = coopform("--cases", naughty_folder, *arguments.replace("OUT", str(tmp_path)).split())
    assert run.code == 0, run.err


def unfolded(text: str) -> str:
    """Return a text without spaces and rules, which depend on the layout."""
    return re.sub(r"[\s─]+", "", text)


@given(case=cases, width=st.sampled_from([None, 60]))
def test_a_sheet_in_the_terminal_holds_the_texts(case: Case, width: int | None) -> None:
    shown = unfolded(console.as_text(sheet_view.view(case, Translator(case.langue), width)))
    assert all(unfolded(paragraph) in shown for paragraph in sheet_paragraphs(case))


@pytest.mark.long
def test_each_text_is_in_the_terminal_as_typed(coopform: Coopform, naughty_folder: Path) -> None:
    listed = [squeeze(line) for line in coopform("--cases", naughty_folder, "list").out.splitlines()]
    for case in dealt_cases():
        view = sheet_view.view(case, Translator("fr"), None)
        shown = [squeeze(line) for line in console.as_text(view).splitlines()]
        for paragraph in map(squeeze, sheet_paragraphs(case)):
            assert any(paragraph in line for line in shown), paragraph
        for paragraph in map(squeeze, case.short_title.split("\n\n")):
            assert any(paragraph in line for line in listed), paragraph


@pytest.mark.parametrize("width", [None, 60])
def test_no_control_reaches_the_terminal(width: int | None) -> None:
    text = " ".join(f"comité {hidden} technique et charte{hidden}" for hidden in HIDDEN)
    several = [case_of(text, name) for name in ("un", "deux")]
    translate = Translator("fr")
    for view in (
        sheet_view.view(several[0], translate, width),
        comparison_view.view(comparison.compare(several), translate, width),
    ):
        text = console.as_text(view)
        assert visible(text) == text
    for line in listing.lines([listing.row(case, translate, width) for case in several], translate, width):
        assert visible(plain(line)) == plain(line)
