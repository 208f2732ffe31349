"""CSV, JSON and terminal output, parsed again, have the texts as typed, and no formula or control character."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
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
from tests.support.strategies import HIDDEN, NAUGHTY, case_of, cases, collections

COMPUTES = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
DELIMITERS = {"fr": ";", "en": ","}

quickly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
languages = st.sampled_from(["fr", "en"])


def cells(text: str, language: str) -> list[list[str]]:
    """Assert that a CSV has no formula, and return the texts of its cells."""
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=DELIMITERS[language], strict=True))
    assert not [cell for row in rows for cell in row if cell.startswith(COMPUTES)]
    return [[from_csv_cell(cell) for cell in row] for row in rows]


@quickly
@given(drawn=collections(), language=languages)
def test_csv_of_a_list_holds_the_texts(drawn: tuple[list[Case], object], language: str) -> None:
    several = drawn[0]
    lines = [plain_data.summary_line(case, Translator(language)) for case in several]
    rows = cells(csv_text.lines([plain_data.SUMMARY_HEADINGS, *lines], language), language)
    assert [row[1:3] for row in rows[1:]] == [[case.titre, case.short_title] for case in several]
    separator = " ; " if language == "fr" else "; "
    partners = [separator.join(partner.texte for partner in case.partenaires) for case in several]
    assert [row[5] for row in rows[1:]] == partners


@quickly
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


@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_csv_writes_hidden_characters_out(hidden: str) -> None:
    rows = plain_data.comparison_table(
        comparison.compare([case_of(f"{hidden}x", "un"), case_of("x", "deux")]), Translator("fr")
    )
    text = csv_text.lines(rows, "fr").removeprefix("\ufeff").replace("\r\n", "\n")
    assert visible(text) == text


@pytest.fixture(scope="session")
def naughty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one case file per text of the list."""
    folder = tmp_path_factory.mktemp("naughty")
    for number, text in enumerate(NAUGHTY):
        (folder / f"cas-{number:03}.yaml").write_text(write_case(case_of(text)), encoding="utf-8", newline="")
    return folder


def test_json_of_every_command_gives_the_texts_back(coopform: Coopform, naughty_folder: Path) -> None:
    listed = json.loads(coopform("--cases", naughty_folder, "list", "--format", "json").out)
    assert [entry["titre"] for entry in listed] == NAUGHTY
    for number in range(0, len(NAUGHTY), 100):
        shown = json.loads(coopform("--cases", naughty_folder, "show", f"cas-{number:03}", "--format", "json").out)
        assert shown == case_of(NAUGHTY[number], f"cas-{number:03}").model_dump(mode="json")
    compared = json.loads(coopform("--cases", naughty_folder, "compare", "--all", "--format", "json").out)
    assert [entry["titre"] for entry in compared["cases"]] == NAUGHTY


def test_every_format_of_every_command_takes_every_text(
    coopform: Coopform, naughty_folder: Path, tmp_path: Path
) -> None:
    for arguments in (
        ["list"], ["list", "--format", "csv"], ["compare", "cas-001", "cas-002"],
        ["show", "cas-010"], ["show", "cas-010", "--format", "yaml"], ["show", "cas-010", "--format", "markdown"],
        ["render", "-o", tmp_path], ["check"],
    ):  # fmt: skip
        run = coopform("--cases", naughty_folder, *arguments)
        assert run.code == 0, (arguments, run.err)


def unfolded(text: str) -> str:
    """Return a text without spaces and rules, which depend on the layout."""
    return re.sub(r"[\s─]+", "", text)


@quickly
@given(case=cases)
def test_a_sheet_in_the_terminal_holds_the_texts(case: Case) -> None:
    shown = unfolded(console.as_text(sheet_view.view(case, Translator(case.langue), None)))
    typed = [case.titre, *case.outil, *case.themes, case.resume, case.territoire]
    typed += [text for step in case.etapes for text in (step.quand, step.quoi)]
    for source in case.sources:
        typed += [source.titre, source.auteur, source.note, source.lieu, source.url]
    for row in ("declencheurs", "partenaires", "enjeux", "ambitions", "objet", "acteurs"):
        if case.is_filled(row):
            typed += [text for point in case.row(row) for text in (point.libelle, point.texte)]
    for text in filter(None, typed):
        for paragraph in text.split("\n\n"):
            assert unfolded(paragraph) in shown


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_each_text_stands_in_the_terminal_as_typed(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "cas.yaml").write_text(write_case(case_of(text)), encoding="utf-8", newline="")
    paragraphs = [squeeze(paragraph) for paragraph in text.split("\n\n")]
    for command in (["show", "cas"], ["list"]):
        lines = [squeeze(line) for line in coopform("--cases", tmp_path, *command).out.splitlines()]
        assert all(any(paragraph in line for line in lines) for paragraph in paragraphs)
    monkeypatch.setenv("COLUMNS", "60")
    narrow = unfolded(coopform("--cases", tmp_path, "show", "cas").out)
    assert all(unfolded(paragraph) in narrow for paragraph in paragraphs)


@pytest.mark.parametrize("width", [None, 60, 120])
@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_no_control_reaches_the_terminal(hidden: str, width: int | None) -> None:
    several = [case_of(f"comité {hidden} technique et charte{hidden}", name) for name in ("un", "deux")]
    translate = Translator("fr")
    for view in (
        sheet_view.view(several[0], translate, width),
        comparison_view.view(comparison.compare(several), translate, width),
    ):
        text = console.as_text(view)
        assert visible(text) == text
    for line in listing.lines([listing.row(case, translate, width) for case in several], translate, width):
        assert visible(plain(line)) == plain(line)
