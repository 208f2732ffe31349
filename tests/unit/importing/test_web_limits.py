"""Pages, Markdown, texts, tables as text and data have limits that are named; what they cost is linear."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from coopform.importing import detect
from coopform.importing.blocks import TextLine
from coopform.importing.cases.correspondence import without_correspondence
from coopform.importing.cases.rubric_parts import without_count
from coopform.importing.failures import UnreadableDocument
from coopform.importing.labels.rubric_labels import shipped
from coopform.importing.readers import flowed_lines, page_lines, table_cells, wrapped_lines
from coopform.model import limits
from coopform.text.i18n import LANGUAGES
from tests.support.growth import assert_grows_evenly
from tests.support.running import Coopform

# A tenth of the limits that take a second to reach.
CELLS = limits.MAX_CELLS // 10
LINES_OF_A_PAGE = limits.MAX_TEXT_LINES // 10
# Each text is made when it is needed: together they have 60 MB.
OVER: dict[str, tuple[str, Callable[[], str], str]] = {
    "bytes of a page": ("a.html", lambda: "<p>" + "a" * limits.MAX_PAGE_BYTES, "more than 20 MB"),
    "tags": ("a.html", lambda: "<p>" * (limits.MAX_PAGE_TAGS + 1), "more than 500,000 tags"),
    "attributes": (
        "a.html",
        lambda: f"<p {' '.join(f'a{n}' for n in range(5_000))}>a",
        "A tag in it has more than 5,000 characters.",
    ),
    "lines of a page": (
        "a.html",
        lambda: "<p>a" * (LINES_OF_A_PAGE + 1),
        "more than 5,000 paragraphs and cells.",
    ),
    "levels of a page": ("a.html", lambda: "<div>" * 3_000 + "a", "more than 2,000 nested levels"),
    "bytes of a text": ("a.txt", lambda: "a" * (limits.MAX_TEXT_BYTES + 1), "more than 2 MB"),
    "lines of a text": ("a.txt", lambda: "a\n" * (limits.MAX_TEXT_LINES + 1), "more than 50,000 paragraphs and cells."),
    "lines of Markdown": (
        "a.md",
        lambda: "a\n" * (limits.MAX_TEXT_LINES + 1),
        "more than 50,000 paragraphs and cells.",
    ),
    "bytes of Markdown": ("a.md", lambda: "a" * (limits.MAX_TEXT_BYTES + 1), "more than 2 MB"),
    "bytes of a table": ("a.csv", lambda: "a" * (limits.MAX_CSV_BYTES + 1), "more than 10 MB"),
    "cells of a table": ("a.csv", lambda: "a;" * (CELLS + 1), "more than 25,000 cells"),
    "rows of a table": ("a.csv", lambda: "\na" * (CELLS + 1), "more than 25,000 cells"),
    "a long cell": ("a.csv", lambda: '"' + "a" * 200_000, "A cell in it has more than 131,072 characters."),
    "values": ("a.json", lambda: "[" + "[]," * limits.MAX_DATA_VALUES + "[]]", "more than 500,000 values"),
    "values on lines": ("a.jsonl", lambda: '{"a":1,"b":2}\n' * limits.MAX_DATA_VALUES, "more than 500,000 values"),
    "levels of JSON": ("a.json", lambda: '{"titre": ' * 100 + '"a"' + "}" * 100, "more than 32 nested levels"),
    "deep JSON": ("a.json", lambda: "[" * 100_000, "more than 32 nested levels"),
    "levels of YAML": ("a.yaml", lambda: "titre: " + "[" * 100 + "]" * 100, "more than 32 nested levels"),
}


@pytest.mark.parametrize("name", OVER)
def test_a_limit_that_is_met_is_named(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file, text, said = OVER[name]
    monkeypatch.setattr(table_cells, "MAX_CELLS", CELLS)
    monkeypatch.setattr(page_lines, "MAX_TEXT_LINES", LINES_OF_A_PAGE)
    (tmp_path / file).write_text(text(), encoding="utf-8")
    run = coopform("import", tmp_path / file, "--dry-run")
    assert (run.code, run.out) == (2, "")
    assert "larger than any document of a workshop" in run.err
    assert said in run.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_is_named_in_both_languages(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", language)
    (tmp_path / "a.html").write_text("<p>" * (limits.MAX_PAGE_TAGS + 1), encoding="utf-8")
    run = coopform("import", tmp_path / "a.html", "--dry-run")
    assert ("balises" if language == "fr" else "tags") in run.err


def test_data_without_cases_is_named(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"nom": "x"}), encoding="utf-8")
    run = coopform("import", tmp_path / "a.json", "--dry-run")
    assert run.code == 2
    assert "neither a list “cases” nor a key “titre”" in run.err


LARGE = {
    "a page of 50,000 tags": ("a.html", "<h1>Entente</h1><h2>Enjeux</h2>" + "<p>un <b>bac</b> et" * 17_000),
    "10,000 rows": ("a.csv", "Titre;Enjeux;Acteurs\n" + "Bac;eau;élus\n" * 10_000),
    "10,000 lines": ("a.md", "# Entente\n\n## Enjeux\n\n" + "- eau\n" * 10_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_documents_are_read(tmp_path: Path, name: str) -> None:
    file, text = LARGE[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert detect.read(tmp_path / file).blocks


HOSTILE = [
    "<a ", "<!--", "a <!-- ", "<b>", "<b></i>", "<table><tr><td>a", '<a "', "<a b='", '<a b=">', "<![CDATA[", "<style>",
    "<div hidden>", "<title>", "<svg><text>a", "<p hidden>a<p>", "<? ", "<a href=a>b", "<li>", "<pre>\n", "[", "[a](",
    "![", "*a ", "`a ", "> ", "- ", "|a", "+---+\n| a |\n", "--- ---\na b\n", "---\nb\n\n", "[a]: b\n", "[^1]: b\n",
    "– a\n", "Label : a\n", "a\tb\n", "---\na: b\n",
]  # fmt: skip
# One long line: what begins it, and what is repeated.
BEGUN = [
    ("De", " "), ("Objet *", " "), ("-- message ", "-"), ("Le maire a écrit", " "), ("Cordialement", " "),
    ("Cordialement, A", "."), ("Fait à ", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("begin", "part"), BEGUN)
def test_the_cost_of_a_long_line_of_a_mail_is_linear(begin: str, part: str) -> None:
    assert_grows_evenly(lambda size: without_correspondence([TextLine(f"{begin}{part * size}x")], shipped()), 20_000)


@pytest.mark.parametrize(
    ("line", "size"),
    # The lines below closing words are looked at.
    [("Le 3 mars, Paul a écrit :", 1_000), ("Cordialement", 200), ("Bonjour,", 1_000), ("Objet : fiche", 1_000)],
)
def test_the_cost_of_many_letters_is_linear(line: str, size: int) -> None:
    assert_grows_evenly(lambda size: without_correspondence([TextLine(line)] * size, shipped()), size)


def test_the_cost_of_a_long_paragraph_that_was_broken_is_linear() -> None:
    line = "des communes de la vallée et de celles du plateau, qui partagent l’eau avec"
    assert_grows_evenly(lambda size: wrapped_lines.joined([line] * size), 1_500)


def test_the_cost_of_a_long_heading_is_linear() -> None:
    assert_grows_evenly(lambda size: without_count(f"Objet{' ' * size}x"), 20_000)


def test_the_cost_of_joining_the_lines_of_a_mail_is_linear() -> None:
    assert_grows_evenly(lambda size: flowed_lines.joined(["mot " * 20] * size, deletes_space=True), 40_000)


@pytest.mark.parametrize("part", HOSTILE)
@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_the_cost_of_a_hostile_text_is_linear(tmp_path: Path, ending: str, part: str) -> None:
    path = tmp_path / f"a.{ending}"

    def work(size: int) -> None:
        path.write_text((part * (size // len(part) + 1))[:size], encoding="utf-8")
        with suppress(UnreadableDocument):
            detect.read(path)

    # Markdown takes many times as long for each character as the others.
    assert_grows_evenly(work, 5_000 if ending == "md" else 20_000)
