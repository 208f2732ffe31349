"""What users see, compared with golden files: review every difference before you accept it."""

from pathlib import Path

import pytest

from coopform.cli.commands.registry import COMMANDS
from tests.support.places import IDS
from tests.support.running import Coopform, Golden


@pytest.mark.parametrize("width", [60, 80, 200])
def test_list(coopform: Coopform, golden: Golden, workshop: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = coopform("list").out
    assert max(len(line) for line in out.splitlines()) <= width
    golden(f"list-{width}.txt", out)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_show(coopform: Coopform, golden: Golden, workshop: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = coopform("show", "tridan").out
    assert max(len(line) for line in out.splitlines()) <= width
    golden(f"show-tridan-{width}.txt", out)


@pytest.mark.parametrize("width", [60, 100, 200])
def test_compare(
    coopform: Coopform, golden: Golden, workshop: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = coopform("compare", "tridan", "sage-ardeche").out
    assert max(len(line) for line in out.splitlines()) <= width
    golden(f"compare-{width}.txt", out)


def test_compare_all_where_the_width_holds_them(
    coopform: Coopform, golden: Golden, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    golden("compare-all-200.txt", coopform("compare", "--all").out)


@pytest.mark.parametrize("fmt", ["json", "csv"])
def test_list_for_programs(coopform: Coopform, golden: Golden, workshop: Path, fmt: str) -> None:
    golden(f"list.{fmt}", coopform("list", "--format", fmt).out)


@pytest.mark.parametrize("fmt", ["json", "yaml", "markdown"])
def test_show_for_programs(coopform: Coopform, golden: Golden, workshop: Path, fmt: str) -> None:
    golden(f"show-tridan.{fmt}", coopform("show", "tridan", "--format", fmt).out)


@pytest.mark.parametrize("fmt", ["json", "csv", "markdown", "html"])
def test_compare_for_programs(coopform: Coopform, golden: Golden, workshop: Path, fmt: str) -> None:
    golden(f"compare.{fmt}", coopform("compare", "tridan", "sage-ardeche", "--format", fmt).out)


def test_every_handout(coopform: Coopform, golden: Golden, workshop: Path) -> None:
    documents = [f"--document={name}" for name in ("sheet", "comparison", "index")]
    assert coopform("render", "-o", "out", *documents).code == 0
    made = {path.name for path in (workshop / "out").iterdir()}
    stems = [*IDS, "tableau-synoptique"]
    assert made == {".coopform.json", "index.html", *(f"{stem}.{end}" for stem in stems for end in ("html", "md"))}
    for name in sorted(made):
        golden(f"handouts/{name}", (workshop / "out" / name).read_bytes().decode("utf-8"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(coopform: Coopform, golden: Golden, monkeypatch: pytest.MonkeyPatch, language: str, command: str) -> None:
    monkeypatch.setenv("COOPFORM_LANG", language)
    monkeypatch.setenv("COLUMNS", "80")
    golden(f"help-{command or 'coopform'}-{language}.txt", coopform(*command.split(), "--help").out)
