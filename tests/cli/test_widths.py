"""Lists and comparisons in terminals of all widths: no word and no ID is broken, long cases take little room."""

import shutil
from pathlib import Path

import pytest

from coopform.collection.collection import read_collection
from coopform.model.grid import GRID
from tests.support.long_cases import write_long_cases
from tests.support.places import CASES
from tests.support.running import Coopform

LONG_ID = "convention-de-cooperation-pour-les-mobilites"


@pytest.fixture(scope="module")
def sixteen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_long_cases(tmp_path_factory.mktemp("sixteen") / "cases")
    for path in sorted(folder.glob("*.yaml"))[16:]:
        path.unlink()
    return folder


def lines_of(coopform: Coopform, monkeypatch: pytest.MonkeyPatch, width: int, *arguments: str | Path) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    run = coopform(*arguments)
    assert run.code == 0, run.err
    lines = run.out.splitlines()
    assert max(map(len, lines)) <= width
    return lines


@pytest.mark.parametrize("has_long_ids", [False, True])
def test_sixteen_long_cases_take_fifty_lines(
    coopform: Coopform, sixteen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_long_ids: bool
) -> None:
    for path in sixteen.glob("*.yaml"):
        shutil.copy(path, tmp_path / (f"{LONG_ID}-{path.name}" if has_long_ids else path.name))
    lines = lines_of(coopform, monkeypatch, 80, "--cases", tmp_path, "list")
    assert len(lines) <= 50
    words = {word for line in lines for word in line.split()}
    for case in read_collection(tmp_path).cases:
        assert {case.id, *case.short_title.split()} <= words
        assert not has_long_ids or case.id in lines


@pytest.mark.parametrize("width", [60, 200])
def test_a_terminal_without_colours_is_as_wide_as_others(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    wide = lines_of(coopform, monkeypatch, width, "--cases", CASES, "list")
    # What rich takes for a terminal.
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert lines_of(coopform, monkeypatch, width, "--cases", CASES, "list") == wide


@pytest.mark.parametrize("width", [76, 80, 90, 100, 120, 130, 160, 200])
def test_the_list_breaks_no_word_and_the_partners_go_first(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    lines = lines_of(coopform, monkeypatch, width, "--cases", CASES, "list")
    words = {word for line in lines for word in line.split()}
    cases = read_collection(CASES).cases
    for case in cases:
        assert {case.id, *case.short_title.split()} <= words
    has_partners, has_form = (any(word in line for line in lines[:3]) for word in ("Partenaires", "Outil"))
    assert has_form >= has_partners
    if has_form:
        assert {word for case in cases for form in case.outil for word in form.split()} <= words


def test_partners_without_a_type_are_cut_between_words(
    coopform: Coopform, sixteen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_of(coopform, monkeypatch, 200, "--cases", sixteen, "list")
    assert any("Le Département et la…" in line for line in lines)


def test_a_narrow_list_names_many_partners_by_type(
    coopform: Coopform, sixteen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_of(coopform, monkeypatch, 60, "--cases", sixteen, "list")
    assert any("PNR + Pays + CC + syndicat mixte" in line for line in lines)
    assert len(lines) <= 7 * 16


@pytest.fixture(scope="module")
def five_long(sixteen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("five")
    for path in sorted(sixteen.glob("*.yaml"))[:5]:
        shutil.copy(path, folder)
    return folder


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("count", [2, 5])
@pytest.mark.parametrize("are_long", [False, True])
def test_a_comparison_breaks_no_word(
    coopform: Coopform, five_long: Path, monkeypatch: pytest.MonkeyPatch, width: int, count: int, are_long: bool
) -> None:
    folder = five_long if are_long else CASES
    cases = read_collection(folder).cases[:count]
    lines = lines_of(coopform, monkeypatch, width, "--cases", folder, "compare", *(case.id for case in cases))
    typed = [text for case in cases for rubric in GRID for text in case.row_texts(rubric.key)]
    for word in {word for text in [*typed, *(case.short_title for case in cases)] for word in text.split()}:
        assert any(word in line for line in lines), word
